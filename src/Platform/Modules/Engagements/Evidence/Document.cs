using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Meetings;

namespace Platform.Modules.Engagements.Evidence;

public enum DocumentKind : short
{
    [Display(Name = "Fichier")] File = 1,
    [Display(Name = "Lien")] Link,
}

/// <summary>Where a document hangs: a commitment, one of its news or steps, a coalition, news that nobody has accepted yet, a point of an
/// agenda, what a member made of a decision, a session of a forum or a forum as a whole.</summary>
public sealed record Place(Guid? CommitmentId, Guid? UpdateId, Guid? MeasureId, Guid? CoalitionId)
{
    public Guid? ReceivedNewsId { get; init; }
    public Guid? AgendaItemId { get; init; }
    public Guid? CascadeLineId { get; init; }
    public Guid? ForumSessionId { get; init; }
    public Guid? ForumEditionId { get; init; }

    /// <summary>The row itself, whatever its kind.</summary>
    internal Guid Key => UpdateId ?? MeasureId ?? CommitmentId ?? CoalitionId ?? ReceivedNewsId ?? AgendaItemId ?? CascadeLineId ?? ForumSessionId ?? ForumEditionId ?? throw new InvalidOperationException("A document hangs somewhere.");
}

/// <summary>A file or a link that backs what is said. Its content can be taken away (put by mistake, personal data); the line that says
/// who put it and who took it away stays.</summary>
[Display(Name = "Document")]
public sealed class Document : TenantOwned
{
    public const int NameLength = 200, AddressLength = 1000, ReasonLength = 500;

    private Document() { }

    private Document(Place place, DocumentKind kind, string name, string digest, Author by, DateTimeOffset now)
    {
        Hang(place);
        (Kind, Name, Digest, AddedById, AddedBy, AddedAt) = (kind, name, digest, by.Id, by.Name, now);
    }

    public static Document OfFile(Place place, string name, string mediaType, int size, string digest, Author by, DateTimeOffset now) =>
        new(place, DocumentKind.File, name, digest, by, now) { MediaType = mediaType, Size = size };

    public static Document OfLink(Place place, string title, string address, string digest, Author by, DateTimeOffset now) =>
        new(place, DocumentKind.Link, title, digest, by, now) { Address = address };

    public Guid? CommitmentId { get; private set; }
    public Guid? UpdateId { get; private set; }
    public Guid? MeasureId { get; private set; }
    public Guid? CoalitionId { get; private set; }
    public Guid? ReceivedNewsId { get; private set; }
    public Guid? AgendaItemId { get; private set; }
    public Guid? CascadeLineId { get; private set; }
    public Guid? ForumSessionId { get; private set; }
    public Guid? ForumEditionId { get; private set; }
    /// <summary>Identifier of the row on which it hangs, whatever its kind.</summary>
    public Guid OwnerKey { get; private set; }
    [Display(Name = "Nature")] public DocumentKind Kind { get; private set; }
    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    [Display(Name = "Adresse")] public string? Address { get; private set; }
    [Display(Name = "Format")] public string? MediaType { get; private set; }
    /// <summary>In bytes; 0 for a link.</summary>
    [Display(Name = "Taille (octets)")] public int Size { get; private set; }
    /// <summary>SHA-256 of the content, or of the address, in hexadecimal; null once removed, so that the same may be put again.</summary>
    [NotAudited] public string? Digest { get; private set; }
    [Display(Name = "Montré au public")] public bool IsPublic { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }
    public Guid? AddedById { get; private set; }
    [Personal(nameof(AddedById))] public string AddedBy { get; private set; } = "";
    [Display(Name = "Retiré le")] public DateOnly? RemovedOn { get; private set; }
    [Personal] public string? RemovedBy { get; private set; }
    [Display(Name = "Motif du retrait")] public string? RemovedReason { get; private set; }

    public override string Label => Name;

    /// <summary>As a sheet lists it.</summary>
    internal static readonly Expression<Func<Document, DocumentLine>> Line = d =>
        new DocumentLine(d.Id, d.OwnerKey, d.Name, d.Address, d.MediaType, d.Size, d.IsPublic, d.AddedAt, d.AddedBy, d.RemovedOn, d.RemovedBy, d.RemovedReason);

    public Place Place => new(CommitmentId, UpdateId, MeasureId, CoalitionId)
    {
        ReceivedNewsId = ReceivedNewsId, AgendaItemId = AgendaItemId, CascadeLineId = CascadeLineId, ForumSessionId = ForumSessionId, ForumEditionId = ForumEditionId,
    };

    /// <summary>It belongs elsewhere from now on: news that is accepted takes its files along.</summary>
    public void Hang(Place place)
    {
        (CommitmentId, UpdateId, MeasureId, CoalitionId) = (place.CommitmentId, place.UpdateId, place.MeasureId, place.CoalitionId);
        (ForumSessionId, ForumEditionId) = (place.ForumSessionId, place.ForumEditionId);
        (ReceivedNewsId, AgendaItemId, CascadeLineId, OwnerKey) = (place.ReceivedNewsId, place.AgendaItemId, place.CascadeLineId, place.Key);
    }

    public void Show(bool toThePublic)
    {
        if (RemovedOn is not null) throw new RuleViolation("document.removed");
        IsPublic = toThePublic;
    }

    /// <summary>Its chunks are deleted beside. The name goes too: it may be what should not have been put.</summary>
    public void Remove(DateOnly on, string by, string reason)
    {
        if (RemovedOn is not null) throw new RuleViolation("document.removed");
        (RemovedOn, RemovedBy, RemovedReason, Digest, IsPublic) = (on, by, reason, null, false);
        (Name, Address) = (Kind == DocumentKind.Link ? "Lien retiré" : "Fichier retiré", null);
    }

    internal sealed class Table : IEntityTypeConfiguration<Document>
    {
        public void Configure(EntityTypeBuilder<Document> b)
        {
            b.Property(d => d.Name).HasMaxLength(NameLength);
            b.Property(d => d.Address).HasMaxLength(AddressLength);
            b.Property(d => d.MediaType).HasMaxLength(100);
            b.Property(d => d.Digest).HasMaxLength(64);
            b.Property(d => d.AddedBy).HasMaxLength(120);
            b.Property(d => d.RemovedBy).HasMaxLength(120);
            b.Property(d => d.RemovedReason).HasMaxLength(ReasonLength);
            b.BelongsTo<Document, Commitment>(nameof(CommitmentId));
            b.BelongsTo<Document, Update>(nameof(UpdateId));
            b.BelongsTo<Document, Measure>(nameof(MeasureId));
            b.BelongsTo<Document, Coalition>(nameof(CoalitionId));
            b.BelongsTo<Document, ReceivedNews>(nameof(ReceivedNewsId));
            b.BelongsTo<Document, AgendaItem>(nameof(AgendaItemId));
            b.BelongsTo<Document, CascadeLine>(nameof(CascadeLineId));
            b.BelongsTo<Document, ForumSession>(nameof(ForumSessionId));
            b.BelongsTo<Document, ForumEdition>(nameof(ForumEditionId));
            b.Ignore(d => d.Place);
            // The same content is put once at the same place.
            b.HasIndex(d => new { d.TenantId, d.OwnerKey, d.Digest }).IsUnique();
            b.HasIndex(d => new { d.TenantId, d.AddedAt, d.Id });
        }
    }
}

/// <summary>A piece of a file. Small enough to stay off the large-object heap, whatever the size of the file.</summary>
[NotAudited]
public sealed class DocumentChunk : ITenantOwned
{
    public const int Bytes = 80 * 1024;

    private DocumentChunk() { }

    public DocumentChunk(Guid documentId, int number, byte[] content) => (DocumentId, Number, Content) = (documentId, number, content);

    public Guid TenantId { get; private set; }
    public Guid DocumentId { get; private set; }
    /// <summary>From 0; every chunk but the last holds <see cref="Bytes"/>.</summary>
    public int Number { get; private set; }
    public byte[] Content { get; private set; } = [];

    internal sealed class Table : IEntityTypeConfiguration<DocumentChunk>
    {
        public void Configure(EntityTypeBuilder<DocumentChunk> b)
        {
            b.HasKey(c => new { c.TenantId, c.DocumentId, c.Number });
            b.HasOne<Document>().WithMany().HasForeignKey(c => new { c.TenantId, c.DocumentId }).HasPrincipalKey(d => new { d.TenantId, d.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
