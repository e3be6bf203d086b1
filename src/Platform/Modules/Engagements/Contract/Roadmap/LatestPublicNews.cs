using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>The last news of public commitments: that there was one, and its text when it was meant for everybody.</summary>
public static class LatestPublicNews
{
    public const int Most = 5, Excerpt = 220;

    [Anonymous]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid CommitmentId, string Title, DateOnly On, Badge Badge, string? Text);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            // The last of each, then the last of all: a busy commitment does not hide the others.
            var rows = await db.Set<Commitment>().Where(Commitment.Published).Where(c => c.LastNewsOn != null).OrderByDescending(c => c.NewsKey).ThenByDescending(c => c.Id).Take(Most)
                .Select(c => new { c.Id, c.Title, c.LastNewsOn }).ToListAsync(ct);
            var (ids, since) = (rows.ConvertAll(r => r.Id), rows.Min(r => r.LastNewsOn));
            // Asked apart: within the same query the last of each would be sought among all the news of the space.
            var news = (await Update.Standing(db).Where(u => ids.Contains(u.CommitmentId) && u.HappenedOn >= since).Select(u => new { u.CommitmentId, u.HappenedOn, u.RecordedAt, u.Id, u.Status, Text = u.IsPublic ? u.Text : null }).ToListAsync(ct))
                .OrderByDescending(u => u.HappenedOn).ThenByDescending(u => u.RecordedAt).ThenByDescending(u => u.Id).ToLookup(u => u.CommitmentId);
            return [.. rows.Select(r => (Row: r, News: news[r.Id].FirstOrDefault())).Where(r => r.News is not null)
                .Select(r => new Row(r.Row.Id, r.Row.Title, r.News!.HappenedOn, r.News.Status.Badge(tenant.Space.Words.Commitment), Cut(r.News.Text)))];
        }

        private static string? Cut(string? text) => text is not { Length: > Excerpt } ? text : text[..(text.LastIndexOf(' ', Excerpt) is > 0 and var end ? end : Excerpt)] + "…";
    }
}
