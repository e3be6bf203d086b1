using System.Security.Cryptography;
using System.Text;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations;

/// <summary>Strict headers on every answer, errors and files included.</summary>
internal static class SecurityHeaders
{
    private static readonly object NonceKey = new();

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            // A page that is kept for everybody cannot hold one answer's nonce: its one style element is named by its content.
            var published = http.GetEndpoint()?.Metadata.GetMetadata<PublishedAttribute>();
            var own = published is null ? $" 'nonce-{http.Nonce()}'" : "";
            var style = published is not null && http.RequestServices.GetService<CurrentTenant>()?.SpaceOrNull is { } space ? $" 'sha256-{Hash(space)}'" : own;
            var frames = published is { Embeddable: true } && http.Response.StatusCode == StatusCodes.Status200OK ? "*" : "'none'";
            // A download says its own, which is stricter.
            if (headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = $"default-src 'self'; script-src 'self'{own}; style-src 'self'{style}; img-src 'self' data:; font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors {frames}; form-action 'self'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "geolocation=(), microphone=(), payment=(), usb=()";
            if (http.User.Identity?.IsAuthenticated == true && string.IsNullOrEmpty(headers.CacheControl)) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    });

    /// <summary>The one rule that a space's pages write themselves: its colour.</summary>
    public static string AccentRule(Space space) => $":root{{--accent:{space.Accent}}}";

    private static string Hash(Space space) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(AccentRule(space))));

    /// <summary>This answer's nonce for the layout's own style and script elements.</summary>
    public static string Nonce(this HttpContext http)
    {
        if (http.Items[NonceKey] is not string nonce)
            http.Items[NonceKey] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        return nonce;
    }
}
