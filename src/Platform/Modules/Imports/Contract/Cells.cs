using System.Globalization;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Imports.Contract;

/// <summary>The cells of one line by column, read as French spreadsheets write them. An empty cell says nothing.</summary>
public sealed class Cells(IReadOnlyDictionary<string, string> texts)
{
    public List<CellError> Errors { get; } = [];

    public void Refuse(string column, string sentence) => Errors.Add(new(column, sentence));

    public string? Text(string column) => texts.GetValueOrDefault(column) is { Length: > 0 } text ? text : null;

    /// <summary>Several values in one cell: "Membre ; Financeur". Empty places are kept, so that lists go together.</summary>
    public IReadOnlyList<string?> Places(string column) => Text(column) is { } text ? Several.Split(text) : [];

    public IReadOnlyList<string> Many(string column) => [.. Places(column).OfType<string>()];

    public string? Date(string column) => Text(column) is { } text ? Date(column, text) : null;

    public string? Date(string column, string? text)
    {
        if (text is null) return null;
        if (AsDate(text) is { } date) return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Refuse(column, $"« {Cut(text)} » n’est pas une date. Écrivez-la ainsi : 12/03/2027.");
        return null;
    }

    /// <summary>A date as it is typed, as it is stored, or as a spreadsheet counts it (days since 1899).</summary>
    public static DateOnly? AsDate(string text) =>
        FrenchDateBinder.TryParse(text, out var date) ? date
        : DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "d/M/yyyy HH:mm:ss", "d/M/yyyy HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? DateOnly.FromDateTime(instant)
        // 1 January 1920 to 31 December 2199: a smaller number is more likely a mistake than a day.
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= 7306 and <= 109574 ? DateOnly.FromDateTime(DateTime.FromOADate(serial))
        : null;

    public string? Number(string column)
    {
        if (Text(column) is not { } text) return null;
        if (FrenchDecimalBinder.TryParse(text, out var number)) return Canonical(number);
        Refuse(column, $"« {Cut(text)} » n’est pas un nombre. Écrivez-le ainsi : 1 234,5.");
        return null;
    }

    /// <summary>A number as facts hold it, without idle zeros.</summary>
    public static string Canonical(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A whole number, perhaps followed by its unit: "90 jours".</summary>
    public string? Whole(string column)
    {
        if (Text(column) is not { } text) return null;
        var bare = text.StartsWith("n°", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        if ((FrenchDecimalBinder.TryParse(bare, out var number) || FrenchDecimalBinder.TryParse(bare.Split(' ', '\u00a0')[0], out number)) && number == decimal.Truncate(number) && Math.Abs(number) < int.MaxValue) return Canonical(number);
        Refuse(column, $"« {Cut(text)} » n’est pas un nombre entier.");
        return null;
    }

    public string? Choice<T>(string column, IReadOnlyDictionary<string, T>? synonyms = null) where T : struct, Enum => Choice(column, Text(column), synonyms);

    /// <summary>A choice by its French name, accents and case aside, or by another word for it.</summary>
    public string? Choice<T>(string column, string? text, IReadOnlyDictionary<string, T>? synonyms = null) where T : struct, Enum
    {
        if (text is null) return null;
        var folded = Folding.Fold(text);
        foreach (var value in Enum.GetValues<T>())
            if (Folding.Fold(EnumNames.Of(value)) == folded) return value.ToString();
        if (synonyms?.TryGetValue(folded, out var found) == true) return found.ToString();
        Refuse(column, $"« {Cut(text)} » n’est pas dans la liste : {string.Join(", ", Enum.GetValues<T>().Select(v => EnumNames.Of(v)))}.");
        return null;
    }

    /// <summary>The identifier of what the cell names. Where several bear the name, a <see cref="Namesakes"/>: the one that is stored stays.</summary>
    /// <param name="known">By folded name.</param>
    public string? Named(string column, string? text, ILookup<string, Guid> known, string what)
    {
        if (text is null) return null;
        var found = known[Folding.Key(text)].Distinct().ToList();
        if (found.Count > 0) return found.Count == 1 ? found[0].ToString() : Namesakes.Of(found);
        Refuse(column, $"« {Cut(text)} » : aucun{what} de ce nom dans l’espace. Corrigez le nom, ou ajoutez-{(what.StartsWith('e') ? "la" : "le")} d’abord.");
        return null;
    }

    /// <summary>The same, where one alone may bear the name.</summary>
    public string? One(string column, string? text, ILookup<string, Guid> known, string what)
    {
        var named = Named(column, text, known, what);
        if (named is null || !Namesakes.Are(named)) return named;
        Refuse(column, $"« {Cut(text!)} » : {Namesakes.Sentence}");
        return null;
    }

    public string? Identifier(string column)
    {
        if (Text(column) is not { } text) return null;
        if (Guid.TryParse(text, out var id)) return id.ToString();
        Refuse(column, "Cet identifiant est incomplet : laissez-le comme l’export l’a écrit, ou videz la cellule.");
        return null;
    }

    /// <summary>A cell as its spreadsheet showed it: workbooks keep their dates in another form.</summary>
    public static string Shown(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? $"{date:dd/MM/yyyy}" : text;

    public static string Cut(string text) => French.Cut(text, 60);
}
