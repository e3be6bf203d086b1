using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Imports.Batches;

public enum ImportWork : short { Check = 1, Apply, Undo }

/// <summary>How far a work is. Written in short transactions of its own, so that it is seen while the work is not finished; a work whose
/// process died stops renewing <see cref="AliveUntil"/>, and the import can be run again.</summary>
[NotAudited]
public sealed class ImportRun : TenantOwned
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private ImportRun() { }

    public ImportRun(Guid batchId) => BatchId = batchId;

    public Guid BatchId { get; private set; }
    public ImportWork Work { get; private set; } = ImportWork.Check;
    /// <summary>Of this try: one that was overtaken recognises that it was.</summary>
    public Guid Attempt { get; private set; }
    public int Done { get; private set; }
    public int Total { get; private set; }
    public DateTimeOffset AliveUntil { get; private set; }
    /// <summary>Why the last try stopped, in a sentence.</summary>
    public string? Failure { get; private set; }

    public bool IsAlive(DateTimeOffset now) => AliveUntil > now;

    public Guid Start(ImportWork work, int total, DateTimeOffset now)
    {
        if (IsAlive(now)) throw new RuleViolation("import.running");
        (Work, Attempt, Done, Total, AliveUntil, Failure) = (work, Guid.CreateVersion7(), 0, total, now + Lease, null);
        return Attempt;
    }

    public void Advance(int done, DateTimeOffset now) => (Done, AliveUntil) = (done, now + Lease);

    public void Stop(DateTimeOffset now, string? failure) => (AliveUntil, Failure) = (now, failure is { Length: > 500 } ? failure[..500] : failure);

    internal sealed class Table : IEntityTypeConfiguration<ImportRun>
    {
        public void Configure(EntityTypeBuilder<ImportRun> b)
        {
            b.Property(r => r.Failure).HasMaxLength(500);
            b.BelongsTo<ImportRun, ImportBatch>(nameof(BatchId));
            b.HasIndex(r => new { r.TenantId, r.BatchId }).IsUnique();
        }
    }
}
