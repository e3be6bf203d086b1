using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Obligations;

/// <summary>Recurring tasks that are open. Those of one obligation, one per member, go in one mail.</summary>
internal sealed class TasksToRemind(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IReminderSource
{
    private const int MostUnder = 200;

    public ReminderKind Kind => ReminderKind.Obligation;

    public async Task<IReadOnlyList<(Guid Id, Guid GroupId)>> On(IReadOnlyCollection<DateOnly> anchors, StopWhen stop, CancellationToken ct) =>
        (await Left().Where(t => anchors.Contains(t.DueOn)).OrderBy(t => t.ObligationId).ThenBy(t => t.Id).Select(t => new { t.Id, t.ObligationId }).ToListAsync(ct)).ConvertAll(t => (t.Id, t.ObligationId));

    public async Task<IReadOnlyList<Owed>> Open(IReadOnlyCollection<Guid> ids, StopWhen stop, CancellationToken ct)
    {
        var today = tenant.Space.Today(clock);
        var tasks = await Left().Where(t => ids.Contains(t.Id)).Join(db.Set<Obligation>(), t => t.ObligationId, o => o.Id, (t, o) => new { t.Id, t.DueOn, t.OrganisationId, o.Title, o.Details, o.OwnerId, Of = o.Id })
            .OrderBy(t => t.DueOn).ThenBy(t => t.Id).ToListAsync(ct);
        var names = await mediator.Send(new NamesOf.Query(tasks.Select(t => t.OrganisationId)), ct);
        return tasks.ConvertAll(t => new Owed(Kind, t.Id, t.Of, t.OrganisationId is { } member ? $"{t.Title} – {names[member].Name}" : t.Title, t.Title, t.DueOn,
            t.DueOn < today ? $"à faire depuis {French.Span(t.DueOn, today)}, pour le {French.Date(t.DueOn)}" : t.DueOn == today ? "à faire aujourd’hui" : $"à faire {French.Ago(t.DueOn, today)}, pour le {French.Date(t.DueOn)}",
            $"/obligations/taches/{t.Id}", $"/obligations/{t.Of}")
        {
            Short = t.OrganisationId is { } of ? names[of].Name : null, Expected = t.Details, Referents = t.OwnerId is { } owner ? [owner] : [],
        });
    }

    public async Task<IReadOnlyList<Guid>?> Under(Guid id, CancellationToken ct)
    {
        // One key at a time: looked for in two tables at once, neither index serves.
        if (await db.Set<Obligation>().AnyAsync(o => o.Id == id, ct)) return await Left().Where(t => t.ObligationId == id).OrderBy(t => t.DueOn).Select(t => t.Id).Take(MostUnder).ToListAsync(ct);
        return await db.Set<ObligationTask>().AnyAsync(t => t.Id == id, ct) ? await Left().Where(t => t.Id == id).Select(t => t.Id).ToListAsync(ct) : null;
    }

    private IQueryable<ObligationTask> Left() => db.Set<ObligationTask>().Where(t => t.DoneOn == null && t.DroppedOn == null);
}
