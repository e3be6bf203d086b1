using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>A file of a meeting's agenda for whoever was called to it, by the link of the convocation.</summary>
public static class ReadByLink
{
    [Anonymous]
    public sealed record File(string? Secret, Guid Id) : IRequest<ReadDocument.Answer>;

    /// <param name="Number">From 0.</param>
    [Anonymous]
    public sealed record Chunk(string? Secret, Guid Id, int Number) : IRequest<byte[]>;

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<File, ReadDocument.Answer>, IRequestHandler<Chunk, byte[]>
    {
        public async Task<ReadDocument.Answer> Handle(File query, CancellationToken ct) => await (await Opened(query.Secret, query.Id, ct))
            .Select(d => new ReadDocument.Answer(d.Name, d.MediaType!, d.Size, d.Digest!, d.AddedAt)).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Document));

        public async Task<byte[]> Handle(Chunk query, CancellationToken ct)
        {
            var opened = await Opened(query.Secret, query.Id, ct);
            return await db.Set<DocumentChunk>().Where(c => c.DocumentId == query.Id && c.Number == query.Number && opened.Any(d => d.Id == c.DocumentId)).Select(c => c.Content).SingleOrDefaultAsync(ct)
                ?? throw new NotFound(nameof(DocumentChunk));
        }

        private async Task<IQueryable<Document>> Opened(string? secret, Guid id, CancellationToken ct)
        {
            var points = await mediator.Send(new AgendaByLink.Query(secret), ct);
            return ReadDocument.Files(db).Where(d => d.Id == id && d.AgendaItemId != null && points.Contains(d.AgendaItemId.Value));
        }
    }
}
