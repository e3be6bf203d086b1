using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Platform.Kernel;

namespace Platform.Modules.Forum.Invitations;

/// <summary>What a column of a pasted list holds.</summary>
public enum GuestColumn : short
{
    [Display(Name = "Rien d’utile ici")] Other = 1,
    [Display(Name = "Adresse électronique")] Email,
    [Display(Name = "Prénom et nom")] Whole,
    [Display(Name = "Prénom")] Given,
    [Display(Name = "Nom de famille")] Family,
    [Display(Name = "Organisation")] Organisation,
}

/// <summary>Reads guests from whatever table somebody pastes: with headings or without, an address book's "Claire Morvan &lt;claire@…&gt;" too.</summary>
internal static partial class GuestPaste
{
    /// <param name="Email">As written; null where the line has none.</param>
    public sealed record Line(int Number, string? Email, string? Name, string? Organisation, string Shown)
    {
        public bool IsAddress => Email is { Length: <= ForumGuest.EmailLength } email && TextRules.IsEmailShape(email);
    }

    public const int MostColumns = 12;

    private static readonly string[] Given = ["prenom"], Family = ["nom", "nom de famille"], Whole = ["nom complet", "nom et prenom", "prenom et nom", "personne", "invite"],
        Of = ["organisation", "structure", "entreprise", "association", "collectivite", "organisme", "societe", "membre"],
        Mail = ["adresse", "email", "e mail", "mail", "courriel", "adresse electronique", "adresse mail", "adresse e mail"];

    private static readonly (GuestColumn Column, string[] Names)[] Headings =
        [(GuestColumn.Email, Mail), (GuestColumn.Whole, Whole), (GuestColumn.Given, Given), (GuestColumn.Family, Family), (GuestColumn.Organisation, Of)];

    /// <summary>What each column holds, by its heading, else by what stands in it. A column counts once.</summary>
    public static IReadOnlyList<GuestColumn> Recognise(IReadOnlyList<string?[]> table)
    {
        var width = Math.Min(MostColumns, table.Count == 0 ? 0 : table.Max(r => r.Length));
        var found = Enumerable.Repeat(GuestColumn.Other, width).ToArray();
        if (Head(table) is { } head)
        {
            foreach (var (column, names) in Headings)
                if (Array.FindIndex(head, h => Is(h, names)) is >= 0 and var at && at < width) found[at] = column;
            if (!found.Contains(GuestColumn.Email) && Address() is >= 0 and var by) found[by] = GuestColumn.Email;
            return found;
        }
        if (Address() is >= 0 and var mail) found[mail] = GuestColumn.Email;
        var rest = Enumerable.Range(0, width).Where(i => found[i] == GuestColumn.Other).ToList();
        if (rest.Count > 0) found[rest[0]] = GuestColumn.Whole;
        if (rest.Count > 1) found[rest[1]] = GuestColumn.Organisation;
        return found;

        int Address() => Enumerable.Range(0, width).Select(i => (Index: i, Count: table.Count(r => i < r.Length && r[i]?.Contains('@') == true))).Where(c => c.Count > 0).OrderByDescending(c => c.Count).Select(c => c.Index).DefaultIfEmpty(-1).First();
    }

    /// <param name="columns">What somebody said that each column holds; null, or of another width: as it is recognised.</param>
    public static IReadOnlyList<Line> Read(IReadOnlyList<string?[]> table, IReadOnlyList<GuestColumn>? columns = null)
    {
        var known = Recognise(table);
        // Left as it was recognised, a list without headings is still read line by line, wherever each has its address.
        var said = columns?.Count == known.Count && columns.Contains(GuestColumn.Email) && !columns.SequenceEqual(known) ? columns : null;
        var head = Head(table) is not null;
        // A heading that nobody knows has no address under "address" either.
        if (said is not null && !head && table.Count > 1) head = Cell(table[0], said, GuestColumn.Email)?.Contains('@') != true && Cell(table[1], said, GuestColumn.Email)?.Contains('@') == true;
        var of = said ?? (head ? known : null);
        return [.. table.Select((cells, index) => Parse(cells, of, index + 1)).Skip(head ? 1 : 0)];
    }

    /// <summary>The same table again, for the page to send back.</summary>
    public static string Write(IReadOnlyList<string?[]> table) => string.Join('\n', table.Select(r => string.Join('\t', r.Take(MostColumns).Select(Flat))));

    private static string?[]? Head(IReadOnlyList<string?[]> table) =>
        table.Count > 0 && !Array.Exists(table[0], c => c?.Contains('@') == true) && Array.Exists(table[0], c => Is(c, Mail) || Is(c, Family) || Is(c, Whole)) ? table[0] : null;

    private static Line Parse(string?[] cells, IReadOnlyList<GuestColumn>? columns, int number)
    {
        var shown = string.Join(" ; ", cells.OfType<string>());
        if (shown.Length > 120) shown = shown[..120] + "…";
        if (columns is not null)
        {
            var (given, family) = (Cell(cells, columns, GuestColumn.Given), Cell(cells, columns, GuestColumn.Family));
            var (email, named) = Split(Cell(cells, columns, GuestColumn.Email));
            return new(number, email, Cut(Cell(cells, columns, GuestColumn.Whole) ?? (given is null && family is null ? named : $"{given} {family}".Trim()), ForumGuest.NameLength), Cut(Cell(cells, columns, GuestColumn.Organisation), ForumGuest.OrganisationLength), shown);
        }
        var at = Array.FindIndex(cells, c => c?.Contains('@') == true);
        var (address, name) = Split(at < 0 ? null : cells[at]);
        var others = cells.Where((c, i) => i != at && c is not null).ToList();
        if (name is null && others.Count > 0)
        {
            name = others[0];
            others.RemoveAt(0);
        }
        return new(number, address, Cut(name, ForumGuest.NameLength), Cut(others.FirstOrDefault(), ForumGuest.OrganisationLength), shown);
    }

    private static string? Cell(string?[] cells, IReadOnlyList<GuestColumn> columns, GuestColumn column)
    {
        for (var i = 0; i < columns.Count && i < cells.Length; i++)
            if (columns[i] == column && cells[i] is { } cell) return cell;
        return null;
    }

    private static bool Is(string? header, string[] names) => header is not null && names.Contains(Folding.Fold(header), StringComparer.Ordinal);

    private static (string? Email, string? Name) Split(string? cell)
    {
        if (cell is null) return (null, null);
        if (Book().Match(cell) is { Success: true } book) return (book.Groups["email"].Value.Trim(), book.Groups["name"].Value.Trim(' ', '"', '\'') is { Length: > 0 } name ? name : null);
        return (cell.Trim().TrimEnd(',', ';'), null);
    }

    private static string? Cut(string? text, int length) => text is { Length: > 0 } ? Flat(text) is var flat && flat.Length > length ? flat[..length] : flat : null;

    // What the page sends back is one line each; a quote would open a cell.
    private static string Flat(string? text) => (text ?? "").Replace('\n', ' ').Replace('\t', ' ').Replace('"', '\'').Trim();

    [GeneratedRegex("""^(?<name>[^<]*)<(?<email>[^>]+)>\s*[,;]?$""", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Book();
}
