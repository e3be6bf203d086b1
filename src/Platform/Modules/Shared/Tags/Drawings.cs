using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Modules.Tenancy;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.Shared.Tags;

/// <summary>A commitment's life on one line: start, news given, today, due date. An empty stretch is silence.</summary>
/// <param name="Start">Null: the first news, or today.</param>
/// <param name="Due">Null: no flag.</param>
/// <param name="Ended">The day it was kept or abandoned: nothing is late or silent after it.</param>
public sealed record Life(DateOnly? Start, DateOnly? Due, DateOnly? Ended, IReadOnlyList<DateOnly> News, bool Silent);

/// <summary><c>&lt;frieze of="@row.Life" /&gt;</c>; <c>large</c> adds the two dates under the line.</summary>
[HtmlTargetElement("frieze", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FriezeTagHelper(CurrentTenant tenant, TimeProvider clock) : TagHelper
{
    public required Life Of { get; set; }
    public bool Large { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var today = tenant.Space.Today(clock);
        var news = Of.News.Where(d => d <= today).Order().ToList();
        var start = Of.Start ?? (news.Count > 0 ? news[0] : today);
        if (news.Count > 0 && news[0] < start) start = news[0];
        var now = Of.Ended is { } ended && ended < today ? ended : today;
        var end = new[] { start.AddDays(30), Of.Due ?? start, now }.Max();
        var last = news.Count > 0 ? news[^1] : start;
        var late = Of.Due is { } due && now > due;

        // Percentages, so that the line takes the width it is given and its dots stay round.
        string At(DateOnly day) => Points(2 + (94.0 * (day.DayNumber - start.DayNumber) / (end.DayNumber - start.DayNumber))) + "%";
        Element Line(string css, DateOnly from, DateOnly to) => Tag("line", css, ("x1", At(from)), ("x2", At(to)), ("y1", "50%"), ("y2", "50%"));

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Large ? "frieze frieze-lg" : "frieze");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Said(news.Count, last, now, late));
        var content = output.Content;
        var reached = now < start ? start : now;
        content.AppendHtml(Line("frieze-span", start < now ? now : start, end));
        if (reached > start)
        {
            // Late news are still news: the accent runs to the last of them, red shows only what passed the date.
            var quiet = Of.Silent ? last : reached;
            if (quiet > start) content.AppendHtml(Line("frieze-past", start, quiet));
            if (Of.Silent && reached > last) content.AppendHtml(Line("frieze-silence", last, reached));
            if (late) content.AppendHtml(Line("frieze-over", Of.Due!.Value < start ? start : Of.Due.Value, reached));
        }
        if (Of.Due is { } flag && flag >= start)
            content.AppendHtml(Tag("svg", null, ("x", At(flag)), ("y", "50%"), ("overflow", "visible")).With(Tag("path", late ? "frieze-due is-late" : "frieze-due", ("d", "M0 7V-8l7 3-7 3"))));
        foreach (var day in news) content.AppendHtml(Tag("circle", "frieze-news", ("cx", At(day)), ("cy", "50%"), ("r", Large ? "6" : "4.5")));
        if (Of.Ended is null && today >= start) content.AppendHtml(Tag("line", "frieze-today", ("x1", At(today)), ("x2", At(today)), ("y1", "15%"), ("y2", "85%")));
        if (!Large) return;
        output.PostElement.SetHtmlContent(Tag("div", "frieze-ends").With(
            Tag("span").With(French.Date(start)),
            Of.Due is { } when ? Tag("span", late ? "text-late" : null).With("échéance le " + French.Date(when)) : null));
    }

    private string Said(int news, DateOnly last, DateOnly now, bool late)
    {
        var said = news == 0 ? "Aucune nouvelle donnée" : $"{French.Count(news, "nouvelle donnée", "nouvelles données")}, la dernière {French.Ago(last, now)}";
        if (Of.Due is { } due) said += $" ; échéance le {French.Date(due)}";
        return late ? said + ", dépassée" : said;
    }
}

/// <summary><c>&lt;ring value="40" /&gt;</c>: progress in percent.</summary>
[HtmlTargetElement("ring", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RingTagHelper : TagHelper
{
    public int Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var value = Math.Clamp(Value, 0, 100);
        Element Circle(string css) => Tag("circle", css, ("cx", "20"), ("cy", "20"), ("r", "16"), ("fill", "none"), ("stroke-width", "4"));
        var arc = Circle("ring-value").Set("pathLength", "100").Set("stroke-dasharray", $"{value} 100").Set("transform", "rotate(-90 20 20)");
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ring");
        output.Content.SetHtmlContent(Tag("svg", null, ("width", "40"), ("height", "40"), ("viewBox", "0 0 40 40"), ("role", "img"), ("aria-label", $"Avancement : {French.Percent(value)}"))
            .With(Circle("ring-track"), value > 0 ? arc : null, Tag("text", "ring-text", ("x", "20"), ("y", "24"), ("text-anchor", "middle")).With(value)));
    }
}

/// <summary>One part of a whole: how many, and where they are listed ("~/engagements?etat=tenu").</summary>
/// <param name="Light">A paler shade, for a part that would otherwise look like its neighbour.</param>
public sealed record Part(string Text, int Count, Tone Tone, string? Address = null, bool Light = false);

/// <summary><c>&lt;share parts="@Model.States" label="Répartition par état" /&gt;</c>: one bar cut in parts, with its legend as links.</summary>
[HtmlTargetElement("share", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ShareTagHelper(Microsoft.AspNetCore.Mvc.Routing.IUrlHelperFactory urls) : TagHelper
{
    public required IReadOnlyList<Part> Parts { get; set; }
    public required string Label { get; set; }

    [Microsoft.AspNetCore.Mvc.ViewFeatures.ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shown = Parts.Where(p => p.Count > 0).ToList();
        var total = Math.Max(1, shown.Sum(p => p.Count));
        var url = urls.GetUrlHelper(View);
        var bar = Tag("svg", "share", ("role", "img"), ("aria-label", Label));
        var left = 0.0;
        foreach (var part in shown)
        {
            var width = 100.0 * part.Count / total;
            bar.With(Tag("rect", Css("fill-" + Css(part.Tone), part.Light ? "is-light" : null), ("x", Points(left) + "%"), ("width", Points(Math.Max(.2, width - (part == shown[^1] ? 0 : .35))) + "%"), ("height", "100%")));
            left += width;
        }
        var legend = Tag("ul", "legend").With([.. shown.Select(part =>
        {
            IHtmlContent[] words = [Markup.Icon("filled/circle", Css("fill-" + Css(part.Tone), part.Light ? "is-light" : null)), new HtmlContentBuilder().Append(part.Text + "\u00a0"), Tag("strong").With(part.Count)];
            return Tag("li").With(part.Address is null ? Tag("span").With([.. words]) : Tag("a", null, ("href", url.Content(part.Address))).With([.. words]));
        })]);
        output.TagName = null;
        output.Content.SetHtmlContent(bar);
        output.Content.AppendHtml(legend);
    }
}

/// <summary>One series of a chart; a tone for the whole, or one per value.</summary>
public sealed record Series(string Name, IReadOnlyList<decimal?> Values, Tone Tone = Tone.Accent, IReadOnlyList<Tone>? Tones = null);

/// <summary>What a chart shows, and the table behind it.</summary>
/// <param name="Label">One sentence that says what is counted; screen readers hear it.</param>
/// <param name="Of">Heading of the categories' column: "Axe", "Âge de la dernière nouvelle".</param>
public sealed record Chart(string Label, string Of, IReadOnlyList<string> Categories, IReadOnlyList<Series> Series)
{
    public bool Lines { get; init; }
    public bool Horizontal { get; init; }
    public bool Stacked { get; init; }
    public string? Unit { get; init; }
}

/// <summary><c>&lt;chart of="@Model.Ageing" /&gt;</c>: drawn by script, with its figures in a table that stands alone without script.</summary>
[HtmlTargetElement("chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChartTagHelper : TagHelper
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    // As many heights as the style sheet knows.
    private const int MostRows = 16;

    public required Chart Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Attributes.SetAttribute("data-chart", JsonSerializer.Serialize(new { Kind = Of.Lines ? "line" : "bar", Of.Horizontal, Of.Stacked, Of.Unit, Of.Label, Of.Categories, Of.Series }, Json));
        output.Content.SetHtmlContent(Tag("figcaption").With(Of.Label));
        // Where colours mean something, they are named; the table says it to whoever does not see them.
        if (Of.Series.Count > 1)
            output.Content.AppendHtml(Tag("ul", "legend chart-legend", ("aria-hidden", "true")).With([.. Of.Series.Select(s => Tag("li").With(Markup.Icon("filled/circle", Css("fill-" + Css(s.Tone))), Tag("span").With(s.Name)))]));
        // The place is kept before the script has drawn; the style sheet gives it to the table where no script runs.
        output.Content.AppendHtml(Tag("div", Of.Horizontal ? $"chart-canvas chart-rows-{Math.Min(Of.Categories.Count, MostRows)}" : "chart-canvas"));
        output.Content.AppendHtml(Tag("details").With(Tag("summary").With("Voir les chiffres"), Table()));
    }

    private Element Table() => Tag("table", "table").With(
        Tag("caption", "visually-hidden").With(Of.Label),
        Tag("thead").With(Tag("tr").With([Tag("th", null, ("scope", "col")).With(Of.Of), .. Of.Series.Select(s => Tag("th", "end", ("scope", "col")).With(s.Name))])),
        Tag("tbody").With([.. Of.Categories.Select((category, row) => Tag("tr").With(
            [Tag("th", null, ("scope", "row")).With(category), .. Of.Series.Select(s => Tag("td", "end").With(Written(s.Values[row])))]))]));

    private string Written(decimal? value) => value is { } number ? French.Number(number) + (Of.Unit is null ? "" : "\u00a0" + Of.Unit) : "–";
}
