using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Kernel;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.Shared.Tags;

/// <summary>Why a form came back, at its top: the rule's refusal, somebody else's version, or the list of the fields to correct.</summary>
[HtmlTargetElement("form-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormErrorsTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var page = View.ViewData.Model as SpacePage;
        var errors = View.ViewData.ModelState.Where(s => s.Value?.Errors.Count > 0)
            .Select(s => (Id: TagBuilder.CreateSanitizedId(s.Key, "_"), s.Value!.Errors[0].ErrorMessage)).ToList();
        if (errors.Count == 0 && page?.Refusal is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice tone-late error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Content.SetHtmlContent(Icon("alert-triangle"));
        var words = Tag("div");
        if (page?.Refusal is { } refusal) words.With(Tag("p").With(Tag("strong").With(refusal)));
        if (errors.Count > 0)
        {
            words.With(Tag("p").With(Tag("strong").With(errors.Count == 1 ? "Un champ est à corriger." : $"{errors.Count} champs sont à corriger."), " Rien de ce que vous avez saisi n’est perdu."));
            words.With(Tag("ul").With([.. errors.Select(e => Tag("li").With(e.Id.Length == 0 ? e.ErrorMessage : Tag("a", null, ("href", "#" + e.Id)).With(e.ErrorMessage)))]));
        }
        if (page?.Differences.Count > 0) words.With(Versions(page.Differences));
        output.Content.AppendHtml(words);
    }

    private static Element Versions(IReadOnlyList<Difference> differences) => Tag("table", "table table-cards mt-2").With(
        Tag("thead").With(Tag("tr").With([.. new[] { "Champ", "Version enregistrée", "Votre version" }.Select(h => Tag("th", null, ("scope", "col")).With(h))])),
        Tag("tbody").With([.. differences.Select(d => Tag("tr").With(
            Tag("th", null, ("scope", "row")).With(d.Field),
            Tag("td", null, ("data-label", "Version enregistrée")).With(d.Stored),
            Tag("td", null, ("data-label", "Votre version")).With(d.Typed)))]));
}

/// <summary>Every form that posts carries the antiforgery token: the framework forgets it when an action is written by hand.
/// Forms are checked by the server, in French: the browser's own messages stay silent.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    // After the framework's own, which may already have written the token.
    public override int Order => 100;

    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate", null, HtmlAttributeValueStyle.Minimized));
        // Said by a page without cookies, see RegisterModel.
        if (context.AllAttributes.TryGetAttribute("asp-antiforgery", out var without) && without.Value is false) return;
        // Two tokens would arrive as one unreadable value.
        if (output.PostContent.IsEmptyOrWhiteSpace && generator.GenerateAntiforgery(View) is { } token) output.PostContent.AppendHtml(token);
    }
}
