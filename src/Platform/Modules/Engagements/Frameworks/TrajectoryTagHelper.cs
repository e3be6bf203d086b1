using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Tags;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary><c>&lt;trajectory of="@sheet" /&gt;</c>: the values measured against the line from the baseline to the target, drawn to the
/// scale of time by the server. The page lists the same figures in a table.</summary>
[HtmlTargetElement("trajectory", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TrajectoryTagHelper : TagHelper
{
    // Across in percent, so that the line takes the width it is given and its words keep their size; down in pixels.
    private const double Left = 2, Right = 98, Height = 220, Top = 28, Bottom = 30;

    public required GetObjective.Sheet Of { get; set; }

    private DateOnly first, last;
    private double low, high;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var o = Of.Objective;
        var values = Of.Values.OrderBy(v => v.MeasuredOn).ToList();
        var start = o.BaselineYear is { } year ? Standing.EndOf(year) : (DateOnly?)null;
        var end = Standing.EndOf(o.TargetYear);
        first = values.Select(v => v.MeasuredOn).Append(start ?? Of.Today).Min();
        last = values.Select(v => v.MeasuredOn).Append(end).Max();
        if (first == last) first = last.AddYears(-1);
        var all = values.Select(v => (double)v.Value).Append((double)o.Target).Concat(o.Baseline is { } b ? [(double)b] : []).ToList();
        // From zero when that keeps the curve readable: a cut scale makes small changes look large.
        (low, high) = (Math.Min(0, all.Min()), Math.Max(0, all.Max()));
        if (low == high) high = low + 1;

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "trajectory");
        output.Attributes.SetAttribute("height", Points(Height));
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Said(values));
        var content = output.Content;
        content.AppendHtml(Line("trajectory-axis", Left, Height - Bottom, Right, Height - Bottom));
        foreach (var (at, anchor) in new[] { (first, "start"), (last, "end") })
            content.AppendHtml(Label(at.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), X(at), Height - 8, anchor, "trajectory-year"));
        if (Of.Today > first.AddDays(60) && Of.Today < last.AddDays(-60))
        {
            content.AppendHtml(Line("trajectory-today", X(Of.Today), Top - 8, X(Of.Today), Height - Bottom));
            // Close to an end it would cover the year.
            if (X(Of.Today) is > 30 and < 70) content.AppendHtml(Label("aujourd’hui", X(Of.Today), Height - 8, "middle", "trajectory-year"));
        }
        var (aimX, aimY) = (X(end), Y((double)o.Target));
        content.AppendHtml(o.Baseline is { } from && start is { } since
            ? Line("trajectory-aim", X(since), Y((double)from), aimX, aimY)
            : Line("trajectory-aim", Left, aimY, aimX, aimY));
        content.AppendHtml(Tag("svg", null, ("x", Percent(aimX)), ("y", Points(aimY)), ("overflow", "visible")).With(Tag("path", "trajectory-flag", ("d", "M0 0v-16l-9 4 9 4"))));
        content.AppendHtml(Label($"cible {French.Number(o.Target, 4)}", aimX, aimY - 22, "end", "trajectory-target"));
        foreach (var (a, z) in values.Zip(values.Skip(1)))
            content.AppendHtml(Line("trajectory-line", X(a.MeasuredOn), Y((double)a.Value), X(z.MeasuredOn), Y((double)z.Value)));
        foreach (var value in values)
            content.AppendHtml(Tag("circle", "trajectory-dot", ("cx", Percent(X(value.MeasuredOn))), ("cy", Points(Y((double)value.Value))), ("r", "5")));
        if (values.Count > 0)
            content.AppendHtml(Label(French.Number(values[^1].Value, 4), X(values[^1].MeasuredOn), Y((double)values[^1].Value) + (values[^1].Value < values[0].Value ? 20 : -10), X(values[^1].MeasuredOn) > 50 ? "end" : "start", "trajectory-value"));
    }

    private double X(DateOnly day) => Left + (Right - Left) * (day.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber);

    private double Y(double value) => Height - Bottom - (Height - Top - Bottom) * (value - low) / (high - low);

    private static Element Line(string css, double x1, double y1, double x2, double y2) =>
        Tag("line", css, ("x1", Percent(x1)), ("y1", Points(y1)), ("x2", Percent(x2)), ("y2", Points(y2)));

    private static string Percent(double across) => Points(across) + "%";

    private static Element Label(string text, double x, double y, string anchor, string css) =>
        Tag("text", css, ("x", Percent(x)), ("y", Points(y)), ("text-anchor", anchor)).With(text);

    private string Said(List<GetObjective.ValueRow> values)
    {
        var o = Of.Objective;
        return values.Count == 0
            ? $"Aucun relevé\u00a0; cible {ObjectiveRow.Figure(o.Target, o.Unit)} en {o.TargetYear}."
            : $"{French.Count(values.Count, "relevé", "relevés")}\u00a0; le dernier, le {French.Date(values[^1].MeasuredOn)}, donne {ObjectiveRow.Figure(values[^1].Value, o.Unit)}\u00a0; cible {ObjectiveRow.Figure(o.Target, o.Unit)} en {o.TargetYear}.";
    }
}

/// <summary><c>&lt;toward of="@standing" /&gt;</c>: how far from the baseline to the target, with a tick where a straight line would be.</summary>
[HtmlTargetElement("toward", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TowardTagHelper : TagHelper
{
    public required Standing Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(WayTagHelper.Draw(Of.Percent, Of.Expected, Of.Pace is Pace.Behind or Pace.Missed, Of.Pace == Pace.Unmeasured ? "–" : "pas calculable"));
    }
}
