namespace Platform.Tests.Isolation;

/// <summary>Who gets what, for every address and every form of the application. Routing says which rows there must be: one that is
/// missing, or left over, fails.
/// <para>Columns: nobody is signed in; Bob reads; Rémi is a referent; Fanny facilitates; Alice administers; Charlie administers another
/// space. "path": Alice, in her space, puts Charlie's space's identifiers in the address; "ids": in the form, the query and headers.</para>
/// <para>Words: a status; "login" is a redirection to the sign-in page; "·" is nothing to try. A form that is accepted redirects (302).</para></summary>
internal static class Matrix
{
    public const string Table = """
        | address                                      | verb                   | nobody | Bob   | Rémi  | Fanny | Alice | Charlie | path  | ids   |
        | /                                            | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | */health/live                                | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | */health/ready                               | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        """;

    /// <summary>Values of parameters that are no identifiers of rows.</summary>
    public static IReadOnlyDictionary<string, string> Parameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
    };

    /// <summary>Fields for which a plausible value is not enough.</summary>
    public static IReadOnlyList<(string Target, string Name, string Value)> Fields { get; } =
    [
    ];

    public static IReadOnlyDictionary<string, Row> Rows { get; } = Table.Split('\n').Skip(1).Select(l => l.Trim())
        .Where(l => l.StartsWith('|')).Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray())
        .ToDictionary(c => $"{c[0]} {c[1]}", c => new Row(c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9]), StringComparer.Ordinal);

    internal sealed record Row(string Nobody, string Bob, string Remi, string Fanny, string Alice, string Charlie, string Path, string Ids);
}
