using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Front;

/// <summary>The spaces that anybody may know of: those that are active.</summary>
public static class ListSpaces
{
    [Anonymous(OutsideSpaces = true)]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(string Identifier, string Name, TenantKind Kind);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) => await db.Tenants
            .Where(t => t.State == TenantState.Active).OrderBy(t => t.Name).Take(200)
            .Select(t => new Row(t.Identifier, t.Name, t.Kind)).ToListAsync(ct);
    }
}
