using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Members.Organisations;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>An organisation that holds the commitment; one of them leads.</summary>
[Display(Name = "Porteur")]
public sealed class CommitmentHolder : TenantOwned
{
    private CommitmentHolder() { }

    internal CommitmentHolder(Guid organisationId) => OrganisationId = organisationId;

    public Guid CommitmentId { get; private set; }
    [Display(Name = "Organisation")] public Guid OrganisationId { get; private set; }
    [Display(Name = "Chef de file")] public bool IsLead { get; private set; }

    internal void Lead(bool leads) => IsLead = leads;

    internal sealed class Table : IEntityTypeConfiguration<CommitmentHolder>
    {
        public void Configure(EntityTypeBuilder<CommitmentHolder> b)
        {
            b.BelongsTo<CommitmentHolder, Organisation>(nameof(OrganisationId));
            b.HasIndex(h => new { h.TenantId, h.CommitmentId, h.OrganisationId }).IsUnique();
            b.HasIndex(h => new { h.TenantId, h.OrganisationId, h.CommitmentId });
        }
    }
}
