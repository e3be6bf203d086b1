using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;
using Counts = Platform.Modules.Shared.Lists.Counts<Platform.Modules.Engagements.Updates.ReceivedFacet>;

namespace Platform.Modules.Engagements.Updates;

public enum ReceivedFacet { None, State, Status }

/// <summary>How the received news is narrowed, as it stands in the address. Unless asked for, what is settled stays out.</summary>
public sealed record ReceivedFilter
{
    public string? Words { get; init; }
    public IReadOnlyList<ReceivedState> States { get; init; } = [];
    public IReadOnlyList<UpdateStatus> Statuses { get; init; } = [];

    /// <param name="except">The facet whose own choice is left out, to count its values.</param>
    internal IQueryable<ReceivedNews> Apply(PlatformDb db, ReceivedFacet except = ReceivedFacet.None)
    {
        var found = db.Set<ReceivedNews>().AsNoTracking();
        foreach (var word in SearchTerms.Typed(Words))
        {
            // Names are looked up where they stand, not copied.
            var (commitments, people) = (SearchTerms.Beginning(db, SearchKind.Commitment, word), SearchTerms.Beginning(db, SearchKind.Person, word));
            found = found.Where(n => commitments.Contains(n.CommitmentId) || people.Contains(n.PersonId));
        }
        if (except != ReceivedFacet.State) found = States.Count > 0 ? found.Where(n => States.Contains(n.State)) : found.Where(n => n.State == ReceivedState.Waiting);
        if (Statuses.Count > 0 && except != ReceivedFacet.Status) found = found.Where(n => Statuses.Contains(n.Status));
        return found;
    }
}

/// <summary>What referents have answered by the links of mails, the oldest first: whoever waits longest is served first.</summary>
public static class ListReceived
{
    private const int WaitingCode = 1;

    [Needs(EngagementPermissions.Write)]
    public sealed record Query(ReceivedFilter Filter, bool Descending, string? Cursor, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size) : IRequest<Answer>;

    /// <param name="All">Of the space, whatever the filter.</param>
    /// <param name="Waiting">Of all of them, for the first line.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, int All, int Waiting);

    /// <param name="Ticked">Only these, whatever the filter; none: what the filter leaves.</param>
    [Needs(EngagementPermissions.Write)]
    public sealed record Export(Query Of, IReadOnlyList<Guid> Ticked, ListFile To) : IRequest<int>;

    public sealed record Row(Guid Id, string Commitment, Guid PersonId, string Text, UpdateStatus Status, int? Progress, DateTimeOffset ReceivedAt, DateOnly ReceivedOn,
        ReceivedState State, string? Answer, string? SettledBy)
    {
        public string? Person { get; init; }
    }

    public static IReadOnlyList<Column<Row>> Columns(Space space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return
        [
            new("engagement", Word.Capital(Vocabulary.DefaultOf("engagement").Singular), r => r.Commitment) { Label = Word.Capital(space.Words.Commitment.Singular) },
            new("par", "De la part de", r => r.Person) { Usual = true },
            new("nouvelle", "Nouvelle", r => r.Text) { Usual = true },
            new("situation", "Situation", r => EnumNames.Of(r.Status)) { Usual = true },
            new("avancement", "Avancement", r => (decimal?)r.Progress),
            new("recue", "Reçue le", r => r.ReceivedOn, ColumnKind.Date) { Usual = true, Sort = "recue" },
            new("suite", "Suite", r => EnumNames.Of(r.State)),
            new("reponse", "Réponse", r => r.Answer),
            new("traitee", "Traitée par", r => r.SettledBy),
            new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
        ];
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Tallies tallies, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var filter = query.Filter;
            var rows = await Rows(filter.Apply(db).After(n => n.ReceivedAt, n => n.Id, query.Descending, query.Cursor, query.Size)).ToListAsync(ct);
            var counts = await Counts.Read(tallies, tenant.Id, "nouvelles", filter, () => CountLine.Of(0, 0, filter.Apply(db))
                .Concat(CountLine.All(db.Set<ReceivedNews>()))
                .Concat(CountLine.Of(0, WaitingCode, db.Set<ReceivedNews>().Where(n => n.State == ReceivedState.Waiting)))
                .Concat(CountLine.By((int)ReceivedFacet.State, filter.Apply(db, ReceivedFacet.State), n => (int)n.State))
                .Concat(CountLine.By((int)ReceivedFacet.Status, filter.Apply(db, ReceivedFacet.Status), n => (int)n.Status)), ct);
            var names = await mediator.Send(new NamesOf.Query(rows.Select(r => (Guid?)r.PersonId)), ct);
            var word = tenant.Space.Words.Commitment;
            return new(rows.Page(r => r.ReceivedAt, r => r.Id, counts.Total, query.Size).Select(r => r with { Person = names.GetValueOrDefault(r.PersonId)?.Name }),
            [
                new("suite", "Suite", counts.Values(ReceivedFacet.State, Enum.GetValues<ReceivedState>(), filter.States, s => s.Slug(), s => EnumNames.Of(s))),
                new("situation", "Situation", counts.Values(ReceivedFacet.Status, Enum.GetValues<UpdateStatus>(), filter.Statuses, s => s.ToString().ToLowerInvariant(), s => s.Label(word))),
            ], new ListColumns<Row>(Columns(tenant.Space), query.Columns), counts.InSpace, counts[ReceivedFacet.None, WaitingCode]);
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var query = export.Of;
            var found = new ActOnMany.Which<ReceivedFilter>(query.Filter, export.Ticked).In(db.Set<ReceivedNews>(), filter => filter.Apply(db));
            var ids = await found.InOrder(n => n.ReceivedAt, n => n.Id, query.Descending).Select(n => n.Id).ToListAsync(ct);
            return await export.To.Write("Nouvelles reçues", tenant.Space, tenant.Space.Today(clock), new ListColumns<Row>(Columns(tenant.Space), query.Columns).InFile, ListFile.InOrder(ids, Read, r => r.Id), ct);

            async Task<IReadOnlyList<Row>> Read(IReadOnlyList<Guid> handful)
            {
                var rows = await Rows(db.Set<ReceivedNews>().Where(n => handful.Contains(n.Id))).ToListAsync(ct);
                var names = await mediator.Send(new NamesOf.Query(rows.Select(r => (Guid?)r.PersonId)), ct);
                return rows.ConvertAll(r => r with { Person = names.GetValueOrDefault(r.PersonId)?.Name });
            }
        }

        private IQueryable<Row> Rows(IQueryable<ReceivedNews> found) => found.Select(n => new Row(n.Id, db.Set<Commitment>().Where(c => c.Id == n.CommitmentId).Select(c => c.Title).First(),
            n.PersonId, n.Text, n.Status, n.Progress, n.ReceivedAt, n.ReceivedOn, n.State, n.Answer, n.SettledBy));
    }
}
