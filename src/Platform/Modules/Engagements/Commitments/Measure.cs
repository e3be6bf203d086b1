using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>A step of a commitment. Open, done or dropped; late is computed.</summary>
[Display(Name = "Mesure")]
public sealed class Measure : TenantOwned
{
    public const int TitleLength = 200, DetailsLength = 2000, ReasonLength = 500, Most = 60;

    private Measure() { }

    public Measure(string title, int order, DateOnly? dueOn = null)
    {
        (Order, DueOn) = (order, dueOn);
        Describe(title, null, null, null, dueOn);
    }

    public Guid CommitmentId { get; private set; }
    [Display(Name = "Intitulé")] public string Title { get; private set; } = "";
    [Display(Name = "Précisions")] public string? Details { get; private set; }
    [Display(Name = "Rang")] public int Order { get; private set; }
    [Display(Name = "Organisation responsable")] public Guid? OrganisationId { get; private set; }
    [Display(Name = "Personne responsable")] public Guid? PersonId { get; private set; }
    [Display(Name = "Échéance")] public DateOnly? DueOn { get; private set; }
    [Display(Name = "Faite le")] public DateOnly? DoneOn { get; private set; }
    [Personal(nameof(DoneById))] public string? DoneByName { get; private set; }
    public Guid? DoneById { get; private set; }
    [NotAudited] public DateTimeOffset? DoneAt { get; private set; }
    [Display(Name = "Abandonnée le")] public DateOnly? DroppedOn { get; private set; }
    [Display(Name = "Motif d’abandon")] public string? DropReason { get; private set; }
    public override string Label => Title;

    /// <summary>Somebody has said more of it than its title and its date.</summary>
    public static Expression<Func<Measure, bool>> Served { get; } = m => m.DoneOn != null || m.DroppedOn != null || m.Details != null || m.OrganisationId != null || m.PersonId != null;

    public bool IsOpen => DoneOn is null && DroppedOn is null;

    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;

    public void Describe(string title, string? details, Guid? organisationId, Guid? personId, DateOnly? dueOn) =>
        (Title, Details, OrganisationId, PersonId, DueOn) = (title, details, organisationId, personId, dueOn);

    public void Rank(int order) => Order = order;

    public void Done(DateOnly on, DateTimeOffset now, Author by)
    {
        if (DroppedOn is not null) throw new RuleViolation("measure.dropped");
        // Ticked twice, by two people or by a double click: the first says it.
        if (DoneOn is null) (DoneOn, DoneAt, DoneById, DoneByName) = (on, now, by.Id, by.Name);
    }

    public void Drop(DateOnly on, string reason)
    {
        if (DoneOn is not null) throw new RuleViolation("measure.done");
        (DroppedOn, DropReason) = (on, reason);
    }

    /// <summary>Neither done nor dropped any more.</summary>
    public void Reopen() => (DoneOn, DoneAt, DoneById, DoneByName, DroppedOn, DropReason) = (null, null, null, null, null, null);

    internal sealed class Table : IEntityTypeConfiguration<Measure>
    {
        public void Configure(EntityTypeBuilder<Measure> b)
        {
            b.Property(m => m.Title).HasMaxLength(TitleLength);
            b.Property(m => m.Details).HasMaxLength(DetailsLength);
            b.Property(m => m.DropReason).HasMaxLength(ReasonLength);
            b.Property(m => m.DoneByName).HasMaxLength(120);
            b.BelongsTo<Measure, Organisation>(nameof(OrganisationId));
            b.BelongsTo<Measure, Person>(nameof(PersonId));
            b.HasIndex(m => new { m.TenantId, m.CommitmentId, m.Order });
            b.HasIndex(m => new { m.TenantId, m.PersonId, m.DueOn });
            b.HasIndex(m => new { m.TenantId, m.OrganisationId, m.DueOn });
            b.HasIndex(m => new { m.TenantId, m.DueOn });
        }
    }
}
