using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;

namespace Platform.Modules.Imports.Batches;

/// <summary>What the lines of a batch would do to the space as it is now. The dry run and the import make the same plan: the import
/// refuses to write what the dry run did not show.</summary>
internal sealed class ImportPlan(PlatformDb db, IImportKind kind, ImportBatch batch)
{
    public const int Chunk = 500;

    private readonly IReadOnlyList<string?> columns = batch.ColumnList;
    private readonly ImportKey key = kind.Keys.FirstOrDefault(k => k.Code == batch.KeyCode) ?? kind.Keys[0];
    private readonly HashSet<string> parts = [.. kind.Columns.Where(c => c.Part is not null).Select(c => c.Part!.Value.Fact)];
    private readonly Dictionary<int, int> heads = [];
    private readonly Dictionary<int, List<(int Line, Facts Said, List<CellError> Errors)>> joined = [];

    public sealed record Planned(ImportRow Row, ImportEntry Entry, ImportVerdict Verdict, string Title, IReadOnlyList<FactChange> Changes);

    /// <summary>Reads every line once, to know which of them speak of one thing.</summary>
    public async Task Read(CancellationToken ct)
    {
        await kind.Open(ct);
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var last = 0; ;)
        {
            var rows = await Rows(last).AsNoTracking().ToListAsync(ct);
            if (rows.Count == 0) return;
            foreach (var row in rows)
            {
                var (said, errors) = Say(row);
                var group = kind.KeyOf(key.Code, said) is { } value ? "=" + value : kind.Identity(said) is { Length: > 0 } identity ? "~" + identity : $"#{row.Number}";
                if (firsts.TryAdd(group, row.Number)) continue;
                heads[row.Number] = firsts[group];
                if (!joined.TryGetValue(firsts[group], out var others)) joined[firsts[group]] = others = [];
                others.Add((row.Number, said, errors));
            }
            last = rows[^1].Number;
        }
    }

    /// <summary>The next lines after that number, in order.</summary>
    public IQueryable<ImportRow> Rows(int after) =>
        db.Set<ImportRow>().Where(r => r.BatchId == batch.Id && r.Number > after).OrderBy(r => r.Number).Take(Chunk);

    /// <summary>The line that this one joins; null when it stands for itself.</summary>
    public int? HeadOf(ImportRow row) => heads.TryGetValue(row.Number, out var head) ? head : null;

    /// <param name="rows">Lines that stand for themselves.</param>
    public async Task<IReadOnlyList<Planned>> Of(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var lines = rows.Select(row => (Row: row, Line: Say(row))).ToList();
        foreach (var (row, line) in lines) Join(row.Number, line.Said, line.Errors);
        var values = lines.Select(l => kind.KeyOf(key.Code, l.Line.Said)).OfType<string>().Distinct().ToList();
        var found = values.Count == 0 ? Enumerable.Empty<Guid>().ToLookup(_ => "") : await kind.Find(key.Code, values, ct);
        var stored = await kind.Load([.. found.SelectMany(f => f).Distinct()], ct);
        var entries = lines.ConvertAll(l => Entry(l.Row, l.Line.Said, l.Line.Errors));
        var changing = entries.Where(e => e.Errors.Count == 0 && (e.Id is null || Changes(e).Count > 0)).ToList();
        if (changing.Count > 0) await kind.Check(changing, ct);
        return [.. lines.Zip(entries, (l, e) => Conclude(l.Row, e))];

        ImportEntry Entry(ImportRow row, Facts said, List<CellError> errors)
        {
            var value = kind.KeyOf(key.Code, said);
            var ids = value is null ? [] : found[value].Distinct().Take(2).ToList();
            if (ids.Count > 1) errors.Add(new(key.Columns[0], "Plusieurs fiches de l’espace répondent à cette clé : choisissez-en une plus précise, par exemple l’identifiant."));
            if (ids.Count == 0 && value is not null && key.MustExist) errors.Add(new(key.Columns[0], "Aucune fiche de l’espace ne porte cette valeur. Pour en créer une, videz la cellule."));
            var id = ids.Count == 1 ? ids[0] : (Guid?)null;
            var before = id is { } known ? stored[known] : null;
            var entry = new ImportEntry(row.Number, id, before, kind.Merge(before, said));
            entry.Errors.AddRange(errors);
            return entry;
        }
    }

    private (Facts Said, List<CellError> Errors) Say(ImportRow row)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var written = row.CellList;
        for (var i = 0; i < written.Count && i < columns.Count; i++)
            if (columns[i] is { } column && written[i] is { } text) texts.TryAdd(column, text);
        var cells = new Cells(texts);
        if (written.Count > columns.Count) cells.Refuse("", "Cette ligne a plus de cellules que l’en-tête : un séparateur est de trop, ou un texte qui le contient n’est pas entre guillemets.");
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
