using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

/// <summary>The bodies of the space, those that decide first. Two queries whatever their number.</summary>
public static class ListBodies
{
    public enum Order { Role, Name }

    [AnyMember]
    public sealed record Query(BodyFilter Filter, Order Order = Order.Role, bool Descending = false, string? Cursor = null, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size)
        : IRequest<Answer>;

    /// <summary>The list as a file.</summary>
    /// <param name="Ticked">Only these, whatever the filter; none: what the filter leaves.</param>
    [AnyMember]
    public sealed record Export(Query Of, IReadOnlyList<Guid> Ticked, ListFile To) : IRequest<int>;

    /// <param name="All">Bodies of the space, ended ones too.</param>
    /// <param name="Running">Whatever the filter, for the first line; likewise <paramref name="Deciding"/> and <paramref name="Vacant"/> (functions that nobody holds).</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, int All, int Running, int Deciding, int Vacant);

    /// <param name="Mandates">Functions held today.</param>
    /// <param name="Vacant">Functions without anybody today.</param>
    public sealed record Row(Guid Id, BodyKind Kind, string Name, string NameKey, int? CadencePerYear, bool Decides, string? Composition, DateOnly? EndedOn, int Mandates, int Vacant)
    {
        internal string Rank => (Decides ? "0" : "1") + NameKey;
    }

    // Some hundreds of rows at the very most: sorted, not walked along an index. Said again by Row.Rank.
    private static readonly Expression<Func<Body, string>> Rank = b => (b.Decides ? "0" : "1") + b.NameKey;

    /// <summary>What the list may show and what files hold.</summary>
    public static IReadOnlyList<Column<Row>> Columns { get; } =
    [
        new("nom", "Nom", r => r.Name) { Sort = "nom" },
        new("role", "Décide", r => r.Decides) { Label = "Rôle", Usual = true, Sort = "role" },
        new("nature", "Nature", r => EnumNames.Of(r.Kind)),
        new("rythme", "Réunions par an", r => r.CadencePerYear, ColumnKind.Number) { Label = "Rythme", Usual = true },
        new("composition", "Composition", r => r.Composition),
        new("mandats", "Mandats", r => r.Mandates, ColumnKind.Number) { Usual = true },
        new("vacances", "Fonctions vacantes", r => r.Vacant, ColumnKind.Number) { Label = "Vacances", Usual = true },
        new("fin", "Fin", r => r.EndedOn, ColumnKind.Date),
        new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
    ];

    internal sealed class Handler(PlatformDb db, Tallies tallies, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var found = query.Filter.Apply(db, today);
            var rows = await Rows(query.Order == Order.Name ? found.After(b => b.NameKey, b => b.Id, query.Descending, query.Cursor, query.Size)
                : found.After(Rank, b => b.Id, query.Descending, query.Cursor, query.Size), today).ToListAsync(ct);
            var counts = await BodyCounts.Read(db, tallies, tenant.Id, query.Filter, today, ct);
            var page = query.Order == Order.Name ? rows.Page(r => r.NameKey, r => r.Id, counts.Total, query.Size) : rows.Page(r => r.Rank, r => r.Id, counts.Total, query.Size);
            return new(page, counts.Facets(query.Filter), new(Columns, query.Columns), counts.InSpace, counts.Running(), counts.Deciding(), counts.Vacant());
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var (query, today) = (export.Of, tenant.Space.Today(clock));
            var found = new ActOnMany.Which<BodyFilter>(query.Filter, export.Ticked).In(db.Set<Body>(), filter => filter.Apply(db, today));
            var ordered = query.Order == Order.Name ? found.InOrder(b => b.NameKey, b => b.Id, query.Descending) : found.InOrder(Rank, b => b.Id, query.Descending);
            return await export.To.Write(Word.Capital(tenant.Space.Words.Body.Plural), tenant.Space, today, new ListColumns<Row>(Columns, query.Columns).InFile,
                ListFile.InOrder<Row>(await ordered.Select(b => b.Id).ToListAsync(ct), async ids => await Rows(db.Set<Body>().Where(b => ids.Contains(b.Id)), today).ToListAsync(ct), r => r.Id), ct);
        }

        private IQueryable<Row> Rows(IQueryable<Body> found, DateOnly today)
        {
            var mandates = Mandate.RunningOn(db, today);
            return found.Select(b => new Row(b.Id, b.Kind, b.Name, b.NameKey, b.CadencePerYear, b.Decides, b.Composition, b.EndedOn,
                mandates.Count(m => m.BodyId == b.Id && m.PersonId != null), mandates.Count(m => m.BodyId == b.Id && m.PersonId == null)));
        }
    }
}
