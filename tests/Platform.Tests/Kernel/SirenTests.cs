using Platform.Kernel;

namespace Platform.Tests.Kernel;

[Trait("Category", "unit")]
public sealed class SirenTests
{
    [Theory]
    [InlineData("243500741")]
    [InlineData("200 072 726")]
    [InlineData("200\u00a0066\u00a0777")]
    [InlineData("245614383")]
    public void A_published_siren_passes(string siren) => Assert.True(Siren.IsValid(siren));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("243500742")]
    [InlineData("234500741")]
    [InlineData("24350074")]
    [InlineData("2435007410")]
    [InlineData("000000000")]
    [InlineData("24350074A")]
    [InlineData("２４３５００７４１")]
    public void Anything_else_does_not(string? siren) => Assert.False(Siren.IsValid(siren));

    [Fact]
    public void One_wrong_digit_is_always_seen()
    {
        const string right = "243500741";
        for (var place = 0; place < right.Length; place++)
            for (var digit = '0'; digit <= '9'; digit++)
                if (digit != right[place]) Assert.False(Siren.IsValid(right[..place] + digit + right[(place + 1)..]));
    }
}
