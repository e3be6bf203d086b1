using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Shared;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>Somebody of the structure has checked what is said: a commitment, one of its news or of its steps. It can be withdrawn, with
/// the reason; both stay readable.</summary>
[Display(Name = "Vérification")]
public sealed class Verification : TenantOwned
{
    public const int NoteLength = 500;

    private Verification() { }

    public Verification(Place place, string note, DateOnly on, Author by, DateTimeOffset now)
    {
        (CommitmentId, UpdateId, MeasureId) = (place.CommitmentId!.Value, place.UpdateId, place.MeasureId);
        PlaceKey = place.Key;
        StandingKey = place.Key;
        (Note, VerifiedOn, VerifiedById, VerifiedBy, VerifiedAt) = (note, on, by.Id, by.Name, now);
    }

    public Guid CommitmentId { get; private set; }
    public Guid? UpdateId { get; private set; }
    public Guid? MeasureId { get; private set; }
    /// <summary>Identifier of what is verified, whatever its kind.</summary>
    public Guid PlaceKey { get; private set; }
    /// <summary>The same while it stands: of one thing, one verification stands at a time.</summary>
    public Guid? StandingKey { get; private set; }
    [Display(Name = "Comment")] public string Note { get; private set; } = "";
    [Display(Name = "Vérifié le")] public DateOnly VerifiedOn { get; private set; }
    public Guid? VerifiedById { get; private set; }
    [Personal(nameof(VerifiedById))] public string VerifiedBy { get; private set; } = "";
    public DateTimeOffset VerifiedAt { get; private set; }
    [Display(Name = "Vérification retirée le")] public DateOnly? WithdrawnOn { get; private set; }
    [Personal] public string? WithdrawnBy { get; private set; }
    [Display(Name = "Motif")] public string? WithdrawnReason { get; private set; }

    public override string Label => French.Cut(Note, 80);

    public void Withdraw(DateOnly on, string by, string reason)
    {
        if (StandingKey is null) throw new RuleViolation("verification.withdrawn");
        (StandingKey, WithdrawnOn, WithdrawnBy, WithdrawnReason) = (null, on, by, reason);
    }

    internal sealed class Table : IEntityTypeConfiguration<Verification>
    {
        public void Configure(EntityTypeBuilder<Verification> b)
        {
            b.Property(v => v.Note).HasMaxLength(NoteLength);
            b.Property(v => v.VerifiedBy).HasMaxLength(120);
            b.Property(v => v.WithdrawnBy).HasMaxLength(120);
            b.Property(v => v.WithdrawnReason).HasMaxLength(NoteLength);
            b.BelongsTo<Verification, Commitment>(nameof(CommitmentId));
            b.BelongsTo<Verification, Update>(nameof(UpdateId));
            b.BelongsTo<Verification, Measure>(nameof(MeasureId));
            b.HasIndex(v => new { v.TenantId, v.StandingKey }).IsUnique();
        }
    }
}
