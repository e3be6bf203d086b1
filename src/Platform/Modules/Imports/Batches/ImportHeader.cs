using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Imports.Contract;

namespace Platform.Modules.Imports.Batches;

/// <summary>What a header meant the last time: the next file of the space is read alike.</summary>
[NotAudited]
public sealed class ImportHeader : TenantOwned
{
    private ImportHeader() { }

    public ImportHeader(ImportSubject subject, string headerKey, string? column) => (Subject, HeaderKey, ColumnCode) = (subject, headerKey, column);

    public ImportSubject Subject { get; private set; } = ImportSubject.Organisations;
    public string HeaderKey { get; private set; } = "";
    /// <summary>Null: the person said that it means nothing here.</summary>
    public string? ColumnCode { get; private set; }

    public void Mean(string? column) => ColumnCode = column;

    internal sealed class Table : IEntityTypeConfiguration<ImportHeader>
    {
        public void Configure(EntityTypeBuilder<ImportHeader> b)
        {
            b.Property(h => h.HeaderKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(h => h.ColumnCode).HasMaxLength(40);
            b.HasIndex(h => new { h.TenantId, h.Subject, h.HeaderKey }).IsUnique();
        }
    }
}
