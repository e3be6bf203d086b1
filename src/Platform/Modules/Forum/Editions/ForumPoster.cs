using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Forum.Editions;

/// <summary>The picture by which an edition is announced. Apart from the edition, so that nobody loads it to read a date.</summary>
[Display(Name = "Affiche du forum")]
public sealed class ForumPoster : TenantOwned
{
    public const int MaxBytes = 1024 * 1024, MaxSide = 5000, DescriptionLength = 500;

    private ForumPoster() { }

    public ForumPoster(Guid editionId) => EditionId = editionId;

    public Guid EditionId { get; private set; }
    /// <summary>What it says, for whoever does not see it.</summary>
    [Display(Name = "Ce que dit l’affiche")] public string Description { get; private set; } = "";
    [Display(Name = "Format")] public string MediaType { get; private set; } = "";
    [Display(Name = "Taille (octets)")] public int Size { get; private set; }
    [NotAudited] public byte[] Content { get; private set; } = [];
    public override string Label => Description;

    public void Show(byte[] content, string mediaType) => (Content, Size, MediaType) = (content, content.Length, mediaType);

    public void Tell(string description) => Description = description;

    internal sealed class Table : IEntityTypeConfiguration<ForumPoster>
    {
        public void Configure(EntityTypeBuilder<ForumPoster> b)
        {
            b.Property(p => p.Description).HasMaxLength(DescriptionLength);
            b.Property(p => p.MediaType).HasMaxLength(100);
            b.BelongsTo<ForumPoster, ForumEdition>(nameof(EditionId));
            b.HasIndex(p => new { p.TenantId, p.EditionId }).IsUnique();
        }
    }
}
