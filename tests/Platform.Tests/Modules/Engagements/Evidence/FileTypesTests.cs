using System.Text;
using Platform.Modules.Engagements.Evidence;

namespace Platform.Tests.Modules.Engagements.Evidence;

[Trait("Category", "unit")]
public sealed class FileTypesTests
{
    private static async Task<string?> Of(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var (type, trouble) = await FileTypes.Recognise(stream, CancellationToken.None);
        Assert.Equal(0, stream.Position);
        return type?.Code ?? trouble;
    }

    [Fact]
    public async Task Each_kind_is_known_by_its_content()
    {
        Assert.Equal("pdf", await Of(Uploads.Pdf()));
        Assert.Equal("png", await Of(Uploads.Png));
        Assert.Equal("jpg", await Of([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 11, 8, 0, 200, 1, 64, 3, 0, 0, 0, 0]));
        Assert.Equal("webp", await Of([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8, 10, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 44, 1, 200, 0]));
        Assert.Equal("gif", await Of([.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0]));
        Assert.Equal("docx", await Of(Uploads.Word()));
        Assert.Equal("xlsx", await Of(Uploads.Archive(("[Content_Types].xml", ""), ("xl/workbook.xml", ""))));
        Assert.Equal("pptx", await Of(Uploads.Archive(("[Content_Types].xml", ""), ("ppt/presentation.xml", ""))));
        Assert.Equal("odt", await Of(Uploads.OpenText));
        Assert.Equal("ods", await Of(Uploads.Archive(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", ""))));
        Assert.Equal("odp", await Of(Uploads.Archive(("mimetype", "application/vnd.oasis.opendocument.presentation"), ("content.xml", ""))));
        Assert.Equal("txt", await Of("Réunion du 3 mars ; 12 présents"u8.ToArray()));
        // As Excel writes CSV in French.
        Assert.Equal("txt", await Of(Encoding.Latin1.GetBytes("Intitulé;Échéance\r\nRénover;12/03/2027\r\n")));
    }

    [Fact]
    public async Task Text_is_valid_to_its_last_byte()
    {
        // An accent that stands across two reads.
        Assert.Equal("txt", await Of([.. Enumerable.Repeat((byte)'a', 32 * 1024 - 1), .. "é"u8, .. "fin"u8]));
        Assert.Null(await Of([.. Enumerable.Repeat((byte)'a', 100_000), 0]));
        Assert.Null(await Of([.. "MZ"u8, 0x90, 0, 3, 0, 0, 0]));
        // Neither UTF-8 nor Windows-1252.
        Assert.Null(await Of([.. "Abc "u8, 0x81, 0x8D, (byte)' ']));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("  \r\n<html>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<?xml version='1.0'?><svg/>")]
    [InlineData("\uFEFF<script>")]
    public async Task What_a_browser_would_run_is_no_text(string text) => Assert.Contains("page web", await Of(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Fact]
    public async Task Macros_archives_and_old_formats_say_what_to_do()
    {
        Assert.Contains("macros", await Of(Uploads.Word(("word/vbaProject.bin", "x"))), StringComparison.Ordinal);
        Assert.Contains("macros", await Of(Uploads.Archive(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", ""), ("Basic/Standard/Module1.xml", ""))), StringComparison.Ordinal);
        Assert.Contains("macros", await Of(Uploads.Archive(("[Content_Types].xml", ""), ("xl/workbook.xml", ""), ("xl/macrosheets/sheet1.xml", ""))), StringComparison.Ordinal);
        Assert.Contains("archive", await Of(Uploads.Archive(("a.txt", "a"))), StringComparison.Ordinal);
        Assert.Contains("ancien format", await Of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_with_something_else_behind_it_is_refused()
    {
        byte[][] liars =
        [
            [.. "%PDF-<html><script>"u8], [.. "GIF89a/*=1;alert(1)//"u8], [.. "GIF89a<script>alert(1)</script>"u8], [0xFF, 0xD8, 0xFF, 0xE0, .. "<html><script>alert(1)</script>"u8],
            [.. "RIFF1234WEBP<script>alert(1)</script>"u8], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. "1234IHDR"u8],
        ];
        foreach (var liar in liars) Assert.Contains("la suite n’en est pas", await Of(liar), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_archive_is_no_failure_and_unpacks_nothing()
    {
        var whole = Uploads.Word(("a", "b"));
        for (var length = 0; length < whole.Length; length++) _ = await Of(whole[..length]);
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var broken = whole.ToArray();
            for (var j = 0; j < 4; j++) broken[random.Next(4, broken.Length)] = (byte)random.Next(256);
            _ = await Of(broken);
        }
        // A directory larger than any honest document's is not read.
        Assert.Contains("ne se lit pas", await Of(Uploads.Archive([.. Enumerable.Range(0, 20_000).Select(i => ($"entry-{i:D6}-of-a-directory-that-goes-on-and-on", ""))])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Compte rendu du 3 mars.pdf", "Compte rendu du 3 mars.pdf", "pdf")]
    [InlineData("  2026.03.12 - CR.DOCX ", "2026.03.12 - CR.DOCX", "docx")]
    [InlineData("état : \"final\"?.pdf", "état - -final--.pdf", "pdf")]
    [InlineData("bilan.docx.pdf", "bilan.docx.pdf", "pdf")]
    [InlineData("l’été %22vélo%22.pdf", "l’été -vélo-.pdf", "pdf")]
    [InlineData("100%2520.pdf", "100%2520.pdf", "pdf")]
    [InlineData("\U0001F468\u200D\U0001F33E marché \U0001F6B2.png", "\U0001F468\u200D\U0001F33E marché \U0001F6B2.png", "png")]
    public void A_name_is_kept_as_it_is_but_for_what_a_machine_refuses(string sent, string kept, string extension) =>
        Assert.Equal((kept, extension, null), FileNames.Read(sent));

    [Theory]
    [InlineData("../../etc/passwd.pdf", "un chemin")]
    [InlineData("C:\\temp\\a.pdf", "un chemin")]
    [InlineData("a\u0000.pdf", "invisibles")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "invisibles")]
    [InlineData("facture\u202Efdp.exe", "invisibles")]
    [InlineData("a\ud800.pdf", "illisibles")]
    [InlineData("facture\u200Ffdp.pdf", "invisibles")]
    [InlineData("fac\u200Bture.pdf", "invisibles")]
    [InlineData("a\u2028b.pdf", "invisibles")]
    [InlineData("page.html .pdf", "double extension")]
    [InlineData("a%0Ab.pdf", "invisibles")]
    [InlineData("rapport.exe.pdf", "double extension")]
    [InlineData("page.HTML.png", "double extension")]
    [InlineData("sans-extension", "pas d’extension")]
    [InlineData(".pdf", "pas d’extension")]
    [InlineData("", "pas d’extension")]
    [InlineData(null, "pas d’extension")]
    public void A_name_that_lies_or_cannot_be_kept_is_refused_by_a_sentence(string? sent, string why) =>
        Assert.Contains(why, FileNames.Read(sent).Refusal, StringComparison.Ordinal);

    [Fact]
    public void A_name_too_long_is_refused() => Assert.Contains("trop long", FileNames.Read(new string('a', 200) + ".pdf").Refusal, StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "1 octet")]
    [InlineData(2048, "2 Ko")]
    [InlineData(3_565_158, "3,4 Mo")]
    [InlineData(1_073_741_824, "1 Go")]
    public void A_size_reads_in_french(long bytes, string said) => Assert.Equal(said, FileSizes.Of(bytes).Replace('\u00a0', ' '));
}
