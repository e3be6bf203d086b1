using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>A file for whoever may read what it hangs on: every member of the space. Its content is read piece by piece, each in a
/// short transaction of its own: who downloads slowly holds nothing of the database meanwhile.</summary>
public static class ReadDocument
{
    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="Digest">SHA-256 in hexadecimal.</param>
    public sealed record Answer(string Name, string MediaType, int Size, string Digest, DateTimeOffset AddedAt);

    /// <param name="Number">From 0.</param>
    [AnyMember]
    public sealed record Chunk(Guid Id, int Number) : IRequest<byte[]>;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, Answer>, IRequestHandler<Chunk, byte[]>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct) => await Files(db).Where(d => d.Id == query.Id)
            .Select(d => new Answer(d.Name, d.MediaType!, d.Size, d.Digest!, d.AddedAt)).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Document));

        public async Task<byte[]> Handle(Chunk query, CancellationToken ct) => await db.Set<DocumentChunk>()
            .Where(c => c.DocumentId == query.Id && c.Number == query.Number).Select(c => c.Content).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(DocumentChunk));
    }

    internal static IQueryable<Document> Files(PlatformDb db) => db.Set<Document>().Where(d => d.Kind == DocumentKind.File && d.RemovedOn == null);
}
