using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.People;

namespace Platform.Modules.Access;

/// <summary>An account's place in a space: its roles, and the person it stands for.</summary>
[Display(Name = "Accès")]
public sealed class Membership : TenantOwned
{
    private Membership() { }

    public Membership(Guid accountId, string name, Roles roles, DateTimeOffset now)
    {
        (AccountId, Name, Since) = (accountId, name, now);
        Grant(roles);
    }

    public Guid AccountId { get; private set; }
    /// <summary>The account's name when it was let in: the space's pages need no account table.</summary>
    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    [Display(Name = "Rôles")] public Roles Roles { get; private set; }
    /// <summary>The person of the space that this account stands for, when there is one.</summary>
    public Guid? PersonId { get; private set; }
    /// <summary>Set only in a demonstration: a visitor may become this member in one click, and reads this first.</summary>
    [Display(Name = "Personnage de démonstration")] public string? PersonaNote { get; private set; }
    [Display(Name = "Depuis")] public DateTimeOffset Since { get; private set; }
    [Display(Name = "Fin")] public DateTimeOffset? EndedAt { get; private set; }
    public override string Label => Name;

    public void Grant(Roles roles) => Roles = roles == Roles.None ? throw new RuleViolation("membership.norole") : roles;

    public void StandFor(Guid? personId) => PersonId = personId;

    public void OfferAsPersona(string note) => PersonaNote = note;

    public void End(DateTimeOffset now) => EndedAt ??= now;

    public void Resume() => EndedAt = null;

    internal sealed class Table : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> b)
        {
            b.HasIndex(m => new { m.TenantId, m.AccountId }).IsUnique();
            b.HasIndex(m => m.AccountId);
            b.Property(m => m.Name).HasMaxLength(120);
            b.BelongsTo<Membership, Person>(nameof(PersonId));
            b.Property(m => m.PersonaNote).HasMaxLength(300);
            b.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
