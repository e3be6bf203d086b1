using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>What the forms that enter and change a lead have in common.</summary>
public abstract record LeadFields
{
    [Display(Name = "Intitulé")] public string? Title { get; init; }
    [Display(Name = "Description")] public string? Description { get; init; }
    [Display(Name = "Thème")] public Guid? ThemeId { get; init; }
    /// <summary>An organisation or a person.</summary>
    [Display(Name = "Porteur")] public Guid? SponsorId { get; init; }
    [Display(Name = "Origine")] public string? Origin { get; init; }
    [Display(Name = "Date")] public DateOnly? RaisedOn { get; init; }
}

internal class LeadFieldsValidator<T> : AbstractValidator<T> where T : LeadFields
{
    public LeadFieldsValidator(CurrentTenant tenant, TimeProvider clock)
    {
        RuleFor(c => c.Title).IsNameLine(Lead.TitleLength);
        RuleFor(c => c.Description).MaximumLength(Lead.DescriptionLength);
        RuleFor(c => c.Origin).IsLine(Lead.OriginLength);
        RuleFor(c => c.RaisedOn).NotNull();
        RuleFor(c => c.RaisedOn).Must(on => !(on > tenant.Space.Today(clock))).WithMessage("Cette date est à venir\u00a0: mettez celle d’aujourd’hui ou une date passée.");
    }
}

internal static class LeadWriting
{
    /// <summary>Writes the fields into a lead once every identifier has proved to be the space's own.</summary>
    public static async Task Write(this LeadFields c, Lead lead, Guid? sponsorId, PlatformDb db, IMediator mediator, CancellationToken ct)
    {
        var sponsor = sponsorId is { } id
            ? (await mediator.Send(new NamesOf.Query([id]), ct)).GetValueOrDefault(id) ?? throw Foreign(c, nameof(c.SponsorId)) : null;
        if (c.ThemeId is not null && !await db.Set<Theme>().AnyAsync(t => t.Id == c.ThemeId, ct)) throw Foreign(c, nameof(c.ThemeId));
        lead.Describe(c.Title!, c.Description, c.Origin, c.ThemeId, c.RaisedOn!.Value);
        lead.CarriedBy(sponsor is { IsPerson: false } ? sponsor.Id : null, sponsor is { IsPerson: true } ? sponsor.Id : null);
        await SearchTerms.Replace(db, SearchKind.Lead, lead.Id, [c.Title, c.Description, lead.Number.ToString()], ct);
        await TitleIndex.Replace(db, lead.Id, c.Title!, ct);
    }

    internal static Invalid Foreign(object command, string field) => new(command, field, "Choisissez dans la liste.");
}
