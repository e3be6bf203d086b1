using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Tags;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>The sheet of a commitment, all of it, in four queries whatever it holds: the sheet, what is dated, the indicators, the names.</summary>
public static class ShowCommitment
{
    /// <summary>Values of one indicator that its curve shows, the latest.</summary>
    public const int MostValues = 200;

    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Sheet>;

    public sealed record Sheet(Guid Id, int Number, string Title, string? Statement, string? Means, Visibility Visibility, int CadenceDays,
        DateOnly? StartsOn, DateOnly? DueOn, DateOnly StateOn, DateOnly? AliveSince, int? Progress, Standing Standing, Guid? CoalitionId, string? Coalition,
        Guid? ThemeId, string? Theme, Guid? AxisId, string? Axis, EvidenceLevel Evidence, IReadOnlyList<Link> Objectives)
    {
        public DateOnly Today { get; init; }
        public IReadOnlyList<Holder> Holders { get; init; } = [];
        /// <summary>The organisations of the coalition that holds it.</summary>
        public IReadOnlyList<Link> Members { get; init; } = [];
        public Link? Referent { get; init; }
        public Link? Facilitator { get; init; }
        public IReadOnlyList<Step> Steps { get; init; } = [];
        public IReadOnlyList<Gauge> Gauges { get; init; } = [];
        /// <summary>The first page of the history.</summary>
        public IReadOnlyList<History.Event> Events { get; init; } = [];
        /// <summary>Where its second page begins; null without one.</summary>
        public string? Older { get; init; }
        /// <summary>On which days news came, those of other pages too.</summary>
        public IReadOnlyList<DateOnly> NewsDays { get; init; } = [];
        public History.Shown Shown => new(Id, Events, Documents, Verifications, MayGiveNews, IsPublished);
        public bool MayGiveNews { get; init; }
        public IReadOnlyList<DocumentLine> Documents { get; init; } = [];
        public IReadOnlyList<VerificationLine> Verifications { get; init; } = [];

        /// <summary>What hangs on the commitment itself, one of its news or one of its steps.</summary>
        public IEnumerable<DocumentLine> DocumentsOf(Guid key) => Documents.Where(d => d.OwnerKey == key);

        /// <summary>The verification that stands; null when there is none.</summary>
        public VerificationLine? VerificationOf(Guid key) => Verifications.FirstOrDefault(v => v.PlaceKey == key && v.WithdrawnOn is null);

        /// <summary>The lead that became this commitment.</summary>
        public Origin? BornOf { get; init; }

        /// <summary>What the holder says to everybody.</summary>
        public Said? Answer { get; init; }

        /// <summary>News that came by a personal link and waits for somebody to accept it: the oldest; null for none, and for who does not accept news.</summary>
        public Guid? Received { get; init; }

        /// <summary>Everybody may read it on the road map.</summary>
        public bool IsPublished => Visibility == Visibility.Public && Standing.State != CommitmentState.Draft;

        public bool TakesNews => Standing.State.TakesNews();

        public string Sentence(Word word) => Standing.Sentence(word, StateOn, AliveSince, Today);

        public Life Life => new(StartsOn ?? AliveSince ?? Events.Where(e => e.Kind != History.Kind.Done).Select(e => e.On).Concat(NewsDays).DefaultIfEmpty(StateOn).Min(),
            DueOn, Standing.State.IsOpen() ? null : StateOn, NewsDays, Standing.IsSilent(Today));
    }

    public sealed record Said(DateOnly On, string Text);

    public sealed record Link(Guid Id, string Name);

    public sealed record Origin(Guid Id, int Number, string Title);

    public sealed record Holder(Guid Id, string Name, bool IsLead);

    public sealed record Step(Guid Id, string Title, string? Details, DateOnly? DueOn, DateOnly? DoneOn, DateOnly? DroppedOn, string? DropReason, string? Organisation, string? Person)
    {
        public bool IsOpen => DoneOn is null && DroppedOn is null;

        public bool IsLate(DateOnly today) => IsOpen && DueOn < today;
    }

    public sealed record Gauge(Guid Id, string Name, string? Unit, IndicatorDirection Direction, decimal? Baseline, decimal? Target, DateOnly? TargetOn, IReadOnlyList<Reading> Values);

    public sealed record Reading(IndicatorValueKind Kind, DateOnly On, decimal Value, string? Comment, string? Source, string AuthorName);

    private sealed record Found(Guid? ReceivedId, Guid? ReferentId, Guid? FacilitatorId, Sheet Sheet, Origin? BornOf, Said? Answer, List<Held> Holders, List<Guid> Members);

    private sealed record Held(Guid OrganisationId, bool IsLead);

    // The holders' or the coalition's organisations, and the objectives: never enough for their product to count.
    private static readonly FixedQuery<Guid, Found> Whole = new((db, id) => db.Set<Commitment>().Where(c => c.Id == id).Select(c => new Found(
        db.Set<ReceivedNews>().Where(n => n.CommitmentId == c.Id && n.State == ReceivedState.Waiting).OrderBy(n => n.ReceivedAt).Select(n => (Guid?)n.Id).FirstOrDefault(), c.ReferentId, c.FacilitatorId,
        new Sheet(c.Id, c.Number, c.Title, c.Statement, c.Means, c.Visibility, c.CadenceDays, c.StartsOn, c.DueOn, c.StateOn, c.AliveSince, c.Progress,
            new Standing(c.State, c.OpenDueOn, c.NextNewsDueOn, c.LastNewsOn, c.IsBlocked),
            c.CoalitionId, db.Set<Coalition>().Where(x => x.Id == c.CoalitionId).Select(x => x.Name).FirstOrDefault(),
            c.ThemeId, db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => t.Name).FirstOrDefault(),
            c.AxisId, db.Set<Axis>().Where(a => a.Id == c.AxisId).Select(a => a.Number + ". " + a.Title).FirstOrDefault(),
            c.Evidence, c.Objectives.Join(db.Set<Objective>(), o => o.ObjectiveId, x => x.Id, (o, x) => new { x.Id, x.Title }).OrderBy(o => o.Title).Select(o => new Link(o.Id, o.Title)).ToList()),
        db.Set<Lead>().Where(l => l.CommitmentId == c.Id).Select(l => new Origin(l.Id, l.Number, l.Title)).FirstOrDefault(),
        c.Answers.Select(a => new Said(a.AnsweredOn, a.Text)).FirstOrDefault(),
        c.Holders.OrderByDescending(h => h.IsLead).Select(h => new Held(h.OrganisationId, h.IsLead)).ToList(),
        db.Set<CoalitionMember>().Where(m => m.CoalitionId == c.CoalitionId && m.LeftOn == null).Select(m => m.OrganisationId).ToList())).AsSingleQuery());

    private static readonly FixedQuery<Guid, Gauge> Gauges = new((db, id) => db.Set<Indicator>().Where(i => i.CommitmentId == id).OrderBy(i => i.Id)
        .Select(i => new Gauge(i.Id, i.Name, i.Unit, i.Direction, i.Baseline, i.Target, i.TargetOn,
            i.Values.OrderByDescending(v => v.On).ThenByDescending(v => v.Kind).Take(MostValues).Select(v => new Reading(v.Kind, v.On, v.Value, v.Comment, v.Source, v.AuthorName)).ToList())));

    internal sealed class Handler(PlatformDb db, IMediator mediator, KeptAnswers kept, Memberships memberships, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Sheet>
    {
        public Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            return kept.Get((query.Id, memberships.Known?.Roles, memberships.Known?.PersonId).ToString(), today, () => Read(query, today, ct), weight: 16);
        }

        private async Task<Sheet> Read(Query query, DateOnly today, CancellationToken ct)
        {
            var read = await Whole.Single(db, query.Id, ct) ?? throw new NotFound(nameof(Commitment));
            var ledger = await CommitmentLedger.Read(db, query.Id, ct);
            var gauges = await Gauges.ToList(db, query.Id, ct);
            var (events, older) = History.Page(ledger.Events());
            var me = memberships.Known?.PersonId;
            var names = await mediator.Send(new NamesOf.Query([.. read.Holders.Select(h => (Guid?)h.OrganisationId), .. read.Members.Select(m => (Guid?)m), .. ledger.Parties,
                read.ReferentId, read.FacilitatorId, me]), ct);

            return read.Sheet with
            {
                Today = today,
                BornOf = read.BornOf,
                Received = memberships.May(EngagementPermissions.Write) ? read.ReceivedId : null,
                Answer = read.Answer,
                Holders = [.. read.Holders.Select(h => new Holder(h.OrganisationId, Name(h.OrganisationId)!, h.IsLead)).OrderByDescending(h => h.IsLead).ThenBy(h => Folding.Key(h.Name), StringComparer.Ordinal)],
                Members = [.. read.Members.Distinct().Select(id => new Link(id, Name(id)!)).OrderBy(m => Folding.Key(m.Name), StringComparer.Ordinal)],
                Referent = Party(read.ReferentId),
                Facilitator = Party(read.FacilitatorId),
                Steps = ledger.Steps(Name),
                Gauges = [.. gauges.Select(g => g with { Values = [.. g.Values.Reverse()] })],
                Events = events,
                Older = older,
                NewsDays = ledger.NewsDays(),
                Documents = ledger.Documents(),
                Verifications = ledger.Verifications(),
                MayGiveNews = memberships.May(EngagementPermissions.Write) || (memberships.May(EngagementPermissions.GiveNews) && AnswersForIt()),
            };

            string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known)?.Name : null;

            Link? Party(Guid? id) => id is { } known && Name(id) is { } name ? new(known, name) : null;

            // The rule of NewsRight on what has been read already.
            bool AnswersForIt() => me is { } person && (read.ReferentId == person || read.FacilitatorId == person || ledger.Parties.Contains(person)
                || (names.GetValueOrDefault(person)?.OrganisationId is { } own
                    && (read.Holders.Exists(h => h.OrganisationId == own) || read.Members.Contains(own) || ledger.Parties.Contains(own))));
        }
    }
}
