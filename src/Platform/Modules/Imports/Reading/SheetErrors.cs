namespace Platform.Modules.Imports.Reading;

/// <summary>What stands in the cell of a spreadsheet whose formula failed, in a workbook or in the text saved from one.</summary>
internal static class SheetErrors
{
    /// <summary>Written by a program that computes nothing, and never opened in one that does.</summary>
    public const string Uncomputed = "#FORMULE?";

    public const string Other = "#ERREUR!";

    private static readonly HashSet<string> All = new(StringComparer.OrdinalIgnoreCase)
    {
        Other, "#N/A", "#REF!", "#VALUE!", "#VALEUR!", "#NAME?", "#NOM?", "#DIV/0!", "#NUM!", "#NOMBRE!", "#NULL!", "#NUL!", "#SPILL!", "#PROPAGATION!", "#CALC!", "#GETTING_DATA",
    };

    public static string? Known(string text) => All.TryGetValue(text.Trim(), out var known) ? known : null;

    /// <summary>Why such a text is no value; null for any other text.</summary>
    public static string? Sentence(string text) => text == Uncomputed ? "Cette formule n’a jamais été calculée : ouvrez le classeur dans un tableur, enregistrez-le, puis renvoyez-le."
        : Known(text) is { } error ? $"La cellule affiche une erreur du tableur ({error}) : corrigez sa formule, ou videz-la." : null;
}
