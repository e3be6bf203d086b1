using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;

namespace Platform.Tests.Modules.Governance;

[Trait("Category", "unit")]
public sealed class BodyRulesTests
{
    private static readonly DateOnly Start = new(2020, 7, 1);
    private static readonly Guid Claire = Guid.NewGuid(), Marc = Guid.NewGuid();

    private static Body Bureau() => new(BodyKind.Bureau, "Bureau", true);

    private static string Refused(Action act) => Assert.Throws<RuleViolation>(act).Code;

    [Fact]
    public void One_person_holds_several_functions_but_none_twice_at_once()
    {
        var bureau = Bureau();
        bureau.Appoint(MandateFunction.VicePresident, "Mobilités", Claire, null, Start);
        bureau.Appoint(MandateFunction.VicePresident, "Énergie", Claire, null, Start);
        bureau.Appoint(MandateFunction.Secretary, null, Claire, null, Start);
        Assert.Equal("mandate.twice", Refused(() => bureau.Appoint(MandateFunction.VicePresident, "MOBILITES", Claire, null, Start.AddDays(10))));
        bureau.Appoint(MandateFunction.VicePresident, "Mobilités", Marc, null, Start);
        // Two vacant seats of one function are two seats.
        bureau.Appoint(MandateFunction.Titular, null, null, null, Start);
        bureau.Appoint(MandateFunction.Titular, null, null, null, Start);
    }

    [Fact]
    public void A_replacement_ends_the_mandate_the_day_before_and_keeps_its_end()
    {
        var bureau = Bureau();
        var first = bureau.Appoint(MandateFunction.President, null, Claire, null, Start, Start.AddYears(6));
        var second = bureau.Replace(first.Id, Marc, null, Start.AddYears(2));
        Assert.Equal((Start.AddYears(2).AddDays(-1), Start.AddYears(2), Start.AddYears(6)), (first.End!.Value, second.Start, second.End!.Value));
        Assert.Equal("mandate.replacement", Refused(() => bureau.Replace(second.Id, Claire, null, second.Start)));
        Assert.Equal("mandate.replacement", Refused(() => bureau.Replace(second.Id, Claire, null, Start.AddYears(7))));
        Assert.Null(bureau.Replace(second.Id, null, null, Start.AddYears(3)).PersonId);
    }

    [Fact]
    public void A_mandate_ends_once_and_not_before_it_begins()
    {
        var bureau = Bureau();
        var mandate = bureau.Appoint(MandateFunction.Guest, null, Claire, null, Start);
        Assert.Equal("mandate.dates", Refused(() => bureau.EndMandate(mandate.Id, Start.AddDays(-1))));
        bureau.EndMandate(mandate.Id, Start);
        Assert.Equal("mandate.ended", Refused(() => bureau.EndMandate(mandate.Id, Start.AddDays(1))));
        Assert.Equal("mandate.dates", Refused(() => bureau.Appoint(MandateFunction.Guest, null, Marc, null, Start, Start.AddDays(-1))));
    }

    [Fact]
    public void A_body_that_ends_ends_its_mandates_and_takes_none_after()
    {
        var bureau = Bureau();
        var running = bureau.Appoint(MandateFunction.President, null, Claire, null, Start);
        bureau.End(Start.AddYears(1));
        Assert.Equal(Start.AddYears(1), running.End);
        Assert.Equal("body.ended", Refused(() => bureau.Appoint(MandateFunction.President, null, Marc, null, Start)));
        bureau.Appoint(MandateFunction.Secretary, null, Marc, null, Start, Start.AddYears(1));
        Assert.Equal("body.end.mandates", Refused(() => bureau.End(Start.AddDays(-1))));
        bureau.End(null);
        bureau.Appoint(MandateFunction.President, null, Marc, null, Start.AddYears(2));
    }

    [Theory]
    [InlineData(MandateFunction.VicePresident, "mobilités", "Vice-présidence (mobilités)")]
    [InlineData(MandateFunction.VicePresident, null, "Vice-présidence")]
    [InlineData(MandateFunction.Other, "porte-parole", "Porte-parole")]
    public void A_function_reads_with_its_precision(MandateFunction function, string? precision, string title) => Assert.Equal(title, Mandate.TitleOf(function, precision));
}
