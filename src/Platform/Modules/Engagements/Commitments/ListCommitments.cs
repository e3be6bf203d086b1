using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>The list of commitments: narrowed, sorted, one page, with what each filter would leave. Four queries whatever the size, one more when words are typed,
/// and two more when somebody chose a column that few look at.</summary>
public static class ListCommitments
{
    public enum Order { Title, Due, News, Number }

    /// <param name="Columns">Keys of the columns wanted, the usual ones when none is.</param>
    [AnyMember]
    public sealed record Query(CommitmentFilter Filter, Order Order, bool Descending, string? Cursor, IReadOnlyList<string>? Columns = null,
        int Size = Keyset.Size) : IRequest<Answer>;

    /// <param name="Late">Among what the filter leaves; null, as <paramref name="Silent"/>, when a search finds too many to count.</param>
    public sealed record Answer(PageOf<CommitmentRow> Page, IReadOnlyList<Facet> Facets, ListColumns<CommitmentRow> Columns, int? Late, int? Silent, DateOnly Today);

    private sealed record Given(Guid Id, Guid CommitmentId, DateOnly HappenedOn, Guid? CorrectsId);

    /// <summary>The latest ones of a page, a printed one too: what nobody could tell apart in a picture is not read.</summary>
    private const int MostNews = 5 * Keyset.Printed;

    private static readonly FixedQuery<Guid[], Given> News = new((db, ids) =>
        db.Set<Update>().Where(u => ids.Contains(u.CommitmentId)).OrderByDescending(u => u.HappenedOn).Take(MostNews).Select(u => new Given(u.Id, u.CommitmentId, u.HappenedOn, u.CorrectsId)));

    internal sealed class Handler(PlatformDb db, IMediator mediator, Tallies tallies, KeptAnswers kept, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            // What is printed is forty pages at once, and hardly ever asked again.
            return query.Size > Keyset.Size ? Read(query, today, ct) : kept.Get(query, today, () => Read(query, today, ct));
        }

        private async Task<Answer> Read(Query query, DateOnly today, CancellationToken ct)
        {
            query = query with { Filter = await query.Filter.Read(db, ct) };
            var columns = new ListColumns<CommitmentRow>(CommitmentRow.Columns(tenant.Space.Words, today), query.Columns);
            var rows = await Rows(query, today, ct);
            var counts = await CommitmentCounts.Read(db, tallies, tenant.Space.Id, query.Filter, rows.Count > query.Size || query.Cursor is not null ? null : rows.Count, today, ct);
            var names = await mediator.Send(new NamesOf.Query(
                rows.SelectMany(r => r.Named).Concat(counts.Named(query.Filter))), ct);
            var ids = rows.ConvertAll(r => r.Id);
            var news = columns.Chosen.Any(c => c.Drawn) ? await NewsOf(ids, ct) : null;
            var more = columns.AreDeep ? await CommitmentReading.Depths(db, ids, ct) : null;

            var total = counts.Total;
            var page = query.Order switch
            {
                Order.Title => rows.Page(r => r.TitleKey, r => r.Id, total, query.Size),
                Order.News => rows.Page(r => r.NewsKey, r => r.Id, total, query.Size),
                Order.Number => rows.Page(r => r.Number, r => r.Id, total, query.Size),
                _ => rows.Page(r => r.DueKey, r => r.Id, total, query.Size),
            };
            return new(page.Select(r => r.Row(names, more?[r.Id]) with { Life = news is null ? null : r.Life(news[r.Id], today) }),
                counts.Facets(query.Filter, tenant.Space.Words, names), columns, counts.Late(), counts.Silent(), today);
        }

        private Task<List<CommitmentReading.Raw>> Rows(Query query, DateOnly today, CancellationToken ct)
        {
            var found = query.Filter.Apply(db, today);
            var ordered = query.Order switch
            {
                Order.Title => found.After(c => c.TitleKey, c => c.Id, query.Descending, query.Cursor, query.Size),
                Order.News => found.After(c => c.NewsKey, c => c.Id, query.Descending, query.Cursor, query.Size),
                Order.Number => found.After(c => c.Number, c => c.Id, query.Descending, query.Cursor, query.Size),
                _ => found.After(c => c.DueKey, c => c.Id, query.Descending, query.Cursor, query.Size),
            };
            return ordered.Raws(db).ToListAsync(ct);
        }

        private async Task<ILookup<Guid, DateOnly>> NewsOf(List<Guid> ids, CancellationToken ct)
        {
            var news = await News.ToList(db, [.. ids], ct);
            // Told apart here: the database would look up each news to find that hardly any is corrected.
            var corrected = news.Select(u => u.CorrectsId).OfType<Guid>().ToHashSet();
            return news.Where(u => !corrected.Contains(u.Id)).ToLookup(u => u.CommitmentId, u => u.HappenedOn);
        }
    }
}
