using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.Shared.Tags;

/// <summary>Collects what children put in the slots of their parent element.</summary>
internal sealed class Slots
{
    public List<IHtmlContent> Crumbs { get; } = [];
    public IHtmlContent? Answer { get; set; }
    public IHtmlContent? Actions { get; set; }

    public static Slots Open(TagHelperContext context)
    {
        var slots = new Slots();
        context.Items[typeof(Slots)] = slots;
        return slots;
    }

    public static Slots Of(TagHelperContext context) => (Slots)context.Items[typeof(Slots)];
}

/// <summary>The head of every page: breadcrumb, title, the one-line answer, the next acts. It also names the browser's tab.
/// <c>lead</c> (lists, dashboards) sets the answer in large type and the title small above it.</summary>
[HtmlTargetElement("page-head")]
public sealed class PageHeadTagHelper : TagHelper
{
    public required string Title { get; set; }
    public string? Answer { get; set; }
    public bool Lead { get; set; }

    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Open(context);
        var rest = await output.GetChildContentAsync();
        // Not in ViewData: a partial view has a copy of its own, and the layout would not see it.
        View.HttpContext.Items["Title"] = Title;

        var words = Tag("div").With(Tag("h1").With(Title));
        if (slots.Answer is not null || Answer is not null) words.With(Tag("p", "answer").With(slots.Answer, slots.Answer is null ? Answer : null));
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Lead ? "page-head page-head-lead" : "page-head");
        output.Content.SetHtmlContent(words);
        if (slots.Actions is not null) output.Content.AppendHtml(Tag("div", "actions").With(slots.Actions));
        output.PostElement.SetHtmlContent(rest);
        if (slots.Crumbs.Count == 0) return;
        var list = Tag("ol").With([.. slots.Crumbs, Tag("li", null, ("aria-current", "page")).With(Title)]);
        output.PreElement.SetHtmlContent(Tag("nav", "crumbs", ("aria-label", "Fil d’Ariane")).With(list));
    }
}

/// <summary><c>&lt;crumb href="~/engagements"&gt;Engagements&lt;/crumb&gt;</c> inside page-head; the page itself is added last.</summary>
[HtmlTargetElement("crumb", ParentTag = "page-head")]
public sealed class CrumbTagHelper(IUrlHelperFactory urls) : TagHelper
{
    public required string Href { get; set; }

    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        Slots.Of(context).Crumbs.Add(Tag("li").With(Tag("a", null, ("href", urls.GetUrlHelper(View).Content(Href))).With(text)));
        output.SuppressOutput();
    }
}

/// <summary>The answer when it holds links or emphasis; plain text goes in the attribute.</summary>
[HtmlTargetElement("answer", ParentTag = "page-head")]
public sealed class AnswerTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Slots.Of(context).Answer = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}

/// <summary>The next acts, as buttons named by a verb; the first is <c>btn btn-primary</c>.</summary>
[HtmlTargetElement("actions", ParentTag = "page-head")]
[HtmlTargetElement("actions", ParentTag = "empty-state")]
public sealed class ActionsTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Slots.Of(context).Actions = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}

/// <summary>Nothing yet: what this is, one button, one link to an example.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public required string Title { get; set; }
    public string Icon { get; set; } = "inbox";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Open(context);
        var text = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty-state");
        output.Content.SetHtmlContent(Markup.Icon(Icon));
        output.Content.AppendHtml(Tag("h2").With(Title)).AppendHtml(Tag("div").With(text));
        if (slots.Actions is not null) output.Content.AppendHtml(Tag("div", "actions").With(slots.Actions));
    }
}

/// <summary><c>&lt;notice tone="Silent" icon="info-circle"&gt;…&lt;/notice&gt;</c></summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Accent;
    public string Icon { get; set; } = "info-circle";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "notice tone-" + Css(Tone));
        output.Content.SetHtmlContent(Markup.Icon(Icon));
        output.Content.AppendHtml(Tag("div").With(text));
    }
}

/// <summary>A menu that opens without script: <c>&lt;drop-menu label="Faire évoluer"&gt;…links and forms…&lt;/drop-menu&gt;</c>.</summary>
[HtmlTargetElement("drop-menu")]
public sealed class DropMenuTagHelper : TagHelper
{
    public required string Label { get; set; }
    public string? Icon { get; set; }
    public string Class { get; set; } = "btn";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "menu");
        output.Content.SetHtmlContent(Tag("summary", Class).With(Icon is null ? null : Markup.Icon(Icon), Tag("span").With(Label), Markup.Icon("chevron-down", "icon-sm")));
        output.Content.AppendHtml(Tag("div", "menu-panel").With(content));
    }
}
