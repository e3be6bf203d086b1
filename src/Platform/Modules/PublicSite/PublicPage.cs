using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite;

/// <summary>A page of the road map: open to everybody, kept for everybody. Its view sets the layout and what robots and cards of
/// social networks read (<see cref="PublicHead"/>).</summary>
public abstract class PublicPage(IMediator mediator) : SpacePage(mediator)
{
    /// <summary>What the navigation leads to.</summary>
    public AnyPublicSection.Answer Sections { get; private set; } = new(false, false);

    protected abstract Task Read();

    protected internal override async Task Load()
    {
        Sections = await Send(new AnyPublicSection.Query());
        await Read();
    }
}

/// <summary>What stands in the head of a public page.</summary>
/// <param name="Address">The page's one address, beginning with "~/"; robots keep no other.</param>
/// <param name="Description">The first line of the page, without markup.</param>
/// <param name="Index">False: robots follow the links and forget the page.</param>
public sealed record PublicHead(string Address, string? Description, bool Index = true)
{
    /// <summary>Key in the view's data.</summary>
    public const string Key = "PublicHead";
}

public static class PublicAddresses
{
    /// <summary>The address by which everybody should know a page: on the space's own host when it has one.</summary>
    /// <param name="address">Begins with "~/".</param>
    public static string Absolute(this HttpRequest request, Space space, string address) => space.Host is { } host
        ? $"https://{host}{address[1..]}"
        : $"{request.Scheme}://{request.Host.ToUriComponent()}/{space.Identifier}{address[1..]}";

    /// <summary>The same of a built asset, which stands outside every space.</summary>
    public static string Asset(this HttpRequest request, Space space, string name) =>
        (space.Host is { } host ? $"https://{host}" : $"{request.Scheme}://{request.Host.ToUriComponent()}") + AssetManifest.Url(name);
}
