namespace Platform.Modules.Shared.Lists;

public enum ColumnKind { Text, Number, Date, Instant }

/// <summary>What menus, headings and cells need of a column, whatever its rows.</summary>
public interface IColumn
{
    string Key { get; }
    string Header { get; }
    string Label { get; }
    ColumnKind Kind { get; }
    string? Sort { get; }
    object? Of(object row);
}

/// <summary>One column of a list, defined once for the screen, the paper, CSV and XLSX.</summary>
/// <param name="Key">As it stands in the address, e.g. "echeance".</param>
/// <param name="Header">Heading in files: the French name of the field, by which import knows it again.</param>
/// <param name="Value">string, number, <see cref="DateOnly"/>, local <see cref="DateTime"/>, bool, or several strings; null when there is none.</param>
public sealed record Column<TRow>(string Key, string Header, Func<TRow, object?> Value, ColumnKind Kind = ColumnKind.Text) : IColumn where TRow : notnull
{
    /// <summary>Heading on screen when the space has its own word for it.</summary>
    public string Label { get => field ?? Header; init; }
    /// <summary>Value of <c>tri=</c> that orders by it; null when the list cannot.</summary>
    public string? Sort { get; init; }
    /// <summary>Part of the list until somebody chooses otherwise.</summary>
    public bool Usual { get; init; }
    /// <summary>Costs a query of its own: read only when somebody asks for it.</summary>
    public bool Deep { get; init; }
    /// <summary>A picture that the page draws: files leave it out.</summary>
    public bool Drawn { get; init; }
    /// <summary>Part of the row's name: in every file, and not offered on screen.</summary>
    public bool FilesAlways { get; init; }
    /// <summary>For machines: files only, and only when all columns are asked for.</summary>
    public bool FilesOnly { get; init; }

    /// <summary>What a file of all columns holds instead of what the screen shows: all that there is to import back.</summary>
    public Func<TRow, object?>? Whole { get; init; }

    public object? Of(object row) => Value((TRow)row);
}

/// <summary>The columns in force, for the menu that chooses them and for the headings.</summary>
public interface IListColumns
{
    IReadOnlyList<IColumn> Offered { get; }
    IReadOnlyList<IColumn> Chosen { get; }
}

/// <summary>The columns of a list, the first being what the row is called: it is always there.</summary>
public sealed class ListColumns<TRow> : IListColumns where TRow : notnull
{
    /// <summary><c>colonnes=toutes</c></summary>
    public const string Every = "toutes";

    private readonly IReadOnlyList<Column<TRow>> all;
    private readonly IReadOnlyCollection<string> keys;

    /// <param name="keys">As they stand in the address; unknown ones are ignored, none leaves the usual ones.</param>
    public ListColumns(IReadOnlyList<Column<TRow>> all, IReadOnlyCollection<string>? keys)
    {
        (this.all, this.keys) = (all, keys ?? []);
        var known = all.Where(c => this.keys.Contains(c.Key)).ToList();
        Chosen = [.. all.Where((c, i) => !c.FilesOnly && !c.FilesAlways && (i == 0 || IsEvery || (known.Count == 0 ? c.Usual : known.Contains(c))))];
    }

    public bool IsEvery => keys.Contains(Every);

    /// <summary>On screen, in their own order.</summary>
    public IReadOnlyList<Column<TRow>> Chosen { get; }

    /// <summary>In a file: the chosen ones, or all that import can read back.</summary>
    public IReadOnlyList<Column<TRow>> InFile => [.. all.Where(c => !c.Drawn && (IsEvery || c.FilesAlways || Chosen.Contains(c))).Select(c => IsEvery && c.Whole is { } whole ? c with { Value = whole } : c)];

    public bool AreDeep => Chosen.Any(c => c.Deep);

    IReadOnlyList<IColumn> IListColumns.Chosen => Chosen;

    IReadOnlyList<IColumn> IListColumns.Offered => [.. all.Where(c => !c.FilesOnly && !c.FilesAlways)];
}
