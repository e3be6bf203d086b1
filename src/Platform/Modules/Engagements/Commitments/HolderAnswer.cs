using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>What the holder of a public commitment says to everybody, beside what the dates say: a short dated text.</summary>
[Display(Name = "Réponse du porteur")]
public sealed class HolderAnswer : TenantOwned
{
    public const int TextLength = 800;

    private string label = "";

    private HolderAnswer() { }

    public HolderAnswer(Commitment commitment) => (CommitmentId, label) = (commitment.Id, commitment.Label);

    public Guid CommitmentId { get; private set; }
    [Display(Name = "Texte")] public string Text { get; private set; } = "";
    [Display(Name = "Date")] public DateOnly AnsweredOn { get; private set; }
    /// <summary>Who wrote it, for the journal and the space; the public sees none of it.</summary>
    [Personal(nameof(AuthorId))] public string AuthorName { get; private set; } = "";
    public Guid? AuthorId { get; private set; }
    public override string Label => label;

    public void Say(Commitment commitment, string text, DateOnly on, Author by) =>
        (label, Text, AnsweredOn, AuthorId, AuthorName) = (commitment.Label, text, on, by.Id, by.Name);

    internal sealed class Table : IEntityTypeConfiguration<HolderAnswer>
    {
        public void Configure(EntityTypeBuilder<HolderAnswer> b)
        {
            b.Property(a => a.Text).HasMaxLength(TextLength);
            b.Property(a => a.AuthorName).HasMaxLength(120);
            b.HasIndex(a => new { a.TenantId, a.CommitmentId }).IsUnique();
        }
    }
}
