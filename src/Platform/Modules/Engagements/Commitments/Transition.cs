using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>A change of state: from what to what, effective when, recorded when, by whom, why.</summary>
[Display(Name = "Changement d’état")]
public sealed class Transition : TenantOwned
{
    public const int ReasonLength = 1000;

    private Transition() { }

    internal Transition(CommitmentState? from, CommitmentState to, DateOnly on, DateTimeOffset at, Author by, string? reason) =>
        (From, To, HappenedOn, RecordedAt, AuthorId, AuthorName, Reason) = (from, to, on, at, by.Id, by.Name, reason);

    public Guid CommitmentId { get; private set; }
    /// <summary>Null for the creation.</summary>
    [Display(Name = "De")] public CommitmentState? From { get; private set; }
    [Display(Name = "À")] public CommitmentState To { get; private set; }
    [Display(Name = "Le")] public DateOnly HappenedOn { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }
    public Guid? AuthorId { get; private set; }
    [Personal(nameof(AuthorId))] public string AuthorName { get; private set; } = "";
    [Display(Name = "Motif")] public string? Reason { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<Transition>
    {
        public void Configure(EntityTypeBuilder<Transition> b)
        {
            b.Property(t => t.AuthorName).HasMaxLength(120);
            b.Property(t => t.Reason).HasMaxLength(ReasonLength);
            b.HasIndex(t => new { t.TenantId, t.CommitmentId, t.HappenedOn });
            // What changed this week.
            b.HasIndex(t => new { t.TenantId, t.RecordedAt });
        }
    }
}
