using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Data;

/// <summary>Numbers given in each space, one row per series. A number is never given twice; one may be lost with a refused form.</summary>
[NotAudited]
public sealed class Sequence : ITenantOwned
{
    private Sequence() { }

    private Sequence(string series) => Series = series;

    public Guid TenantId { get; private set; }
    public string Series { get; private set; } = "";
    public int Last { get; private set; } = 1;

    /// <summary>The next number of the series. Two callers at once wait for each other: the row is locked until the transaction ends.</summary>
    public static Task<int> Next(PlatformDb db, string series, CancellationToken ct) => Take(db, series, 1, ct);

    /// <summary>The first of as many numbers that follow one another.</summary>
    public static async Task<int> Take(PlatformDb db, string series, int count, CancellationToken ct)
    {
        // The one update made in the database itself: read, add, write would give two people the same number.
        if (await db.Set<Sequence>().Where(s => s.Series == series).ExecuteUpdateAsync(u => u.SetProperty(s => s.Last, s => s.Last + count), ct) > 0)
            return await db.Set<Sequence>().Where(s => s.Series == series).Select(s => s.Last).SingleAsync(ct) - count + 1;
        db.Add(new Sequence(series) { Last = count });
        return 1;
    }

    internal sealed class Table : IEntityTypeConfiguration<Sequence>
    {
        public void Configure(EntityTypeBuilder<Sequence> b)
        {
            b.HasKey(s => new { s.TenantId, s.Series });
            b.Property(s => s.Series).HasMaxLength(40);
        }
    }
}
