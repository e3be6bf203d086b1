using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Where somebody goes once signed in: the page that asked for it, else the dashboard of the space.</summary>
public static class AfterSignIn
{
    /// <param name="Return">Address inside the current space, beginning with "/", as the visitor's browser gave it back.</param>
    [AnyAccount]
    public sealed record Query(string? Return) : IRequest<Destination>;

    /// <param name="Address">Begins with "~/".</param>
    /// <param name="IsStranger">The account has no place in this space.</param>
    public sealed record Destination(string Address, bool IsStranger = false);

    internal sealed class Handler(IMediator mediator, PlatformDb db, CurrentUser me, CurrentTenant tenant) : IRequestHandler<Query, Destination>
    {
        public async Task<Destination> Handle(Query query, CancellationToken ct)
        {
            var mine = await mediator.Send(new MySpaces.Query(), ct);
            // Somebody invited has no place yet: the invitation is the one page of the space that waits for them.
            if (IsInside(query.Return) && query.Return!.StartsWith("/invitation/", StringComparison.Ordinal)) return new("~" + query.Return);
            if (tenant.SpaceOrNull is { } here && mine.All(s => s.Id != here.Id)) return new("~/", IsStranger: true);
            if (IsInside(query.Return)) return new("~" + query.Return);
            if (tenant.SpaceOrNull is { } space)
                return new(await db.Memberships.Where(m => m.TenantId == space.Id && m.AccountId == me.AccountId).Select(m => m.StartPage).FirstOrDefaultAsync(ct) switch
                {
                    StartPage.Tasks when space.Has(SpaceModules.Engagements) => "~/taches",
                    StartPage.Commitments when space.Has(SpaceModules.Engagements) => "~/engagements",
                    _ => "~/tableau-de-bord",
                });
            return new(mine is [var only] ? $"~/{only.Identifier}/tableau-de-bord" : "~/mes-espaces");
        }
    }

    /// <summary>A path of this site that cannot climb out of the space, and that is not sign-in itself.</summary>
    internal static bool IsInside(string? address)
    {
        if (address is not ['/', ..] || address is ['/', '/' or '\\', ..] || address.Any(char.IsControl)) return false;
        var path = Uri.UnescapeDataString(address.Split('?', '#')[0]);
        return !path.Contains('\\') && !path.Split('/').Contains("..")
            && path is not ("/" or "/connexion" or "/connexion/code" or "/deconnexion");
    }
}
