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
        public async Task<ReadDocument.Answer> Handle(File query, CancellationToken ct)
        {
            var points = await mediator.Send(new AgendaByLink.Query(query.Secret), ct);
            return await ReadDocument.Files(db).Where(d => d.Id == query.Id && d.AgendaItemId != null && points.Contains(d.AgendaItemId.Value))
                .Select(d => new ReadDocument.Answer(d.Name, d.MediaType!, d.Size, d.Digest!, d.AddedAt)).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Document));
        }

        // One question: a heavy file is hundreds of them.
        public async Task<byte[]> Handle(Chunk query, CancellationToken ct)
        {
            var points = AgendaByLink.Points(db, query.Secret);
            return await db.Set<DocumentChunk>().Where(c => c.DocumentId == query.Id && c.Number == query.Number
                    && ReadDocument.Files(db).Any(d => d.Id == c.DocumentId && d.AgendaItemId != null && points.Contains(d.AgendaItemId.Value)))
                .Select(c => c.Content).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(DocumentChunk));
        }
    }
}
