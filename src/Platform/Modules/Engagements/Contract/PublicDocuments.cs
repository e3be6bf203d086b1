using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Evidence;

namespace Platform.Modules.Engagements.Contract;

/// <summary>What anybody may read of a commitment's documents: those shown to the public, while everybody may read the commitment itself.
/// A file is at <c>~/public/documents/{id}</c>; a link has its own address.</summary>
public static class PublicDocuments
{
    [Anonymous]
    public sealed record Query(Guid CommitmentId) : IRequest<IReadOnlyList<Row>>;

    /// <param name="Address">Of a link; null for a file.</param>
    /// <param name="Size">In bytes.</param>
    /// <param name="UpdateId">The news that it backs, if any; likewise <paramref name="MeasureId"/>.</param>
    public sealed record Row(Guid Id, string Name, string? Address, int Size, DateTimeOffset AddedAt, Guid? UpdateId, Guid? MeasureId);

    [Anonymous]
    public sealed record File(Guid Id) : IRequest<ReadDocument.Answer>;

    [Anonymous]
    public sealed record Chunk(Guid Id, int Number) : IRequest<byte[]>;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>, IRequestHandler<File, ReadDocument.Answer>, IRequestHandler<Chunk, byte[]>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) => await Shown(db.Set<Document>()).Where(d => d.CommitmentId == query.CommitmentId && d.RemovedOn == null)
            .OrderBy(d => d.AddedAt).ThenBy(d => d.Id).Select(d => new Row(d.Id, d.Name, d.Address, d.Size, d.AddedAt, d.UpdateId, d.MeasureId)).ToListAsync(ct);

        public async Task<ReadDocument.Answer> Handle(File query, CancellationToken ct) => await Shown(ReadDocument.Files(db)).Where(d => d.Id == query.Id)
            .Select(d => new ReadDocument.Answer(d.Name, d.MediaType!, d.Size, d.Digest!, d.AddedAt)).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Document));

        public async Task<byte[]> Handle(Chunk query, CancellationToken ct) => await db.Set<DocumentChunk>()
            .Where(c => c.DocumentId == query.Id && c.Number == query.Number && Shown(ReadDocument.Files(db)).Any(d => d.Id == c.DocumentId))
            .Select(c => c.Content).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(DocumentChunk));

        private IQueryable<Document> Shown(IQueryable<Document> documents) => documents.Where(d => d.IsPublic
            && db.Set<Commitment>().Where(Commitment.Published).Any(c => c.Id == d.CommitmentId));
    }
}
