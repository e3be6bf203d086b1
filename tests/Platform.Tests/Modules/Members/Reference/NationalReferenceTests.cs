using System.Text;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Reference;

namespace Platform.Tests.Modules.Members.Reference;

[Trait("Category", "unit")]
public sealed class NationalReferenceTests
{
    private static readonly NationalReference Reference = NationalReference.Read();

    [Fact]
    public void Arc_Sud_Bretagne_has_27942_inhabitants_in_2020_and_not_the_27239_of_the_published_call()
    {
        var epci = Reference.Epcis.Single(e => e.Siren == "200027027");

        Assert.Equal("CC Arc Sud Bretagne", epci.Name);
        Assert.Equal(EpciKind.CommunauteDeCommunes, epci.Kind);
        Assert.Equal(27_767, epci.Populations[2019]);
        Assert.Equal(27_942, epci.Populations[2020]);
        Assert.Equal(2026, epci.LastYear);
        Assert.Contains("56143", epci.Members); // Muzillac, its seat
    }

    [Theory]
    [InlineData(2019, 1259, 68_008_360)]
    [InlineData(2020, 1255, 68_017_605)]
    [InlineData(2021, 1254, 68_229_786)]
    [InlineData(2022, 1255, 68_485_633)]
    [InlineData(2023, 1255, 68_644_693)]
    [InlineData(2024, 1255, 68_876_903)]
    [InlineData(2025, 1255, 69_217_228)]
    [InlineData(2026, 1255, 69_217_228)]
    public void Each_year_has_its_number_of_epci_and_its_total_population(int year, int epcis, int inhabitants)
    {
        var populations = Reference.Epcis.Where(e => e.Populations.ContainsKey(year)).Select(e => e.Populations[year]).ToList();

        Assert.Equal(epcis, populations.Count);
        Assert.Equal(inhabitants, populations.Sum());
    }

    [Fact]
    public void The_year_2026_says_that_its_epci_repeat_those_of_2025()
    {
        Assert.Equal([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026], Reference.Years.Select(y => y.Year));
        Assert.Equal(2025, Reference.Years.Single(y => y.RepeatsYear is not null).RepeatsYear);
        Assert.Equal(2026, Reference.Years.Single(y => y.RepeatsYear is not null).Year);
    }

    [Fact]
    public void Epci_that_ended_keep_their_last_year()
    {
        Assert.Equal(1_273, Reference.Epcis.Count);
        Assert.Equal(18, Reference.Epcis.Count(e => e.LastYear < 2026));
    }

    [Fact]
    public void Communes_departments_and_regions_point_at_each_other()
    {
        var departments = Reference.Departments.ToDictionary(d => d.Code);
        var communes = Reference.Communes.ToDictionary(c => c.Code);

        Assert.Equal(34_969, communes.Count);
        Assert.Equal(109, departments.Count);
        Assert.Equal(26, Reference.Regions.Count);
        Assert.All(communes.Values, c => Assert.True(departments.ContainsKey(c.DepartmentCode)));
        Assert.All(departments.Values, d => Assert.Contains(Reference.Regions, r => r.Code == d.RegionCode));
        Assert.All(Reference.Epcis.Where(e => e.LastYear == 2026).SelectMany(e => e.Members), code => Assert.True(communes.ContainsKey(code)));
        Assert.Equal("213502362", communes["35236"].Siren);
        Assert.Equal("Redon", communes["35236"].Name);
        Assert.Null(communes["98411"].MunicipalPopulation);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("epci\t200027027", "line 1")]
    [InlineData("reference\t2\tx", "line 1")]
    [InlineData("reference\t1\tx\nyear\tsoon\t1\t", "line 2")]
    [InlineData("reference\t1\tx\nyear\t2026\t1\t\nepci\t200027027\tXX\tName\t12\t56143", "line 3")]
    [InlineData("reference\t1\tx\nyear\t2026\t1\t\nepci\t200027027\tCC\tName\t\t56143", "line 3")]
    [InlineData("reference\t1\tx\ncommune\t56143", "line 2")]
    [InlineData("reference\t1\tx\ncommune\t56143\t56\tMuzillac\t\t99999999999", "line 2")]
    public void A_damaged_file_is_refused_with_the_number_of_the_line(string text, string where)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var refused = Assert.Throws<InvalidDataException>(() => NationalReference.Read(stream));

        Assert.Contains(where, refused.Message, StringComparison.Ordinal);
    }
}
