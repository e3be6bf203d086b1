using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Decisions;

/// <summary>A decision, what it created, and where each member stands with it.</summary>
public static class GetDecision
{
    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="NeedRatification">Here, a decision takes effect when every member concerned has adopted it.</param>
    public sealed record Answer(Decision Decision, string Body, string? Meeting, IReadOnlyList<CommitmentsByNumber.Row> Links, IReadOnlyList<Line> Lines, bool NeedRatification, DateOnly Today)
    {
        public IReadOnlyList<Line> Concerned => [.. Lines.Where(l => l.State != CascadeState.NotConcerned)];
        public int Answered => Concerned.Count(l => !l.IsOpen);
        public int Late => Lines.Count(l => l.IsLate);
        /// <summary>Whose ratification is missing.</summary>
        public IReadOnlyList<string> Missing => [.. Concerned.Where(l => l.State != CascadeState.Adopted).Select(l => l.Member)];
        public bool IsExecutory => Decision.Outcome == Outcome.Adopted && Concerned.Count > 0 && Missing.Count == 0;
        /// <summary>The day when the last member adopted it.</summary>
        public DateOnly? ExecutoryOn => IsExecutory ? Concerned.Max(l => l.ActOn) : null;
    }

    public sealed record Line(Guid Id, Guid OrganisationId, string Member, CascadeState State, DateOnly StateOn, DateOnly? CouncilOn, string? Reference, DateOnly? ActOn, string? Document, string? Reason, string? ToldBy, bool IsLate, IReadOnlyList<DocumentsOf.Row> Files)
    {
        public bool IsOpen => State is CascadeState.ToDo or CascadeState.OnAgenda;
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var decision = await db.Set<Decision>().AsNoTracking().Include(d => d.Lines).Include(d => d.Links).AsSplitQuery().SingleOrDefaultAsync(d => d.Id == query.Id, ct) ?? throw new NotFound(nameof(Decision));
            var today = tenant.Space.Today(clock);
            var body = await db.Set<Body>().Where(b => b.Id == decision.BodyId).Select(b => b.Name).SingleAsync(ct);
            var meeting = await db.Set<Meeting>().Where(m => m.Id == decision.MeetingId).Select(m => (DateOnly?)m.Date).SingleOrDefaultAsync(ct);
            var names = await mediator.Send(new NamesOf.Query(decision.Lines.Select(l => (Guid?)l.OrganisationId)), ct);
            var links = await mediator.Send(new CommitmentsByNumber.Query([], [.. decision.Links.Select(l => l.CommitmentId)]), ct);
            var files = await mediator.Send(new DocumentsOf.Query(decision.Lines.ConvertAll(l => l.Id)), ct);
            return new(decision, body, meeting is { } on ? Shared.French.Date(on) : null, links,
                [.. decision.Lines.Select(l => new Line(l.Id, l.OrganisationId, names[l.OrganisationId].Name, l.State, l.StateOn, l.CouncilOn, l.Reference, l.ActOn, l.DocumentAddress, l.Reason, l.ToldBy, l.IsOpen && decision.ExpectedBy < today, [.. files[l.Id]]))
                    .OrderBy(l => Folding.Key(l.Member), StringComparer.Ordinal)],
                (await DecisionRules.Of(db, tenant.Space, ct)).NeedRatification, today);
        }
    }
}
