using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.RoadMaps;
using Platform.Modules.Engagements.Support;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

public static class GetCoalition
{
    /// <summary>Commitments shown on the sheet; the list has the others.</summary>
    public const int MostCommitments = 20;

    /// <summary>Members, terms of facilitators, requests and versions shown until all are asked for.</summary>
    public const int MostMembers = 40, MostOthers = 20;

    /// <param name="Whole">All members, terms and versions, up to a thousand of each.</param>
    [AnyMember]
    public sealed record Query(Guid Id, bool Whole = false) : IRequest<Sheet>;

    public sealed record Sheet(Head Head, IReadOnlyList<Participant> Members, IReadOnlyList<Participant> Facilitators, IReadOnlyList<Line> Lines, DateOnly Today)
    {
        public IReadOnlyList<DocumentLine> Documents { get; init; } = [];
        /// <summary>Those that wait for something; the list has the others.</summary>
        public IReadOnlyList<Request> Requests { get; init; } = [];
        /// <summary>Versions of the road map, the last first.</summary>
        public IReadOnlyList<Round> Rounds { get; init; } = [];

        public IEnumerable<Participant> Present => Members.Where(m => m.Until is null || m.Until >= Today);
        public IEnumerable<Participant> Gone => Members.Where(m => m.Until < Today);
        /// <summary>Something is left out of the sheet.</summary>
        public bool HidesMembers => Head.MemberCount > Present.Count();
        public bool HidesGone => Head.GoneCount > Gone.Count();
        public bool HidesTerms => Head.TermCount > Facilitators.Count;
        public bool HidesRounds => Rounds.Count > 0 && Rounds[^1].Number > 1;
        public Participant? Facilitator => Facilitators.FirstOrDefault(f => f.Since <= Today && (f.Until is null || f.Until >= Today));

        public IEnumerable<Line> Of(GuidePart part) => Lines.Where(l => l.Part == part);
        public Stage StageOf(GuidePart part) => Stage.Of(Of(part).Where(l => !l.Retired).Select(l => (l.Text, l.Done is not null)));
        public Line? Next => Lines.FirstOrDefault(l => l.Part < GuidePart.Functioning && !l.Retired && l.Done is null);
    }

    public sealed record Head(Guid Id, string Name, string? Purpose, PerimeterKind PerimeterKind, string Perimeter, string? Theme, DateOnly StartedOn,
        CoalitionState State, DateOnly StateSince, string? StateReason, int CommitmentCount, int LateCount, int MemberCount, int GoneCount, int TermCount, Rhythm? Rhythm, IReadOnlyList<CommitmentRow> Commitments);

    /// <summary>A request for support.</summary>
    public sealed record Request(Guid Id, string Kind, SupportState State, DateOnly? DueOn, string? Owner);

    /// <summary>A version of the road map and what the members answered.</summary>
    public sealed record Round(Guid Id, int Number, DateOnly OpenedOn, DateOnly? ClosedOn, RoadMapCount Count);

    public sealed record CommitmentRow(Guid Id, string Title, Commitments.Standing Standing, DateOnly? DueOn, int? Progress);

    /// <param name="Role">Of a member; null for a facilitator.</param>
    public sealed record Participant(Guid Id, Guid WhoId, string Who, bool IsPerson, CoalitionRole? Role, DateOnly Since, DateOnly? Until);

    /// <summary>A line of the guide with what the coalition did or answered.</summary>
    public sealed record Line(Guid Id, GuidePart Part, string Text, bool Retired, Mark? Done, Mark? Answer);

    public sealed record Mark(DateOnly On, string By, string? Text);

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var head = await Heads(query.Id, today).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Coalition));
            var lines = await Lines(query.Id).ToListAsync(ct);
            var ledger = await CoalitionLedger.Read(db, query.Id, today, query.Whole, ct);
            var names = await mediator.Send(new NamesOf.Query(ledger.Parties), ct);

            Participant Named(Guid id, Guid whoId, CoalitionRole? role, DateOnly since, DateOnly? until)
            {
                var who = names[whoId];
                return new(id, who.Id, who.Name, who.IsPerson, role, since, until);
            }
            return new(head,
                [.. ledger.Members.Select(m => Named(m.Id, m.Who, m.Role, m.Since, m.Until)).OrderBy(p => p.Role).ThenBy(p => Folding.Key(p.Who), StringComparer.Ordinal)],
                [.. ledger.Terms.Select(t => Named(t.Id, t.Who, null, t.Since, t.Until)).OrderByDescending(p => p.Since)],
                [.. lines.OrderBy(l => l.Part).ThenBy(l => l.Retired).ThenBy(l => l.Position)
                    .Select(l => new Line(l.Id, l.Part, l.Text, l.Retired, l.Done, l.Answer))], today)
            {
                Documents = ledger.Documents,
                Requests = ledger.Requests(id => names.GetValueOrDefault(id)?.Name),
                Rounds = ledger.Rounds,
            };
        }

        private IQueryable<Head> Heads(Guid id, DateOnly today) => db.Set<Coalition>().Where(c => c.Id == id).Select(c => new Head(
            c.Id, c.Name, c.Purpose, c.PerimeterKind, c.Perimeter, db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => t.Name).FirstOrDefault(),
            c.StartedOn, c.State, c.StateSince, c.StateReason,
            db.Set<Commitment>().Count(k => k.CoalitionId == id && k.State != CommitmentState.Abandoned),
            db.Set<Commitment>().Count(k => k.CoalitionId == id && k.OpenDueOn < today),
            c.Members.Count(m => m.LeftOn == null || m.LeftOn >= today), c.Members.Count(m => m.LeftOn < today), c.Facilitators.Count,
            db.Set<CoalitionRhythm>().Where(r => r.CoalitionId == id).Select(r => new Rhythm(r.FirstOn, r.Every, r.Unit, r.Time, r.Place)).FirstOrDefault(),
            db.Set<Commitment>().Where(k => k.CoalitionId == id).OrderBy(k => k.State >= CommitmentState.Kept).ThenBy(k => k.DueOn).ThenBy(k => k.Id).Take(MostCommitments)
                .Select(k => new CommitmentRow(k.Id, k.Title, new Commitments.Standing(k.State, k.OpenDueOn, k.NextNewsDueOn, k.LastNewsOn, k.IsBlocked), k.DueOn, k.Progress)).ToList()));

        private IQueryable<RawLine> Lines(Guid id) => db.Set<GuideLine>()
            .Where(l => (l.RetiredOn == null && l.Part != GuidePart.Support) || db.Set<CoalitionStep>().Any(s => s.CoalitionId == id && s.LineId == l.Id)
                || db.Set<CoalitionAnswer>().Any(a => a.CoalitionId == id && a.LineId == l.Id))
            .Select(l => new RawLine(l.Id, l.Part, l.Position, l.Text, l.RetiredOn != null,
                db.Set<CoalitionStep>().Where(s => s.CoalitionId == id && s.LineId == l.Id).Select(s => new Mark(s.DoneOn, s.DoneBy, s.Note)).FirstOrDefault(),
                db.Set<CoalitionAnswer>().Where(a => a.CoalitionId == id && a.LineId == l.Id).Select(a => new Mark(a.AnsweredOn, a.AnsweredBy, a.Text)).FirstOrDefault()));

        private sealed record RawLine(Guid Id, GuidePart Part, int Position, string Text, bool Retired, Mark? Done, Mark? Answer);
    }
}
