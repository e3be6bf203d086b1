using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>The list as a file: every row that the filter leaves, in its order.</summary>
public static class ExportCommitments
{
    /// <param name="Ticked">Only these, whatever the filter; none: what the filter leaves.</param>
    [AnyMember]
    public sealed record Query(CommitmentFilter Filter, ListCommitments.Order Order, bool Descending, IReadOnlyList<Guid> Ticked, IReadOnlyList<string> Columns, ListFile To) : IRequest<int>;

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, int>
    {
        public async Task<int> Handle(Query query, CancellationToken ct)
        {
            query = query with { Filter = await query.Filter.Read(db, ct) };
            var today = tenant.Space.Today(clock);
            var columns = new ListColumns<CommitmentRow>(CommitmentRow.Columns(tenant.Space.Words, today), query.Columns);
            var deep = columns.InFile.Any(c => c.Deep);
            // First which ones, at one instant; then the rows by handfuls: none twice, none forgotten, whatever is changed meanwhile.
            var ids = await Ids(query, today).ToListAsync(ct);
            return await query.To.Write(Word.Capital(tenant.Space.Words.Commitment.Plural), tenant.Space, today, columns.InFile,
                ListFile.InOrder(ids, handful => Read(handful, deep, ct), r => r.Id), ct);
        }

        private IQueryable<Guid> Ids(Query query, DateOnly today)
        {
            var found = new ActOnMany.Which<CommitmentFilter>(query.Filter, query.Ticked).In(db.Set<Commitment>(), filter => filter.Apply(db, today));
            var ordered = query.Order switch
            {
                ListCommitments.Order.Title => found.InOrder(c => c.TitleKey, c => c.Id, query.Descending),
                ListCommitments.Order.News => found.InOrder(c => c.NewsKey, c => c.Id, query.Descending),
                ListCommitments.Order.Number => found.InOrder(c => c.Number, c => c.Id, query.Descending),
                _ => found.InOrder(c => c.DueKey, c => c.Id, query.Descending),
            };
            return ordered.Select(c => c.Id);
        }

        private async Task<IReadOnlyList<CommitmentRow>> Read(IReadOnlyList<Guid> ids, bool deep, CancellationToken ct)
        {
            var rows = await db.Set<Commitment>().Where(c => ids.Contains(c.Id)).Raws(db).ToListAsync(ct);
            var names = await mediator.Send(new NamesOf.Query(rows.SelectMany(r => r.Named)), ct);
            var more = deep ? await CommitmentReading.Depths(db, ids.ToList(), ct) : null;
            return rows.ConvertAll(r => r.Row(names, more?[r.Id]));
        }
    }
}
