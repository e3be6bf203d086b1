using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>The list of leads as a file: every row that the filter leaves, in its order, with a column per question.</summary>
public static class ExportLeads
{
    /// <param name="Ticked">Only these, whatever the filter; none: what the filter leaves.</param>
    [AnyMember]
    public sealed record Query(LeadFilter Filter, ListLeads.Order Order, bool Descending, IReadOnlyList<Guid> Ticked, IReadOnlyList<string> Columns, ListFile To) : IRequest<int>;

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, int>
    {
        public async Task<int> Handle(Query query, CancellationToken ct)
        {
            var questions = await LeadRow.InForce(db, ct);
            var columns = new ListColumns<LeadRow>(LeadRow.Columns(tenant.Space.Words, questions), query.Columns);
            var ids = await Ids(query).ToListAsync(ct);
            return await query.To.Write(Word.Capital(tenant.Space.Words.Lead.Plural), tenant.Space, tenant.Space.Today(clock), columns.InFile,
                ListFile.InOrder(ids, handful => Read(handful, questions, ct), r => r.Of.Id), ct);
        }

        private IQueryable<Guid> Ids(Query query)
        {
            var found = new ActOnMany.Which<LeadFilter>(query.Filter, query.Ticked).In(db.Set<Lead>(), filter => filter.Apply(db));
            return (query.Order switch
            {
                ListLeads.Order.Raised => found.InOrder(l => l.RaisedOn, l => l.Id, query.Descending),
                ListLeads.Order.Number => found.InOrder(l => l.Number, l => l.Id, query.Descending),
                _ => found.InOrder(l => l.TitleKey, l => l.Id, query.Descending),
            }).Select(l => l.Id);
        }

        private async Task<IReadOnlyList<LeadRow>> Read(IReadOnlyList<Guid> ids, IReadOnlyList<LeadRow.Question> questions, CancellationToken ct)
        {
            var rows = await LeadRow.Raws(db, db.Set<Lead>().Where(l => ids.Contains(l.Id))).ToListAsync(ct);
            var names = await mediator.Send(new NamesOf.Query(rows.Select(r => r.SponsorId)), ct);
            return rows.ConvertAll(r => LeadRow.From(r, names, questions));
        }
    }
}
