using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared.Lists.Views;

namespace Platform.Modules.Shared.Lists;

/// <summary>A page whose address is the whole state of its list: words, order, page, columns, and the facets that the page adds.</summary>
public abstract class ListPage(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? Tri { get; set; }
    [BindProperty(SupportsGet = true)] public string? Sens { get; set; }
    [BindProperty(SupportsGet = true)] public string? Apres { get; set; }
    [BindProperty(SupportsGet = true)] public List<string> Colonnes { get; set; } = [];
    /// <summary>To be printed: all that the filters leave on one page, up to <see cref="Keyset.Printed"/>.</summary>
    [BindProperty(SupportsGet = true)] public bool Imprimer { get; set; }
    /// <summary>Rows that somebody ticked: they then stand for what the filter leaves.</summary>
    [BindProperty(SupportsGet = true)] public List<string> Choix { get; set; } = [];

    /// <summary>"coches": what was ticked; anything else: all that the filters leave.</summary>
    [BindProperty(SupportsGet = true)] public string? Sur { get; set; }

    /// <summary>None when the act is on all that the filters leave.</summary>
    protected IReadOnlyList<Guid> Ticked => Sur == Everything ? [] : Ids(Choix, 1000);

    /// <summary>"Les lignes cochées", and none is.</summary>
    protected bool NothingTicked => Sur == OnTicked && Ticked.Count == 0;

    private const string OnTicked = "coches", Everything = "tout", TickFirst = "Cochez d’abord des lignes dans la liste.";

    public ListAddress Address => new(Request);

    /// <summary>The list in the state in which it was left: the whole list, where nothing narrowed it, and not the view on which it opens.</summary>
    /// <param name="list">"~/engagements"</param>
    protected string BackTo(string list) => list + "?" + (Address.State is { Length: > 0 } state ? state : $"{ListAddress.View}={ListAddress.Whole}");

    /// <summary>Does it to what was ticked, or to all that the filters leave, and says on the list what became of each.</summary>
    protected async Task<IActionResult> Together(string list, Func<Task<ActOnMany.Outcome>> act)
    {
        if (NothingTicked) return To(BackTo(list), TickFirst);
        var done = await act();
        if (done.Undo is { } taken) Undo = $"{list}/ensemble{new QueryBuilder(Address.All) { { ListAddress.Taken, taken.ToString() }, { "handler", nameof(Undo) } }.ToQueryString()}";
        return To(BackTo(list), done.Sentence);
    }

    /// <summary>Takes an act back, and says on the list what became of each.</summary>
    protected async Task<IActionResult> TakeBack(string list, Func<Task<ActOnMany.Outcome>> act) => To(BackTo(list), (await act()).Sentence);

    /// <summary>The page of the acts; back to the list when there is nothing to act on.</summary>
    protected async Task<IActionResult> Together(string list)
    {
        if (NothingTicked) return To(BackTo(list), TickFirst);
        return await base.OnGetAsync();
    }

    protected bool Descending => Sens == "desc";

    /// <summary>Rows of one page.</summary>
    protected int Size => Imprimer ? Keyset.Printed : Keyset.Size;

    /// <summary>Nothing in the address: the list opens on the view that was chosen for it. Whatever the address says wins.</summary>
    public override async Task<IActionResult> OnGetAsync()
    {
        if (Request.Query.Count > 0 || await Send(new OpeningViews.Query(Request.Path.Value!.TrimStart('/'))) is not { Length: > 0 } state) return await base.OnGetAsync();
        // What was just done is said on the page that is shown, not on the way to it.
        TempData.Keep();
        return LocalRedirect($"{Request.PathBase}{Request.Path}?{state}");
    }

    /// <summary>The request that writes into the file what the address asks for.</summary>
    protected abstract IRequest<int> Export(ListFile file);

    /// <param name="format">"xlsx" or "csv".</param>
    public Task<IActionResult> OnGetExportAsync(string? format) => ListFile.Answer(this, format, file => Send(Export(file)));

    // An address edited by hand: what is no number, or no identifier, narrows nothing.
    protected static List<int> Numbers(IEnumerable<string> values) => [.. values.Where(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select(v => int.Parse(v, CultureInfo.InvariantCulture)).Distinct().Take(50)];

    protected static List<Guid> Ids(IEnumerable<string> values, int most = 50) => [.. values.Where(v => Guid.TryParse(v, out _)).Select(Guid.Parse).Distinct().Take(most)];
}
