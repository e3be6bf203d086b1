using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;

namespace Platform.Modules.Forum.Contract;

/// <summary>The poster of an edition: for members, and for everybody once the page is open.</summary>
public static class ShowPoster
{
    [AnyMember]
    public sealed record Query(Guid EditionId) : IRequest<Picture>;

    [Anonymous]
    public sealed record Public(Guid EditionId) : IRequest<Picture>;

    public sealed record Picture(byte[] Content, string MediaType);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, Picture>, IRequestHandler<Public, Picture>
    {
        public Task<Picture> Handle(Query query, CancellationToken ct) => Read(db.Set<ForumPoster>().Where(p => p.EditionId == query.EditionId), ct);

        public Task<Picture> Handle(Public query, CancellationToken ct) =>
            Read(db.Set<ForumPoster>().Where(p => p.EditionId == query.EditionId && db.Set<ForumEdition>().Any(e => e.Id == query.EditionId && e.IsPublic)), ct);

        private static async Task<Picture> Read(IQueryable<ForumPoster> posters, CancellationToken ct) =>
            await posters.Select(p => new Picture(p.Content, p.MediaType)).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumPoster));
    }
}
