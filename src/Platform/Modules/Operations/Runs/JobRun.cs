using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Operations.Runs;

public enum RunOutcome : short
{
    [Display(Name = "En cours")] Running = 1,
    [Display(Name = "Fait")] Done,
    [Display(Name = "A échoué")] Failed,
}

/// <summary>The last run of a recurring command in a space. It is also what makes each occurrence run once, whatever the number of
/// nodes that wake up: an occurrence is taken by one statement.</summary>
public sealed class JobRun : IGlobal
{
    private JobRun() { }

    internal JobRun(Guid spaceId, string job) => (SpaceId, Job) = (spaceId, job);

    public Guid SpaceId { get; private set; }
    /// <summary>Code of the recurring command.</summary>
    public string Job { get; private set; } = "";
    /// <summary>The moment at which the space was owed the run that is taken.</summary>
    public DateTimeOffset Occurrence { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public int Milliseconds { get; private set; }
    public RunOutcome Outcome { get; private set; }
    /// <summary>How many things it did.</summary>
    public int Count { get; private set; }
    /// <summary>Of this occurrence.</summary>
    public int Tries { get; private set; }
    /// <summary>Name of the defect's class, never its words: they could tell what the space holds.</summary>
    public string? Error { get; private set; }
    /// <summary>Until then nobody else takes the occurrence: it is running, or waits to be tried again.</summary>
    public DateTimeOffset? Until { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<JobRun>
    {
        public void Configure(EntityTypeBuilder<JobRun> b)
        {
            b.HasKey(r => new { r.SpaceId, r.Job });
            b.Property(r => r.SpaceId).ValueGeneratedNever();
            b.Property(r => r.Job).HasMaxLength(40);
            b.Property(r => r.Error).HasMaxLength(120);
            b.HasIndex(r => r.Job);
        }
    }
}
