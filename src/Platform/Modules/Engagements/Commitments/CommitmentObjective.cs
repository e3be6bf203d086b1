using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Engagements.Frameworks;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>An objective of a framework that the commitment serves.</summary>
[Display(Name = "Objectif visé")]
public sealed class CommitmentObjective : TenantOwned
{
    private CommitmentObjective() { }

    internal CommitmentObjective(Guid objectiveId) => ObjectiveId = objectiveId;

    public Guid CommitmentId { get; private set; }
    [Display(Name = "Objectif")] public Guid ObjectiveId { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<CommitmentObjective>
    {
        public void Configure(EntityTypeBuilder<CommitmentObjective> b)
        {
            b.BelongsTo<CommitmentObjective, Objective>(nameof(ObjectiveId));
            b.HasIndex(o => new { o.TenantId, o.CommitmentId, o.ObjectiveId }).IsUnique();
            b.HasIndex(o => new { o.TenantId, o.ObjectiveId, o.CommitmentId });
        }
    }
}
