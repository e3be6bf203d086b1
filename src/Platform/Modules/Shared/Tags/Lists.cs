using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.Shared.Tags;

/// <summary>What links and search forms of a list share: the address, and inside a <c>list-region</c> the attribute
/// by which htmx replaces the region instead of the page.</summary>
public abstract class ListTagHelper : TagHelper
{
    internal const string Region = "liste";

    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    private protected ListAddress Address => new(View.HttpContext.Request);

    private protected static Element Link(TagHelperContext context, string? css, string href, params (string Name, string? Value)[] attributes) =>
        Tag("a", css, [("href", href), .. attributes, ("hx-get", context.Items.ContainsKey(Region) ? href : null)]);

    private protected Element Sorter(TagHelperContext context, string sort, bool on, bool descending, object text) =>
        Link(context, null, Address.With(("tri", sort), ("sens", on && !descending ? "desc" : null)), ("rel", "nofollow"))
            .With(text, on ? Icon(descending ? "arrow-down" : "arrow-up") : null);
}

/// <summary>The part of a list page that filters, order and paging replace: <c>&lt;list-region&gt;&lt;facets …/&gt;&lt;div&gt;…table, pager…&lt;/div&gt;&lt;/list-region&gt;</c>.
/// <c>plain</c>: without a column of facets.</summary>
[HtmlTargetElement("list-region")]
public sealed class ListRegionTagHelper(KeptHtml kept, CurrentTenant tenant, TimeProvider clock) : ListTagHelper
{
    public bool Plain { get; set; }
    /// <summary>The answer that the region shows, where it may be a kept one; nothing else of the request is then shown but the address and <see cref="KeptFor"/>.</summary>
    public object? Kept { get; set; }
    /// <summary>What the region shows besides to some.</summary>
    public string? KeptFor { get; set; }
    /// <summary>Read aloud when the list has changed: "7 engagements".</summary>
    public string? Count { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[Region] = true;
        var request = View.HttpContext.Request;
        var content = Kept is null ? await output.GetChildContentAsync()
            : await kept.Get(Kept, $"{request.PathBase}{request.Path}{request.QueryString} {KeptFor}", async () => await output.GetChildContentAsync());
        output.TagName = "div";
        output.Attributes.SetAttribute("id", Region);
        output.Attributes.SetAttribute("class", Plain ? "list-region" : "list-region with-facets");
        // Said once: what asks by htmx inside inherits them.
        output.Attributes.SetAttribute("hx-target", "#" + Region);
        output.Attributes.SetAttribute("hx-select", "#" + Region);
        output.Attributes.SetAttribute("hx-swap", "outerHTML");
        output.Attributes.SetAttribute("hx-push-url", "true");
        output.Content.SetHtmlContent(request.Query.ContainsKey(ListAddress.Print) ? Tag("div", "paper-bar no-print").With(
            Tag("button", "btn btn-primary", ("type", "button"), ("data-print", "")).With(Icon("printer"), "Imprimer"), Tag("a", "btn btn-quiet", ("href", Address.First)).With("Revenir à la liste")) : HtmlString.Empty);
        output.Content.AppendHtml(content);
        if (Count is not null) output.Content.AppendHtml(Tag("p", "visually-hidden", ("role", "status")).With(Count));
        output.Content.AppendHtml(Tag("p", "print-only").With($"{tenant.Space.Name}, le {French.Date(tenant.Space.Today(clock))}"));
    }
}

/// <summary><c>&lt;facets of="@Model.Facets" /&gt;</c>: beside the list on a wide screen, folded above it on a phone. Each value is a link that adds it or takes it away.</summary>
[HtmlTargetElement("facets", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FacetsTagHelper : ListTagHelper
{
    public required IEnumerable<Facet> Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shown = Of.Where(f => f.Values.Count > 0).ToList();
        var chosen = shown.Sum(f => f.Values.Count(v => v.Chosen));
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "facets");
        output.Content.SetHtmlContent(Tag("summary", "btn btn-sm").With(Icon("filter"), chosen == 0 ? "Filtrer" : $"Filtrer ({chosen})"));
        foreach (var facet in shown)
            output.Content.AppendHtml(Tag("div", "facet").With(Tag("h2").With(facet.Label), Tag("ul").With([.. facet.Values.Select(v => Value(context, facet, v))])));
    }

    private Element Value(TagHelperContext context, Facet facet, FacetValue value) => Tag("li").With(
        Link(context, null, Address.Toggle(facet.Name, value.Value), ("aria-current", value.Chosen ? "true" : null), ("rel", "nofollow"))
            .With(Icon(value.Chosen ? "filled/circle-check" : "circle"), Tag("span").With(value.Label),
                value.Count is { } count ? Tag("span", "count").With(French.Number(count)) : null));
}

/// <summary><c>&lt;chips of="@Model.Facets" /&gt;</c>: the filters in force and the words searched, each removable.</summary>
[HtmlTargetElement("chips", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChipsTagHelper : ListTagHelper
{
    public required IEnumerable<Facet> Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Of.SelectMany(f => f.Values.Where(v => v.Chosen).Select(v => (v.Label, Href: Address.Toggle(f.Name, v.Value)))).ToList();
        var words = View.HttpContext.Request.Query["q"].ToString();
        if (words.Length > 0) chosen.Insert(0, ($"« {words} »", Address.With("q", null)));
        if (chosen.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chips");
        foreach (var (label, href) in chosen)
            output.Content.AppendHtml(Tag("li").With(Link(context, "chip", href).With(Tag("span", "visually-hidden").With("Retirer le filtre "), label, Icon("x"))));
        output.Content.AppendHtml(Tag("li", "no-print").With(Link(context, null, Address.Unfiltered).With("Tout effacer")));
    }
}

/// <summary><c>&lt;th scope="col" sort="echeance"&gt;Échéance&lt;/th&gt;</c>: a heading that sorts; parameters <c>tri</c> and <c>sens</c> (absent or "desc").
/// <c>sort-default</c> marks the order in which the list opens.</summary>
[HtmlTargetElement("th", Attributes = "sort")]
public sealed class SortTagHelper : ListTagHelper
{
    public required string Sort { get; set; }
    public bool SortDefault { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var query = View.HttpContext.Request.Query;
        var chosen = query["tri"].ToString();
        var on = chosen == Sort || (chosen.Length == 0 && SortDefault);
        var descending = on && query["sens"] == "desc";
        var text = await output.GetChildContentAsync();
        if (on) output.Attributes.SetAttribute("aria-sort", descending ? "descending" : "ascending");
        output.Content.SetHtmlContent(Sorter(context, Sort, on, descending, text));
    }
}

/// <summary><c>&lt;pager of="@Model.Page" noun="engagements" /&gt;</c>: nothing when everything fits on one page.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : ListTagHelper
{
    public required IPageOf Of { get; set; }
    public required string Noun { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var inside = View.HttpContext.Request.Query.ContainsKey(ListAddress.Cursor);
        if (Of.Next is null && !inside)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Pages");
        var links = new HtmlContentBuilder();
        var previous = inside ? Address.Previous : null;
        if (inside && previous != Address.First) links.AppendHtml(Link(context, "btn btn-sm btn-quiet", Address.First).With("Début"));
        if (previous is not null) links.AppendHtml(Link(context, "btn btn-sm", previous, ("rel", "prev")).With(Icon("chevron-left"), "Précédents"));
        if (Of.Next is { } next) links.AppendHtml(Link(context, "btn btn-sm", Address.Next(next), ("rel", "next")).With("Suivants", Icon("chevron-right")));
        output.Content.SetHtmlContent(Tag("span").With($"{French.Number(Of.Shown)} {Noun} sur cette page, {Of.TotalText} en tout"));
        output.Content.AppendHtml(Tag("div", "actions").With(links));
        // On paper there is no next page: what is missing is said, with where the rest is.
        output.PostElement.SetHtmlContent(Tag("p", "print-only").With($"{French.Number(Of.Shown)} {Noun} sur {Of.TotalText}. ",
            View.HttpContext.Request.Query.ContainsKey(ListAddress.Print) ? "La suite est dans le fichier : menu Exporter de la liste." : "Pour tout imprimer : menu Exporter de la liste, « Toute la liste, pour imprimer »."));
    }
}

/// <summary><c>&lt;search-box label="Chercher dans les engagements" /&gt;</c>: the parameter <c>q</c>, keeping the other choices.</summary>
[HtmlTargetElement("search-box", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SearchBoxTagHelper : ListTagHelper
{
    private const string Name = "q";

    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "search");
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("action", Address.Cleared);
        if (context.Items.ContainsKey(Region))
        {
            output.Attributes.SetAttribute("hx-get", Address.Cleared);
            output.Attributes.SetAttribute("data-autosubmit", "");
        }
        output.Content.SetHtmlContent(Icon("search"));
        // The identifier lets htmx give the focus back after the region was replaced.
        output.Content.AppendHtml(Tag("input", null, ("type", "search"), ("id", "chercher"), ("name", Name), ("value", View.HttpContext.Request.Query[Name].ToString()),
            ("aria-label", Label), ("placeholder", Label), ("autocomplete", "off")));
        foreach (var (name, value) in Address.Others(Name))
            output.Content.AppendHtml(Tag("input", null, ("type", "hidden"), ("name", name), ("value", value)));
        output.Content.AppendHtml(Tag("button", "visually-hidden", ("type", "submit")).With("Chercher"));
    }
}

/// <summary>One entry of an <c>&lt;ol class="timeline"&gt;</c>: <c>&lt;timeline-entry tone="Active" icon="message-2" on="@news.Date" by="@news.Author" note="40 %"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/timeline-entry&gt;</c>.
/// With <c>tone="Silent"</c> and a <c>title</c> it is a stretch without news.</summary>
[HtmlTargetElement("timeline-entry")]
public sealed class TimelineEntryTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Accent;
    public string Icon { get; set; } = "message-2";
    public DateOnly? On { get; set; }
    /// <summary>Instead of a date.</summary>
    public string? Title { get; set; }
    public string? By { get; set; }
    public string? Note { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.TagName = "li";
        if (Tone == Tone.Silent) output.Attributes.SetAttribute("class", "timeline-silence");
        output.Content.SetHtmlContent(Tag("span", "timeline-mark tone-" + Css(Tone)).With(Markup.Icon(Icon)));
        output.Content.AppendHtml(Tag("div", "timeline-head").With(
            Title is not null ? Tag("strong").With(Title)
                : On is { } day ? Tag("strong").With(Tag("time", null, ("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).With(French.Date(day))) : null,
            By is null ? null : Tag("span").With(By), Note is null ? null : Tag("span").With(Note)));
        output.Content.AppendHtml(text);
    }
}
