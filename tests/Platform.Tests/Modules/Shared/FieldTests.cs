using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Modules.Shared.Tags;

namespace Platform.Tests.Modules.Shared;

[Trait("Category", "unit")]
public sealed class FieldTests
{
    private sealed record Form(string? Title, DateOnly? Due, bool Public, IReadOnlyList<Guid> Holders);

    [Fact]
    public void What_was_typed_comes_back_with_its_error_tied_to_it()
    {
        var html = Field(nameof(Form.Title), new Form("stored", null, false, []), label: "Intitulé", typed: "<b>typed</b>", error: "Ce champ est trop long.");
        Assert.Contains("value=\"&lt;b&gt;typed&lt;/b&gt;\"", html);
        Assert.Contains("aria-invalid=\"true\"", html);
        Assert.Contains("aria-describedby=\"Title_error\"", html);
        Assert.Contains("id=\"Title_error\"", html);
        Assert.DoesNotContain("stored", html);
    }

    [Fact]
    public void A_date_that_does_not_exist_is_still_there_to_be_corrected()
    {
        var html = Field(nameof(Form.Due), new Form(null, null, false, []), typed: "31/02/2027", error: "Cette date n’existe pas.");
        Assert.Contains("type=\"text\"", html);
        Assert.Contains("value=\"31/02/2027\"", html);
    }

    [Fact]
    public void A_date_is_written_as_browsers_read_it() =>
        Assert.Contains("type=\"date\" value=\"2027-03-12\"", Field(nameof(Form.Due), new Form(null, new DateOnly(2027, 3, 12), false, [])));

    [Fact]
    public void An_unticked_box_still_says_no() =>
        Assert.Contains("<input type=\"hidden\" name=\"Public\" value=\"false\">", Field(nameof(Form.Public), new Form(null, null, true, [])));

    [Fact]
    public void Every_chosen_value_of_a_list_is_selected()
    {
        var (a, b) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var html = Field(nameof(Form.Holders), new Form(null, null, false, [b]), options: [new("Redon", a.ToString()), new("Blain", b.ToString())]);
        Assert.Contains("multiple=\"multiple\"", html);
        Assert.Contains($"<option value=\"{b}\" selected=\"selected\">Blain</option>", html);
        Assert.Contains($"<option value=\"{a}\">Redon</option>", html);
    }

    private static string Field(string property, Form form, string label = "Champ", string? typed = null, string? error = null, IEnumerable<SelectListItem>? options = null)
    {
        var provider = new EmptyModelMetadataProvider();
        var explorer = provider.GetModelExplorerForType(typeof(Form), form).GetExplorerForProperty(property);
        var view = new ViewContext { ViewData = new ViewDataDictionary(provider, new ModelStateDictionary()) };
        if (typed is not null) view.ViewData.ModelState.SetModelValue(property, typed, typed);
        if (error is not null) view.ViewData.ModelState.AddModelError(property, error);
        var field = new FieldTagHelper { For = new ModelExpression(property, explorer), Label = label, Options = options, View = view };
        var output = new TagHelperOutput("field", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        field.Process(new TagHelperContext([], new Dictionary<object, object>(), "field"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
