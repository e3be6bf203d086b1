using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.Shared.Tags;

/// <summary>Addresses of the same page with one thing changed in the query. Changing a filter or the order goes back to the first page.</summary>
internal static class Here
{
    /// <summary>Name of the parameter that holds the place in a keyset-paged list.</summary>
    public const string Place = "apres";

    public static string Toggle(HttpContext http, string key, string value)
    {
        var pairs = Pairs(http).Where(p => p.Key != Place).ToList();
        var same = pairs.RemoveAll(p => p.Key == key && p.Value == value) > 0;
        if (!same) pairs.Add(new(key, value));
        return Address(http, pairs);
    }

    /// <summary>A null value removes the key.</summary>
    public static string Set(HttpContext http, params (string Key, string? Value)[] changes)
    {
        var pairs = Pairs(http).Where(p => p.Key != Place && !Array.Exists(changes, c => c.Key == p.Key)).ToList();
        pairs.AddRange(changes.Where(c => c.Value is not null).Select(c => new KeyValuePair<string, string>(c.Key, c.Value!)));
        return Address(http, pairs);
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(HttpContext http) =>
        http.Request.Query.SelectMany(q => q.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => new KeyValuePair<string, string>(q.Key, v!)));

    private static string Address(HttpContext http, IEnumerable<KeyValuePair<string, string>> pairs) =>
        http.Request.PathBase + http.Request.Path + new QueryBuilder(pairs).ToQueryString();
}

/// <summary>One value of a facet.</summary>
/// <param name="Count">Null: not counted.</param>
public sealed record FacetValue(string Value, string Text, int? Count, bool Selected);

/// <summary><c>&lt;facet title="État" name="etat" values="@Model.States" /&gt;</c>: links that add or remove one value of the filter. <c>single</c>: one value at a time.</summary>
[HtmlTargetElement("facet", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FacetTagHelper : TagHelper
{
    public required string Title { get; set; }
    public required string Name { get; set; }
    public required IEnumerable<FacetValue> Values { get; set; }
    public bool Single { get; set; }

    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var values = Values.ToList();
        if (values.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "facet");
        output.Content.SetHtmlContent(Tag("h3").With(Title));
        output.Content.AppendHtml(Tag("ul").With([.. values.Select(Link)]));
    }

    private TagBuilder Link(FacetValue value) => Tag("li").With(Tag("a", null,
            ("href", Single ? Here.Set(View.HttpContext, (Name, value.Selected ? null : value.Value)) : Here.Toggle(View.HttpContext, Name, value.Value)),
            ("aria-current", value.Selected ? "true" : null))
        .With(Icon(value.Selected ? "filled/circle-check" : "circle"), Tag("span").With(value.Text),
            value.Count is { } count ? Tag("span", "count").With(French.Number(count)) : null));
}

/// <summary><c>&lt;chips clear="~/engagements"&gt;&lt;chip name="etat" value="retard"&gt;En retard&lt;/chip&gt;&lt;/chips&gt;</c>: the filters in force, each removable.</summary>
[HtmlTargetElement("chip", ParentTag = "chips")]
public sealed class ChipTagHelper : TagHelper
{
    public required string Name { get; set; }
    /// <summary>Absent: the parameter goes whatever its value.</summary>
    public string? Value { get; set; }

    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.TagName = "li";
        output.Content.SetHtmlContent(Tag("a", "chip", ("href", Value is null ? Here.Set(View.HttpContext, (Name, null)) : Here.Toggle(View.HttpContext, Name, Value)))
            .With(Tag("span", "visually-hidden").With("Retirer le filtre "), text, Icon("x")));
    }
}

[HtmlTargetElement("chips")]
public sealed class ChipsTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var chips = await output.GetChildContentAsync();
        if (chips.IsEmptyOrWhiteSpace)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "chips");
        output.Content.SetHtmlContent(chips);
        output.Content.AppendHtml(Tag("li").With(Tag("a", null, ("href", View.HttpContext.Request.PathBase + View.HttpContext.Request.Path)).With("Tout effacer")));
    }
}

/// <summary><c>&lt;th scope="col" sort="echeance"&gt;Échéance&lt;/th&gt;</c>: a heading that sorts; parameters <c>tri</c> and <c>sens</c> (absent or "desc").
/// <c>sort-default</c> marks the order in which the list opens.</summary>
[HtmlTargetElement("th", Attributes = "sort")]
public sealed class SortTagHelper : TagHelper
{
    public required string Sort { get; set; }
    public bool SortDefault { get; set; }

    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var query = View.HttpContext.Request.Query;
        var chosen = query["tri"].ToString();
        var on = chosen == Sort || (chosen.Length == 0 && SortDefault);
        var descending = on && query["sens"] == "desc";
        var text = await output.GetChildContentAsync();
        if (on) output.Attributes.SetAttribute("aria-sort", descending ? "descending" : "ascending");
        output.Content.SetHtmlContent(Tag("a", null, ("href", Here.Set(View.HttpContext, ("tri", Sort), ("sens", on && !descending ? "desc" : null))))
            .With(text, on ? Icon(descending ? "arrow-down" : "arrow-up") : null));
    }
}

/// <summary><c>&lt;pager shown="50" total="Model.Total" next="@Model.Next" noun="engagements" /&gt;</c>: keyset paging. <c>next</c> is the opaque place
/// after the last row, null on the last page; <c>total</c> may be capped ("1 000+").</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    public int Shown { get; set; }
    public int? Total { get; set; }
    /// <summary>The total was not counted further.</summary>
    public bool Capped { get; set; }
    public string? Next { get; set; }
    public required string Noun { get; set; }

    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var http = View.HttpContext;
        var inside = http.Request.Query.ContainsKey(Here.Place);
        if (Next is null && !inside)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Pages");
        var count = $"{French.Number(Shown)} {Noun} sur cette page" + (Total is { } total ? $", {French.Number(total)}{(Capped ? "+" : "")} en tout" : "");
        var links = new HtmlContentBuilder();
        if (inside) links.AppendHtml(Tag("a", "btn btn-sm btn-quiet", ("href", Here.Set(http))).With(Icon("chevron-left"), "Début"));
        if (Next is not null) links.AppendHtml(Tag("a", "btn btn-sm", ("href", Here.Set(http, (Here.Place, Next))), ("rel", "next")).With("Suivants", Icon("chevron-right")));
        output.Content.SetHtmlContent(Tag("span").With(count));
        output.Content.AppendHtml(Tag("div", "actions").With(links));
    }
}

/// <summary><c>&lt;search-box label="Chercher dans les engagements" /&gt;</c>: the parameter <c>q</c>, keeping the other filters.</summary>
[HtmlTargetElement("search-box", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SearchBoxTagHelper : TagHelper
{
    public required string Label { get; set; }
    public string Name { get; set; } = "q";

    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = View.HttpContext.Request;
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "search");
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("action", request.PathBase + request.Path);
        output.Content.SetHtmlContent(Icon("search"));
        output.Content.AppendHtml(Tag("input", null, ("type", "search"), ("name", Name), ("value", request.Query[Name].ToString()), ("aria-label", Label), ("placeholder", Label), ("autocomplete", "off")));
        foreach (var pair in request.Query.Where(q => q.Key != Name && q.Key != Here.Place))
            foreach (var value in pair.Value)
                output.Content.AppendHtml(Tag("input", null, ("type", "hidden"), ("name", pair.Key), ("value", value)));
        output.Content.AppendHtml(Tag("button", "visually-hidden", ("type", "submit")).With("Chercher"));
    }
}

/// <summary>One entry of a <c>&lt;ol class="timeline"&gt;</c>: <c>&lt;timeline-entry tone="Active" icon="message-2" on="@news.Date" by="@news.Author"&gt;…&lt;/timeline-entry&gt;</c>.</summary>
[HtmlTargetElement("timeline-entry")]
public sealed class TimelineEntryTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Accent;
    public string Icon { get; set; } = "message-2";
    public DateOnly? On { get; set; }
    /// <summary>Instead of a date: "4 mois de silence".</summary>
    public string? Title { get; set; }
    public string? By { get; set; }
    public string? Note { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.TagName = "li";
        output.Attributes.SetAttribute("class", Tone == Tone.Silent ? "timeline-silence" : null);
        if (Tone != Tone.Silent) output.Attributes.RemoveAll("class");
        output.Content.SetHtmlContent(Tag("span", "timeline-mark tone-" + Css(Tone)).With(Markup.Icon(Icon)));
        output.Content.AppendHtml(Tag("div", "timeline-head").With(
            Title is not null ? Tag("strong").With(Title)
                : On is { } day ? Tag("strong").With(Tag("time", null, ("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).With(French.Date(day))) : null,
            By is null ? null : Tag("span").With(By), Note is null ? null : Tag("span").With(Note)));
        output.Content.AppendHtml(text);
    }
}
