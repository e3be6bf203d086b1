using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;

namespace Platform.Modules.Engagements.Updates;

public enum UpdateStatus : short
{
    [Display(Name = "Tout va bien")] OnTrack = 1,
    [Display(Name = "À surveiller")] Attention,
    [Display(Name = "Bloqué")] Blocked,
    [Display(Name = "Terminé")] Done,
}

/// <summary>News of a commitment. Never edited: a later one corrects it, and both stay readable.</summary>
[Display(Name = "Nouvelle")]
public sealed class Update : TenantOwned
{
    public const int TextLength = 5000;

    private Update() { }

    public Update(Guid commitmentId, Guid formKey, UpdateStatus status, int? progress, string text, DateOnly happenedOn, DateTimeOffset now,
        DateOnly today, Author by, Guid? correctsId = null, bool isPublic = false)
    {
        if (progress is < 0 or > 100) throw new RuleViolation("update.progress");
        if (happenedOn > today) throw new RuleViolation("update.future");
        (CommitmentId, FormKey, Status, Progress, Text, HappenedOn, RecordedAt) = (commitmentId, formKey, status, progress, text, happenedOn, now);
        (AuthorId, AuthorName, CorrectsId, IsPublic) = (by.Id, by.Name, correctsId, isPublic);
    }

    public Guid CommitmentId { get; private set; }
    /// <summary>Made with the empty form: the same form sent twice is one update.</summary>
    public Guid FormKey { get; private set; }
    [Display(Name = "Situation")] public UpdateStatus Status { get; private set; }
    [Display(Name = "Avancement (%)")] public int? Progress { get; private set; }
    [Display(Name = "Nouvelle")] public string Text { get; private set; } = "";
    [Display(Name = "Date")] public DateOnly HappenedOn { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }
    public Guid? AuthorId { get; private set; }
    [Personal(nameof(AuthorId))] public string AuthorName { get; private set; } = "";
    /// <summary>The update that this one replaces.</summary>
    [Display(Name = "Corrige")] public Guid? CorrectsId { get; private set; }

    /// <summary>Its text may be read by everybody; of the news of a public commitment, the date, the status and the progress always may.</summary>
    [Display(Name = "Texte visible du public")] public bool IsPublic { get; private set; }

    /// <summary>Those that no other corrects, newest first.</summary>
    public static IReadOnlyList<Update> Standing(IEnumerable<Update> all)
    {
        var list = all.ToList();
        var corrected = list.Select(u => u.CorrectsId).OfType<Guid>().ToHashSet();
        return [.. list.Where(u => !corrected.Contains(u.Id)).OrderByDescending(u => u.HappenedOn).ThenByDescending(u => u.RecordedAt).ThenByDescending(u => u.Id)];
    }

    /// <summary>Same, in the database and in no order.</summary>
    internal static IQueryable<Update> Standing(PlatformDb db) => db.Set<Update>().Where(u => !db.Set<Update>().Any(later => later.CorrectsId == u.Id));

    internal sealed class Table : IEntityTypeConfiguration<Update>
    {
        public void Configure(EntityTypeBuilder<Update> b)
        {
            b.Property(u => u.Text).HasMaxLength(TextLength);
            b.Property(u => u.AuthorName).HasMaxLength(120);
            b.BelongsTo<Update, Update>(nameof(CorrectsId));
            b.HasIndex(u => new { u.TenantId, u.CommitmentId, u.HappenedOn });
            b.HasIndex(u => new { u.TenantId, u.RecordedAt });
            b.HasIndex(u => new { u.TenantId, u.FormKey }).IsUnique();
            // An update is corrected once; the correction can be corrected in its turn.
            b.HasIndex(u => new { u.TenantId, u.CorrectsId }).IsUnique();
        }
    }
}
