using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Platform.Modules.Shared;

/// <summary>Serves the built assets: kept for ever by browsers, and in the Brotli form that the build made at its
/// highest level (compressing them again at each request costs time and weighs a third more).</summary>
internal static class AssetFiles
{
    private const string Compressed = ".br";

    public static void UseAssets(this WebApplication app)
    {
        AssetManifest.Read(app.Environment.WebRootPath ?? "");
        var files = app.Environment.WebRootFileProvider;
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments("/dist", StringComparison.Ordinal) && AcceptsBrotli(http.Request) && files.GetFileInfo(http.Request.Path + Compressed).Exists)
                http.Request.Path += Compressed;
            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = new UnderCompression(),
            OnPrepareResponse = file =>
            {
                var headers = file.Context.Response.Headers;
                headers.CacheControl = "public, max-age=31536000, immutable";
                headers.Vary = HeaderNames.AcceptEncoding;
                if (file.File.Name.EndsWith(Compressed, StringComparison.Ordinal)) headers.ContentEncoding = "br";
                // A frame without an origin of its own (sandbox) asks for fonts as a stranger.
                headers.AccessControlAllowOrigin = "*";
            },
        });
    }

    private static bool AcceptsBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br" && e.Quality is not 0);

    /// <summary>The type of "app.css.br" is that of "app.css".</summary>
    private sealed class UnderCompression : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider usual = new();

        public bool TryGetContentType(string subpath, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType) =>
            usual.TryGetContentType(subpath.EndsWith(Compressed, StringComparison.Ordinal) ? subpath[..^Compressed.Length] : subpath, out contentType);
    }
}
