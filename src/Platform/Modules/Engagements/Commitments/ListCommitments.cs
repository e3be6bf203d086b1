using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Tags;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>The list of commitments: narrowed, sorted, one page, with what each filter would leave. Four queries whatever the size.</summary>
public static class ListCommitments
{
    public enum Order { Title, Due, News, Number }

    [AnyMember]
    public sealed record Query(CommitmentFilter Filter, Order Order, bool Descending, string? Cursor) : IRequest<Answer>;

    /// <param name="Late">Among what the filter leaves.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, int Late, int Silent, DateOnly Today);

    /// <param name="Holders">Names, the lead first; the coalition's name when it holds.</param>
    public sealed record Row(Guid Id, int Number, string Title, Standing Standing, IReadOnlyList<string> Holders, DateOnly? DueOn,
        DateOnly? LastNewsOn, int? Progress, Visibility Visibility, Life Life);

    internal sealed class Handler(PlatformDb db, IMediator mediator, Tallies tallies, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var rows = await Rows(query, today, ct);
            var counts = await CommitmentCounts.Read(db, tallies, tenant.Space.Id, query.Filter, today, ct);
            var names = await mediator.Send(new NamesOf.Query(
                rows.SelectMany(r => r.HolderIds).Concat(counts.Of(CommitmentFacet.Holder)).Concat(counts.Of(CommitmentFacet.Facilitator)).Select(id => (Guid?)id)), ct);
            var news = await NewsOf(rows.ConvertAll(r => r.Id), ct);

            var total = counts.Total;
            var page = query.Order switch
            {
                Order.Title => rows.Page(r => r.TitleKey, r => r.Id, total),
                Order.News => rows.Page(r => r.NewsKey, r => r.Id, total),
                Order.Number => rows.Page(r => r.Number, r => r.Id, total),
                _ => rows.Page(r => r.DueKey, r => r.Id, total),
            };
            return new(page.Select(r => new Row(r.Id, r.Number, r.Title, r.Standing,
                    r.Coalition is null ? [.. r.HolderIds.Select(id => names[id].Name)] : [r.Coalition],
                    r.DueOn, r.Standing.LastNewsOn, r.Progress, r.Visibility,
                    new Life(r.StartsOn ?? r.AliveSince ?? r.StateOn, r.DueOn, r.Standing.State.IsOpen() ? null : r.StateOn, [.. news[r.Id]], r.Standing.IsSilent(today)))),
                counts.Facets(query.Filter, tenant.Space.Words, names), counts.Late, counts.Silent, today);
        }

        private Task<List<Raw>> Rows(Query query, DateOnly today, CancellationToken ct)
        {
            var found = query.Filter.Apply(db, today);
            var ordered = query.Order switch
            {
                Order.Title => found.After(c => c.TitleKey, c => c.Id, query.Descending, query.Cursor),
                Order.News => found.After(c => c.NewsKey, c => c.Id, query.Descending, query.Cursor),
                Order.Number => found.After(c => c.Number, c => c.Id, query.Descending, query.Cursor),
                _ => found.After(c => c.DueKey, c => c.Id, query.Descending, query.Cursor),
            };
            return ordered.Select(c => new Raw(c.Id, c.Number, c.Title, c.TitleKey, c.DueKey, c.NewsKey,
                new Standing(c.State, c.OpenDueOn, c.NextNewsDueOn, c.LastNewsOn, c.IsBlocked), c.StartsOn, c.AliveSince, c.StateOn, c.DueOn, c.Progress, c.Visibility,
                db.Set<Coalition>().Where(x => x.Id == c.CoalitionId).Select(x => x.Name).FirstOrDefault(),
                c.Holders.OrderByDescending(h => h.IsLead).Select(h => h.OrganisationId).ToList())).ToListAsync(ct);
        }

        private async Task<ILookup<Guid, DateOnly>> NewsOf(List<Guid> ids, CancellationToken ct) => (await db.Set<Update>()
            .Where(u => ids.Contains(u.CommitmentId) && !db.Set<Update>().Any(later => later.CorrectsId == u.Id))
            .Select(u => new { u.CommitmentId, u.HappenedOn }).ToListAsync(ct)).ToLookup(u => u.CommitmentId, u => u.HappenedOn);
    }

    private sealed record Raw(Guid Id, int Number, string Title, string TitleKey, DateOnly DueKey, DateOnly NewsKey, Standing Standing,
        DateOnly? StartsOn, DateOnly? AliveSince, DateOnly StateOn, DateOnly? DueOn, int? Progress, Visibility Visibility, string? Coalition, List<Guid> HolderIds);
}
