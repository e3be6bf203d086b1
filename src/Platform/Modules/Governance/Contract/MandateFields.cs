using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Governance.Contract;

/// <summary>What is written about a mandate, when given and when corrected.</summary>
public abstract record MandateFields
{
    [Display(Name = "Fonction")] public MandateFunction? Function { get; init; }
    [Display(Name = "Précision")] public string? Precision { get; init; }
    [Display(Name = "Personne")] public Guid? PersonId { get; init; }
    [Display(Name = "Organisation représentée")] public Guid? OrganisationId { get; init; }
    [Display(Name = "Début")] public DateOnly? Start { get; init; }
    [Display(Name = "Fin")] public DateOnly? End { get; init; }

    internal static void Check<T>(AbstractValidator<T> validator) where T : MandateFields
    {
        validator.RuleFor(c => c.Function).NotNull().IsInEnum();
        validator.RuleFor(c => c.Precision).IsLine(Mandate.PrecisionLength);
        validator.RuleFor(c => c.Precision).NotEmpty().When(c => c.Function == MandateFunction.Other).WithMessage("Nommez cette fonction.");
        validator.RuleFor(c => c.Start).NotNull();
        validator.RuleFor(c => c.End).Must((c, end) => end is null || c.Start is null || end >= c.Start).WithMessage("La fin vient avant le début.");
    }

    /// <summary>The organisation chosen, else the person's own. Refuses what is not of this space, beside its field.</summary>
    internal static async Task<Guid?> Organisation(IMediator mediator, object form, Guid? personId, Guid? organisationId, CancellationToken ct)
    {
        var names = await mediator.Send(new NamesOf.Query([personId, organisationId]), ct);
        if (personId is { } p && names.GetValueOrDefault(p) is not { IsPerson: true })
            throw new Invalid(form, nameof(PersonId), "Choisissez une personne de la liste.");
        if (organisationId is { } o && names.GetValueOrDefault(o) is not { IsPerson: false })
            throw new Invalid(form, nameof(OrganisationId), "Choisissez une organisation de la liste.");
        return organisationId ?? (personId is { } person ? names[person].OrganisationId : null);
    }
}
