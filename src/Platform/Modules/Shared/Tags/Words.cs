using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Modules.Tenancy;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.Shared.Tags;

/// <summary><c>&lt;icon name="flag" /&gt;</c>; with <c>label</c> when no word stands beside it.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }
    public string? Label { get; set; }
    public string? Class { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icon(Name, Class, Label));
    }
}

/// <summary><c>&lt;badge of="@row.Badge" /&gt;</c> or <c>&lt;badge tone="Late" icon="clock-exclamation"&gt;En retard&lt;/badge&gt;</c>.</summary>
[HtmlTargetElement("badge")]
public sealed class BadgeTagHelper : TagHelper
{
    public Badge? Of { get; set; }
    public Tone Tone { get; set; }
    public string Icon { get; set; } = "circle";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var badge = Of ?? new Badge((await output.GetChildContentAsync()).GetContent(), Tone, Icon);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "badge tone-" + Css(badge.Tone));
        output.Content.SetHtmlContent(Markup.Icon(badge.Icon));
        // Child content is already encoded; the text of a Badge is not.
        if (Of is null) output.Content.AppendHtml(badge.Text);
        else output.Content.Append(badge.Text);
    }
}

/// <summary><c>&lt;date value="@row.Due" /&gt;</c> "12 mars 2027"; <c>ago</c> "il y a 4 mois"; an instant is shown in the space's time zone.</summary>
[HtmlTargetElement("date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper(CurrentTenant tenant, TimeProvider clock) : TagHelper
{
    public DateOnly? Value { get; set; }
    public DateTimeOffset? Instant { get; set; }
    public bool Ago { get; set; }
    /// <summary>What an absent date reads.</summary>
    public string None { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((Value ?? (Instant is { } i ? tenant.Space.On(i) : null)) is not { } day)
        {
            output.TagName = null;
            output.Content.SetContent(None);
            return;
        }
        var full = Instant is { } instant ? French.Instant(tenant.Space.Local(instant)) : French.Date(day);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Instant?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("class", "nowrap");
        if (Ago) output.Attributes.SetAttribute("title", full);
        output.Content.SetContent(Ago ? French.Ago(day, tenant.Space.Today(clock)) : full);
    }
}

/// <summary><c>&lt;person name="Claire Morvan" /&gt;</c>: initials and name.</summary>
[HtmlTargetElement("person", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PersonTagHelper : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "person");
        output.Content.SetHtmlContent(Tag("span", "avatar avatar-sm", ("aria-hidden", "true")).With(French.Initials(Name)));
        output.Content.Append(Name);
    }
}
