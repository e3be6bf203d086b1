using System.Security.Cryptography;

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
            var nonce = http.Nonce();
            // A download says its own, which is stricter.
            if (headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "geolocation=(), microphone=(), payment=(), usb=()";
            if (http.User.Identity?.IsAuthenticated == true && string.IsNullOrEmpty(headers.CacheControl)) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    });

    /// <summary>This answer's nonce for the layout's own style and script elements.</summary>
    public static string Nonce(this HttpContext http)
    {
        if (http.Items[NonceKey] is not string nonce)
            http.Items[NonceKey] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        return nonce;
    }
}
