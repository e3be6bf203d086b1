using System.Globalization;
using System.IO.Compression;
using System.Text;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Members.Reference;

/// <summary>
/// French EPCI à fiscalité propre, communes, departments and regions, as shipped with the application
/// (INSEE and DGCL, Licence Ouverte 2.0; see <c>infra/reference/README.md</c>). Everything is sorted by code.
/// </summary>
public sealed class NationalReference
{
    private const string FileName = "reference.tsv.br";

    private readonly List<ReferenceYear> years = [];
    private readonly List<Region> regions = [];
    private readonly List<Department> departments = [];
    private readonly List<EpciLine> epcis = [];
    private readonly List<CommuneLine> communes = [];

    private NationalReference()
    {
    }

    public IReadOnlyList<ReferenceYear> Years => years;
    public IReadOnlyList<Region> Regions => regions;
    public IReadOnlyList<Department> Departments => departments;
    public IReadOnlyList<EpciLine> Epcis => epcis;
    public IReadOnlyList<CommuneLine> Communes => communes;

    /// <param name="Populations">Total population (population totale) per reference year in which the EPCI existed.</param>
    /// <param name="Members">INSEE codes of the member communes in its last year.</param>
    public sealed record EpciLine(
        string Siren, EpciKind Kind, string Name, IReadOnlyDictionary<int, int> Populations, IReadOnlyList<string> Members)
    {
        public int LastYear => Populations.Keys.Max();
    }

    /// <param name="Siren">Missing overseas, where the source has none.</param>
    /// <param name="MunicipalPopulation">Missing where nobody lives.</param>
    public sealed record CommuneLine(string Code, string DepartmentCode, string Name, string? Siren, int? MunicipalPopulation);

    /// <exception cref="InvalidDataException">The file is not a national reference; the message names the line.</exception>
    public static NationalReference Read()
    {
        var assembly = typeof(NationalReference).Assembly;
        using var packed = assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidDataException($"{FileName} is missing from the application.");
        using var text = new BrotliStream(packed, CompressionMode.Decompress);
        return Read(text);
    }

    /// <inheritdoc cref="Read()"/>
    public static NationalReference Read(Stream text)
    {
        var reference = new NationalReference();
        using var reader = new StreamReader(text, Encoding.UTF8);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            try
            {
                reference.Take(line.Split('\t'), number);
            }
            catch (Exception broken) when (broken is FormatException or OverflowException or IndexOutOfRangeException)
            {
                throw new InvalidDataException($"National reference, line {number}: {broken.Message}", broken);
            }
        }
        return number > 0 ? reference : throw new InvalidDataException("The national reference is empty.");
    }

    private void Take(string[] cells, int number)
    {
        if (number == 1 != (cells[0] == "reference")) throw new FormatException("the header must be the first line, and only that");
        switch (cells[0])
        {
            case "reference" when cells[1] == "1":
                break;
            case "year":
                years.Add(new(Integer(cells[1]), cells[2], IntegerOrNull(cells[3])));
                break;
            case "region":
                regions.Add(new(cells[1], cells[2]));
                break;
            case "department":
                departments.Add(new(cells[1], cells[2], cells[3]));
                break;
            case "epci":
                epcis.Add(new(cells[1], Kind(cells[2]), cells[3], Populations(cells), cells[4 + years.Count].Split(' ')));
                break;
            case "commune":
                communes.Add(new(cells[1], cells[2], cells[3], cells[4].Length == 0 ? null : cells[4], IntegerOrNull(cells[5])));
                break;
            default:
                throw new FormatException($"unknown record “{cells[0]}”");
        }
    }

    private Dictionary<int, int> Populations(string[] cells)
    {
        var populations = new Dictionary<int, int>();
        for (var i = 0; i < years.Count; i++)
            if (IntegerOrNull(cells[4 + i]) is { } population) populations.Add(years[i].Year, population);
        return populations.Count > 0 ? populations : throw new FormatException("an EPCI without a population in any year");
    }

    private static EpciKind Kind(string code) => code switch
    {
        "CC" => EpciKind.CommunauteDeCommunes,
        "CA" => EpciKind.CommunauteAgglomeration,
        "CU" => EpciKind.CommunauteUrbaine,
        "ME" => EpciKind.Metropole,
        _ => throw new FormatException($"unknown kind of EPCI “{code}”"),
    };

    private static int Integer(string cell) => int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int? IntegerOrNull(string cell) => cell.Length == 0 ? null : Integer(cell);
}
