using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using Platform.Data;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Shared;

/// <summary>Marks a page or endpoint whose answer is the same for everybody who is not signed in. It is kept, space by space, until
/// something of the space changes, and a minute at most, for what another node changes. Such a page must not depend on anything
/// but its address and <see cref="Query"/>: no other parameter may find its way into a link, no token into a form.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublishedAttribute : Attribute, IOutputCachePolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Names in the query that change the answer, separated by commas.</summary>
    public string Query { get; init; } = "";

    /// <summary>Other sites may show it in a frame.</summary>
    public bool Embeddable { get; init; }

    /// <summary>What was typed is answered but not kept: no end of them.</summary>
    public const string Typed = "q";

    /// <summary>Nobody signed in, no message waiting, no cookie of ours. The cookies of a parent domain are nobody's business here.</summary>
    public static bool MayKeep(HttpContext http) => HttpMethods.IsGet(http.Request.Method) && http.User.Identity?.IsAuthenticated != true
        && !http.Request.Headers.ContainsKey(HeaderNames.Authorization) && http.Request.Cookies.All(c => !IsOurs(c.Key));

    private static bool IsOurs(string cookie) => cookie.StartsWith("__Host-", StringComparison.Ordinal) || cookie.StartsWith("platform", StringComparison.Ordinal)
        || cookie.StartsWith(".AspNetCore", StringComparison.Ordinal) || cookie.StartsWith("Identity.", StringComparison.Ordinal);

    ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var space = http.RequestServices.GetRequiredService<CurrentTenant>().SpaceOrNull;
        var keeps = space is not null && MayKeep(http) && !http.Request.Query.ContainsKey(Typed);
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (keeps, keeps, keeps, keeps);
        if (!keeps) return ValueTask.CompletedTask;
        context.ResponseExpirationTimeSpan = Longest;
        context.Tags.Add(SpaceChanges.Tag(space!.Id));
        var by = context.CacheVaryByRules;
        by.QueryKeys = Query.Split(',', StringSplitOptions.RemoveEmptyEntries);
        by.VaryByValues["space"] = $"{space.Id} {space.Version} {http.RequestServices.GetRequiredService<SpaceChanges>().GenerationOf(space.Id)}";
        // Compressed once and kept so; browsers say in many ways what comes to three.
        by.VaryByValues["encoding"] = Encoding(http.Request);
        return ValueTask.CompletedTask;
    }

    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var answer = context.HttpContext.Response;
        if (answer.StatusCode != StatusCodes.Status200OK || answer.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private static string Encoding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "";
    }
}

internal static class PublishedPages
{
    /// <summary>Longer answers (the open data of a very large space) go out as they are written.</summary>
    private const int Whole = 1024 * 1024;

    public static IServiceCollection AddPublishedPages(this IServiceCollection services) => services.AddOutputCache(o =>
    {
        o.SizeLimit = 48 * 1024 * 1024;
        o.MaximumBodySize = Whole;
    });

    /// <summary>After routing and sign-in. The answer is named by its content and compressed before it is kept.</summary>
    public static void UsePublishedPages(this IApplicationBuilder app)
    {
        app.UseOutputCache();
        app.UseWhen(http => http.GetEndpoint()?.Metadata.GetMetadata<PublishedAttribute>() is not null, inner =>
        {
            inner.UseResponseCompression();
            inner.Use(Name);
        });
    }

    private static async Task Name(HttpContext http, RequestDelegate next)
    {
        if (!PublishedAttribute.MayKeep(http))
        {
            await next(http);
            return;
        }
        var outer = http.Response.Body;
        await using var body = new NamedBody(http.Response, outer, Whole);
        http.Response.Body = body;
        try
        {
            await next(http);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            await body.End(http.RequestAborted);
        }
        finally
        {
            http.Response.Body = outer;
        }
    }

    /// <summary>Holds the answer back until it is whole, to send its name (ETag) before it.</summary>
    private sealed class NamedBody(HttpResponse response, Stream outer, int most) : Stream
    {
        private readonly ArrayBufferWriter<byte> held = new(16 * 1024);
        private bool flowing;

        public async Task End(CancellationToken ct)
        {
            if (flowing) return;
            if (response.StatusCode == StatusCodes.Status200OK)
            {
                // Kept by browsers too, but asked again each time: what is taken back is gone at once, what has not changed is not sent twice.
                response.Headers.CacheControl = "public, no-cache";
                response.Headers.ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(held.WrittenSpan)[..12])}\"";
            }
            if (held.WrittenCount > 0) await outer.WriteAsync(held.WrittenMemory, ct);
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!flowing && held.WrittenCount + buffer.Length > most)
            {
                flowing = true;
                // It has no name by which to ask whether it has changed.
                if (response.StatusCode == StatusCodes.Status200OK) response.Headers.CacheControl = "public, max-age=60";
                await outer.WriteAsync(held.WrittenMemory, cancellationToken);
                held.ResetWrittenCount();
            }
            if (flowing) await outer.WriteAsync(buffer, cancellationToken);
            else held.Write(buffer.Span);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        // Nothing goes out before it has its name.
        public override Task FlushAsync(CancellationToken cancellationToken) => flowing ? outer.FlushAsync(cancellationToken) : Task.CompletedTask;

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Answers are written asynchronously.");
    }
}
