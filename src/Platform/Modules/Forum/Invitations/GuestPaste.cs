using System.Text.RegularExpressions;
using Platform.Kernel;

namespace Platform.Modules.Forum.Invitations;

/// <summary>Reads guests from whatever table somebody pastes: with headings or without, an address book's "Claire Morvan &lt;claire@…&gt;" too.</summary>
internal static partial class GuestPaste
{
    /// <param name="Email">As written; null where the line has none.</param>
    public sealed record Line(int Number, string? Email, string? Name, string? Organisation, string Shown)
    {
        public bool IsAddress => Email is { Length: <= ForumGuest.EmailLength } email && Address().IsMatch(email);
    }

    private static readonly string[] Given = ["prenom"], Family = ["nom", "nom de famille"], Whole = ["nom complet", "nom et prenom", "prenom et nom", "personne", "invite"],
        Of = ["organisation", "structure", "entreprise", "association", "collectivite", "organisme", "societe", "membre"],
        Mail = ["adresse", "email", "e mail", "mail", "courriel", "adresse electronique", "adresse mail", "adresse e mail"];

    public static IReadOnlyList<Line> Read(IReadOnlyList<string?[]> table)
    {
        var head = table.Count > 0 && !Array.Exists(table[0], c => c?.Contains('@') == true) && Array.Exists(table[0], c => Is(c, Mail) || Is(c, Family) || Is(c, Whole)) ? table[0] : null;
        return [.. table.Select((cells, index) => Parse(cells, head, index + 1)).Skip(head is null ? 0 : 1)];
    }

    /// <summary>The same table again, for the page to send back.</summary>
    public static string Write(IEnumerable<Line> lines) =>
        "Adresse\tNom complet\tOrganisation\n" + string.Join('\n', lines.Select(l => $"{Flat(l.Email)}\t{Flat(l.Name)}\t{Flat(l.Organisation)}"));

    private static Line Parse(string?[] cells, string?[]? head, int number)
    {
        var shown = string.Join(" ; ", cells.OfType<string>());
        if (shown.Length > 120) shown = shown[..120] + "…";
        if (head is not null)
        {
            var (given, family) = (Cell(Given), Cell(Family));
            var (email, named) = Split(Cell(Mail) ?? cells.FirstOrDefault(c => c?.Contains('@') == true));
            return new(number, email, Cut(Cell(Whole) ?? (given is null && family is null ? named : $"{given} {family}".Trim()), ForumGuest.NameLength), Cut(Cell(Of), ForumGuest.OrganisationLength), shown);
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

        string? Cell(string[] names)
        {
            var found = Array.FindIndex(head!, h => Is(h, names));
            return found >= 0 && found < cells.Length ? cells[found] : null;
        }
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

    [GeneratedRegex("""^[^@\s,;<>"]{1,64}@[^@\s,;<>".]+(\.[^@\s,;<>".]+)+$""", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Address();
}
