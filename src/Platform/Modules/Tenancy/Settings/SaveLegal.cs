using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

/// <summary>What the space publishes about itself because the law wants it.</summary>
public static class SaveLegal
{
    /// <summary>Version of what was never entered.</summary>
    private const int None = -1;

    [Needs(TenancyPermissions.Settings)]
    public sealed record Form : IRequest<Command>;

    [Needs(TenancyPermissions.Settings)]
    public sealed record Command : ICommand<Unit>
    {
        public int Version { get; init; }
        [Display(Name = "Éditeur")] public string? Publisher { get; init; }
        [Display(Name = "Adresse")] public string? Address { get; init; }
        [Display(Name = "Direction de la publication")] public string? Director { get; init; }
        [Display(Name = "Hébergeur")] public string? Host { get; init; }
        [Display(Name = "Contact")] public string? Contact { get; init; }
        [Display(Name = "Téléphone")] public string? Phone { get; init; }
        [Display(Name = "Délégué à la protection des données")] public string? DataContact { get; init; }
        [Display(Name = "Date de l’audit")] public DateOnly? AuditedOn { get; init; }
        [Display(Name = "Auteur de l’audit")] public string? Auditor { get; init; }
        [Display(Name = "Critères respectés")] public int? Score { get; init; }
        [Display(Name = "Non-conformités")] public string? Gaps { get; init; }
        [Display(Name = "Dérogations pour charge disproportionnée")] public string? Exemptions { get; init; }
        [Display(Name = "Contenus non soumis à l’obligation")] public string? OutOfScope { get; init; }
        [Display(Name = "Déclaration établie le")] public DateOnly? StatedOn { get; init; }
        [Display(Name = "Schéma pluriannuel et plan d’action")] public string? Plan { get; init; }

        internal static Command From(LegalInformation? l) => l is null ? new() { Version = None } : new()
        {
            Version = l.Version, Publisher = l.Publisher, Address = l.Address, Director = l.Director, Host = l.Host, Contact = l.Contact, Phone = l.Phone,
            DataContact = l.DataContact, AuditedOn = l.AuditedOn, Auditor = l.Auditor, Score = l.Score, Gaps = l.Gaps, Exemptions = l.Exemptions, OutOfScope = l.OutOfScope,
            StatedOn = l.StatedOn, Plan = l.Plan,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            foreach (var line in new[] { (System.Linq.Expressions.Expression<Func<Command, string?>>)(c => c.Publisher), c => c.Director, c => c.Contact, c => c.DataContact, c => c.Auditor })
                RuleFor(line).MaximumLength(LegalInformation.LineLength);
            RuleFor(c => c.Address).MaximumLength(400);
            RuleFor(c => c.Host).MaximumLength(400);
            RuleFor(c => c.Phone).IsPhone(30);
            RuleFor(c => c.Gaps).MaximumLength(LegalInformation.TextLength);
            RuleFor(c => c.Exemptions).MaximumLength(LegalInformation.TextLength);
            RuleFor(c => c.OutOfScope).MaximumLength(LegalInformation.TextLength);
            RuleFor(c => c.StatedOn).Must(on => on is null || on <= tenant.Space.Today(clock)).WithMessage("Une déclaration ne se date pas d’un jour à venir.");
            RuleFor(c => c.StatedOn).Must((c, on) => on is null || c.AuditedOn is null || on >= c.AuditedOn).WithMessage("La déclaration ne peut pas précéder l’audit.");
            RuleFor(c => c.Plan).MaximumLength(LegalInformation.TextLength);
            RuleFor(c => c.AuditedOn).Must(on => on is null || on <= tenant.Space.Today(clock)).WithMessage("Un audit à venir ne compte pas encore\u00a0: indiquez la date de celui qui a eu lieu.");
            RuleFor(c => c.Score).InclusiveBetween(0, 100);
            RuleFor(c => c.Score).NotNull().When(c => c.AuditedOn is not null).WithMessage("Indiquez la part des critères respectés.");
            RuleFor(c => c.AuditedOn).NotNull().When(c => c.Score is not null).WithMessage("Indiquez la date de l’audit.");
        }
    }

    internal sealed class FormHandler(PlatformDb db) : IRequestHandler<Form, Command>
    {
        public async Task<Command> Handle(Form form, CancellationToken ct) => Command.From(await db.Set<LegalInformation>().AsNoTracking().SingleOrDefaultAsync(ct));
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var stored = await db.Set<LegalInformation>().SingleOrDefaultAsync(ct);
            if ((stored?.Version ?? None) != c.Version) throw new Conflict(stored: Command.From(stored), typed: c);
            var legal = stored ?? db.Add(new LegalInformation()).Entity;
            legal.Publish(c.Publisher, c.Address, c.Director, c.Host, c.Contact, c.Phone, c.DataContact);
            legal.Audit(c.AuditedOn, c.Auditor, c.Score, c.StatedOn);
            legal.Exclude(c.Gaps, c.Exemptions, c.OutOfScope, c.Plan);
            return Unit.Value;
        }
    }
}
