using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Matching;

namespace Platform.Modules.Tenancy;

/// <summary>Enters the space named by the host or by the first path segment. The segment moves to PathBase,
/// so that every link made with ~/ carries it. An unknown or suspended space is a 404 like any other.</summary>
internal sealed class TenantMiddleware(RequestDelegate next, SpaceDirectory spaces)
{
    public async Task Invoke(HttpContext http, CurrentTenant tenant)
    {
        var path = http.Request.Path.Value ?? "/";
        if (path.StartsWith("/dist/", StringComparison.Ordinal) || path.StartsWith("/health/", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        var space = await spaces.ByHost(http.Request.Host.Host, http.RequestAborted);
        if (space is null && path.Length > 1)
        {
            var end = path.IndexOf('/', 1);
            var first = end < 0 ? path[1..] : path[1..end];
            space = await spaces.ByIdentifier(first, http.RequestAborted);
            if (space is not null)
            {
                http.Request.PathBase = http.Request.PathBase.Add("/" + first);
                http.Request.Path = end < 0 ? "/" : path[end..];
            }
        }
        if (space is { State: not TenantState.Active })
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (space is not null) tenant.Enter(space);
        await next(http);
    }
}

/// <summary>Marks a page or endpoint that exists outside the spaces; every other one exists only inside a space.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutsideSpacesAttribute : Attribute;

/// <summary>Marks an endpoint that answers both inside and outside (assets, sign-out).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnywhereAttribute : Attribute;

/// <summary>Removes from routing what does not exist here: a space's page has no address without a space.</summary>
internal sealed class SpaceMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => -1000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var inside = httpContext.RequestServices.GetRequiredService<CurrentTenant>().SpaceOrNull;
        for (var i = 0; i < candidates.Count; i++)
        {
            var metadata = candidates[i].Endpoint.Metadata;
            if (metadata.GetMetadata<AnywhereAttribute>() is not null) continue;
            var outsideOnly = metadata.GetMetadata<OutsideSpacesAttribute>() is not null || OfOutsidePage(metadata);
            var module = metadata.GetMetadata<ModuleAttribute>()?.Code;
            if (outsideOnly == (inside is not null) || (module is not null && inside is not null && !inside.Has(module)))
                candidates.SetValidity(i, false);
        }
        return Task.CompletedTask;
    }

    // Before a page is compiled, its attributes are not yet metadata: the convention in Program puts them on the descriptor.
    private static bool OfOutsidePage(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<PageActionDescriptor>()?.EndpointMetadata?.OfType<OutsideSpacesAttribute>().Any() == true;
}

/// <summary>Marks a page that exists only where the space has switched the module on.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ModuleAttribute(string code) : Attribute
{
    public string Code { get; } = code;
}
