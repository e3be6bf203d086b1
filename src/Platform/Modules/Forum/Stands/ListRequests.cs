using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Stands;

/// <summary>What was said at the stands of an edition, latest first.</summary>
public static class ListRequests
{
    [Needs(ForumPermissions.Stands)]
    public sealed record Query(Filter Of, string? Cursor = null, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size) : IRequest<Answer>;

    [Needs(ForumPermissions.Stands)]
    public sealed record Export(Query Of, ListFile To) : IRequest<int>;

    public sealed record Filter(Guid EditionId)
    {
        public string? Words { get; init; }
        public IReadOnlyList<StandState> States { get; init; } = [];
        public IReadOnlyList<StandKind> Kinds { get; init; } = [];
        public IReadOnlyList<Guid> Coalitions { get; init; } = [];

        internal IQueryable<StandRequest> Apply(PlatformDb db, bool states = true, bool kinds = true, bool coalitions = true)
        {
            var found = db.Set<StandRequest>().AsNoTracking().Where(r => r.EditionId == EditionId);
            foreach (var word in Folding.Words(Words)) found = found.Where(r => r.SearchKey.Contains(word));
            if (states && States.Count > 0) found = found.Where(r => States.Contains(r.State));
            if (kinds && Kinds.Count > 0) found = found.Where(r => Kinds.Contains(r.Kind));
            if (coalitions && Coalitions.Count > 0) found = found.Where(r => Coalitions.Contains(r.CoalitionId));
            return found;
        }
    }

    /// <param name="All">Of the edition, whatever the filter; likewise <paramref name="Waiting"/>.</param>
    /// <param name="Coalitions">That can be chosen for one more.</param>
    public sealed record Answer(string Title, bool IsOpen, int All, int Waiting, PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, IReadOnlyList<CoalitionStands.Row> Coalitions);

    public sealed record Row(Guid Id, string Name, string? Email, string? Organisation, Guid CoalitionId, StandKind Kind, string? Text, StandState State, string? Reason, DateTimeOffset TakenAt, string? By)
    {
        public string Coalition { get; init; } = "";
    }

    public static IReadOnlyList<Column<Row>> Columns(Space space) =>
    [
        new("nom", "Nom", r => r.Name),
        new("demande", "Demande", r => EnumNames.Of(r.Kind)) { Usual = true },
        new("coalition", Word.Capital(Vocabulary.DefaultOf("coalition").Singular), r => r.Coalition) { Label = Word.Capital(space.Words.Coalition.Singular), Usual = true },
        new("etat", "État", r => EnumNames.Of(r.State)) { Usual = true },
        new("organisation", "Organisation", r => r.Organisation),
        new("adresse", "Adresse électronique", r => r.Email),
        new("texte", "En une phrase", r => r.Text),
        new("recue", "Reçue le", r => space.Local(r.TakenAt), ColumnKind.Instant),
        new("par", "Notée par", r => r.By),
        new("suite", "Suite donnée", r => r.Reason),
        new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
    ];

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var filter = query.Of;
            var edition = await db.Set<ForumEdition>().Where(e => e.Id == filter.EditionId).Select(e => new { e.Title, e.CancelledOn, e.EndsOn }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));
            var rows = await Rows(filter.Apply(db).After(r => r.TakenAt, r => r.Id, true, query.Cursor, query.Size)).ToListAsync(ct);
            var counts = await new Filter(filter.EditionId).Apply(db).GroupBy(r => new { r.State, r.Kind, r.CoalitionId }).Select(g => new { g.Key.State, g.Key.Kind, g.Key.CoalitionId, Count = g.Count() }).ToListAsync(ct);
            var found = await filter.Apply(db, states: false, kinds: false, coalitions: false).GroupBy(r => new { r.State, r.Kind, r.CoalitionId }).Select(g => new { g.Key.State, g.Key.Kind, g.Key.CoalitionId, Count = g.Count() }).ToListAsync(ct);
            var total = found.Where(c => State(c.State) && Kind(c.Kind) && Of(c.CoalitionId)).Sum(c => c.Count);
            var names = await mediator.Send(new LabelsOf.Query([.. counts.Select(c => c.CoalitionId).Distinct()]), ct);
            Facet[] facets =
            [
                new("etat", "État", [.. Enum.GetValues<StandState>().Select(s => new FacetValue(EnumNames.Slug(s), EnumNames.Of(s), found.Where(c => c.State == s && Kind(c.Kind) && Of(c.CoalitionId)).Sum(c => c.Count), filter.States.Contains(s))).Where(v => v.Count > 0 || v.Chosen)]),
                new("demande", "Demande", [.. Enum.GetValues<StandKind>().Select(k => new FacetValue(EnumNames.Slug(k), EnumNames.Of(k), found.Where(c => c.Kind == k && State(c.State) && Of(c.CoalitionId)).Sum(c => c.Count), filter.Kinds.Contains(k))).Where(v => v.Count > 0 || v.Chosen)]),
                new("coalition", Word.Capital(tenant.Space.Words.Coalition.Singular), [.. names.OrderBy(n => n.Value, StringComparer.CurrentCulture).Select(n => new FacetValue(n.Key.ToString(), n.Value, found.Where(c => c.CoalitionId == n.Key && State(c.State) && Kind(c.Kind)).Sum(c => c.Count), filter.Coalitions.Contains(n.Key))).Where(v => v.Count > 0 || v.Chosen)]),
            ];
            var isOpen = edition.CancelledOn is null && tenant.Space.Today(clock) <= edition.EndsOn.AddDays(StandWriting.Late);
            return new(edition.Title, isOpen, counts.Sum(c => c.Count), counts.Where(c => c.State == StandState.Waiting).Sum(c => c.Count),
                rows.Page(r => r.TakenAt, r => r.Id, total, query.Size).Select(r => r with { Coalition = names.GetValueOrDefault(r.CoalitionId, "") }), facets, new ListColumns<Row>(Columns(tenant.Space), query.Columns),
                isOpen ? await mediator.Send(new CoalitionStands.Query(), ct) : []);

            bool State(StandState state) => filter.States.Count == 0 || filter.States.Contains(state);
            bool Kind(StandKind kind) => filter.Kinds.Count == 0 || filter.Kinds.Contains(kind);
            bool Of(Guid coalition) => filter.Coalitions.Count == 0 || filter.Coalitions.Contains(coalition);
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            if (!await db.Set<ForumEdition>().AnyAsync(e => e.Id == export.Of.Of.EditionId, ct)) throw new NotFound(nameof(ForumEdition));
            var found = export.Of.Of.Apply(db).InOrder(r => r.TakenAt, r => r.Id, true);
            return await export.To.Write("Demandes reçues au forum", tenant.Space, tenant.Space.Today(clock), new ListColumns<Row>(Columns(tenant.Space), export.Of.Columns).InFile, ListFile.InOrder(await found.Select(r => r.Id).ToListAsync(ct), Read, r => r.Id), ct);

            async Task<IReadOnlyList<Row>> Read(IReadOnlyList<Guid> ids)
            {
                var rows = await Rows(db.Set<StandRequest>().AsNoTracking().Where(r => ids.Contains(r.Id))).ToListAsync(ct);
                var names = await mediator.Send(new LabelsOf.Query([.. rows.Select(r => r.CoalitionId).Distinct()]), ct);
                return rows.ConvertAll(r => r with { Coalition = names.GetValueOrDefault(r.CoalitionId, "") });
            }
        }

        private static IQueryable<Row> Rows(IQueryable<StandRequest> found) => found.Select(r => new Row(r.Id, r.Name, r.Email, r.Organisation, r.CoalitionId, r.Kind, r.Text, r.State, r.Reason, r.TakenAt, r.By));
    }
}
