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
            var standing = Update.Standing(db);
            // The last of each, then the last of all: a busy commitment does not hide the others.
            var rows = await db.Set<Commitment>().Where(Commitment.Published).Where(c => c.LastNewsOn != null).OrderByDescending(c => c.NewsKey).ThenByDescending(c => c.Id).Take(Most)
                .Select(c => new
                {
                    c.Id, c.Title,
                    News = standing.Where(u => u.CommitmentId == c.Id)
                        .OrderByDescending(u => u.HappenedOn).ThenByDescending(u => u.RecordedAt).ThenByDescending(u => u.Id)
                        .Select(u => new { u.HappenedOn, u.Status, Text = u.IsPublic ? u.Text : null }).FirstOrDefault(),
                }).ToListAsync(ct);
            return [.. rows.Where(r => r.News is not null).Select(r => new Row(r.Id, r.Title, r.News!.HappenedOn, r.News.Status.Badge(tenant.Space.Words.Commitment), Cut(r.News.Text)))];
        }

        private static string? Cut(string? text) => text is not { Length: > Excerpt } ? text : text[..(text.LastIndexOf(' ', Excerpt) is > 0 and var end ? end : Excerpt)] + "…";
    }
}
