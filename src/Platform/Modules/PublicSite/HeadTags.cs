using System.Text.Json;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Modules.Operations;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite;

/// <summary><c>&lt;accent-rule /&gt;</c>: the space's colour, as the content policy expects it to the letter.</summary>
[HtmlTargetElement("accent-rule", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AccentRuleTagHelper(CurrentTenant tenant) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "style";
        output.TagMode = TagMode.StartTagAndEndTag;
        // Checked when it is chosen: seven characters, a colour.
        output.Content.SetHtmlContent(SecurityHeaders.AccentRule(tenant.Space));
    }
}

/// <summary><c>&lt;json-ld of="@data" /&gt;</c>: what robots read. Data, not script: the serialiser leaves no character that could end the element.</summary>
[HtmlTargetElement("json-ld", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class JsonLdTagHelper : TagHelper
{
    public required IReadOnlyDictionary<string, object?> Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "application/ld+json");
        output.Content.SetHtmlContent(JsonSerializer.Serialize(Of.Where(p => p.Value is not null).ToDictionary()));
    }
}
