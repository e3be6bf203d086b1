using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Reminders.Preferences;

public enum MailFrequency : short
{
    [Display(Name = "Tout de suite")] AtOnce = 1,
    [Display(Name = "Un récapitulatif par jour")] Daily,
    [Display(Name = "Un récapitulatif par semaine")] Weekly,
    [Display(Name = "Jamais")] Never,
}

/// <summary>How often somebody wants to hear of a kind of thing from this space. By address and not by account: most receivers have none.</summary>
[Display(Name = "Choix de réception"), NotAudited]
public sealed class MailPreference : TenantOwned
{
    private MailPreference() { }

    public MailPreference(string address, MailCategory category, MailFrequency frequency) => (Address, Category, Frequency) = (Normal(address), category, frequency);

    /// <summary>In lower case.</summary>
    [Display(Name = "Adresse électronique"), Personal] public string Address { get; private set; } = "";
    [Display(Name = "Messages")] public MailCategory Category { get; private set; }
    [Display(Name = "Fréquence")] public MailFrequency Frequency { get; private set; }

    public void Become(MailFrequency frequency) => Frequency = frequency;

    public static string Normal(string address) => address.Trim().ToLowerInvariant();

    /// <summary>Until somebody chooses otherwise: what is only to be known is gathered, what is to be done comes at once.</summary>
    public static MailFrequency Usual(MailCategory category) => category is MailCategory.News ? MailFrequency.Weekly : MailFrequency.AtOnce;

    /// <summary>What a receiver may choose about.</summary>
    public static IReadOnlyList<MailCategory> Choices { get; } = [.. Enum.GetValues<MailCategory>().Where(c => c is not (MailCategory.Account or MailCategory.Digest))];

    internal sealed class Table : IEntityTypeConfiguration<MailPreference>
    {
        public void Configure(EntityTypeBuilder<MailPreference> b)
        {
            b.Property(p => p.Address).HasMaxLength(254);
            b.HasIndex(p => new { p.TenantId, p.Address, p.Category }).IsUnique();
        }
    }
}
