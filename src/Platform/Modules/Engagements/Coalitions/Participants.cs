using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Engagements.Coalitions;

public enum CoalitionRole : short
{
    [Display(Name = "Porteur")] Lead = 1,
    [Display(Name = "Membre")] Member,
    [Display(Name = "Soutien")] Support,
}

/// <summary>An organisation's time in a coalition.</summary>
[Display(Name = "Membre d’une coalition")]
public sealed class CoalitionMember : TenantOwned
{
    private string label = "";

    private CoalitionMember() { }

    internal CoalitionMember(Coalition coalition, Guid organisationId, CoalitionRole role, DateOnly joinedOn, DateOnly? leftOn) =>
        (CoalitionId, label, OrganisationId, Role, JoinedOn, LeftOn) = (coalition.Id, coalition.Name, organisationId, role, joinedOn, leftOn);

    public Guid CoalitionId { get; private set; }
    [Display(Name = "Organisation")] public Guid OrganisationId { get; private set; }
    [Display(Name = "Rôle")] public CoalitionRole Role { get; private set; }
    [Display(Name = "Arrivée")] public DateOnly JoinedOn { get; private set; }
    [Display(Name = "Départ")] public DateOnly? LeftOn { get; private set; }
    public override string Label => label;

    /// <param name="on">Last day in the coalition.</param>
    public void Leave(Coalition coalition, DateOnly on)
    {
        if (on < JoinedOn) throw new RuleViolation("coalition.member.dates");
        (LeftOn, label) = (on, coalition.Name);
    }

    internal void Change(Coalition coalition, CoalitionRole role, DateOnly joinedOn, DateOnly? leftOn) =>
        (Role, JoinedOn, LeftOn, label) = (role, joinedOn, leftOn, coalition.Name);

    internal bool Overlaps(DateOnly joinedOn, DateOnly? leftOn) => JoinedOn <= (leftOn ?? DateOnly.MaxValue) && joinedOn <= (LeftOn ?? DateOnly.MaxValue);

    internal sealed class Table : IEntityTypeConfiguration<CoalitionMember>
    {
        public void Configure(EntityTypeBuilder<CoalitionMember> b)
        {
            b.HasIndex(m => new { m.TenantId, m.CoalitionId, m.OrganisationId, m.JoinedOn }).IsUnique();
            b.HasIndex(m => new { m.TenantId, m.OrganisationId });
            b.BelongsTo<CoalitionMember, Organisation>(nameof(OrganisationId));
        }
    }
}

/// <summary>A term as facilitator: a person or an organisation, from a day on.</summary>
[Display(Name = "Animation d’une coalition")]
public sealed class CoalitionFacilitator : TenantOwned
{
    private string label = "";

    private CoalitionFacilitator() { }

    internal CoalitionFacilitator(Coalition coalition, Guid? personId, Guid? organisationId, DateOnly from, DateOnly? to) =>
        (CoalitionId, label, PersonId, OrganisationId, Since, Until) = (coalition.Id, coalition.Name, personId, organisationId, from, to);

    public Guid CoalitionId { get; private set; }
    [Display(Name = "Personne")] public Guid? PersonId { get; private set; }
    [Display(Name = "Organisation")] public Guid? OrganisationId { get; private set; }
    [Display(Name = "Du")] public DateOnly Since { get; private set; }
    /// <summary>Last day of the term.</summary>
    [Display(Name = "Au")] public DateOnly? Until { get; private set; }
    public override string Label => label;

    /// <summary>Those whose term holds on that day.</summary>
    internal static IQueryable<CoalitionFacilitator> On(PlatformDb db, DateOnly day) => db.Set<CoalitionFacilitator>().Where(f => f.Since <= day && (f.Until == null || f.Until >= day));

    internal bool Overlaps(DateOnly since, DateOnly? until) => Since <= (until ?? DateOnly.MaxValue) && since <= (Until ?? DateOnly.MaxValue);

    /// <param name="on">Last day of the term.</param>
    public void End(Coalition coalition, DateOnly on)
    {
        if (on < Since) throw new RuleViolation("coalition.facilitator.dates");
        (Until, label) = (on, coalition.Name);
    }

    internal sealed class Table : IEntityTypeConfiguration<CoalitionFacilitator>
    {
        public void Configure(EntityTypeBuilder<CoalitionFacilitator> b)
        {
            b.HasIndex(f => new { f.TenantId, f.CoalitionId, f.Since }).IsUnique();
            b.HasIndex(f => new { f.TenantId, f.PersonId });
            b.HasIndex(f => new { f.TenantId, f.OrganisationId });
            b.BelongsTo<CoalitionFacilitator, Person>(nameof(PersonId));
            b.BelongsTo<CoalitionFacilitator, Organisation>(nameof(OrganisationId));
        }
    }
}
