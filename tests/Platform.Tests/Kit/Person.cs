using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Tests.Kit;

/// <summary>Somebody in front of a browser without JavaScript: opens pages, fills forms. Addresses are of the world's space unless they begin with "//".</summary>
public sealed class Person(World world, Guid? accountId, string name, string email, Uri? node = null)
{
    private HttpClient? client;

    public Guid AccountId => accountId ?? throw new InvalidOperationException("Nobody has no account.");
    public string Name => name;
    public string Email => email;

    public Task<HttpResponseMessage> Get(string address) => Client.GetAsync(Address(address));

    /// <summary>Opens a page and reads it; fails the test when it is not a 200.</summary>
    public async Task<IDocument> Open(string address)
    {
        var response = await Get(address);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{name} opens {address}: {(int)response.StatusCode} {response.Headers.Location}");
        return await Read(response);
    }

    /// <summary>Reads a list from its first page to its last, by the link to the next one. Answers the addresses of what <paramref name="links"/> selects.</summary>
    public async Task<IReadOnlyList<string>> Walk(string address, string links)
    {
        var seen = new List<string>();
        for (var at = address; at is not null;)
        {
            var shown = await Open(at);
            seen.AddRange(shown.QuerySelectorAll(links).Select(a => a.GetAttribute("href")!));
            at = shown.QuerySelector("a[rel~=next]")?.GetAttribute("href")![(1 + world.Space.Identifier.Length)..];
        }
        return seen;
    }

    /// <summary>Opens the page, fills the form that posts to <paramref name="handler"/> (or the only one), sends it.</summary>
    public async Task<HttpResponseMessage> Submit(string address, IEnumerable<KeyValuePair<string, string>> fields, string? handler = null)
    {
        var page = await Open(address);
        var form = page.QuerySelectorAll("form[method=post]").FirstOrDefault(f => handler is null
            ? f.QuerySelector($"[name=\"{fields.FirstOrDefault().Key}\"]") is not null
            : (f.GetAttribute("action") ?? "").Contains($"handler={handler}", StringComparison.Ordinal));
        Assert.True(form is not null, $"No form for {handler ?? fields.FirstOrDefault().Key} on {address}.");
        var sent = form!.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name") ?? "", i.GetAttribute("value") ?? ""))
            .Where(h => h.Key.Length > 0 && fields.All(f => f.Key != h.Key)).Concat(fields);
        var action = form.GetAttribute("action");
        return await Client.PostAsync(string.IsNullOrEmpty(action) ? Address(address) : action, new FormUrlEncodedContent(sent));
    }

    /// <summary>A POST with a valid antiforgery token, taken from any page that this person can open.</summary>
    public async Task<HttpResponseMessage> Post(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var token = await Token();
        return await Client.PostAsync(Address(address), new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("__RequestVerificationToken", token))));
    }

    /// <summary>A body made by hand.</summary>
    public Task<HttpResponseMessage> Send(string address, HttpContent body) => Client.PostAsync(Address(address), body);

    /// <summary>A request sent with this person's rights, without a page.</summary>
    public Task<T> Sends<T>(IRequest<T> request) => Sends(request, world.Space);

    /// <param name="space">Null outside every space.</param>
    public async Task<T> Sends<T>(IRequest<T> request, Space? space)
    {
        await using var scope = world.App.Services.CreateAsyncScope();
        if (space is not null) scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(space);
        if (accountId is { } id) scope.ServiceProvider.GetRequiredService<CurrentUser>().SignedInAs(id, name);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public static async Task<IDocument> Read(HttpResponseMessage response) =>
        await BrowsingContext.New(Configuration.Default).OpenAsync(async r => r.Content(await response.Content.ReadAsStringAsync()));

    public HttpClient Client => client ??= MakeClient();

    private async Task<string> Token()
    {
        var antiforgery = world.App.Services.GetRequiredService<Microsoft.AspNetCore.Antiforgery.IAntiforgery>();
        await using var scope = world.App.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Scheme = "https";
        http.Request.Host = new HostString("localhost");
        if (accountId is not null) http.User = await Principal(scope.ServiceProvider);
        var tokens = antiforgery.GetTokens(http);
        _ = Client;
        cookies.Add(Home, new Cookie("__Host-platform-form", tokens.CookieToken) { Secure = true });
        return tokens.RequestToken!;
    }

    private static readonly Uri Home = new("https://localhost");

    private readonly CookieContainer cookies = new();

    /// <summary>The same person in front of a process of its own on the same database.</summary>
    /// <param name="session">Name of the session's cookie there, where it is not the one of production.</param>
    public Person At(Uri other, string? session = null) => new(world, accountId, name, email, other) { session = session };

    private string? session;

    private HttpClient MakeClient()
    {
        var home = node ?? Home;
        var made = node is null
            ? world.App.CreateDefaultClient(home, new CookieContainerHandler(cookies))
            : new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = home };
        if (accountId is not null) cookies.Add(home, Cookie(home));
        return made;
    }

    /// <summary>A cookie as the sign-in page makes it for that address; the sign-in page itself has its own tests.</summary>
    public Cookie Cookie(Uri home)
    {
        ArgumentNullException.ThrowIfNull(home);
        using var scope = world.App.Services.CreateScope();
        var principal = Principal(scope.ServiceProvider, home.Host).GetAwaiter().GetResult();
        var opened = Session(scope.ServiceProvider, home.Host).GetAwaiter().GetResult();
        principal.Identities.First().AddClaim(new(AccountSession.Claim, opened.ToString()));
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = world.App.Clock.GetUtcNow(), ExpiresUtc = world.App.Clock.GetUtcNow().AddDays(1) };
        var ticket = options.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme));
        return new Cookie(session ?? options.Cookie.Name!, ticket) { Secure = home.Scheme == Uri.UriSchemeHttps };
    }

    private async Task<Guid> Session(IServiceProvider services, string host)
    {
        var db = services.GetRequiredService<PlatformDb>();
        var opened = new AccountSession(AccountId, "Essai", host, world.App.Clock.GetUtcNow());
        db.Add(opened);
        await db.SaveChangesAsync();
        return opened.Id;
    }

    private async Task<System.Security.Claims.ClaimsPrincipal> Principal(IServiceProvider services, string host = "localhost")
    {
        var users = services.GetRequiredService<UserManager<Account>>();
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = services, Request = { Host = new HostString(host) } };
        return await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync((await users.FindByIdAsync(accountId.ToString()!))!);
    }

    private string Address(string address) => address.StartsWith("//", StringComparison.Ordinal) ? address[1..] : $"/{world.Space.Identifier}{address}";
}
