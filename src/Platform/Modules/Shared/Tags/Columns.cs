using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.Shared.Tags;

/// <summary><c>&lt;tr heads="@Model.Columns" sort-default="echeance"&gt;&lt;th…&gt;first column&lt;/th&gt;&lt;/tr&gt;</c>: the headings of the other columns.</summary>
[HtmlTargetElement("tr", Attributes = "heads")]
public sealed class ColumnHeadsTagHelper : ListTagHelper
{
    public required IListColumns Heads { get; set; }
    /// <summary>The order in which the list opens.</summary>
    public string? SortDefault { get; set; }
    /// <summary>A box that ticks all those of the page: the rows then begin with <c>&lt;tick …/&gt;</c>.</summary>
    public bool Ticks { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var query = View.HttpContext.Request.Query;
        var chosen = query["tri"].ToString();
        var first = await output.GetChildContentAsync();
        output.Content.Clear();
        if (Ticks)
            output.Content.AppendHtml(Tag("td", "tick").With(Tag("input", "form-check-input", ("type", "checkbox"), ("data-check-all", ListAddress.Ticked), ("aria-label", "Cocher toute la page"))));
        output.Content.AppendHtml(first);
        foreach (var column in Heads.Chosen.Skip(1))
        {
            var on = column.Sort is not null && (chosen == column.Sort || (chosen.Length == 0 && column.Sort == SortDefault));
            var descending = on && query["sens"] == "desc";
            var th = Tag("th", column.Kind == ColumnKind.Number ? "end" : null, ("scope", "col"), ("aria-sort", !on ? null : descending ? "descending" : "ascending"));
            output.Content.AppendHtml(th.With(column.Sort is null ? column.Label : Sorter(context, column.Sort, on, descending, column.Label)));
        }
    }
}

/// <summary><c>&lt;list-cell of="@column" row="@row" /&gt;</c>: a cell that needs no drawing of its own.</summary>
[HtmlTargetElement("list-cell", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ListCellTagHelper(CurrentTenant tenant, TimeProvider clock) : TagHelper
{
    private const int Longest = 160;

    public required IColumn Of { get; set; }
    public required object Row { get; set; }
    /// <summary>A date is said from today: "il y a 4 mois".</summary>
    public bool Ago { get; set; }
    /// <summary>What an empty cell reads.</summary>
    public string None { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var value = Of.Of(Row);
        output.TagName = "td";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("data-label", Of.Label);
        output.Attributes.SetAttribute("class", Of.Kind switch { ColumnKind.Number => "end half num", ColumnKind.Date or ColumnKind.Instant => "nowrap half", _ => "" });
        if (Text(value) is { Length: > 0 } text)
            output.Content.SetHtmlContent(value is DateOnly date
                ? Tag("time", null, ("datetime", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("title", Ago ? French.Date(date) : null)).With(text)
                : Tag("span", null, ("title", text.Length > Longest ? text : null)).With(French.Cut(text, Longest)));
        else if (None.Length > 0)
        {
            output.Content.SetHtmlContent(Tag("span", "muted").With(None));
            output.Attributes.SetAttribute("class", Css(output.Attributes["class"].Value.ToString(), "is-none"));
        }
    }

    private string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "oui" : "non",
        DateOnly date => Ago ? French.Ago(date, tenant.Space.Today(clock)) : French.Date(date),
        DateTime instant => French.Instant(instant),
        IEnumerable<string> several => string.Join(", ", several.Where(s => s.Length > 0)),
        IConvertible number => French.Number(number.ToDecimal(CultureInfo.InvariantCulture), 4),
        _ => throw new NotSupportedException($"No cell for {value.GetType()}."),
    };
}

/// <summary><c>&lt;list-tools of="@Model.Columns" /&gt;</c> in the toolbar: which columns, which view, which file. Works without script.
/// <c>&lt;list-files /&gt;</c>: the files only, where nothing is narrowed.</summary>
[HtmlTargetElement("list-tools", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("list-files", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ListToolsTagHelper : ListTagHelper
{
    /// <summary>Null on a page that shows no table: views and files only.</summary>
    public IListColumns? Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var narrowed = context.TagName == "list-tools";
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "list-tools");
        if (Of is not null) output.Content.AppendHtml(Menu("columns", "Colonnes", Columns(context, Of)));
        if (narrowed) output.Content.AppendHtml(Menu("bookmarks", "Vues", Views()));
        output.Content.AppendHtml(Menu("file-download", "Exporter", Files(narrowed)));
    }

    // The views are read when the menu opens: no list pays for them. Without script the link leads to them.
    private Parts Views()
    {
        var request = View.HttpContext.Request;
        var page = $"{request.PathBase}/vues{request.Path}" + new QueryBuilder { { "requete", Address.State } };
        return new(
            Tag("div", null, ("hx-get", page), ("hx-trigger", "toggle from:closest details once"), ("hx-target", "this"), ("hx-select", "a.view-link"), ("hx-swap", "innerHTML ignoreTitle:true"), ("hx-push-url", "false")),
            Tag("a", null, ("href", page), ("rel", "nofollow")).With(Icon("bookmark"), "Enregistrer, gérer les vues"));
    }

    private Parts Columns(TagHelperContext context, IListColumns columns)
    {
        var form = Tag("form", null, ("method", "get"), ("action", Address.Cleared), ("hx-get", context.Items.ContainsKey(Region) ? Address.Cleared : null));
        foreach (var (name, value) in Address.Others(ListAddress.Columns)) form.With(Tag("input", null, ("type", "hidden"), ("name", name), ("value", value)));
        var set = Tag("fieldset").With(Tag("legend").With("Colonnes du tableau"));
        foreach (var column in columns.Offered.Skip(1))
            set.With(Tag("label", "menu-check").With(Tag("input", "form-check-input", ("type", "checkbox"), ("name", ListAddress.Columns), ("value", column.Key),
                ("checked", columns.Chosen.Contains(column) ? "checked" : null)), Tag("span").With(column.Label)));
        return new(form.With(set, Tag("div", "menu-end").With(Tag("button", "btn btn-sm btn-primary", ("type", "submit")).With("Afficher"),
            Link(context, "btn btn-sm btn-quiet", Address.With(ListAddress.Columns, null)).With("Colonnes habituelles"))));
    }

    private Parts Files(bool narrowed) => new(
        Tag("p").With("Toutes les lignes que laissent les filtres, pas seulement cette page."),
        Of is null ? null : File(ListFile.Xlsx, false, "Excel, colonnes affichées"), File(ListFile.Xlsx, true, "Excel, toutes les colonnes"),
        Of is null ? null : File(ListFile.Csv, false, "CSV, colonnes affichées"), File(ListFile.Csv, true, "CSV, toutes les colonnes"),
        !narrowed ? null : Tag("a", null, ("href", Address.Paper), ("rel", "nofollow")).With(Icon("printer"), "Toute la liste, pour imprimer"));

    private Element File(string format, bool every, string label) =>
        Tag("a", null, ("href", Address.Export(format, every)), ("rel", "nofollow"), ("download", "")).With(Icon(format == ListFile.Xlsx ? "file-spreadsheet" : "file-text"), label);

    private static Element Menu(string icon, string label, Parts content) => Tag("details", "menu").With(
        Tag("summary", "btn btn-sm").With(Icon(icon), Tag("span").With(label), Icon("chevron-down", "icon-sm")), Tag("div", "menu-panel").With([.. content.All]));

    private sealed record Parts(params Element?[] All);
}

/// <summary><c>&lt;tick value="@row.Id" label="@row.Title" /&gt;</c>: the first cell of a row that <c>&lt;together&gt;</c> may act on.</summary>
[HtmlTargetElement("tick", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TickTagHelper : TagHelper
{
    public required Guid Value { get; set; }
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "td";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tick");
        output.Content.SetHtmlContent(Tag("input", "form-check-input", ("type", "checkbox"), ("form", TogetherTagHelper.Form), ("name", ListAddress.Ticked), ("value", Value.ToString()),
            ("aria-label", "Cocher : " + Label)));
    }
}

/// <summary><c>&lt;together action="~/engagements/ensemble" all="les 132 engagements" /&gt;</c> under the table: leads to the acts on what was ticked, or on all that the filters leave.
/// What it contains stands after these: other things to do with what was ticked. Without <c>all</c> it stands alone.</summary>
[HtmlTargetElement("together", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TogetherTagHelper(Microsoft.AspNetCore.Mvc.Routing.IUrlHelperFactory urls) : ListTagHelper
{
    internal const string Form = "ensemble";

    /// <summary>Values of <c>sur=</c>.</summary>
    public const string Ticked = "coches", Everything = "tout";

    public required string Action { get; set; }
    public string? All { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.Clear();
        output.Attributes.SetAttribute("id", Form);
        output.Attributes.SetAttribute("class", "together no-print");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("action", urls.GetUrlHelper(View).Content(Action));
        foreach (var (name, value) in Address.All) output.Content.AppendHtml(Tag("input", null, ("type", "hidden"), ("name", name), ("value", value)));
        if (!string.IsNullOrEmpty(All))
        {
            output.Content.AppendHtml(Tag("span").With(Icon("checkbox"), "Agir ensemble sur"));
            output.Content.AppendHtml(Tag("button", "btn btn-sm", ("type", "submit"), ("name", ListAddress.On), ("value", Ticked)).With("les lignes cochées"));
            output.Content.AppendHtml(Tag("button", "btn btn-sm", ("type", "submit"), ("name", ListAddress.On), ("value", Everything)).With(All));
        }
        output.Content.AppendHtml(more);
    }
}
