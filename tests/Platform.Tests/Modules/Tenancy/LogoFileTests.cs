using Platform.Modules.Tenancy;

namespace Platform.Tests.Modules.Tenancy;

[Trait("Category", "unit")]
public sealed class LogoFileTests
{
    [Fact]
    public void A_png_is_known_by_its_header() => Assert.Equal(("image/png", 64, 32), LogoFile.Recognise(SettingsTests.Png(64, 32)));

    [Fact]
    public void A_jpeg_is_known_by_its_frame_wherever_it_stands() => Assert.Equal(("image/jpeg", 320, 200), LogoFile.Recognise(
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 11, 8, 0, 200, 1, 64, 3, 0, 0, 0, 0]));

    [Fact]
    public void A_webp_is_known_in_its_three_forms()
    {
        Assert.Equal(("image/webp", 301, 201), LogoFile.Recognise([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 44, 1, 0, 200, 0, 0]));
        Assert.Equal(("image/webp", 300, 200), LogoFile.Recognise([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8, 10, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 44, 1, 200, 0]));
        Assert.Equal(("image/webp", 300, 200), LogoFile.Recognise([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8L"u8, 10, 0, 0, 0, 0x2F, 0x2B, 0xC1, 0x31, 0, 0, 0, 0, 0, 0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<svg/>")]
    [InlineData("GIF89a, longer than any header that would be read of it")]
    public void Anything_else_is_no_picture(string text) => Assert.Null(LogoFile.Recognise(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_truncated_file_is_no_picture_and_no_failure()
    {
        foreach (var length in Enumerable.Range(0, 33)) Assert.Null(LogoFile.Recognise(SettingsTests.Png(64, 64).AsSpan(0, length)));
        foreach (var length in Enumerable.Range(0, 18))
            _ = LogoFile.Recognise(((byte[])[0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1, 2, 0xFF, 0xC2, 0, 11, 8, 0, 200, 1, 64, 3]).AsSpan(0, length));
    }
}
