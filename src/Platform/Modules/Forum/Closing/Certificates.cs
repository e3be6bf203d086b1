using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
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

    public sealed record Sheet(string Name, byte[] Content);

    public async Task<Sheet> Write(ForumEdition edition, ForumGuest guest, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(guest);
        // Whoever did not come, and whoever is erased, has none.
        if (guest.State != GuestState.Attended || (guest.Email.Length == 0 && guest.Name == Erased.Name)) throw new NotFound(nameof(Certificates));
        return new($"attestation-{Folding.Fold(Shown(guest)).Replace(' ', '-')}.pdf", Draw(edition, guest, await Logo(ct)));
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
            var name = Folding.Fold(Shown(guest)).Replace(' ', '-');
            for (var n = 2; !names.Add(name); n++) name = $"{Folding.Fold(Shown(guest)).Replace(' ', '-')}-{n}";
            await using var entry = await archive.CreateEntry($"{name}.pdf", CompressionLevel.Fastest).OpenAsync(ct);
            await entry.WriteAsync(Draw(edition, guest, logo), ct);
        }
    }

    private static string Shown(ForumGuest guest) => guest.Name ?? guest.Email;

    // WebP is not drawn by the library: the name then stands alone.
    private async Task<byte[]?> Logo(CancellationToken ct) => tenant.Space.LogoType is "image/png" or "image/jpeg"
        ? await db.Tenants.Where(t => t.Id == tenant.Id).Select(t => t.Logo).SingleAsync(ct) : null;

    private byte[] Draw(ForumEdition edition, ForumGuest guest, byte[]? logo)
    {
        PaperFonts.Use();
        var space = tenant.Space;
        using var document = new PdfDocument();
        (document.Info.Title, document.Info.Author, document.Language) = ($"Attestation de présence – {edition.Title}", space.Name, "fr-FR");
        var page = document.AddPage();
        (page.Size, page.Orientation) = (PdfSharp.PageSize.A4, PdfSharp.PageOrientation.Portrait);
        using var art = XGraphics.FromPdfPage(page);
        var (width, accent) = (page.Width.Point - (2 * Margin), new XSolidBrush(XColor.FromArgb(Convert.ToInt32("FF" + space.Accent.TrimStart('#'), 16))));
        art.DrawRectangle(accent, 0, 0, page.Width.Point, 10);
        var top = Margin;
        if (logo is not null)
        {
            using var picture = XImage.FromStream(new MemoryStream(logo, 0, logo.Length, writable: false, publiclyVisible: true));
            var scale = Math.Min(180.0 / picture.PixelWidth, 70.0 / picture.PixelHeight);
            art.DrawImage(picture, Margin, top, picture.PixelWidth * scale, picture.PixelHeight * scale);
            top += 90;
        }
        Write(space.Name, PaperFonts.Bold, 15, accent);
        top += 70;
        Write("Attestation de présence", PaperFonts.Bold, 30, XBrushes.Black);
        top += 28;
        Write($"{space.Name} atteste que", PaperFonts.Regular, 14, XBrushes.Black);
        top += 12;
        Write(Shown(guest), PaperFonts.Bold, 22, accent);
        if (guest.Organisation is { } organisation) Write(organisation, PaperFonts.Regular, 14, XBrushes.Black);
        top += 12;
        var days = EditionWords.Days(edition.StartsOn, edition.EndsOn);
        Write($"a participé à « {edition.Title} », {(days.StartsWith("du ", StringComparison.Ordinal) ? days : "le " + days)}{(MeetingTime.Span(edition.StartMinute, edition.EndMinute) is { Length: > 0 } hours ? " " + hours : "")}.", PaperFonts.Regular, 14, XBrushes.Black);
        if (edition.Place is { } place) Write(place + (edition.Address is { } address ? $", {address}" : ""), PaperFonts.Regular, 14, XBrushes.Black);
        top += 40;
        Write($"Fait le {French.Date(space.Today(clock))}, pour servir et valoir ce que de droit.", PaperFonts.Regular, 12, XBrushes.Black);
        using var written = new MemoryStream();
        document.Save(written);
        return written.ToArray();

        void Write(string text, string font, double size, XBrush ink)
        {
            var face = new XFont(PaperFonts.Family, size, font == PaperFonts.Bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
            foreach (var line in Wrapped(PaperFonts.Known(text), face))
            {
                art.DrawString(line, face, ink, new XPoint(Margin, top + size));
                top += size * 1.4;
            }
        }

        IEnumerable<string> Wrapped(string text, XFont face)
        {
            var line = "";
            foreach (var word in text.Split(' '))
            {
                if (line.Length > 0 && art.MeasureString($"{line} {word}", face).Width > width)
                {
                    yield return line;
                    line = word;
                }
                else line = line.Length == 0 ? word : $"{line} {word}";
            }
            yield return line;
        }
    }
}
