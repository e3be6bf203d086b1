using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Tenancy;

/// <summary>How far a site conforms to the RGAA; a function of the audit alone.</summary>
public enum Conformity : short
{
    [Display(Name = "non conforme")] None = 1,
    [Display(Name = "partiellement conforme")] Partial,
    [Display(Name = "totalement conforme")] Full,
}

/// <summary>What the law makes a space publish about itself; one row per space.</summary>
[Display(Name = "Informations légales")]
public sealed class LegalInformation : TenantOwned
{
    public const int LineLength = 200, TextLength = 4000;

    [Display(Name = "Éditeur")] public string? Publisher { get; private set; }
    [Display(Name = "Adresse de l’éditeur")] public string? Address { get; private set; }
    [Display(Name = "Direction de la publication")] public string? Director { get; private set; }
    [Display(Name = "Hébergeur")] public string? Host { get; private set; }
    [Display(Name = "Contact")] public string? Contact { get; private set; }
    [Display(Name = "Téléphone")] public string? Phone { get; private set; }
    [Display(Name = "Délégué à la protection des données")] public string? DataContact { get; private set; }
    [Display(Name = "Audit d’accessibilité du")] public DateOnly? AuditedOn { get; private set; }
    [Display(Name = "Auteur de l’audit")] public string? Auditor { get; private set; }
    /// <summary>Share of the applicable criteria that are met, in percent.</summary>
    [Display(Name = "Critères respectés")] public int? Score { get; private set; }
    [Display(Name = "Non-conformités")] public string? Gaps { get; private set; }
    [Display(Name = "Dérogations pour charge disproportionnée")] public string? Exemptions { get; private set; }
    [Display(Name = "Contenus non soumis à l’obligation")] public string? OutOfScope { get; private set; }
    /// <summary>When the statement was established or last put up to date, if that is not the day of the audit.</summary>
    [Display(Name = "Déclaration établie le")] public DateOnly? StatedOn { get; private set; }
    [Display(Name = "Schéma pluriannuel et plan d’action")] public string? Plan { get; private set; }
    public override string Label => "Informations légales";

    public void Publish(string? publisher, string? address, string? director, string? host, string? contact, string? phone, string? dataContact) =>
        (Publisher, Address, Director, Host, Contact, Phone, DataContact) = (publisher, address, director, host, contact, phone, dataContact);

    public void Audit(DateOnly? on, string? auditor, int? score, DateOnly? statedOn) => (AuditedOn, Auditor, Score, StatedOn) = (on, auditor, score, statedOn);

    public void Exclude(string? gaps, string? exemptions, string? outOfScope, string? plan) =>
        (Gaps, Exemptions, OutOfScope, Plan) = (gaps, exemptions, outOfScope, plan);

    /// <summary>A statement is worth three years (RGAA 4.1, obligations; décret 2019-768); without a valid audit the law wants "non conforme".</summary>
    public static Conformity ConformityOf(DateOnly? auditedOn, int? score, DateOnly today) =>
        auditedOn is not { } on || on > today || on.AddYears(3) <= today ? Conformity.None
        : score switch { 100 => Conformity.Full, >= 50 => Conformity.Partial, _ => Conformity.None };

    internal sealed class Table : IEntityTypeConfiguration<LegalInformation>
    {
        public void Configure(EntityTypeBuilder<LegalInformation> b)
        {
            b.HasIndex(l => l.TenantId).IsUnique();
            b.Property(l => l.Address).HasMaxLength(400);
            b.Property(l => l.Host).HasMaxLength(400);
            b.Property(l => l.Phone).HasMaxLength(30);
            b.Property(l => l.Gaps).HasMaxLength(TextLength);
            b.Property(l => l.Exemptions).HasMaxLength(TextLength);
            b.Property(l => l.OutOfScope).HasMaxLength(TextLength);
            b.Property(l => l.Plan).HasMaxLength(TextLength);
        }
    }
}
