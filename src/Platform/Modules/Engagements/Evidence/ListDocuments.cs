using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>All that is attached to a commitment (to its news and steps too) or to a coalition, the latest first. Sheets show the last few.</summary>
public static class ListDocuments
{
    /// <summary>Documents that a sheet shows of its own.</summary>
    public const int OnSheet = 20;

    [AnyMember]
    public sealed record Query(Guid? CommitmentId, Guid? CoalitionId, string? Cursor = null) : IRequest<Answer>;

    /// <param name="Of">The commitment's title or the coalition's name.</param>
    public sealed record Answer(string Of, PageOf<Row> Page, bool MayChange);

    /// <param name="Step">The step that it backs; null when it backs none.</param>
    /// <param name="NewsOn">The day of the news that it backs.</param>
    public sealed record Row(DocumentLine Line, string? Step, DateOnly? NewsOn);

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var of = (query.CommitmentId is { } commitment ? await db.Set<Commitment>().Where(c => c.Id == commitment).Select(c => c.Title).SingleOrDefaultAsync(ct)
                : await db.Set<Coalition>().Where(c => c.Id == query.CoalitionId).Select(c => c.Name).SingleOrDefaultAsync(ct)) ?? throw new NotFound(nameof(Document));
            var found = db.Set<Document>().Where(d => query.CommitmentId != null ? d.CommitmentId == query.CommitmentId : d.CoalitionId == query.CoalitionId);
            var rows = await found.After(d => d.AddedAt, d => d.Id, true, query.Cursor).Select(d => new Row(
                new DocumentLine(d.Id, d.OwnerKey, d.Name, d.Address, d.MediaType, d.Size, d.IsPublic, d.AddedAt, d.AddedBy, d.RemovedOn, d.RemovedBy, d.RemovedReason),
                db.Set<Measure>().Where(m => m.Id == d.MeasureId).Select(m => m.Title).FirstOrDefault(),
                db.Set<Update>().Where(u => u.Id == d.UpdateId).Select(u => (DateOnly?)u.HappenedOn).FirstOrDefault())).ToListAsync(ct);
            var mayChange = query.CommitmentId is { } id ? await NewsRight.Has(id, db, mediator, memberships, ct) : memberships.May(EngagementPermissions.ManageCoalitions);
            return new(of, rows.Page(r => r.Line.AddedAt, r => r.Line.Id, await found.CountCapped(ct)), mayChange);
        }
    }
}
