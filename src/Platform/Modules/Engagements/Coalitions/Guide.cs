using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Engagements.Coalitions;

public enum GuidePart : short
{
    [Display(Name = "Lancement")] Launch = 1,
    [Display(Name = "Engagement")] Commitment,
    [Display(Name = "Fonctionnement")] Functioning,
    [Display(Name = "Appui proposé")] Support,
}

/// <summary>A line of the space's guide: a step of the launch, a step towards the commitment, a standing question on how the
/// coalition works, or a kind of support that the structure offers. A line that coalitions have answered is retired, never removed.</summary>
[Display(Name = "Guide des coalitions")]
public sealed class GuideLine : TenantOwned
{
    public const int TextLength = 300;

    private GuideLine() { }

    public GuideLine(GuidePart part, int position, string text) => (Part, Position, Text) = (part, position, text);

    [Display(Name = "Partie")] public GuidePart Part { get; private set; }
    [Display(Name = "Rang")] public int Position { get; private set; }
    [Display(Name = "Texte")] public string Text { get; private set; } = "";
    [Display(Name = "Retiré le")] public DateOnly? RetiredOn { get; private set; }
    public override string Label => Text;

    public void Write(int position, string text) => (Position, Text, RetiredOn) = (position, text, null);

    public void Retire(DateOnly on) => RetiredOn ??= on;

    internal sealed class Table : IEntityTypeConfiguration<GuideLine>
    {
        public void Configure(EntityTypeBuilder<GuideLine> b)
        {
            b.Property(l => l.Text).HasMaxLength(TextLength);
            b.HasIndex(l => new { l.TenantId, l.Part, l.Position });
        }
    }
}

/// <summary>A step of the guide that a coalition has taken.</summary>
[Display(Name = "Étape d’une coalition")]
public sealed class CoalitionStep : TenantOwned
{
    public const int NoteLength = 1000;

    private string label = "";

    private CoalitionStep() { }

    internal CoalitionStep(Coalition coalition, Guid lineId, DateOnly on, string by, string? note)
    {
        (CoalitionId, LineId) = (coalition.Id, lineId);
        Change(coalition, on, by, note);
    }

    public Guid CoalitionId { get; private set; }
    [Display(Name = "Étape")] public Guid LineId { get; private set; }
    [Display(Name = "Franchie le")] public DateOnly DoneOn { get; private set; }
    [Personal] public string DoneBy { get; private set; } = "";
    [Display(Name = "Note")] public string? Note { get; private set; }
    public override string Label => label;

    internal void Change(Coalition coalition, DateOnly on, string by, string? note) => (DoneOn, DoneBy, Note, label) = (on, by, note, coalition.Name);

    internal sealed class Table : IEntityTypeConfiguration<CoalitionStep>
    {
        public void Configure(EntityTypeBuilder<CoalitionStep> b)
        {
            b.Property(s => s.DoneBy).HasMaxLength(120);
            b.Property(s => s.Note).HasMaxLength(NoteLength);
            b.HasIndex(s => new { s.TenantId, s.CoalitionId, s.LineId }).IsUnique();
            b.BelongsTo<CoalitionStep, GuideLine>(nameof(LineId));
        }
    }
}

/// <summary>How a coalition works: its answer to a standing question.</summary>
[Display(Name = "Mode de fonctionnement d’une coalition")]
public sealed class CoalitionAnswer : TenantOwned
{
    public const int TextLength = 2000;

    private string label = "";

    private CoalitionAnswer() { }

    internal CoalitionAnswer(Coalition coalition, Guid lineId, string text, DateOnly on, string by)
    {
        (CoalitionId, LineId) = (coalition.Id, lineId);
        Change(coalition, text, on, by);
    }

    public Guid CoalitionId { get; private set; }
    [Display(Name = "Question")] public Guid LineId { get; private set; }
    [Display(Name = "Réponse")] public string Text { get; private set; } = "";
    [Display(Name = "Répondu le")] public DateOnly AnsweredOn { get; private set; }
    [Personal] public string AnsweredBy { get; private set; } = "";
    public override string Label => label;

    internal void Change(Coalition coalition, string text, DateOnly on, string by) => (Text, AnsweredOn, AnsweredBy, label) = (text, on, by, coalition.Name);

    internal sealed class Table : IEntityTypeConfiguration<CoalitionAnswer>
    {
        public void Configure(EntityTypeBuilder<CoalitionAnswer> b)
        {
            b.Property(a => a.Text).HasMaxLength(TextLength);
            b.Property(a => a.AnsweredBy).HasMaxLength(120);
            b.HasIndex(a => new { a.TenantId, a.CoalitionId, a.LineId }).IsUnique();
            b.BelongsTo<CoalitionAnswer, GuideLine>(nameof(LineId));
        }
    }
}
