namespace Platform.Modules.Shared.Lists;

/// <summary>Spreadsheets run a CSV cell that begins like a formula, whoever typed it. An apostrophe in front makes it text again;
/// import takes it away. A text that already has apostrophes in front gets one more, so that the way back is exact.</summary>
public static class Formulas
{
    public static string Guard(string text) => IsRisky(text) ? "'" + text : text;

    /// <summary>In a workbook no text is a formula. One that looks guarded is guarded once more: the way back takes an apostrophe from it.</summary>
    public static string Twice(string text) => text.StartsWith('\'') ? Guard(text) : text;

    public static string Unguard(string text) => text.StartsWith('\'') && IsRisky(text[1..]) ? text[1..] : text;

    private static bool IsRisky(string text) => text.AsSpan().TrimStart('\'') is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
}
