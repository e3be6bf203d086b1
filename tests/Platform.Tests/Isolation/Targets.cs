using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>One thing that can be asked of the application: an address and a verb, as routing knows them.</summary>
/// <param name="Address">As declared; "~/engagements" lives in a space, "/espaces" outside, "*/connexion" in both.</param>
/// <param name="Verb">"GET", "POST", "POST AddMeasure".</param>
/// <param name="Model">Page model, null for an endpoint that is no page.</param>
internal sealed record Target(string Address, string Verb, Type? Model)
{
    /// <summary>What the handler takes besides what the page binds.</summary>
    public IReadOnlyList<(string Name, Type Type)> Arguments { get; private init; } = [];

    /// <summary>Words that tell what a bare identifier means: the handler's ("RemoveAxis"), then the address's, from its end.</summary>
    public IEnumerable<string> Hints => System.Text.RegularExpressions.Regex.Split(Handler ?? "", "(?=[A-Z])").Reverse().Concat(Template.Split('/').Reverse()).Where(w => w.Length > 0);

    public bool IsGet => Verb.StartsWith("GET", StringComparison.Ordinal);

    public string? Handler => Verb.Split(' ') is [_, var handler] ? handler : null;

    public bool IsOutside => Address[0] == '/';

    /// <summary>Path inside the space.</summary>
    public string Template => Address.TrimStart('~', '*');

    public IEnumerable<string> Parameters => Template.Split('/').Where(s => s.StartsWith('{')).Select(s => s.Trim('{', '}').Split(':')[0].TrimStart('*'));

    /// <summary>The path with each parameter replaced: a row's identifier, or a plain word.</summary>
    public string Path(Sample sample)
    {
        var parts = Template.Split('/');
        // From the end: the child chosen there says which parent stands before it.
        TenantOwned? child = null;
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (!parts[i].StartsWith('{')) continue;
            if (!parts[i].Contains(":guid", StringComparison.Ordinal))
            {
                parts[i] = Matrix.Parameters.GetValueOrDefault(parts[i], "1");
                continue;
            }
            var row = sample.Find(Name(parts[i]), parts[..i].Reverse());
            var parent = row is null || child is null ? null : Key(child.GetType(), row.GetType().Name)?.GetValue(child) as Guid?;
            parts[i] = (parent ?? row?.Id ?? sample.Named("", [])).ToString();
            child = row;
        }
        return string.Join('/', parts);
    }

    // "CoalitionId" of a coalition, "EditionId" of a forum's edition.
    private static System.Reflection.PropertyInfo? Key(Type child, string parent) => child.GetProperty(parent + "Id")
        ?? child.GetProperties().FirstOrDefault(p => p.Name.Length > 2 && p.Name.EndsWith("Id", StringComparison.Ordinal) && parent.EndsWith(p.Name[..^2], StringComparison.Ordinal));

    /// <summary>Whether the space has a row for each identifier of the path.</summary>
    public bool IsIn(Sample sample)
    {
        var parts = Template.Split('/');
        return parts.Index().Where(p => p.Item.Contains(":guid", StringComparison.Ordinal)).All(p => sample.Find(Name(p.Item), parts[..p.Index].Reverse()) is not null);
    }

    private static string Name(string part) => part.Trim('{', '}').Split(':')[0];

    public bool HasIds => Template.Contains(":guid", StringComparison.Ordinal);

    public override string ToString() => $"{Address} {Verb}";

    // Asked some thousand times; no test makes an address.
    private static readonly ConditionalWeakTable<App, Task<List<Target>>> Known = [];

    public static Task<List<Target>> All(App app) => Known.GetValue(app, Find);

    private static async Task<List<Target>> Find(App app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var targets = new List<Target>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var template = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                var verbs = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
                targets.AddRange(verbs.Select(v => new Target(Place(endpoint.Metadata.OfType<Attribute>()) + template, v, null)));
                continue;
            }
            var compiled = await loader.LoadAsync(page, endpoint.Metadata);
            var place = Place(compiled.ModelTypeInfo!.GetCustomAttributes(true).OfType<Attribute>());
            targets.AddRange(compiled.HandlerMethods.Select(h => new Target(place + template, h.Name is null ? h.HttpMethod.ToUpperInvariant() : $"{h.HttpMethod.ToUpperInvariant()} {h.Name}", compiled.ModelTypeInfo)
            {
                Arguments = [.. h.Parameters.Select(p => (p.Name, p.ParameterInfo.ParameterType))],
            }));
        }
        return [.. targets.DistinctBy(t => t.ToString()).OrderBy(t => t.Template, StringComparer.Ordinal).ThenBy(t => t.Address[0]).ThenBy(t => t.Verb, StringComparer.Ordinal)];
    }

    private static string Place(IEnumerable<Attribute> attributes) =>
        attributes.Any(a => a is AnywhereAttribute) ? "*" : attributes.Any(a => a is OutsideSpacesAttribute) ? "" : "~";

    /// <summary>Properties that a request may fill.</summary>
    public IEnumerable<System.Reflection.PropertyInfo> Bound(bool get) => Model?.GetProperties()
        .Where(p => p.GetCustomAttributes(typeof(BindPropertyAttribute), true).Cast<BindPropertyAttribute>().Any(b => !get || b.SupportsGet)) ?? [];
}
