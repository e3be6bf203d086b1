using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.Shared.Tags;

/// <summary>One field of a form: label, help, the control that fits the type, and the error tied to it.
/// What was typed comes back as it was typed, even when it could not be read.</summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    private const int ChoicesWorthSearching = 12;

    public required ModelExpression For { get; set; }
    public required string Label { get; set; }
    public string? Help { get; set; }
    /// <summary>text (default for strings), textarea, password, email, url, tel, search, color, radio, checks, select, file, hidden.</summary>
    public string? As { get; set; }
    /// <summary>More than one makes a text area.</summary>
    public int Rows { get; set; }
    public IEnumerable<SelectListItem>? Options { get; set; }
    /// <summary>Text of the empty choice of a select; absent: no empty choice.</summary>
    public string? Empty { get; set; }
    public bool Optional { get; set; }
    public string? Autocomplete { get; set; }
    /// <summary>What follows the value: "%", "€", "habitants".</summary>
    public string? Unit { get; set; }
    /// <summary>short or medium; full width otherwise.</summary>
    public string? Width { get; set; }
    public bool Autofocus { get; set; }
    public string? Accept { get; set; }
    /// <summary>Address that answers, for what is typed, the options of a list from which one may take the value.</summary>
    public string? Suggestions { get; set; }

    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    private string name = "", id = "";
    private string? error;
    private Type type = typeof(string);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        id = TagBuilder.CreateSanitizedId(name, "_");
        type = Nullable.GetUnderlyingType(For.Metadata.ModelType) ?? For.Metadata.ModelType;
        View.ViewData.ModelState.TryGetValue(name, out var state);
        error = state?.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;
        var typed = state?.RawValue switch { string[] many => many, string one => [one], _ => (string[]?)null };
        var values = typed ?? Written(For.Model);
        var how = As ?? Usual();
        if (how == "hidden")
        {
            output.TagName = null;
            output.Content.SetHtmlContent(Tag("input", null, ("type", "hidden"), ("id", id), ("name", name), ("value", values.FirstOrDefault())));
            return;
        }

        var grouped = how is "radio" or "checks";
        output.TagName = grouped ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        if (grouped && Described() is { } described) output.Attributes.SetAttribute("aria-describedby", described);
        var content = output.Content;
        if (how == "check")
        {
            content.AppendHtml(Check(values.Contains("true", StringComparer.OrdinalIgnoreCase)));
        }
        else
        {
            var label = grouped ? Tag("legend") : Tag("label", null, ("for", id));
            content.AppendHtml(label.With(Label, Optional ? Tag("span", "optional").With(" (facultatif)") : null));
            if (Help is not null) content.AppendHtml(Tag("p", "help", ("id", id + "_help")).With(Help));
            IHtmlContent control = how switch
            {
                "radio" => Choices(values),
                "checks" => Checks(values),
                "select" => Select(values),
                "textarea" => Area(values.FirstOrDefault()),
                _ => Input(how, values.FirstOrDefault()),
            };
            content.AppendHtml(Unit is null ? control : Tag("div", "input-unit").With(control, Tag("span", null, ("id", id + "_unit")).With(Unit)));
        }
        if (error is not null) content.AppendHtml(Tag("p", "field-error", ("id", id + "_error")).With(Markup.Icon("alert-triangle", "icon-sm"), Tag("span").With(error)));
    }

    private string Usual() =>
        type == typeof(bool) ? "check"
        : Options is not null ? "select"
        : type.IsEnum ? Enum.GetValues(type).Length <= 4 ? "radio" : "select"
        : type == typeof(DateOnly) ? "date"
        : Rows > 1 ? "textarea"
        : "text";

    private string? Described()
    {
        var ids = Css(Help is null ? null : id + "_help", Unit is null ? null : id + "_unit", error is null ? null : id + "_error");
        return ids.Length == 0 ? null : ids;
    }

    private Element Control(string element, string css, params (string Name, string? Value)[] attributes) => Tag(element,
        Css(css, Width is null ? null : "control-" + Width, error is null ? null : "is-invalid"),
        [("id", id), ("name", name), ("aria-describedby", Described()), ("aria-invalid", error is null ? null : "true"),
            ("aria-required", Optional || type == typeof(bool) ? null : "true"), ("autocomplete", Autocomplete), ("autofocus", Autofocus ? "autofocus" : null), .. attributes]);

    private IHtmlContent Input(string how, string? value)
    {
        var number = type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double);
        // A browser empties a date field whose value is no date: what was typed is then shown as text.
        if (how == "date" && value is not null && !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) how = "text";
        Width ??= how is "date" or "color" || number ? "short" : null;
        var input = Control("input", "form-control", ("type", how), ("accept", Accept), ("multiple", how == "file" && IsMany ? "multiple" : null),
            ("inputmode", number ? type == typeof(int) || type == typeof(long) ? "numeric" : "decimal" : null),
            ("value", how is "password" or "file" ? null : value));
        if (Suggestions is null) return input;
        input.Set("list", id + "_list").Set("hx-get", Suggestions.Replace("~", View.HttpContext.Request.PathBase, StringComparison.Ordinal))
            .Set("hx-trigger", "input changed delay:250ms").Set("hx-target", $"#{id}_list").Set("hx-swap", "innerHTML").Set("hx-sync", "this:replace");
        return new HtmlContentBuilder().AppendHtml(input).AppendHtml(Tag("datalist", null, ("id", id + "_list")));
    }

    private bool IsMany => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));

    private Element Area(string? value) => Control("textarea", "form-control", ("rows", Math.Max(Rows, 3).ToString(CultureInfo.InvariantCulture)))
        // A browser drops the first line break of a text area: without this one, a text that begins with a blank line would lose it.
        .With("\n" + value);

    private Element Select(string[] values)
    {
        var options = (Options ?? OfEnum()).ToList();
        var many = IsMany;
        var select = Control("select", "form-select", ("multiple", many ? "multiple" : null),
            ("data-choices", many || options.Count > ChoicesWorthSearching ? "Tapez pour chercher" : null));
        if (Empty is not null) select.With(Tag("option", null, ("value", "")).With(Empty));
        foreach (var group in options.GroupBy(o => o.Group?.Name))
        {
            var into = group.Key is null ? select : Tag("optgroup", null, ("label", group.Key));
            foreach (var option in group)
                into.With(Tag("option", null, ("value", option.Value), ("selected", Chosen(option, values) ? "selected" : null), ("disabled", option.Disabled ? "disabled" : null)).With(option.Text));
            if (into != select) select.With(into);
        }
        return select;
    }

    private Element Choices(string[] values)
    {
        var index = 0;
        return Tag("div", "choices").With([.. (Options ?? OfEnum()).Select(option =>
        {
            var input = Box("radio", option, values, index++);
            return Tag("label").With(input, Tag("span").With(option.Text, option.Group is null ? null : Tag("small").With(option.Group.Name)));
        })]);
    }

    private Element Checks(string[] values)
    {
        var options = (Options ?? OfEnum()).ToList();
        var boxes = options.Select((option, index) => Tag("div", "form-check").With(
            Box("checkbox", option, values, index),
            Tag("label", "form-check-label", ("for", $"{id}_{index}")).With(option.Text, option.Group is null ? null : Tag("span", "help d-block").With(option.Group.Name))));
        return Tag("div", options.Count > 4 && options.TrueForAll(o => o.Group is null) ? "checks checks-columns" : "checks").With([.. boxes]);
    }

    private Element Box(string how, SelectListItem option, string[] values, int index) =>
        Tag("input", how == "checkbox" ? "form-check-input" : null, ("type", how), ("id", $"{id}_{index}"), ("name", name), ("value", option.Value),
            ("checked", Chosen(option, values) ? "checked" : null), ("disabled", option.Disabled ? "disabled" : null));

    private IHtmlContent Check(bool on)
    {
        var box = Control("input", "form-check-input", ("type", "checkbox"), ("value", "true"), ("checked", on ? "checked" : null));
        return new HtmlContentBuilder().AppendHtml(Tag("div", "form-check").With(box,
                Tag("label", "form-check-label", ("for", id)).With(Label),
                Help is null ? null : Tag("p", "help", ("id", id + "_help")).With(Help)))
            // An unticked box sends nothing; this says "no" so that a refused form comes back unticked.
            .AppendHtml(Tag("input", null, ("type", "hidden"), ("name", name), ("value", "false")));
    }

    private static bool Chosen(SelectListItem option, string[] values) => values.Contains(option.Value ?? option.Text, StringComparer.OrdinalIgnoreCase) || (values.Length == 0 && option.Selected);

    private IEnumerable<SelectListItem> OfEnum() => Enum.GetValues(type).Cast<Enum>().Select(value =>
    {
        var display = type.GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>();
        return new SelectListItem(display?.Name ?? value.ToString(), value.ToString()) { Group = display?.Description is { } more ? new SelectListGroup { Name = more } : null };
    });

    private static string[] Written(object? model) => model switch
    {
        null => [],
        string text => [text],
        IEnumerable many => [.. many.Cast<object?>().SelectMany(Written)],
        DateOnly date => [date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        bool yes => [yes ? "true" : "false"],
        decimal number => [number.ToString("0.####", CultureInfo.GetCultureInfo("fr-FR"))],
        _ => [Convert.ToString(model, CultureInfo.InvariantCulture) ?? ""],
    };
}
