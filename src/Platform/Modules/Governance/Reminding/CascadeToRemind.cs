using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Reminding;

/// <summary>What members' councils have not answered yet. A member hears of all of its own in one mail.</summary>
internal sealed class CascadeToRemind(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IReminderSource
{
    private const int MostUnder = 400;

    public ReminderKind Kind => ReminderKind.Cascade;

    public async Task<IReadOnlyList<(Guid Id, Guid GroupId)>> On(IReadOnlyCollection<DateOnly> anchors, StopWhen stop, CancellationToken ct) =>
        (await Unanswered(stop).Where(l => db.Set<Decision>().Any(d => d.Id == l.DecisionId && d.ExpectedBy != null && anchors.Contains(d.ExpectedBy!.Value)))
            .OrderBy(l => l.OrganisationId).ThenBy(l => l.Id).Select(l => new { l.Id, l.OrganisationId }).ToListAsync(ct)).ConvertAll(l => (l.Id, l.OrganisationId));

    public async Task<IReadOnlyList<Owed>> Open(IReadOnlyCollection<Guid> ids, StopWhen stop, CancellationToken ct)
    {
        var today = tenant.Space.Today(clock);
        var lines = await Unanswered(stop).Where(l => ids.Contains(l.Id)).Join(db.Set<Decision>(), l => l.DecisionId, d => d.Id,
            (l, d) => new { l.Id, l.DecisionId, l.OrganisationId, l.CouncilOn, d.Code, d.Title, d.Expected, d.ExpectedBy, d.Date }).OrderBy(x => x.Date).ThenBy(x => x.Id).ToListAsync(ct);
        var members = lines.Select(l => l.OrganisationId).Distinct().ToList();
        var referents = await mediator.Send(new ReferentsOf.Query(members), ct);
        var speakers = await mediator.Send(new SpeakersOf.Query(members), ct);
        var names = await mediator.Send(new NamesOf.Query(members.Select(m => (Guid?)m)), ct);
        return lines.ConvertAll(l =>
        {
            var title = l.Code is null ? l.Title : $"{l.Code} {l.Title}";
            var asked = l.ExpectedBy is not { } by ? "une réponse du conseil est attendue"
                : by < today ? $"réponse attendue depuis {French.Span(by, today)}, pour le {French.Date(by)}" : $"réponse attendue pour le {French.Date(by)}";
            return new Owed(Kind, l.Id, l.OrganisationId, title, names[l.OrganisationId].Name, l.ExpectedBy ?? l.Date, l.CouncilOn is { } council ? $"{asked}, à l’ordre du jour du {French.Date(council)}" : asked,
                $"/decisions/{l.DecisionId}/declinaison/{l.Id}", $"/decisions/{l.DecisionId}")
            {
                Expected = l.Expected, Elected = [.. speakers[l.OrganisationId]],
                // Where nobody refers for the member, those who sit for it carry the question home.
                Referents = referents.Contains(l.OrganisationId) ? [.. referents[l.OrganisationId]] : [.. speakers[l.OrganisationId]],
            };
        });
    }

    public async Task<IReadOnlyList<Guid>?> Under(Guid id, CancellationToken ct)
    {
        // One key at a time: looked for in two tables at once, neither index serves.
        var open = Unanswered(StopWhen.CouncilVoted);
        if (await db.Set<Decision>().AnyAsync(d => d.Id == id, ct)) return await open.Where(l => l.DecisionId == id).OrderBy(l => l.Id).Select(l => l.Id).Take(MostUnder).ToListAsync(ct);
        return await db.Set<CascadeLine>().AnyAsync(l => l.Id == id, ct) ? await open.Where(l => l.Id == id).Select(l => l.Id).ToListAsync(ct) : null;
    }

    private IQueryable<CascadeLine> Unanswered(StopWhen stop) => stop == StopWhen.CouncilDated
        ? db.Set<CascadeLine>().Where(l => l.State == CascadeState.ToDo)
        : db.Set<CascadeLine>().Where(l => l.State == CascadeState.ToDo || l.State == CascadeState.OnAgenda);
}
