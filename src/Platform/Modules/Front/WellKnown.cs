using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Front;

/// <summary>The files that browsers and robots ask for without being told.</summary>
internal static class WellKnown
{
    public static void MapWellKnown(this IEndpointRouteBuilder app)
    {
        app.MapGet("/robots.txt", Robots).WithMetadata(new AnywhereAttribute());
        app.MapGet("/favicon.ico", () => Results.Redirect(AssetManifest.Url("mark.svg"))).WithMetadata(new AnywhereAttribute());
    }

    // Nothing behind sign-in answers a robot anyway; this only spares it the forms, and shows it the maps of the public road maps.
    private static async Task<IResult> Robots(HttpContext http, CurrentTenant tenant, IMediator mediator)
    {
        var root = $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}";
        IEnumerable<string> maps = tenant.SpaceOrNull is { } space
            ? space.Has(SpaceModules.Roadmap) ? [$"{root}{http.Request.PathBase}/sitemap.xml"] : []
            : (await mediator.Send(new ListSpaces.Query(), http.RequestAborted)).Where(s => s.HasRoadmap).Select(s => $"{root}/{s.Identifier}/sitemap.xml");
        return Results.Text("User-agent: *\nDisallow: /*connexion\nDisallow: /*invitation\nDisallow: /*?*q=\n" + string.Concat(maps.Select(m => $"Sitemap: {m}\n")));
    }
}
