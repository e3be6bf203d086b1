using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Platform.Kernel;
using Platform.Modules.Members.People;

namespace Platform.Modules.Members.Contract;

/// <summary>What is written about a person, when entered and when changed.</summary>
public abstract record PersonFields
{
    [Display(Name = "Prénom")] public string? GivenName { get; init; }
    [Display(Name = "Nom de famille")] public string? FamilyName { get; init; }
    [Display(Name = "Qualité")] public Standing? Standing { get; init; }
    [Display(Name = "Fonction")] public string? Title { get; init; }
    [Display(Name = "Organisation")] public Guid? OrganisationId { get; init; }
    [Display(Name = "Adresse électronique")] public string? Email { get; init; }
    [Display(Name = "Téléphone")] public string? Phone { get; init; }
    /// <summary>People of the same name or address that the person has been shown and does not mean.</summary>
    [Display(Name = "Homonymes")] public List<Guid> Seen { get; init; } = [];

    internal static void Check<T>(AbstractValidator<T> validator) where T : PersonFields
    {
        validator.RuleFor(c => c.GivenName).IsNameLine(Person.NameLength);
        validator.RuleFor(c => c.FamilyName).IsNameLine(Person.NameLength);
        validator.RuleFor(c => c.Standing).NotNull().IsInEnum();
        validator.RuleFor(c => c.Title).IsLine(Person.TitleLength);
        validator.RuleFor(c => c.Email).IsEmail(Person.EmailLength);
        validator.RuleFor(c => c.Phone).IsPhone(Person.PhoneLength);
    }
}
