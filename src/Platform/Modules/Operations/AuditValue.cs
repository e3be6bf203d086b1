using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Operations;

/// <summary>A personal value that the journal mentions: the line, which nobody can change, holds only this row's identifier. The row
/// goes when the person is erased; the line stays and says that something was there.</summary>
[NotAudited]
public sealed partial class AuditValue : ITenantOwned
{
    /// <summary>What a reference begins with.</summary>
    internal const string Mark = "§";

    private AuditValue() { }

    internal AuditValue(Guid subjectId, string text) => (SubjectId, Text) = (subjectId, text);

    public Guid TenantId { get; private set; }
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>The row of the person.</summary>
    public Guid SubjectId { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>What the line says instead of the value.</summary>
    public string Reference => $"{Mark}{Id}";

    public static Guid? Referred(string text) => text.Length == 37 && text.StartsWith(Mark, StringComparison.Ordinal) && Guid.TryParse(text.AsSpan(1), out var id) ? id : null;

    /// <summary>Every value that a line mentions.</summary>
    public static IEnumerable<Guid> In(string line) => References().Matches(line).Select(m => Guid.Parse(m.ValueSpan[1..]));

    [GeneratedRegex("§[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex References();

    internal sealed class Table : IEntityTypeConfiguration<AuditValue>
    {
        public void Configure(EntityTypeBuilder<AuditValue> b)
        {
            b.HasKey(v => new { v.TenantId, v.Id });
            b.Property(v => v.Id).ValueGeneratedNever();
            b.Property(v => v.Text).HasMaxLength(400);
            b.Ignore(v => v.Reference);
            b.HasIndex(v => new { v.TenantId, v.SubjectId });
        }
    }
}
