using FluentValidation;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

internal static class TenancyValidation
{
    public static IRuleBuilderOptions<T, string?> IsSpaceName<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().MaximumLength(Tenant.NameLength)
        .Must(name => name is null || Folding.Key(name).Length > 0).WithMessage("Écrivez au moins une lettre ou un chiffre.");

    public static IRuleBuilderOptions<T, string?> IsSiren<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(siren => siren is null || Siren.IsValid(siren)).WithMessage("Un SIREN a neuf chiffres\u00a0; ceux-ci n’en forment pas un (le dernier chiffre est une clé de contrôle).");
}
