using System.Globalization;
using System.Text.Json;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Roadmap;

/// <summary>What else of the road map is public, as data: the frameworks with their axes and objectives, the coalitions. Few of them, read whole.</summary>
internal static class OpenSections
{
    /// <summary>The columns of the file of objectives, in their order.</summary>
    public static IReadOnlyList<OpenDataFiles.Field> Objectives { get; } =
    [
        new("cadre", "Nom du cadre."), new("axe", "Axe dont il relève."), new("intitule", "Ce qui est visé."), new("indicateur", "Ce qui est mesuré."), new("unite", "Unité."),
        new("sens", "augmenter, diminuer ou maintenir."), new("depart", "Valeur de départ."), new("annee_depart", "Son année."), new("cible", "Valeur visée."), new("annee_cible", "Son année."),
        new("releve", "Dernière valeur relevée."), new("releve_le", "Jour de ce relevé."), new("chemin_parcouru", "Pourcentage du chemin, du départ à la cible."), new("situation", "Où il en est. Calculé."),
        new("adresse", "Page publique."),
    ];

    /// <summary>The columns of the file of coalitions, in their order.</summary>
    public static IReadOnlyList<OpenDataFiles.Field> Coalitions { get; } =
    [
        new("identifiant", "Identifiant stable."), new("nom", "Nom."), new("objectif", "Ce que ses membres veulent changer ensemble."), new("nature", "Nature du périmètre."), new("perimetre", "Périmètre."),
        new("theme", "Thème."), new("etat", "Où elle en est."), new("lancement", "Jour du lancement."), new("membres", "Organisations ; séparées par « | » dans le CSV."),
        new("engagements", "Combien sont publics."), new("adresse", "Page publique."),
    ];

    public static async Task ObjectivesCsv(HttpContext http, IMediator mediator, Space space) =>
        await Csv(http, $"objectifs-{space.Identifier}", Objectives, (await Frameworks(http, mediator)).SelectMany(f => Rows(f, http, space)));

    public static async Task CoalitionsCsv(HttpContext http, IMediator mediator, Space space) =>
        await Csv(http, $"coalitions-{space.Identifier}", Coalitions, (await Groups(http, mediator)).Select(c => Row(c, http, space)));

    public static async Task Json(Utf8JsonWriter json, HttpContext http, IMediator mediator, Space space)
    {
        json.WriteStartArray("cadres");
        foreach (var framework in await Frameworks(http, mediator))
        {
            json.WriteStartObject();
            json.WriteString("identifiant", framework.Id);
            json.WriteString("nom", framework.Name);
            json.WriteString("description", framework.Description);
            json.WriteNumber("debut", framework.StartYear);
            json.WriteNumber("fin", framework.EndYear);
            json.WriteStartArray("axes");
            foreach (var axis in framework.Parts.Where(p => p.AxisId is not null))
            {
                json.WriteStartObject();
                json.WriteNumber("numero", axis.Number!.Value);
                json.WriteString("intitule", axis.Title);
                json.WriteNumber("engagements", axis.Commitments.All);
                json.WriteNumber("engagements_tenus", axis.Commitments.Kept);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            Array(json, "objectifs", Objectives, Rows(framework, http, space));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Array(json, "coalitions", Coalitions, (await Groups(http, mediator)).Select(c => Row(c, http, space)));
    }

    private static Task<IReadOnlyList<ListPublicFrameworks.Row>> Frameworks(HttpContext http, IMediator mediator) => mediator.Send(new ListPublicFrameworks.Query(), http.RequestAborted);

    private static Task<IReadOnlyList<ReadOpenCoalitions.Row>> Groups(HttpContext http, IMediator mediator) => mediator.Send(new ReadOpenCoalitions.Query(), http.RequestAborted);

    private static IEnumerable<object?[]> Rows(ListPublicFrameworks.Row framework, HttpContext http, Space space) => framework.Parts.SelectMany(part => part.Objectives.Select(o => new object?[]
    {
        framework.Name, part.Number is { } number ? $"{number}. {part.Title}" : null, o.Title, o.Indicator, o.Figures.Unit, o.Figures.Direction, o.Figures.Baseline, o.Figures.BaselineYear,
        o.Figures.Target, o.Figures.TargetYear, o.Figures.Last, o.LastOn, o.Percent, o.Badge.Text, http.Request.Absolute(space, $"~/public/cadres/{framework.Id}"),
    }));

    private static object?[] Row(ReadOpenCoalitions.Row c, HttpContext http, Space space) =>
        [c.Id, c.Name, c.Purpose, c.PerimeterKind, c.Perimeter, c.Theme, c.State, c.StartedOn, c.Members, c.Commitments, http.Request.Absolute(space, $"~/public/coalitions/{c.Id}")];

    private static async Task Csv(HttpContext http, string name, IReadOnlyList<OpenDataFiles.Field> fields, IEnumerable<object?[]> rows)
    {
        var lines = OpenDataFiles.Begin(http, name, fields);
        foreach (var row in rows) lines.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        await http.Response.WriteAsync(lines.ToString(), http.RequestAborted);
    }

    // A figure is no formula, even when it is below zero.
    private static string Cell(object? value) => value switch
    {
        string text => OpenDataFiles.Cell(text),
        IReadOnlyList<string> several => OpenDataFiles.Cell(string.Join(" | ", several)),
        DateOnly day => OpenDataFiles.Day(day)!,
        decimal figure => Short(figure).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // 1.5, not 1.5000 as the database keeps it.
    private static decimal Short(decimal figure) => figure / 1.0000000000000000000000000000m;

    private static void Array(Utf8JsonWriter json, string name, IReadOnlyList<OpenDataFiles.Field> fields, IEnumerable<object?[]> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var (field, value) in fields.Zip(row)) Write(json, field.Name, value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case int number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(Short(number)); break;
            case IReadOnlyList<string> several:
                json.WriteStartArray();
                foreach (var one in several) json.WriteStringValue(one);
                json.WriteEndArray();
                break;
            case DateOnly day: json.WriteStringValue(OpenDataFiles.Day(day)); break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }
}
