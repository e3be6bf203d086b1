using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>The coalitions, with who facilitates today, how far each is and what it has promised. Three queries whatever their number, one more when words are typed.</summary>
public static class ListCoalitions
{
    public enum Order { Name, Started }

    [AnyMember]
    public sealed record Query(CoalitionFilter Filter, Order Order = Order.Name, bool Descending = false, string? Cursor = null, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size)
        : IRequest<Answer>;

    /// <summary>The list as a file.</summary>
    /// <param name="Ticked">Only these, whatever the filter; none: what the filter leaves.</param>
    [AnyMember]
    public sealed record Export(Query Of, IReadOnlyList<Guid> Ticked, ListFile To) : IRequest<int>;

    /// <param name="All">Coalitions of the space, ended ones too.</param>
    /// <param name="Totals">For the first line, whatever the filter.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, int All, CoalitionStates.Totals Totals);

    public sealed record Row(Guid Id, string Name, string NameKey, CoalitionState State, PerimeterKind PerimeterKind, string Perimeter, string? Theme, int? Colour, DateOnly StartedOn, string? Purpose,
        Guid? PersonId, Guid? OrganisationId, int Members, int StepsDone, int Steps, int Commitments, int Late)
    {
        public Guid? FacilitatorId => PersonId ?? OrganisationId;
        public string? Facilitator { get; init; }
    }

    /// <summary>What the list may show and what files hold.</summary>
    public static IReadOnlyList<Column<Row>> Columns(Space space)
    {
        List<Column<Row>> columns =
        [
            new("nom", "Nom", r => r.Name) { Label = Word.Capital(space.Words.Coalition.Singular), Sort = "nom" },
            new("etat", "État", r => EnumNames.Of(r.State)) { Usual = true },
            new("animation", "Animation", r => r.Facilitator) { Usual = true },
            new("objectif", "Objectif", r => r.Purpose),
            new("nature", "Nature du périmètre", r => EnumNames.Of(r.PerimeterKind)),
            new("perimetre", "Périmètre", r => r.Perimeter),
            new("theme", "Thème", r => r.Theme),
            new("lancement", "Lancement", r => r.StartedOn, ColumnKind.Date) { Sort = "lancement" },
            new("etapes", "Étapes faites", r => r.StepsDone, ColumnKind.Number),
            new("membres", "Membres", r => r.Members, ColumnKind.Number) { Label = Word.Capital(space.Words.Member.Plural), Usual = true },
            new("engagements", "Engagements", r => r.Commitments, ColumnKind.Number) { Label = Word.Capital(space.Words.Commitment.Plural), Usual = true },
            new("retard", "Engagements en retard", r => r.Late, ColumnKind.Number) { Label = "En retard" },
            new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
        ];
        if (!space.Has(SpaceModules.Engagements)) columns.RemoveAll(c => c.Key is "engagements" or "retard");
        return columns;
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Tallies tallies, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var filter = await query.Filter.Read(db, ct);
            var found = filter.Apply(db, today);
            var rows = await Rows(query.Order == Order.Started ? found.After(c => c.StartedOn, c => c.Id, query.Descending, query.Cursor, query.Size)
                : found.After(c => c.NameKey, c => c.Id, query.Descending, query.Cursor, query.Size), today).ToListAsync(ct);
            var counts = await CoalitionCounts.Read(db, tallies, tenant.Id, filter, today, ct);
            var page = query.Order == Order.Started ? rows.Page(r => r.StartedOn, r => r.Id, counts.Total, query.Size) : rows.Page(r => r.NameKey, r => r.Id, counts.Total, query.Size);
            var names = await Names(page.Rows, ct);
            return new(page.Select(r => Named(r, names)), counts.Facets(filter, tenant.Space.Words.Coalition), new(Columns(tenant.Space), query.Columns), counts.InSpace, counts.Totals());
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var (query, today) = (export.Of, tenant.Space.Today(clock));
            var found = await new ActOnMany.Which<CoalitionFilter>(query.Filter, export.Ticked).In(db.Set<Coalition>(), async filter => (await filter.Read(db, ct)).Apply(db, today));
            var ordered = query.Order == Order.Started ? found.InOrder(c => c.StartedOn, c => c.Id, query.Descending) : found.InOrder(c => c.NameKey, c => c.Id, query.Descending);
            return await export.To.Write(Word.Capital(tenant.Space.Words.Coalition.Plural), tenant.Space, today, new ListColumns<Row>(Columns(tenant.Space), query.Columns).InFile,
                ListFile.InOrder(await ordered.Select(c => c.Id).ToListAsync(ct), Read, r => r.Id), ct);

            async Task<IReadOnlyList<Row>> Read(IReadOnlyList<Guid> ids)
            {
                var rows = await Rows(db.Set<Coalition>().Where(c => ids.Contains(c.Id)), today).ToListAsync(ct);
                var names = await Names(rows, ct);
                return rows.ConvertAll(r => Named(r, names));
            }
        }

        private Task<IReadOnlyDictionary<Guid, NamesOf.Row>> Names(IEnumerable<Row> rows, CancellationToken ct) => mediator.Send(new NamesOf.Query(rows.Select(r => r.FacilitatorId)), ct);

        private static Row Named(Row row, IReadOnlyDictionary<Guid, NamesOf.Row> names) => row.FacilitatorId is { } who ? row with { Facilitator = names.GetValueOrDefault(who)?.Name } : row;

        private IQueryable<Row> Rows(IQueryable<Coalition> found, DateOnly today)
        {
            var facilitators = CoalitionFacilitator.On(db, today);
            return found.Select(c => new Row(c.Id, c.Name, c.NameKey, c.State, c.PerimeterKind, c.Perimeter,
                db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => t.Name).FirstOrDefault(),
                db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => (int?)t.Colour).FirstOrDefault(), c.StartedOn, c.Purpose,
                facilitators.Where(f => f.CoalitionId == c.Id).OrderByDescending(f => f.Since).Select(f => f.PersonId).FirstOrDefault(),
                facilitators.Where(f => f.CoalitionId == c.Id).OrderByDescending(f => f.Since).Select(f => f.OrganisationId).FirstOrDefault(),
                c.Members.Count(m => m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today)),
                c.Steps.Count(s => db.Set<GuideLine>().Any(l => l.Id == s.LineId && l.RetiredOn == null)),
                db.Set<GuideLine>().Count(l => l.RetiredOn == null && l.Part < GuidePart.Functioning),
                db.Set<Commitment>().Count(k => k.CoalitionId == c.Id && k.State != CommitmentState.Abandoned),
                db.Set<Commitment>().Count(k => k.CoalitionId == c.Id && k.OpenDueOn < today)));
        }
    }
}
