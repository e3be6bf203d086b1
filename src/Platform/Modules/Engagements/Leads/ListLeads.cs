using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>The list of leads: narrowed, sorted, one page, with what each filter would leave. Four queries whatever the size.</summary>
public static class ListLeads
{
    public enum Order { Title, Raised, Number }

    /// <param name="Columns">Keys of the columns wanted, the usual ones when none is.</param>
    [AnyMember]
    public sealed record Query(LeadFilter Filter, Order Order = Order.Title, bool Descending = false, string? Cursor = null, IReadOnlyList<string>? Columns = null,
        int Size = Keyset.Size) : IRequest<Answer>;

    /// <param name="Soon">Among what the filter leaves.</param>
    public sealed record Answer(PageOf<LeadRow> Page, IReadOnlyList<Facet> Facets, ListColumns<LeadRow> Columns, int Soon, int ToCheck);

    internal sealed class Handler(PlatformDb db, IMediator mediator, Tallies tallies, CurrentTenant tenant) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var found = query.Filter.Apply(db);
            var ordered = query.Order switch
            {
                Order.Raised => found.After(l => l.RaisedOn, l => l.Id, query.Descending, query.Cursor, query.Size),
                Order.Number => found.After(l => l.Number, l => l.Id, query.Descending, query.Cursor, query.Size),
                _ => found.After(l => l.TitleKey, l => l.Id, query.Descending, query.Cursor, query.Size),
            };
            var rows = await LeadRow.Raws(db, ordered).ToListAsync(ct);
            var questions = await LeadRow.InForce(db, ct);
            var counts = await LeadCounts.Read(db, tallies, tenant.Space.Id, query.Filter, ct);
            var names = await mediator.Send(new NamesOf.Query([.. rows.Select(r => r.SponsorId), .. counts.Ids(LeadFacet.Sponsor, query.Filter.Sponsors).Select(id => (Guid?)id)]), ct);

            var page = query.Order switch
            {
                Order.Raised => rows.Page(r => r.RaisedOn, r => r.Id, counts.Total, query.Size),
                Order.Number => rows.Page(r => r.Number, r => r.Id, counts.Total, query.Size),
                _ => rows.Page(r => r.TitleKey, r => r.Id, counts.Total, query.Size),
            };
            return new(page.Select(r => LeadRow.From(r, names, questions)), counts.Facets(query.Filter, tenant.Space.Words.Lead, names),
                new ListColumns<LeadRow>(LeadRow.Columns(tenant.Space.Words, questions), query.Columns), counts.Soon(), counts.ToCheck());
        }
    }
}
