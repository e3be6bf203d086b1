using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;

namespace Platform.Modules.Members.People;

/// <summary>Somebody whom the space deals with, with or without an account. Nothing else copies a person's name or
/// address: others keep the identifier, so that erasing personal data changes this row only.</summary>
[Display(Name = "Personne"), IsAPerson]
public sealed class Person : TenantOwned
{
    public const int NameLength = 80, TitleLength = 160, EmailLength = 254, PhoneLength = 40;

    private Person() { }

    public Person(string givenName, string familyName, Standing standing)
    {
        Name(givenName, familyName);
        Standing = standing;
    }

    [Display(Name = "Prénom"), Personal] public string GivenName { get; private set; } = "";
    [Display(Name = "Nom de famille"), Personal] public string FamilyName { get; private set; } = "";
    /// <summary>Family name first: the order of a list of people.</summary>
    public string NameKey { get; private set; } = "";
    [Display(Name = "Qualité")] public Standing Standing { get; private set; }
    [Display(Name = "Fonction"), Personal] public string? Title { get; private set; }
    [Display(Name = "Organisation")] public Guid? OrganisationId { get; private set; }
    [Display(Name = "Adresse électronique"), Personal] public string? Email { get; private set; }
    /// <summary>Lower case: what tells two entries of one address.</summary>
    public string? EmailKey { get; private set; }
    [Display(Name = "Téléphone"), Personal] public string? Phone { get; private set; }
    [Display(Name = "Effacée le")] public DateTimeOffset? ErasedAt { get; private set; }
    [Display(Name = "Archivée le")] public DateTimeOffset? ArchivedAt { get; private set; }
    public string FullName => $"{GivenName} {FamilyName}";
    /// <summary>What the person is searched by; whoever changes it calls <see cref="Shared.Search.SearchTerms"/> in the same transaction.</summary>
    public IEnumerable<string?> Searched => [GivenName, FamilyName, Title];
    public override string Label => FullName;

    public void Name(string givenName, string familyName)
    {
        if (ErasedAt is not null) throw new RuleViolation("person.erased");
        (GivenName, FamilyName) = (givenName, familyName);
        NameKey = KeyOf(givenName, familyName);
    }

    public void Serve(Standing standing, string? title, Guid? organisationId) => (Standing, Title, OrganisationId) = (standing, title, organisationId);

    public void Reach(string? email, string? phone) => (Email, EmailKey, Phone) = (email, email?.ToLowerInvariant(), phone);

    // Acts on many at once. False: it was so already.

    public bool Join(Guid organisationId)
    {
        if (ErasedAt is not null) throw new RuleViolation("person.erased");
        if (OrganisationId == organisationId) return false;
        OrganisationId = organisationId;
        return true;
    }

    public bool Stand(Standing standing)
    {
        if (ErasedAt is not null) throw new RuleViolation("person.erased");
        if (Standing == standing) return false;
        Standing = standing;
        return true;
    }

    public void Archive(DateTimeOffset now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = ErasedAt is null ? null : throw new RuleViolation("person.erased");

    /// <summary>For good: what the person did stays, who it was does not.</summary>
    public void Erase(DateTimeOffset now)
    {
        Name(Erased.GivenName, Erased.FamilyName);
        Reach(null, null);
        (Title, ErasedAt) = (null, now);
        Archive(now);
    }

    internal static string KeyOf(string? givenName, string? familyName) => Folding.Key($"{familyName} {givenName}");

    internal sealed class Table : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> b)
        {
            b.Ignore(p => p.FullName);
            b.Property(p => p.GivenName).HasMaxLength(NameLength);
            b.Property(p => p.FamilyName).HasMaxLength(NameLength);
            b.Property(p => p.NameKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(p => p.Title).HasMaxLength(TitleLength);
            b.Property(p => p.Email).HasMaxLength(EmailLength);
            b.Property(p => p.EmailKey).HasMaxLength(EmailLength).UseCollation(PlatformDb.Byte);
            b.Property(p => p.Phone).HasMaxLength(PhoneLength);
            b.HasIndex(p => new { p.TenantId, p.NameKey, p.Id });
            b.HasIndex(p => new { p.TenantId, p.EmailKey });
            b.HasIndex(p => new { p.TenantId, p.OrganisationId, p.NameKey });
            b.BelongsTo<Person, Organisation>(nameof(OrganisationId));
        }
    }
}
