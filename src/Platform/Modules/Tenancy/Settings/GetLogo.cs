using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

/// <summary>The logo: on every page, the public ones too.</summary>
public static class GetLogo
{
    [Anonymous]
    public sealed record Query : IRequest<Picture>;

    public sealed record Picture(byte[] File, string Type);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Query, Picture>
    {
        public async Task<Picture> Handle(Query query, CancellationToken ct) => await db.Tenants.Where(t => t.Id == tenant.Id && t.Logo != null)
            .Select(t => new Picture(t.Logo!, t.LogoType!)).SingleOrDefaultAsync(ct) ?? throw new NotFound("Logo");
    }
}
