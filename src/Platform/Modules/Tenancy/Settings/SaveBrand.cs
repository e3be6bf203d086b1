using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

/// <summary>How the space presents itself, and where it is.</summary>
public static class SaveBrand
{
    [Needs(TenancyPermissions.Settings)]
    public sealed record Form : IRequest<View>;

    /// <param name="Hosts">Host names that lead to the space; the operator adds them.</param>
    public sealed record View(Command Current, IReadOnlyList<string> Hosts);

    [Needs(TenancyPermissions.Settings)]
    public sealed record Command : ICommand<Unit>, IChangesSpace
    {
        public int Version { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Sigle")] public string? Acronym { get; init; }
        [Display(Name = "SIREN")] public string? Siren { get; init; }
        [Display(Name = "Couleur")] public string? Accent { get; init; }
        [Display(Name = "Nom d’expéditeur")] public string? SenderName { get; init; }
        [Display(Name = "Adresse de réponse")] public string? ReplyTo { get; init; }
        [Display(Name = "Heure des récapitulatifs")] public int? DigestHour { get; init; } = Tenant.UsualDigestHour;
        [Display(Name = "Durée d’une invitation (jours)")] public int? InvitationDays { get; init; } = Tenant.UsualInvitationDays;
        [Display(Name = "Durée d’un lien personnel (jours)")] public int? LinkDays { get; init; } = Tenant.UsualLinkDays;
        [Display(Name = "Noms des invités d’un forum gardés (mois)")] public int? GuestMonths { get; init; } = Tenant.UsualGuestMonths;
        [Display(Name = "Double authentification exigée")] public bool NeedsSecondStep { get; init; }
        [Display(Name = "Fuseau horaire")] public string? TimeZone { get; init; }
        [Display(Name = "Visible sur l’accueil de la plateforme")] public bool IsListed { get; init; }

        internal static Command From(Tenant t) => new()
        {
            Version = t.Version, Name = t.Name, Acronym = t.Acronym, Siren = t.Siren, Accent = t.Accent, SenderName = t.SenderName,
            ReplyTo = t.ReplyTo, DigestHour = t.DigestHour, InvitationDays = t.InvitationDays, LinkDays = t.LinkDays, GuestMonths = t.GuestMonths, NeedsSecondStep = t.NeedsSecondStep, TimeZone = t.TimeZone, IsListed = t.IsListed,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsSpaceName();
            RuleFor(c => c.Acronym).MaximumLength(Tenant.AcronymLength);
            RuleFor(c => c.Siren).IsSiren();
            RuleFor(c => c.SenderName).MaximumLength(120)
                .Must(s => s is null || s.IndexOfAny(['\n', '<', '>', '"', '@']) < 0).WithMessage("Un nom seulement, sans adresse ni guillemets.");
            RuleFor(c => c.ReplyTo).IsEmail(254);
            RuleFor(c => c.DigestHour).NotNull().InclusiveBetween(0, 23).WithMessage("Une heure entière, de 0 à 23.");
            RuleFor(c => c.InvitationDays).NotNull().InclusiveBetween(1, Tenant.LongestInvitationDays).WithMessage($"De 1 à {Tenant.LongestInvitationDays} jours.");
            RuleFor(c => c.LinkDays).NotNull().InclusiveBetween(1, Tenant.LongestInvitationDays).WithMessage($"De 1 à {Tenant.LongestInvitationDays} jours.");
            RuleFor(c => c.GuestMonths).NotNull().InclusiveBetween(1, Tenant.LongestGuestMonths).WithMessage($"De 1 à {Tenant.LongestGuestMonths} mois.");
            RuleFor(c => c.TimeZone).Must(TimeZones.Knows).WithMessage("Choisissez dans la liste.");
            RuleFor(c => c.Accent).Must(a => a is not null && Contrast.IsReadable(a)).WithMessage(RuleSentences.For("tenant.accent"));
        }
    }

    internal sealed class FormHandler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Form, View>
    {
        public async Task<View> Handle(Form form, CancellationToken ct)
        {
            var stored = await db.Tenants.AsNoTracking().Include(t => t.Hosts).SingleAsync(t => t.Id == tenant.Id, ct);
            return new(Command.From(stored), [.. stored.Hosts.Select(h => h.Host)]);
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var space = await db.Tenants.SingleAsync(t => t.Id == tenant.Id, ct);
            if (space.Version != c.Version) throw new Conflict(stored: Command.From(space), typed: c);
            space.Rename(c.Name!, c.Acronym, c.Siren);
            space.Brand(c.Accent!, c.SenderName);
            space.Place(c.TimeZone!);
            space.Write(c.ReplyTo, c.DigestHour!.Value);
            space.InviteFor(c.InvitationDays!.Value, c.LinkDays!.Value);
            space.KeepGuests(c.GuestMonths!.Value);
            space.DemandSecondStep(c.NeedsSecondStep);
            space.List(c.IsListed);
            return Unit.Value;
        }
    }
}
