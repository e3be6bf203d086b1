using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Forum.Editions;

namespace Platform.Modules.Forum.Sheets;

/// <summary>A coalition is asked to bring its sheet up to date before the forum.</summary>
[Display(Name = "Fiche demandée pour le forum")]
public sealed class ForumSheet : TenantOwned
{
    private string label = "";

    private ForumSheet() { }

    public ForumSheet(Guid editionId, Guid coalitionId, string name) => (EditionId, CoalitionId, label) = (editionId, coalitionId, name);

    public Guid EditionId { get; private set; }
    [Display(Name = "Coalition")] public Guid CoalitionId { get; private set; }
    [Display(Name = "Demandée le")] public DateTimeOffset? AskedAt { get; private set; }
    /// <summary>The first time: what changed since counts as an answer, however often it was chased.</summary>
    [NotAudited] public DateTimeOffset? FirstAskedAt { get; private set; }
    [Display(Name = "Demandes envoyées")] public int Times { get; private set; }
    /// <summary>Somebody read it and found it right as it is.</summary>
    [Display(Name = "Dite à jour le")] public DateOnly? ConfirmedOn { get; private set; }
    public Guid? ConfirmedById { get; private set; }
    [Personal(nameof(ConfirmedById))] public string? ConfirmedBy { get; private set; }
    public override string Label => label;

    public void Ask(DateTimeOffset now, string name) => (AskedAt, FirstAskedAt, Times, label) = (now, FirstAskedAt ?? now, Times + 1, name);

    public void Confirm(DateOnly on, Guid? byId, string by, string name) => (ConfirmedOn, ConfirmedById, ConfirmedBy, label) = (on, byId, by, name);

    internal sealed class Table : IEntityTypeConfiguration<ForumSheet>
    {
        public void Configure(EntityTypeBuilder<ForumSheet> b)
        {
            b.Property(s => s.ConfirmedBy).HasMaxLength(120);
            b.BelongsTo<ForumSheet, ForumEdition>(nameof(EditionId));
            b.BelongsTo<ForumSheet, Coalition>(nameof(CoalitionId));
            b.HasIndex(s => new { s.TenantId, s.EditionId, s.CoalitionId }).IsUnique();
        }
    }
}
