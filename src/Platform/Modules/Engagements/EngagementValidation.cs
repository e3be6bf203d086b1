using FluentValidation;
using Platform.Kernel;

namespace Platform.Modules.Engagements;

internal static class EngagementValidation
{
    /// <summary>A name by which the thing is sorted and found: it holds a letter or a digit, whatever the alphabet.</summary>
    public static IRuleBuilderOptions<T, string?> IsName<T>(this IRuleBuilder<T, string?> rule, int length) => rule
        .NotEmpty().MaximumLength(length)
        .Must(name => name is null || Folding.Key(name).Length > 0).WithMessage("Écrivez au moins une lettre ou un chiffre.");

    /// <summary>Four decimals are stored: a fifth would be dropped without a word.</summary>
    public static IRuleBuilderOptions<T, decimal?> IsFigure<T>(this IRuleBuilder<T, decimal?> rule) => rule
        .Must(figure => figure is null || decimal.Round(figure.Value, 4) == figure).WithMessage("Au plus quatre décimales.");
}
