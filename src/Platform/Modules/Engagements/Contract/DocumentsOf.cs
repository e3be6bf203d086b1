using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Evidence;

namespace Platform.Modules.Engagements.Contract;

/// <summary>The documents that hang on rows of other modules, for the pages that show those rows. A file is at <c>~/documents/{id}</c>.</summary>
public static class DocumentsOf
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> Owners) : IRequest<ILookup<Guid, Row>>;

    /// <param name="Address">Of a link; null for a file.</param>
    /// <param name="Size">In words: "240 Ko"; null for a link.</param>
    public sealed record Row(Guid Id, string Name, string? Address, string? Size, string Icon, bool IsPublic);

    /// <summary>The same within a request of somebody who is no member and follows a personal link.</summary>
    /// <param name="onlyPublic">Those that anybody may read.</param>
    public static async Task<ILookup<Guid, Row>> Read(PlatformDb db, IReadOnlyCollection<Guid> owners, CancellationToken ct, bool onlyPublic = false)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(owners);
        var found = owners.Count == 0 ? [] : await db.Set<Document>().Where(d => owners.Contains(d.OwnerKey) && d.RemovedOn == null && (d.IsPublic || !onlyPublic)).OrderBy(d => d.AddedAt).ThenBy(d => d.Id)
            .Select(d => new { d.OwnerKey, d.Id, d.Name, d.Address, d.Size, d.MediaType, d.IsPublic }).ToListAsync(ct);
        return found.ToLookup(d => d.OwnerKey, d => new Row(d.Id, d.Name, d.Address, d.Address is null ? FileSizes.Of(d.Size) : null, FileTypes.IconOf(d.MediaType), d.IsPublic));
    }

    /// <summary>Of these rows, those on which something hangs or hung: they stay.</summary>
    public static async Task<IReadOnlySet<Guid>> Kept(PlatformDb db, IReadOnlyCollection<Guid> owners, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return owners.Count == 0 ? new HashSet<Guid>() : (await db.Set<Document>().Where(d => owners.Contains(d.OwnerKey)).Select(d => d.OwnerKey).Distinct().ToListAsync(ct)).ToHashSet();
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, ILookup<Guid, Row>>
    {
        public Task<ILookup<Guid, Row>> Handle(Query query, CancellationToken ct) => Read(db, query.Owners, ct);
    }
}
