using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>Puts files and links where they belong, in the transaction of the request: refused or interrupted, nothing of them is left.
/// A file is read twice from where the server keeps the upload, once to know it and once to store it, never held whole in memory.</summary>
internal static class Filing
{
    public const int MaxBytes = 20 * 1024 * 1024, MostAtOnce = 10;

    /// <summary>What forms say under their field of files.</summary>
    public static string Limits { get; } = $"{FileSizes.Of(MaxBytes)} au plus chacun, {FileSizes.Of(3 * MaxBytes)} par envoi.";

    private sealed record Known(IFormFile File, string Name, FileType Type, string Digest);

    /// <param name="request">Of which <paramref name="field"/> holds the files: the refusal stands beside it.</param>
    /// <exception cref="Invalid">A file that cannot be kept; the sentence says which and why.</exception>
    public static async Task<IReadOnlyList<Document>> Put(PlatformDb db, object request, string field, Place place, IReadOnlyList<IFormFile> files, Author by, DateTimeOffset now, CancellationToken ct)
    {
        if (files.Count == 0) return [];
        if (files.Count > MostAtOnce) throw Refused($"Au plus {MostAtOnce} fichiers à la fois.");
        var known = new List<Known>();
        foreach (var file in files)
        {
            var (found, refusal) = await Inspect(file, ct);
            if (found is null) throw Refused(refusal!);
            if (known.Find(k => k.Digest == found.Digest) is { } twin) throw Refused($"« {FileNames.Shown(found.Name)} » et « {FileNames.Shown(twin.Name)} » sont le même fichier\u00a0: envoyez-le une fois.");
            known.Add(found);
        }
        if (await Twin(db, place, known.ConvertAll(k => k.Digest), ct) is { } already)
            throw Refused($"Ce fichier est déjà joint ici, sous le nom « {already.Name} » (par {already.AddedBy}).");
        var asked = known.Sum(k => k.File.Length);
        await Room(asked);
        var put = new List<Document>();
        foreach (var k in known) put.Add(await Store(db, k, place, by, now, ct));
        // Who sends at the same moment waits here for who was first, and counts what they brought.
        await db.LockSpace(ct);
        await Room(0);
        return put;

        async Task Room(long more)
        {
            var (used, quota) = await Storage(db, ct);
            if (used + more > quota)
                throw Refused($"L’espace n’a plus la place\u00a0: {FileSizes.Of(used + more - asked)} pris sur {FileSizes.Of(quota)}, et cet envoi pèse {FileSizes.Of(asked)}. Retirez d’abord des fichiers, ou joignez un lien.");
        }

        Invalid Refused(string sentence) => new(request, field, sentence);
    }

    public static async Task<Document> Put(PlatformDb db, object request, string field, Place place, string address, string? title, Author by, DateTimeOffset now, CancellationToken ct)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)));
        if (await Twin(db, place, [digest], ct) is { } already) throw new Invalid(request, field, $"Ce lien est déjà joint ici, sous le nom « {already.Name} ».");
        return db.Add(Document.OfLink(place, title ?? new Uri(address).Host, address, digest, by, now)).Entity;
    }

    /// <summary>Bytes that the space's files take, and how many they may take.</summary>
    public static async Task<(long Used, long Quota)> Storage(PlatformDb db, CancellationToken ct)
    {
        var space = db.Tenant!.Id;
        var quota = await db.Tenants.Where(t => t.Id == space).Select(t => t.FileQuota).SingleAsync(ct);
        return (await db.Set<Document>().Where(d => d.RemovedOn == null).SumAsync(d => (long)d.Size, ct), quota * 1024L * 1024);
    }

    private static Task<Document?> Twin(PlatformDb db, Place place, List<string> digests, CancellationToken ct)
    {
        var key = place.Key;
        return db.Set<Document>().AsNoTracking().FirstOrDefaultAsync(d => d.OwnerKey == key && d.Digest != null && digests.Contains(d.Digest), ct);
    }

    private static async Task<(Known?, string? Refusal)> Inspect(IFormFile file, CancellationToken ct)
    {
        var (name, extension, refusal) = FileNames.Read(file.FileName);
        if (refusal is not null) return (null, refusal);
        var shown = FileNames.Shown(name);
        if (FileTypes.ByExtension(extension) is not { } promised) return (null, $"« {shown} »\u00a0: ce format n’est pas accepté. Le sont\u00a0: {FileTypes.Said}.");
        if (file.Length == 0) return (null, $"« {shown} » est vide.");
        if (file.Length > MaxBytes) return (null, $"« {shown} » est trop lourd\u00a0: {FileSizes.Of(MaxBytes)} au plus par fichier. Allégez-le, ou joignez un lien.");
        await using var content = file.OpenReadStream();
        var (type, trouble) = await FileTypes.Recognise(content, ct);
        // A table of commas is text like another: only its name says that it is a table.
        if (type is { Code: "txt" } && promised.Code == "csv") type = promised;
        if (trouble is not null) return (null, $"« {shown} » ne peut pas être joint\u00a0: {trouble}.");
        if (type is null) return (null, $"« {shown} » n’est pas {promised.Name}, et son contenu n’est d’aucun format accepté ({FileTypes.Said}).");
        if (type != promised) return (null, $"« {shown} » n’est pas {promised.Name}\u00a0: son contenu est celui d’{type.Name}. Donnez-lui l’extension .{type.Code} ou enregistrez-le de nouveau.");
        content.Position = 0;
        return (new(file, name, type, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct))), null);
    }

    private static async Task<Document> Store(PlatformDb db, Known known, Place place, Author by, DateTimeOffset now, CancellationToken ct)
    {
        var document = db.Add(Document.OfFile(place, known.Name, known.Type.MediaType, (int)known.File.Length, known.Digest, by, now)).Entity;
        await db.SaveChangesAsync(ct);
        await using var content = known.File.OpenReadStream();
        var buffer = new byte[DocumentChunk.Bytes];
        for (var number = 0; ; number++)
        {
            var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
            if (read == 0) return document;
            // Each chunk is sent, then forgotten: the same buffer serves for all but the last.
            var chunk = new DocumentChunk(document.Id, number, read == buffer.Length ? buffer : buffer[..read]);
            db.Add(chunk);
            await db.SaveChangesAsync(ct);
            db.Entry(chunk).State = EntityState.Detached;
        }
    }
}
