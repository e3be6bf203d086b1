using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>The values of the indicators of a list of commitments, one line each, under the headings that import knows.</summary>
public static class ExportValues
{
    /// <param name="Ticked">Only the values of these, whatever the filter.</param>
    [AnyMember]
    public sealed record Query(CommitmentFilter Filter, IReadOnlyList<Guid> Ticked, ListFile To) : IRequest<int>;

    private sealed record Row(Guid Id, int Number, string Title, string Indicator, string? Unit, IndicatorValueKind Kind, DateOnly On, decimal Value, string? Comment, string? Source);

    private static readonly Column<Row>[] Columns =
    [
        new("numero", "Numéro", r => r.Number, ColumnKind.Number),
        new("titre", "Engagement", r => r.Title),
        new("indicateur", "Indicateur", r => r.Indicator),
        new("nature", "Nature", r => EnumNames.Of(r.Kind)),
        new("date", "Date", r => r.On, ColumnKind.Date),
        new("valeur", "Valeur", r => r.Value, ColumnKind.Number),
        new("unite", "Unité", r => r.Unit),
        new("commentaire", "Commentaire", r => r.Comment),
        new("source", "Source", r => r.Source),
    ];

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, int>
    {
        public async Task<int> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var found = await new ActOnMany.Which<CommitmentFilter>(query.Filter, query.Ticked).In(db.Set<Commitment>(), async filter => (await filter.Read(db, ct)).Apply(db, today));
            var ids = await Values(found).OrderBy(v => v.Commitment.Number).ThenBy(v => v.Indicator.Id).ThenBy(v => v.Value.On).ThenBy(v => v.Value.Kind).Select(v => v.Value.Id).ToListAsync(ct);
            return await query.To.Write("Valeurs d’indicateurs", tenant.Space, today, Columns, ListFile.InOrder(ids, Read, r => r.Id), ct);

            async Task<IReadOnlyList<Row>> Read(IReadOnlyList<Guid> handful) => await Values(db.Set<Commitment>()).Where(v => handful.Contains(v.Value.Id))
                .Select(v => new Row(v.Value.Id, v.Commitment.Number, v.Commitment.Title, v.Indicator.Name, v.Indicator.Unit, v.Value.Kind, v.Value.On, v.Value.Value, v.Value.Comment, v.Value.Source)).ToListAsync(ct);
        }

        private sealed class Known
        {
            public required Commitment Commitment { get; init; }
            public required Indicator Indicator { get; init; }
            public required IndicatorValue Value { get; init; }
        }

        private IQueryable<Known> Values(IQueryable<Commitment> of) => of.AsNoTracking().Join(db.Set<Indicator>(), c => c.Id, i => i.CommitmentId, (c, i) => new { c, i })
            .Join(db.Set<IndicatorValue>(), x => x.i.Id, v => v.IndicatorId, (x, v) => new Known { Commitment = x.c, Indicator = x.i, Value = v });
    }
}
