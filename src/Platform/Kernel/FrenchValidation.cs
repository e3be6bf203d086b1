using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using FluentValidation;
using FluentValidation.Resources;

namespace Platform.Kernel;

/// <summary>The sentences of the usual checks. A validator writes its own only where more can be said.</summary>
internal sealed class FrenchValidation : LanguageManager
{
    private FrenchValidation()
    {
        Culture = CultureInfo.GetCultureInfo("fr");
        foreach (var (validator, sentence) in new (string, string)[]
        {
            ("NotEmptyValidator", "Ce champ est à remplir."),
            ("NotNullValidator", "Ce champ est à remplir."),
            ("MaximumLengthValidator", "Au plus {MaxLength} caractères ; il y en a {TotalLength}."),
            ("MinimumLengthValidator", "Au moins {MinLength} caractères."),
            ("LengthValidator", "Entre {MinLength} et {MaxLength} caractères ; il y en a {TotalLength}."),
            ("EmailValidator", "Cette adresse électronique est incomplète : il faut quelque chose comme nom@exemple.fr."),
            ("InclusiveBetweenValidator", "Entre {From} et {To}."),
            ("GreaterThanOrEqualValidator", "Au moins {ComparisonValue}."),
            ("GreaterThanValidator", "Plus que {ComparisonValue}."),
            ("LessThanOrEqualValidator", "Au plus {ComparisonValue}."),
            ("EnumValidator", "Choisissez dans la liste."),
            ("RegularExpressionValidator", "Ce n’est pas écrit comme attendu."),
        }) AddTranslation("fr", validator, sentence);
    }

    public static void Use()
    {
        ValidatorOptions.Global.LanguageManager = new FrenchValidation();
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) => member?.GetCustomAttribute<DisplayAttribute>()?.Name ?? member?.Name;
    }
}
