using FluentValidation;

namespace Platform.Modules.Engagements;

internal static class EngagementValidation
{
    /// <summary>Four decimals are stored: a fifth would be dropped without a word.</summary>
    public static IRuleBuilderOptions<T, decimal?> IsFigure<T>(this IRuleBuilder<T, decimal?> rule) => rule
        .Must(figure => figure is null || decimal.Round(figure.Value, 4) == figure).WithMessage("Au plus quatre décimales.");
}
