using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;

namespace Platform.Modules.Imports.Batches;

/// <summary>What is true of an import, whatever runs or was interrupted: a work changes it in the transaction that does the work.</summary>
public enum ImportState : short
{
    [Display(Name = "Colonnes à vérifier")] Staged = 1,
    [Display(Name = "Vérifié, à importer")] Checked,
    [Display(Name = "Importé")] Applied,
    [Display(Name = "Annulé")] Undone,
    [Display(Name = "Abandonné")] Discarded,
}

/// <summary>A file on its way into the space: its lines are kept beside it from the moment it was sent until it is given up.</summary>
[Display(Name = "Import")]
public sealed class ImportBatch : TenantOwned
{
    public const int MostLines = 20_000, MostColumns = 100, NameLength = 120, NoteLength = 200;

    private ImportBatch() { }

    public ImportBatch(ImportSubject subject, string name, string note, IReadOnlyList<string> headers, IReadOnlyList<string?> columns, string key, Guid? by, string author, DateTimeOffset now) =>
        (Subject, Name, Note, Headers, Columns, KeyCode, AuthorId, AuthorName, CreatedAt) =
        (subject, name, note, JsonSerializer.Serialize(headers), JsonSerializer.Serialize(columns), key, by, author, now);

    [Display(Name = "Nature")] public ImportSubject Subject { get; private set; } = ImportSubject.Organisations;
    [Display(Name = "Fichier")] public string Name { get; private set; } = "";
    /// <summary>How the file was read: "feuille « Liste »", "séparé par des points-virgules, accents de Windows".</summary>
    public string Note { get; private set; } = "";
    /// <summary>JSON array: the headers as they stand in the file.</summary>
    public string Headers { get; private set; } = "[]";
    /// <summary>JSON array: the code of the column that each header means, null when it means none.</summary>
    public string Columns { get; private set; } = "[]";
    [Display(Name = "Retrouvées par")] public string KeyCode { get; private set; } = "";
    [Display(Name = "État")] public ImportState State { get; private set; } = ImportState.Staged;
    [NotAudited] public int Lines { get; private set; }
    [NotAudited] public int Created { get; private set; }
    [NotAudited] public int Changed { get; private set; }
    [NotAudited] public int Unchanged { get; private set; }
    [NotAudited] public int Refused { get; private set; }
    /// <summary>Lines that an undo could not wholly take back.</summary>
    [NotAudited] public int Kept { get; private set; }
    /// <summary>First of the numbers set aside for what the import creates: a second try uses the same.</summary>
    [NotAudited] public int? FirstNumber { get; private set; }
    public Guid? AuthorId { get; private set; }
    [Personal(nameof(AuthorId))] public string AuthorName { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    [Personal] public string? AppliedBy { get; private set; }
    public DateTimeOffset? AppliedAt { get; private set; }
    [Personal] public string? UndoneBy { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }
    public override string Label => $"{EnumNames.Of(Subject)} : {Name}";

    public IReadOnlyList<string> HeaderList => JsonSerializer.Deserialize<List<string>>(Headers)!;
    public IReadOnlyList<string?> ColumnList => JsonSerializer.Deserialize<List<string?>>(Columns)!;
    /// <summary>Lines that an import would write, or has written.</summary>
    public int Writes => Created + Changed;

    public void Hold(int lines) => Lines = lines;

    public void Map(IReadOnlyList<string?> columns, string key)
    {
        MustBe(ImportState.Staged, ImportState.Checked);
        (Columns, KeyCode, State) = (JsonSerializer.Serialize(columns), key, ImportState.Staged);
    }

    public void Check(int created, int changed, int unchanged, int refused)
    {
        MustBe(ImportState.Staged, ImportState.Checked);
        (Created, Changed, Unchanged, Refused, State) = (created, changed, unchanged, refused, ImportState.Checked);
    }

    public void SetAside(int firstNumber) => FirstNumber ??= firstNumber;

    public void Apply(string by, DateTimeOffset now)
    {
        MustBe(ImportState.Checked);
        (State, AppliedBy, AppliedAt) = (ImportState.Applied, by, now);
    }

    public void Undo(string by, DateTimeOffset now)
    {
        MustBe(ImportState.Applied);
        (State, UndoneBy, UndoneAt) = (ImportState.Undone, by, now);
    }

    public void Keep(int lines) => Kept = lines;

    public void Discard()
    {
        MustBe(ImportState.Staged, ImportState.Checked);
        State = ImportState.Discarded;
    }

    private void MustBe(params ReadOnlySpan<ImportState> states)
    {
        if (!states.Contains(State)) throw new RuleViolation("import.state", EnumNames.Of(State).ToLowerInvariant());
    }

    internal sealed class Table : IEntityTypeConfiguration<ImportBatch>
    {
        public void Configure(EntityTypeBuilder<ImportBatch> b)
        {
            b.Ignore(x => x.HeaderList);
            b.Ignore(x => x.ColumnList);
            b.Ignore(x => x.Writes);
            b.Property(x => x.Name).HasMaxLength(NameLength);
            b.Property(x => x.Note).HasMaxLength(NoteLength);
            b.Property(x => x.Headers).HasMaxLength(-1);
            b.Property(x => x.Columns).HasMaxLength(-1);
            b.Property(x => x.KeyCode).HasMaxLength(40);
            b.Property(x => x.AuthorName).HasMaxLength(120);
            b.Property(x => x.AppliedBy).HasMaxLength(120);
            b.Property(x => x.UndoneBy).HasMaxLength(120);
            b.HasIndex(x => new { x.TenantId, x.CreatedAt, x.Id });
        }
    }
}

public enum ImportVerdict : short
{
    [Display(Name = "À vérifier")] Waiting = 1,
    [Display(Name = "Nouvelle")] New,
    [Display(Name = "Changée")] Changed,
    [Display(Name = "Inchangée")] Unchanged,
    [Display(Name = "Refusée")] Refused,
    [Display(Name = "Réunie à une autre")] Joined,
}

/// <summary>One line of a file: its cells, then what a dry run found, then what an undo could not take back.</summary>
[NotAudited]
public sealed class ImportRow : TenantOwned
{
    public const int RemarkLength = 500;

    private ImportRow() { }

    public ImportRow(Guid batchId, int number, IReadOnlyList<string?> cells) => (BatchId, Number, Cells) = (batchId, number, Json(cells));

    public Guid BatchId { get; private set; }
    /// <summary>Its number in the file, as a spreadsheet shows it.</summary>
    public int Number { get; private set; }
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

    public bool Says(IReadOnlyList<FactChange> changes) => Changes == Json(changes);

    public void Wrote(Guid targetId) => TargetId = targetId;

    public void Left(string remark) => Remark = remark.Length <= RemarkLength ? remark : remark[..RemarkLength];

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

public enum ImportWork : short { Check = 1, Apply, Undo }

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
