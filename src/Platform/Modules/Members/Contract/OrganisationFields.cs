using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using FluentValidation;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;

namespace Platform.Modules.Members.Contract;

/// <summary>What is written about an organisation, when it is entered and when it is changed.</summary>
public abstract partial record OrganisationFields
{
    [Display(Name = "Nature")] public OrganisationKind? Kind { get; init; }
    [Display(Name = "Nom")] public string? Name { get; init; }
    [Display(Name = "Nom court")] public string? ShortName { get; init; }
    [Display(Name = "SIREN")] public string? Siren { get; init; }
    [Display(Name = "Code INSEE")] public string? InseeCode { get; init; }
    [Display(Name = "Siège")] public string? Seat { get; init; }
    [Display(Name = "Site web")] public string? WebSite { get; init; }
    [Display(Name = "Remarques")] public string? Notes { get; init; }
    /// <summary>Organisations of the same name that the person has been shown and does not mean.</summary>
    [Display(Name = "Homonymes")] public List<Guid> Seen { get; init; } = [];

    internal static void Check<T>(AbstractValidator<T> validator) where T : OrganisationFields
    {
        validator.RuleFor(c => c.Kind).NotNull().IsInEnum();
        validator.RuleFor(c => c.Name).IsNameLine(Organisation.NameLength);
        validator.RuleFor(c => c.ShortName).IsLine(Organisation.ShortNameLength);
        validator.RuleFor(c => c.Siren).Must(s => s is null || Kernel.Siren.IsValid(s))
            .WithMessage("Ce SIREN n’existe pas : il a 9 chiffres, et le dernier vérifie les autres. Recopiez-le d’un document officiel.");
        validator.RuleFor(c => c.InseeCode).Must(code => code is null || InseeShape().IsMatch(code))
            .WithMessage("Un code INSEE a 5 caractères pour une commune (35236), 2 ou 3 pour un département, 2 pour une région.");
        validator.RuleFor(c => c.Seat).IsLine(Organisation.SeatLength);
        validator.RuleFor(c => c.WebSite).IsWebSite(Organisation.WebSiteLength);
        validator.RuleFor(c => c.Notes).MaximumLength(Organisation.NotesLength);
    }

    [GeneratedRegex("^([0-9]{2}|2[AB]|[0-9]{3}|[0-9]{5}|2[AB][0-9]{3})$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex InseeShape();
}
