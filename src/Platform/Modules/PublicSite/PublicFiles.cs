using System.Globalization;
using System.Xml.Linq;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.PublicSite.Roadmap;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite;

/// <summary>What programs and robots read of the road map.</summary>
internal static class PublicFiles
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapPublicFiles(this IEndpointRouteBuilder app)
    {
        Published("/public/engagements.json", (http, mediator, tenant) => OpenDataFiles.Json(Open(http), mediator, tenant.Space));
        Published("/public/engagements.csv", (http, mediator, tenant) => OpenDataFiles.Csv(Open(http), mediator, tenant.Space));
        Published("/public/objectifs.csv", (http, mediator, tenant) => OpenSections.ObjectivesCsv(Open(http), mediator, tenant.Space));
        Published("/public/coalitions.csv", (http, mediator, tenant) => OpenSections.CoalitionsCsv(Open(http), mediator, tenant.Space));
        Published("/sitemap.xml", Sitemap);

        void Published(string address, Func<HttpContext, IMediator, CurrentTenant, Task> answer) =>
            app.MapGet(address, answer).WithMetadata(new PublishedAttribute(), new ModuleAttribute(SpaceModules.Roadmap));
    }

    // A script of any site may read them: they hold nothing that is not everybody's.
    private static HttpContext Open(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return http;
    }

    private static async Task Sitemap(HttpContext http, IMediator mediator, CurrentTenant tenant)
    {
        var rows = await mediator.Send(new ListPublicAddresses.Query(), http.RequestAborted);
        var any = await mediator.Send(new AnyPublicSection.Query(), http.RequestAborted);
        string[] lists = ["", "public/engagements", .. any.Frameworks ? ["public/cadres"] : Array.Empty<string>(), .. any.Coalitions ? ["public/coalitions"] : Array.Empty<string>(), "public/donnees-ouvertes"];
        var all = lists.Select(path => (Path: path, On: (DateOnly?)null)).Concat(rows.Select(r => (Path: "public/" + r.Path, On: r.ChangedOn)));
        var map = new XElement(Map + "urlset", all.Select(page => new XElement(Map + "url", new XElement(Map + "loc", http.Request.Absolute(tenant.Space, "~/" + page.Path)),
            page.On is { } on ? new XElement(Map + "lastmod", on.ToString("O", CultureInfo.InvariantCulture)) : null)));
        http.Response.ContentType = "application/xml; charset=utf-8";
        await http.Response.WriteAsync("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + map, http.RequestAborted);
    }
}
