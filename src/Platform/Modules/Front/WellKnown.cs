using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Front;

/// <summary>The files that browsers and robots ask for without being told.</summary>
internal static class WellKnown
{
    public static void MapWellKnown(this IEndpointRouteBuilder app)
    {
        // Nothing behind sign-in answers a robot anyway; this only spares it the forms.
        app.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /*connexion\nDisallow: /*premier-acces\n")).WithMetadata(new AnywhereAttribute());
        app.MapGet("/favicon.ico", () => Results.Redirect(AssetManifest.Url("mark.svg"))).WithMetadata(new AnywhereAttribute());
    }
}
