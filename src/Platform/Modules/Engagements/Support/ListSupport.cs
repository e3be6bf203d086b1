using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Support;

/// <summary>The requests for support, most pressing first. Three queries whatever their number, one more when words are typed.</summary>
public static class ListSupport
{
    public enum Order { Due, Asked }

    [AnyMember]
    public sealed record Query(SupportFilter Filter, Order Order, bool Descending, string? Cursor, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size) : IRequest<Answer>;

    /// <param name="All">Requests of the space.</param>
    /// <param name="Open">Of all of them, for the first line; likewise <paramref name="Late"/> and <paramref name="Waiting"/> (asked, without an answer).</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, int All, int Open, int Late, int Waiting);

    /// <param name="Ticked">Only these, whatever the filter; none: what the filter leaves.</param>
    [AnyMember]
    public sealed record Export(Query Of, IReadOnlyList<Guid> Ticked, ListFile To) : IRequest<int>;

    public sealed record Row(Guid Id, Guid CoalitionId, string Coalition, string Kind, string? Details, SupportState State, DateOnly? DueOn, DateOnly? OpenDueOn, DateOnly DueKey,
        DateOnly AskedOn, string AskedBy, Guid? OwnerId, string? Reason)
    {
        public string? Owner { get; init; }
        public DateOnly Today { get; init; }

        public bool IsLate => OpenDueOn < Today;
    }

    public static IReadOnlyList<Column<Row>> Columns(Space space) =>
    [
        new("appui", "Appui", r => r.Kind),
        new("coalition", Word.Capital(Vocabulary.DefaultOf("coalition").Singular), r => r.Coalition) { Label = Word.Capital(space.Words.Coalition.Singular), Usual = true },
        new("etat", "État", r => EnumNames.Of(r.State)) { Usual = true },
        new("echeance", "Pour le", r => r.DueOn, ColumnKind.Date) { Usual = true, Sort = "echeance" },
        new("suivi", "Suivie par", r => r.Owner) { Usual = true },
        new("demandee", "Demandée le", r => r.AskedOn, ColumnKind.Date) { Sort = "demandee" },
        new("par", "Demandée par", r => r.AskedBy),
        new("precisions", "Précisions", r => r.Details),
        new("motif", "Motif ou résultat", r => r.Reason),
        new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
    ];

    internal sealed class Handler(PlatformDb db, IMediator mediator, Tallies tallies, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        private DateOnly Today => tenant.Space.Today(clock);

        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var filter = await query.Filter.Read(db, ct);
            var found = filter.Apply(db, Today);
            var rows = await Rows(query.Order == Order.Asked ? found.After(r => r.AskedOn, r => r.Id, query.Descending, query.Cursor, query.Size)
                : found.After(r => r.DueKey, r => r.Id, query.Descending, query.Cursor, query.Size)).ToListAsync(ct);
            var counts = await SupportCounts.Read(db, tallies, tenant.Id, filter, Today, ct);
            var names = await mediator.Send(new NamesOf.Query(rows.Select(r => r.OwnerId).Concat(counts.Ids(SupportFacet.Owner, filter.Owners).Select(id => (Guid?)id))), ct);
            var page = query.Order == Order.Asked ? rows.Page(r => r.AskedOn, r => r.Id, counts.Total, query.Size) : rows.Page(r => r.DueKey, r => r.Id, counts.Total, query.Size);
            return new(page.Select(r => Named(r, names)), counts.Facets(filter, tenant.Space.Words, names), new ListColumns<Row>(Columns(tenant.Space), query.Columns),
                counts.InSpace, counts.Open(), counts.Late(), counts.Waiting());
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var query = export.Of;
            var found = await new ActOnMany.Which<SupportFilter>(query.Filter, export.Ticked).In(db.Set<SupportRequest>(), async filter => (await filter.Read(db, ct)).Apply(db, Today));
            var ordered = query.Order == Order.Asked ? found.InOrder(r => r.AskedOn, r => r.Id, query.Descending) : found.InOrder(r => r.DueKey, r => r.Id, query.Descending);
            var columns = new ListColumns<Row>(Columns(tenant.Space), query.Columns).InFile;
            return await export.To.Write("Demandes d’appui", tenant.Space, Today, columns, ListFile.InOrder(await ordered.Select(r => r.Id).ToListAsync(ct), Read, r => r.Id), ct);

            async Task<IReadOnlyList<Row>> Read(IReadOnlyList<Guid> ids)
            {
                var rows = await Rows(db.Set<SupportRequest>().Where(r => ids.Contains(r.Id))).ToListAsync(ct);
                var names = await mediator.Send(new NamesOf.Query(rows.Select(r => r.OwnerId)), ct);
                return rows.ConvertAll(r => Named(r, names));
            }
        }

        private IQueryable<Row> Rows(IQueryable<SupportRequest> found) => found.Select(r => new Row(r.Id, r.CoalitionId,
            db.Set<Coalition>().Where(c => c.Id == r.CoalitionId).Select(c => c.Name).First(), db.Set<GuideLine>().Where(l => l.Id == r.KindId).Select(l => l.Text).First(),
            r.Details, r.State, r.DueOn, r.OpenDueOn, r.DueKey, r.AskedOn, r.AskedBy, r.OwnerId, r.Reason));

        private Row Named(Row row, IReadOnlyDictionary<Guid, NamesOf.Row> names) => row with { Today = Today, Owner = row.OwnerId is { } id ? names.GetValueOrDefault(id)?.Name : null };
    }
}
