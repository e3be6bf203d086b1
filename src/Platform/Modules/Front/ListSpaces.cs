using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Front;

/// <summary>The spaces that anybody may know of: active, and shown on the platform's home by their own choice.</summary>
public static class ListSpaces
{
    [Anonymous(OutsideSpaces = true)]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(string Identifier, string Name, string? Acronym, TenantKind Kind, string Accent, bool HasLogo, int Version, bool HasRoadmap)
    {
        public SpaceMark Mark => SpaceMark.Of(Identifier, Name, Acronym, Accent, HasLogo, Version);
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) => await db.Tenants
            .Where(t => t.State == TenantState.Active && t.IsListed).OrderByDescending(t => t.IsDemonstration).ThenBy(t => t.Name).Take(200)
            .Select(t => new Row(t.Identifier, t.Name, t.Acronym, t.Kind, t.Accent, t.Logo != null, t.Version, t.HasRoadmap)).ToListAsync(ct);
    }
}
