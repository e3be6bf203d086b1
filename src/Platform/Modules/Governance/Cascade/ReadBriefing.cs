using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Cascade;

/// <summary>What a member's own council has to know before it meets: what it has to take up, what it is late with, what it did, and when it is expected.</summary>
public static class ReadBriefing
{
    private const int Recent = 365;

    [AnyMember]
    public sealed record Query(Guid OrganisationId) : IRequest<Answer>;

    /// <param name="Done">Answered in the last twelve months.</param>
    /// <param name="Meetings">Those to come where the member sits.</param>
    public sealed record Answer(Guid Id, string Member, IReadOnlyList<Line> ToTake, IReadOnlyList<Line> Done, HeldBy.Answer Held, IReadOnlyList<Coming> Meetings, DateOnly Today, bool IsOurs)
    {
        public int Late => ToTake.Count(l => l.IsLate);
        public DateOnly? NextCouncil => ToTake.Where(l => l.CouncilOn >= Today).Min(l => l.CouncilOn);
    }

    public sealed record Line(Guid Id, Guid DecisionId, string? Code, string Decision, string? Text, string? Expected, DateOnly? By, CascadeState State, DateOnly? CouncilOn, string? Reference, DateOnly? ActOn, string? Reason, bool IsLate);

    public sealed record Coming(Guid Id, string Body, DateOnly Date, int? StartMinute, string? Place);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var (id, today) = (query.OrganisationId, tenant.Space.Today(clock));
            var member = (await mediator.Send(new NamesOf.Query([id]), ct)).GetValueOrDefault(id) is { IsPerson: false } known ? known.Name : throw new NotFound("Organisation");
            var since = today.AddDays(-Recent);
            var lines = await db.Set<CascadeLine>().Where(l => l.OrganisationId == id && (l.State == CascadeState.ToDo || l.State == CascadeState.OnAgenda || l.StateOn >= since))
                .Join(db.Set<Decision>(), l => l.DecisionId, d => d.Id, (l, d) => new { l, d }).OrderBy(x => x.d.ExpectedBy ?? DateOnly.MaxValue).ThenBy(x => x.d.Date).ThenBy(x => x.l.Id)
                .Select(x => new Line(x.l.Id, x.d.Id, x.d.Code, x.d.Title, x.d.Text, x.d.Expected, x.d.ExpectedBy, x.l.State, x.l.CouncilOn, x.l.Reference, x.l.ActOn, x.l.Reason,
                    (x.l.State == CascadeState.ToDo || x.l.State == CascadeState.OnAgenda) && x.d.ExpectedBy < today)).ToListAsync(ct);
            var meetings = await db.Set<Meeting>().Where(m => m.Date >= today && m.State != MeetingState.Cancelled
                    && db.Set<Mandate>().Any(a => a.BodyId == m.BodyId && a.OrganisationId == id && a.Start <= m.Date && (a.End == null || a.End >= m.Date)))
                .OrderBy(m => m.Date).Take(5).Select(m => new Coming(m.Id, db.Set<Body>().Where(b => b.Id == m.BodyId).Select(b => b.Name).First(), m.Date, m.StartMinute, m.Place)).ToListAsync(ct);
            return new(id, member, lines.FindAll(l => l.State is CascadeState.ToDo or CascadeState.OnAgenda), lines.FindAll(l => l.State is CascadeState.Adopted or CascadeState.Amended or CascadeState.Refused),
                await mediator.Send(new HeldBy.Query(id), ct), meetings, today, (await mediator.Send(new WhoAmI.Query(), ct))?.OrganisationId == id);
        }
    }
}
