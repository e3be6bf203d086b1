using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Imports.Reading;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Imports.Batches;

/// <summary>What the lines of a batch would do to the space as it is now. The dry run and the import make the same plan: the import
/// refuses to write what the dry run did not show.</summary>
internal sealed class ImportPlan(PlatformDb db, IImportKind kind, ImportBatch batch)
{
    public const int Chunk = 500;

    private readonly IReadOnlyList<string?> columns = batch.ColumnList;
    private readonly List<ImportKey> keys = KeysOf(kind, batch);
    private readonly HashSet<string> parts = [.. kind.Columns.Where(c => c.Part is not null).Select(c => c.Part!.Value.Fact)];
    private readonly Dictionary<int, int> heads = [];
    private readonly Dictionary<Guid, int> spoken = [];
    private readonly Dictionary<int, List<(int Line, Facts Said, List<CellError> Errors)>> joined = [];

    public sealed record Planned(ImportRow Row, ImportEntry Entry, ImportVerdict Verdict, string Title, IReadOnlyList<FactChange> Changes);

    /// <summary>Reads every line once, to know which of them speak of one thing.</summary>
    public async Task Read(CancellationToken ct)
    {
        await kind.Open(ct);
        var firsts = new Dictionary<(int Key, string Value), int>();
        var known = new Dictionary<int, string?[]>();
        for (var last = 0; ;)
        {
            var rows = await Rows(last).AsNoTracking().ToListAsync(ct);
            if (rows.Count == 0) return;
            foreach (var row in rows.Where(r => !IsAside(r)))
            {
                var (said, errors) = Say(row);
                var values = Values(said);
                var head = values.Index().Where(v => v.Item is not null && firsts.TryGetValue((v.Index, v.Item), out var first) && Agree(known[first], values, v.Index))
                    .Select(v => (int?)firsts[(v.Index, v.Item!)]).FirstOrDefault();
                foreach (var (key, value) in values.Index())
                    if (value is not null) firsts.TryAdd((key, value), head ?? row.Number);
                if (head is not { } joins)
                {
                    known[row.Number] = values;
                    continue;
                }
                heads[row.Number] = joins;
                if (!joined.TryGetValue(joins, out var others)) joined[joins] = others = [];
                others.Add((row.Number, said, errors));
            }
            last = rows[^1].Number;
        }
    }

    // The chosen key, then those that serve a line which does not say it.
    private static List<ImportKey> KeysOf(IImportKind kind, ImportBatch batch)
    {
        var read = batch.ColumnList;
        var usable = kind.Keys.SkipWhile(k => k.Code != batch.KeyCode).Where(k => k.Columns.All(read.Contains)).ToList();
        return usable.Count > 0 ? usable : [kind.Keys.FirstOrDefault(k => k.Code == batch.KeyCode) ?? kind.Keys[0]];
    }

    private string?[] Values(Facts facts) => [.. keys.Select(k => kind.KeyOf(k.Code, facts))];

    // Of one name but of two numbers: two things.
    private static bool Agree(string?[] one, string?[] other, int before) =>
        Enumerable.Range(0, before).All(i => one[i] is null || other[i] is null || one[i] == other[i]);

    /// <summary>The next lines after that number, in order.</summary>
    public IQueryable<ImportRow> Rows(int after) =>
        db.Set<ImportRow>().Where(r => r.BatchId == batch.Id && r.Number > after).OrderBy(r => r.Number).Take(Chunk);

    public bool IsAside(ImportRow row) => batch.LeavesHidden && row.IsHidden;

    /// <summary>The line that this one joins; null when it stands for itself.</summary>
    public int? HeadOf(ImportRow row) => heads.TryGetValue(row.Number, out var head) ? head : null;

    /// <param name="rows">Lines that stand for themselves.</param>
    public async Task<IReadOnlyList<Planned>> Of(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var lines = rows.Select(row => new Line(row, Say(row))).ToList();
        foreach (var line in lines) Join(line.Row.Number, line.Said, line.Errors);
        await Find(lines, ct);
        var stored = await kind.Load([.. lines.Select(l => l.Found).OfType<Guid>().Distinct()], ct);
        var entries = lines.ConvertAll(l => Entry(l, stored));
        var changing = entries.Where(e => e.Errors.Count == 0 && (e.Id is null || Changes(e).Count > 0)).ToList();
        if (changing.Count > 0) await kind.Check(changing, ct);
        return [.. lines.Zip(entries, (l, e) => Conclude(l.Row, e))];
    }

    private sealed class Line(ImportRow row, (Facts Said, List<CellError> Errors) read)
    {
        public ImportRow Row => row;
        public Facts Said => read.Said;
        public List<CellError> Errors => read.Errors;
        public Guid? Found { get; set; }
        /// <summary>Position of the key that found it.</summary>
        public int By { get; set; }
        public bool IsSettled { get; set; }
    }

    private async Task Find(List<Line> lines, CancellationToken ct)
    {
        foreach (var (index, key) in keys.Index())
        {
            var asked = lines.Where(l => !l.IsSettled).Select(l => (Line: l, Value: kind.KeyOf(key.Code, l.Said))).Where(l => l.Value is not null).ToList();
            if (asked.Count == 0) continue;
            var found = await kind.Find(key.Code, [.. asked.Select(a => a.Value!).Distinct()], ct);
            foreach (var (line, value) in asked)
            {
                var ids = found[value!].Distinct().Take(2).ToList();
                if (ids.Count > 1) line.Errors.Add(new(key.Columns[0], "Plusieurs fiches de l’espace répondent à cette clé : choisissez-en une plus précise, par exemple l’identifiant."));
                if (ids.Count == 0 && key.MustExist) line.Errors.Add(new(key.Columns[0], "Aucune fiche de l’espace ne porte cette valeur. Pour en créer une, videz la cellule."));
                (line.Found, line.By, line.IsSettled) = (ids.Count == 1 ? ids[0] : null, index, ids.Count > 0 || key.MustExist);
            }
        }
    }

    private ImportEntry Entry(Line line, IReadOnlyDictionary<Guid, Facts> stored)
    {
        var before = line.Found is { } found && Agree(Values(stored[found]), Values(line.Said), line.By) ? stored[found] : null;
        foreach (var (fact, value) in line.Said.Where(f => Namesakes.Are(f.Value)).ToList())
            if (Namesakes.Settle(value, before?.Get(fact)) is { } settled) line.Said.With(fact, settled);
            else
            {
                line.Said.Remove(fact);
                line.Errors.Add(new(fact, Word.Capital(Namesakes.Sentence)));
            }
        var entry = new ImportEntry(line.Row.Number, before is null ? null : line.Found, before, kind.Merge(before, line.Said));
        entry.Errors.AddRange(line.Errors);
        if (entry.Id is { } id && !spoken.TryAdd(id, line.Row.Number) && spoken[id] != line.Row.Number)
            entry.Refuse("", $"La ligne {spoken[id]} parle déjà de cette fiche : réunissez-les.");
        return entry;
    }

    private (Facts Said, List<CellError> Errors) Say(ImportRow row)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var written = row.CellList;
        for (var i = 0; i < written.Count && i < columns.Count; i++)
            if (columns[i] is { } column && written[i] is { } text) texts.TryAdd(column, text);
        var errors = texts.Select(t => (t.Key, Sentence: SheetErrors.Sentence(t.Value))).Where(t => t.Sentence is not null).ToList();
        foreach (var (column, _) in errors) texts.Remove(column);
        var cells = new Cells(texts);
        foreach (var (column, sentence) in errors) cells.Refuse(column, sentence!);
        if (written.Count > columns.Count) cells.Refuse("", "Cette ligne a plus de cellules que l’en-tête n’a de titres : videz ce qui dépasse, ou donnez-lui un titre. Dans un texte, un séparateur est peut-être de trop, ou une cellule qui en contient un n’est pas entre guillemets.");
        return (kind.Read(cells), cells.Errors);
    }

    // The first line does the work: the others may add parts to it, and must agree on the rest.
    private void Join(int head, Facts said, List<CellError> errors)
    {
        foreach (var (line, other, wrong) in joined.GetValueOrDefault(head) ?? [])
        {
            errors.AddRange(wrong.Select(e => e with { Sentence = $"{e.Sentence} (ligne {line})" }));
            foreach (var (fact, value) in other.Where(f => !parts.Contains(f.Key) && f.Key != IImportKind.Identifier))
                if (said.Get(fact) is not { } mine) said.With(fact, value);
                else if (mine != value) errors.Add(new(fact, $"La ligne {line} parle de la même fiche et dit autre chose : « {kind.Show(fact, value)} »."));
            var merged = kind.Merge(said, other);
            foreach (var part in parts) said.With(part, merged.Get(part));
        }
    }

    private static List<FactChange> Changes(ImportEntry entry) => [.. (entry.Stored ?? []).Keys.Union(entry.Wanted.Keys).Where(f => f != IImportKind.Identifier && entry.Changes(f))
        .Select(f => new FactChange(f, entry.Stored?.Get(f), entry.Wanted.Get(f)))];

    private Planned Conclude(ImportRow row, ImportEntry entry)
    {
        var changes = Changes(entry);
        var verdict = entry.Errors.Count > 0 ? ImportVerdict.Refused : entry.Id is null ? ImportVerdict.New : changes.Count > 0 ? ImportVerdict.Changed : ImportVerdict.Unchanged;
        return new(row, entry, verdict, kind.TitleOf(entry.Wanted), verdict == ImportVerdict.Refused ? [] : changes);
    }
}
