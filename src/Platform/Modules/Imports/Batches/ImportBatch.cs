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

    public ImportBatch(ImportSubject subject, string name, string note, IReadOnlyList<string> headers, IReadOnlyList<string?> columns, string key, Guid? by, string author, DateTimeOffset now, IReadOnlyList<int> hiddenColumns) =>
        (Subject, Name, Note, Headers, Columns, KeyCode, AuthorId, AuthorName, CreatedAt, HiddenColumns) =
        (subject, name, note, JsonSerializer.Serialize(headers), JsonSerializer.Serialize(columns), key, by, author, now, JsonSerializer.Serialize(hiddenColumns));

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
    /// <summary>Lines that were hidden in the workbook, among all.</summary>
    [NotAudited] public int Hidden { get; private set; }
    [Display(Name = "Sans les lignes masquées")] public bool LeavesHidden { get; private set; }
    /// <summary>JSON array: positions of the columns that were hidden in the workbook.</summary>
    public string HiddenColumns { get; private set; } = "[]";
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
    public Guid? AppliedById { get; private set; }
    [Personal(nameof(AppliedById))] public string? AppliedBy { get; private set; }
    public DateTimeOffset? AppliedAt { get; private set; }
    public Guid? UndoneById { get; private set; }
    [Personal(nameof(UndoneById))] public string? UndoneBy { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }
    public override string Label => $"{EnumNames.Of(Subject)} : {Name}";

    public IReadOnlyList<string> HeaderList => JsonSerializer.Deserialize<List<string>>(Headers)!;
    public IReadOnlyList<string?> ColumnList => JsonSerializer.Deserialize<List<string?>>(Columns)!;
    // Imports of before they were looked for say nothing.
    public IReadOnlyList<int> HiddenColumnList => HiddenColumns.Length == 0 ? [] : JsonSerializer.Deserialize<List<int>>(HiddenColumns)!;
    /// <summary>Lines that nothing is done with.</summary>
    public int Aside => LeavesHidden ? Hidden : 0;
    /// <summary>Lines that an import would write, or has written.</summary>
    public int Writes => Created + Changed;

    public void Hold(int lines, int hidden) => (Lines, Hidden) = (lines, hidden);

    public void Map(IReadOnlyList<string?> columns, string key, bool leavesHidden)
    {
        MustBe(ImportState.Staged, ImportState.Checked);
        (Columns, KeyCode, LeavesHidden, State) = (JsonSerializer.Serialize(columns), key, leavesHidden && Hidden > 0, ImportState.Staged);
    }

    public void Check(int created, int changed, int unchanged, int refused)
    {
        MustBe(ImportState.Staged, ImportState.Checked);
        (Created, Changed, Unchanged, Refused, State) = (created, changed, unchanged, refused, ImportState.Checked);
    }

    public void SetAside(int firstNumber) => FirstNumber ??= firstNumber;

    public void Apply(Guid? account, string by, DateTimeOffset now)
    {
        MustBe(ImportState.Checked);
        (State, AppliedById, AppliedBy, AppliedAt) = (ImportState.Applied, account, by, now);
    }

    public void Undo(Guid? account, string by, DateTimeOffset now)
    {
        MustBe(ImportState.Applied);
        (State, UndoneById, UndoneBy, UndoneAt) = (ImportState.Undone, account, by, now);
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
            b.Ignore(x => x.HiddenColumnList);
            b.Ignore(x => x.Aside);
            b.Ignore(x => x.Writes);
            b.Property(x => x.Name).HasMaxLength(NameLength);
            b.Property(x => x.Note).HasMaxLength(NoteLength);
            b.Property(x => x.Headers).HasMaxLength(-1);
            b.Property(x => x.Columns).HasMaxLength(-1);
            b.Property(x => x.HiddenColumns).HasMaxLength(-1);
            b.Property(x => x.KeyCode).HasMaxLength(40);
            b.Property(x => x.AuthorName).HasMaxLength(120);
            b.Property(x => x.AppliedBy).HasMaxLength(120);
            b.Property(x => x.UndoneBy).HasMaxLength(120);
            b.HasIndex(x => new { x.TenantId, x.CreatedAt, x.Id });
        }
    }
}
