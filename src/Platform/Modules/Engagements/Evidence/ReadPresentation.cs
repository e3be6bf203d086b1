using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Contract;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>A file shown at a forum, for anybody while the page of that edition is open.</summary>
public static class ReadPresentation
{
    [Anonymous]
    public sealed record File(Guid EditionId, Guid Id) : IRequest<ReadDocument.Answer>;

    /// <param name="Number">From 0.</param>
    [Anonymous]
    public sealed record Chunk(Guid EditionId, Guid Id, int Number) : IRequest<byte[]>;

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<File, ReadDocument.Answer>, IRequestHandler<Chunk, byte[]>
    {
        public async Task<ReadDocument.Answer> Handle(File query, CancellationToken ct) => await (await Shown(query.EditionId, query.Id, ct))
            .Select(d => new ReadDocument.Answer(d.Name, d.MediaType!, d.Size, d.Digest!, d.AddedAt)).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Document));

        public async Task<byte[]> Handle(Chunk query, CancellationToken ct)
        {
            var shown = await Shown(query.EditionId, query.Id, ct);
            return await db.Set<DocumentChunk>().Where(c => c.DocumentId == query.Id && c.Number == query.Number && shown.Any(d => d.Id == c.DocumentId)).Select(c => c.Content).SingleOrDefaultAsync(ct)
                ?? throw new NotFound(nameof(DocumentChunk));
        }

        private async Task<IQueryable<Document>> Shown(Guid editionId, Guid id, CancellationToken ct)
        {
            var owners = await mediator.Send(new ForumSpot.Open(editionId), ct);
            return ReadDocument.Files(db).Where(d => d.Id == id && d.IsPublic && owners.Contains(d.OwnerKey));
        }
    }
}
