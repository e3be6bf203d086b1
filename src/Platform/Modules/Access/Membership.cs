using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.People;

namespace Platform.Modules.Access;

/// <summary>Where a member arrives after signing in.</summary>
public enum StartPage : short
{
    [Display(Name = "Le tableau de bord")] Dashboard = 0,
    [Display(Name = "Mes tâches")] Tasks,
    [Display(Name = "Les engagements")] Commitments,
}

/// <summary>An account's place in a space: its roles, and the person it stands for.</summary>
[Display(Name = "Accès"), IsAPerson]
public sealed class Membership : TenantOwned
{
    private Membership() { }

    public Membership(Guid accountId, string name, Roles roles, DateTimeOffset now)
    {
        (AccountId, Since) = (accountId, now);
        Call(name);
        Grant(roles);
    }

    public Guid AccountId { get; private set; }
    /// <summary>The account's name when it was let in: the space's pages need no account table.</summary>
    [Display(Name = "Nom"), Personal] public string Name { get; private set; } = "";
    /// <summary>At the person's request: nobody is let in by it again.</summary>
    public bool IsErased => Name == Erased.Name;
    [Display(Name = "Rôles")] public Roles Roles { get; private set; }
    /// <summary>The person of the space that this account stands for, when there is one.</summary>
    [Display(Name = "Personne")] public Guid? PersonId { get; private set; }
    /// <summary>Set only in a demonstration: a visitor may become this member in one click, and reads this first.</summary>
    [Display(Name = "Personnage de démonstration")] public string? PersonaNote { get; private set; }
    [Display(Name = "Depuis")] public DateTimeOffset Since { get; private set; }
    [Display(Name = "Fin")] public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>Digest of the link by which the person accepts; null once accepted.</summary>
    [NotAudited] public string? InvitationHash { get; private set; }
    [Display(Name = "Invitation valable jusqu’au")] public DateTimeOffset? InvitationUntil { get; private set; }
    /// <summary>The link went to the address and to nobody else: whoever follows it owns the address.</summary>
    [Display(Name = "Invitation par message")] public bool InvitedByMail { get; private set; }
    [Display(Name = "Page d’arrivée"), NotAudited] public StartPage StartPage { get; private set; }
    /// <summary>Sort key of the name.</summary>
    public string NameKey { get; private set; } = "";
    public override string Label => Name;

    public void Grant(Roles roles) => Roles = roles == Roles.None ? throw new RuleViolation("membership.norole") : roles;

    public void StandFor(Guid? personId) => PersonId = personId;

    public void StartAt(StartPage page) => StartPage = page;

    public void OfferAsPersona(string note) => PersonaNote = note;

    /// <summary>Opens nothing until the person accepts.</summary>
    public void Invite(string hash, DateTimeOffset until, bool byMail) => (InvitationHash, InvitationUntil, InvitedByMail) = (hash, until, byMail);

    public void Accept() => (InvitationHash, InvitationUntil, InvitedByMail) = (null, null, false);

    public void Call(string name) => (Name, NameKey) = (name, Folding.Key(name));

    public void End(DateTimeOffset now) => EndedAt ??= now;

    public void Resume()
    {
        if (IsErased) throw new RuleViolation("membership.erased");
        EndedAt = null;
    }

    internal sealed class Table : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> b)
        {
            b.HasIndex(m => new { m.TenantId, m.AccountId }).IsUnique();
            b.HasIndex(m => m.AccountId);
            b.HasIndex(m => new { m.TenantId, m.NameKey, m.Id });
            b.Property(m => m.NameKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(m => m.InvitationHash).HasMaxLength(SecretLink.DigestLength);
            b.HasIndex(m => new { m.TenantId, m.InvitationHash }).IsUnique();
            b.Property(m => m.Name).HasMaxLength(120);
            b.BelongsTo<Membership, Person>(nameof(PersonId));
            b.Property(m => m.PersonaNote).HasMaxLength(300);
            b.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
