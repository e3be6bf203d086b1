using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace Platform.Modules.Shared.Lists;

/// <summary>One way to narrow a list. <paramref name="Name"/> is the query-string key, e.g. "etat".</summary>
public sealed record Facet(string Name, string Label, IReadOnlyList<FacetValue> Values)
{
    public bool IsUsed => Values.Any(v => v.Chosen);
}

/// <param name="Count">Rows that the value would leave, null when it is not counted.</param>
public sealed record FacetValue(string Value, string Label, int? Count, bool Chosen)
{
    /// <summary>What a saved view, or an address kept for long, names in vain.</summary>
    public const string Gone = "Choix qui n’existe plus";
}

/// <summary>The state of a list is its address: links that change one thing and keep the rest.</summary>
public sealed class ListAddress(HttpRequest request)
{
    public const string Cursor = "apres", Columns = "colonnes", Ticked = "choix", On = "sur", Print = "imprimer", Taken = "acte";

    /// <summary>Cursors of the pages before, the nearest last: what a keyset cannot say of itself.</summary>
    public const string Trail = "avant";

    private const string Begin = "0";
    private const int Remembered = 10;

    /// <summary><c>vue=toutes</c>: nothing is narrowed, and the list does not open on the view that was chosen for it.</summary>
    public const string View = "vue", Whole = "toutes";

    /// <summary>Adds or removes one value of a facet; goes back to the first page.</summary>
    public string Toggle(string name, string value) => Build(pairs =>
        pairs.Any(p => p.Key == name && p.Value == value)
            ? pairs.Where(p => p.Key != name || p.Value != value)
            : pairs.Append(KeyValuePair.Create(name, value)));

    /// <summary>Sets one value in place of any other; null removes it. Goes back to the first page.</summary>
    public string With(string name, string? value) => Build(pairs =>
        pairs.Where(p => p.Key != name).Concat(value is null ? [] : [KeyValuePair.Create(name, value)]));

    /// <summary>Sets several at once, each in place of any other value of its name.</summary>
    public string With(params (string Name, string? Value)[] changes) => Build(pairs => pairs
        .Where(p => !Array.Exists(changes, c => c.Name == p.Key))
        .Concat(changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Name, c.Value!))));

    public string Next(string cursor) => At(cursor, [.. Way, request.Query[Cursor].ToString() is { Length: > 0 } here ? here : Begin]);

    /// <summary>The page from which one came; null on the first, and so far on that the way back is forgotten.</summary>
    public string? Previous => Way.Count == 0 ? null : Way[^1] == Begin ? First : At(Way[^1], Way.SkipLast(1));

    private IReadOnlyList<string> Way => [.. request.Query[Trail].OfType<string>()];

    private string At(string cursor, IEnumerable<string> way) =>
        Build(pairs => pairs.Concat(way.TakeLast(Remembered).Select(step => KeyValuePair.Create(Trail, step))).Append(KeyValuePair.Create(Cursor, cursor)));

    public string First => Build(pairs => pairs);

    public string Cleared => request.PathBase + request.Path;

    /// <summary>Without filters or words; the columns and the order stay.</summary>
    public string Unfiltered => Build(pairs => pairs.Where(p => p.Key is Columns or "tri" or "sens"));

    /// <summary>The same rows in a file, with the columns shown or all of them.</summary>
    public string Export(string format, bool every) => Build(pairs => pairs.Where(p => !every || p.Key != Columns)
        .Concat(every ? [KeyValuePair.Create(Columns, ListColumns<object>.Every)] : [])
        .Append(KeyValuePair.Create("handler", "Export")).Append(KeyValuePair.Create("format", format)));

    /// <summary>All that the filters leave, on one page for the paper.</summary>
    public string Paper => Build(pairs => pairs.Append(KeyValuePair.Create(Print, "true")));

    /// <summary>The state alone, as a saved view keeps it: "etat=en-cours&amp;tri=titre".</summary>
    public string State => Written(Pairs());

    /// <summary>Name and value of all that makes the state.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => Pairs();

    /// <summary>A form's action that keeps the state and what was ticked.</summary>
    public string Act(string handler) => request.PathBase + request.Path + "?" + Written(request.Query.Where(q => q.Key != "handler")
        .SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? "")).Append(KeyValuePair.Create("handler", handler)));

    /// <summary>What is kept of an address that somebody sends: the state of a list and nothing else.</summary>
    public static string Clean(string? query) => Written(Pairs(new QueryCollection(QueryHelpers.ParseQuery(query))));

    /// <summary>What a search form must repeat as hidden fields to keep the other choices.</summary>
    public IEnumerable<KeyValuePair<string, string>> Others(string name) => Pairs().Where(p => p.Key != name);

    private string Build(Func<IEnumerable<KeyValuePair<string, string>>, IEnumerable<KeyValuePair<string, string>>> change)
    {
        var pairs = change(Pairs()).ToList();
        // An address that says nothing is answered with the view on which the list opens.
        var query = new QueryBuilder(pairs.Count > 0 ? pairs : [KeyValuePair.Create(View, Whole)]);
        return request.PathBase + request.Path + query.ToQueryString();
    }

    private static string Written(IEnumerable<KeyValuePair<string, string>> pairs) => new QueryBuilder(pairs).ToQueryString().Value?.TrimStart('?') ?? "";

    private IEnumerable<KeyValuePair<string, string>> Pairs() => Pairs(request.Query);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IQueryCollection query) => query
        .Where(q => q.Key is not (Cursor or Trail or Ticked or On or Print or Taken or View or "handler" or "format"))
        .SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? ""))
        .Where(p => p.Value.Length > 0);
}
