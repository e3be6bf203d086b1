using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Imports.Contract;

namespace Platform.Modules.Imports.Batches;

public enum ImportVerdict : short
{
    [Display(Name = "À vérifier")] Waiting = 1,
    [Display(Name = "Nouvelle")] New,
    [Display(Name = "Changée")] Changed,
    [Display(Name = "Inchangée")] Unchanged,
    [Display(Name = "Refusée")] Refused,
    [Display(Name = "Réunie à une autre")] Joined,
    [Display(Name = "Laissée de côté")] Aside,
}

/// <summary>One line of a file: its cells, then what a dry run found, then what an undo could not take back.</summary>
[NotAudited]
public sealed class ImportRow : TenantOwned
{
    public const int RemarkLength = 500;

    private ImportRow() { }

    public ImportRow(Guid batchId, int number, IReadOnlyList<string?> cells, bool isHidden) => (BatchId, Number, Cells, IsHidden) = (batchId, number, Json(cells), isHidden);

    public Guid BatchId { get; private set; }
    /// <summary>Its number in the file, as a spreadsheet shows it.</summary>
    public int Number { get; private set; }
    /// <summary>In the workbook, by its maker or by a filter left on.</summary>
    public bool IsHidden { get; private set; }
    /// <summary>JSON array of texts.</summary>
    public string Cells { get; private set; } = "[]";
    public ImportVerdict Verdict { get; private set; } = ImportVerdict.Waiting;
    /// <summary>What it speaks of, once found or written.</summary>
    public Guid? TargetId { get; private set; }
    /// <summary>How it is named in the report.</summary>
    public string Title { get; private set; } = "";
    /// <summary>JSON array of <see cref="FactChange"/>: what the line changes, and what an undo puts back.</summary>
    public string Changes { get; private set; } = "[]";
    /// <summary>JSON array of <see cref="CellError"/>.</summary>
    public string Errors { get; private set; } = "[]";
    /// <summary>What an undo left, and why; the line that this one joins.</summary>
    public string? Remark { get; private set; }

    public IReadOnlyList<string?> CellList => JsonSerializer.Deserialize<List<string?>>(Cells)!;
    public IReadOnlyList<FactChange> ChangeList => JsonSerializer.Deserialize<List<FactChange>>(Changes, Plain)!;
    public IReadOnlyList<CellError> ErrorList => JsonSerializer.Deserialize<List<CellError>>(Errors, Plain)!;

    public void Conclude(ImportVerdict verdict, string title, Guid? targetId, IReadOnlyList<FactChange> changes, IReadOnlyList<CellError> errors) =>
        (Verdict, Title, TargetId, Changes, Errors, Remark) = (verdict, title.Length <= 200 ? title : title[..200], targetId, Json(changes), Json(errors), null);

    /// <summary>Several lines speak of one thing: the first one does the work.</summary>
    public void Join(int number) => (Verdict, Title, TargetId, Changes, Errors, Remark) = (ImportVerdict.Joined, "", null, "[]", "[]", $"Réunie à la ligne {number}.");

    /// <summary>Nothing is done with it.</summary>
    public void LeaveAside() => (Verdict, Title, TargetId, Changes, Errors, Remark) = (ImportVerdict.Aside, "", null, "[]", "[]", null);

    public bool Says(IReadOnlyList<FactChange> changes) => Changes == Json(changes);

    public void Wrote(Guid targetId) => TargetId = targetId;

    public void Left(string remark) => Remark = remark.Length <= RemarkLength ? remark : remark[..RemarkLength];

    /// <summary>It spoke of somebody who is erased.</summary>
    public void Forget() => (Cells, Changes, Errors, Title, TargetId, Remark) = ("[]", "[]", "[]", Erased.Name, null, "Vidée : elle parlait d’une personne effacée.");

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Plain);

    internal sealed class Table : IEntityTypeConfiguration<ImportRow>
    {
        public void Configure(EntityTypeBuilder<ImportRow> b)
        {
            b.Ignore(r => r.CellList);
            b.Ignore(r => r.ChangeList);
            b.Ignore(r => r.ErrorList);
            b.Property(r => r.Cells).HasMaxLength(-1);
            b.Property(r => r.Changes).HasMaxLength(-1);
            b.Property(r => r.Errors).HasMaxLength(-1);
            b.Property(r => r.Remark).HasMaxLength(RemarkLength);
            b.BelongsTo<ImportRow, ImportBatch>(nameof(BatchId));
            b.HasIndex(r => new { r.TenantId, r.BatchId, r.Number });
            b.HasIndex(r => new { r.TenantId, r.BatchId, r.Verdict, r.Number });
        }
    }
}

/// <param name="Before">As stored; null: there was nothing.</param>
public sealed record FactChange(string Fact, string? Before, string? After);
