using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Closing;

/// <summary>Certificates of attendance, one page each, with the space's name, logo and colour.</summary>
public sealed class Certificates(PlatformDb db, CurrentTenant tenant, TimeProvider clock)
{
    public const string MediaType = "application/pdf";

    private const double Margin = 64;
    private const string Black = "#000000";

    public sealed record Sheet(string Name, byte[] Content);

    public async Task<Sheet> Write(ForumEdition edition, ForumGuest guest, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(guest);
        // Whoever did not come, and whoever is erased, has none.
        if (guest.State != GuestState.Attended || (guest.Email.Length == 0 && guest.Name == Erased.Name)) throw new NotFound(nameof(Certificates));
        return new($"attestation-{FileName(guest)}.pdf", Draw(edition, guest, await Logo(ct)));
    }

    /// <summary>One file for each who came, by name, into an archive.</summary>
    public async Task WriteAll(ForumEdition edition, IReadOnlyList<ForumGuest> guests, Stream to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(guests);
        var logo = await Logo(ct);
        var names = new HashSet<string>(StringComparer.Ordinal);
        await using var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var guest in guests)
        {
            ct.ThrowIfCancellationRequested();
            var name = FileName(guest);
            for (var n = 2; !names.Add(name); n++) name = $"{FileName(guest)}-{n}";
            await using var entry = await archive.CreateEntry($"{name}.pdf", CompressionLevel.Fastest).OpenAsync(ct);
            await entry.WriteAsync(Draw(edition, guest, logo), ct);
        }
    }

    private static string Shown(ForumGuest guest) => guest.Name ?? guest.Email;

    private static string FileName(ForumGuest guest) => Folding.Fold(Shown(guest)).Replace(' ', '-');

    private async Task<byte[]?> Logo(CancellationToken ct) => tenant.Space.HasLogo ? await db.Tenants.Where(t => t.Id == tenant.Id).Select(t => t.Logo).SingleAsync(ct) : null;

    private byte[] Draw(ForumEdition edition, ForumGuest guest, byte[]? logo)
    {
        var (space, sheet, top) = (tenant.Space, new PdfSheet(), Margin);
        sheet.Bar(space.Accent, 10);
        if (logo is not null && sheet.Picture(logo, space.LogoType ?? "", Margin, top, 180, 70)) top += 90;
        Write(space.Name, true, 15, space.Accent);
        top += 70;
        Write("Attestation de présence", true, 30, Black);
        top += 28;
        Write($"{space.Name} atteste que", false, 14, Black);
        top += 12;
        Write(Shown(guest), true, 22, space.Accent);
        if (guest.Organisation is { } organisation) Write(organisation, false, 14, Black);
        top += 12;
        Write($"a participé à « {edition.Title} », {EditionWords.On(EditionWords.Days(edition.StartsOn, edition.EndsOn)).Replace(' ', '\u00a0')}{(MeetingTime.Span(edition.StartMinute, edition.EndMinute) is { Length: > 0 } hours ? " " + hours : "")}.", false, 14, Black);
        if (edition.Place is { } place) Write(place, false, 14, Black);
        if (edition.Address is { } address) Write(address, false, 14, Black);
        top += 40;
        Write($"Fait le {French.Date(space.Today(clock))}, pour servir et valoir ce que de droit.", false, 12, Black);
        return sheet.Write($"Attestation de présence – {edition.Title}", space.Name);

        void Write(string text, bool bold, double size, string colour)
        {
            // Letters are half as wide as high, a little more when bold: no line comes near the edge.
            var most = (int)((PdfSheet.Width - (2 * Margin)) / (size * (bold ? 0.58 : 0.53)));
            var line = "";
            foreach (var word in text.Split(' ').Append<string?>(null))
            {
                if (word is not null && (line.Length == 0 || line.Length + word.Length < most))
                {
                    line = line.Length == 0 ? word : $"{line} {word}";
                    continue;
                }
                sheet.Text(line, Margin, top + size, size, bold, colour);
                top += size * 1.4;
                line = word ?? "";
            }
        }
    }
}
