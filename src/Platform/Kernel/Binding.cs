using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Platform.Kernel;

/// <summary>Text is cleaned as it enters; an empty field is null.</summary>
internal sealed class CleanTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var value = context.ValueProvider.GetValue(context.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, value);
        var text = Cleaning.Clean(value.FirstValue?.ReplaceLineEndings("\n"));
        context.Result = ModelBindingResult.Success(string.IsNullOrEmpty(text) ? null : text);
        return Task.CompletedTask;
    }
}

/// <summary>"1 234,5", "1234.5" and "12 %" are numbers.</summary>
internal sealed class FrenchDecimalBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var value = context.ValueProvider.GetValue(context.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, value);
        if (string.IsNullOrWhiteSpace(value.FirstValue))
        {
            if (context.ModelMetadata.IsReferenceOrNullableType) context.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }
        if (TryParse(value.FirstValue, out var number)) context.Result = ModelBindingResult.Success(number);
        else context.ModelState.TryAddModelError(context.ModelName, "Écrivez un nombre, par exemple 12,5.");
        return Task.CompletedTask;
    }

    internal static bool TryParse(string text, out decimal number)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('%' or '€'))).Replace(',', '.').Replace('−', '-');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            && Math.Abs(number) < 100_000_000_000m;
    }
}

/// <summary>Dates as browsers send them (2027-03-12) and as people type them (12/03/2027).</summary>
internal sealed partial class FrenchDateBinder : IModelBinder
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];
    private static readonly string[] Months = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    public Task BindModelAsync(ModelBindingContext context)
    {
        var value = context.ValueProvider.GetValue(context.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, value);
        if (string.IsNullOrWhiteSpace(value.FirstValue))
        {
            if (context.ModelMetadata.IsReferenceOrNullableType) context.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }
        if (TryParse(value.FirstValue, out var date)) context.Result = ModelBindingResult.Success(date);
        else context.ModelState.TryAddModelError(context.ModelName, "Cette date n’existe pas. Écrivez-la ainsi : 12/03/2027.");
        return Task.CompletedTask;
    }

    internal static bool TryParse(string text, out DateOnly date)
    {
        var plain = Written().Match(Folding.Fold(text)) is { Success: true } written && Months.Index().Where(m => m.Item.StartsWith(written.Groups["month"].Value, StringComparison.Ordinal)).ToList() is [var (month, _)]
            ? $"{written.Groups["day"].Value}/{month + 1}/{written.Groups["year"].Value}" : text.Trim();
        return DateOnly.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is >= 1900 and <= 2200;
    }

    // "jeudi 12 mars 2027", "1er févr. 2027", "3 Aout 2027".
    [GeneratedRegex("^((lun|mar|mercre|jeu|vendre|same)di |dimanche )?(?<day>[0-9]{1,2})(er)? (?<month>[a-z]{3,9}) (?<year>[0-9]{4})$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Written();
}

/// <summary>A command is filled from its own fields only ("Input.Value"). By default, when a form holds none of them, the framework
/// would fill it from any field of the same last name: "?value=…", meant for another form, made a number that cannot be read.</summary>
internal sealed class OwnNames : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        foreach (var property in model.HandlerProperties.Where(p => p.BindingInfo is not null))
            property.BindingInfo!.BinderModelName ??= property.PropertyName;
    }
}

internal sealed class PlatformBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(string) ? new CleanTextBinder()
            : type == typeof(decimal) ? new FrenchDecimalBinder()
            : type == typeof(DateOnly) ? new FrenchDateBinder()
            : null;
    }
}

internal static class FrenchBindingMessages
{
    public static void Use(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => "Cette valeur n’est pas acceptée.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => "Cette valeur n’est pas acceptée.");
        messages.SetUnknownValueIsInvalidAccessor(field => "Cette valeur n’est pas acceptée.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Cette valeur n’est pas acceptée.");
        messages.SetValueIsInvalidAccessor(value => "Cette valeur n’est pas acceptée.");
        messages.SetValueMustBeANumberAccessor(field => "Écrivez un nombre.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Écrivez un nombre.");
        messages.SetValueMustNotBeNullAccessor(field => "Ce champ est à remplir.");
        messages.SetMissingBindRequiredValueAccessor(field => "Ce champ est à remplir.");
        messages.SetMissingKeyOrValueAccessor(() => "Ce champ est à remplir.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Le formulaire est vide.");
    }
}
