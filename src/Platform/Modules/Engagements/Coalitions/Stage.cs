using Microsoft.AspNetCore.Razor.TagHelpers;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>How far a coalition is through a guide, and what remains.</summary>
public sealed record Stage(int Done, int Total, IReadOnlyList<string> Remaining)
{
    /// <param name="steps">The steps in force, in their order.</param>
    public static Stage Of(IEnumerable<(string Text, bool Done)> steps)
    {
        var all = steps.ToList();
        return new(all.Count(s => s.Done), all.Count, [.. all.Where(s => !s.Done).Select(s => s.Text)]);
    }

    /// <summary>"étape 3 sur 7": the one at hand, or all behind.</summary>
    public static string Short(int done, int total) => total == 0 ? "" : done >= total ? "guide terminé" : $"étape {done + 1} sur {total}";

    /// <summary>"Il reste 2 étapes : … ; …."</summary>
    public string Sentence => Remaining.Count switch
    {
        0 when Total == 0 => "Le guide n’a pas d’étape.",
        0 => "Toutes les étapes sont franchies.",
        1 => $"Il reste une étape\u00a0: {Remaining[0]}.",
        _ => $"Il reste {Remaining.Count} étapes\u00a0: {string.Join("\u00a0; ", Remaining)}.",
    };
}

/// <summary><c>&lt;stage done="2" total="7" /&gt;</c>: one mark per step, filled when taken, with the words beside.</summary>
[HtmlTargetElement("stage", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StageTagHelper : TagHelper
{
    public int Done { get; set; }
    public int Total { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "stage");
        if (Total == 0) return;
        var share = 100.0 / Total;
        output.Content.SetHtmlContent(Tag("svg", "bar", ("aria-hidden", "true")).With([.. Enumerable.Range(0, Total).Select(step => Tag("rect", step < Done ? "bar-value" : "bar-track",
            ("x", Points(step * share) + "%"), ("width", Points(share * .82) + "%"), ("height", "100%"), ("rx", "2")))]));
        output.Content.AppendHtml(Tag("span").With(Stage.Short(Done, Total)));
    }
}
