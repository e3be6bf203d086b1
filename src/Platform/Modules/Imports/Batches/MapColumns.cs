using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Imports.Reading;

namespace Platform.Modules.Imports.Batches;

/// <summary>Says which column each header means, and by what a line finds what it speaks of. Remembered for the space's next file.</summary>
public static class MapColumns
{
    public const int Previewed = 3;

    [Needs(ImportPermissions.Use)]
    public sealed record Form(Guid Id) : IRequest<Answer>;

    /// <param name="Examples">First values under each header.</param>
    /// <param name="Hidden">Lines that were hidden in the workbook.</param>
    /// <param name="HiddenColumns">Positions.</param>
    public sealed record Answer(ImportSubject Subject, string Name, string Note, int Lines, int Hidden, IReadOnlyList<int> HiddenColumns, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Examples,
        IReadOnlyList<(string Code, string Label)> Choices, IReadOnlyList<(string Code, string Label)> Keys, Command Command)
    {
        /// <summary>Of a workbook that has others.</summary>
        public bool IsOneSheet => Note.StartsWith(Workbook.OneOfSeveral, StringComparison.Ordinal);
    }

    [Needs(ImportPermissions.Use)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        /// <summary>One for each header; null: the column is left aside.</summary>
        [Display(Name = "Colonnes")] public List<string?> Columns { get; init; } = [];
        [Display(Name = "Retrouver les fiches déjà là par")] public string? Key { get; init; }
        [Display(Name = "Laisser de côté les lignes masquées")] public bool LeaveHidden { get; init; }
    }

    internal sealed class FormHandler(PlatformDb db, ImportCatalogue catalogue) : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var batch = await db.Set<ImportBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == form.Id, ct) ?? throw new NotFound(nameof(ImportBatch));
            var kind = catalogue.Of(batch.Subject);
            var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.BatchId == form.Id).OrderBy(r => r.Number).Take(Previewed).ToListAsync(ct);
            var headers = batch.HeaderList;
            return new(batch.Subject, batch.Name, batch.Note, batch.Lines, batch.Hidden, batch.HiddenColumnList, headers,
                [.. headers.Select((_, i) => (IReadOnlyList<string>)[.. rows.Select(r => r.CellList.ElementAtOrDefault(i)).OfType<string>().Distinct().Select(Cells.Shown).Select(Cells.Cut)])],
                [.. kind.Columns.Select(c => (c.Code, c.Label))], [.. kind.Keys.Select((k, i) => (k.Code, ImportWords.Chain(kind.Keys.Skip(i))))],
                new Command { Id = batch.Id, Columns = [.. batch.ColumnList], Key = batch.KeyCode, LeaveHidden = batch.LeavesHidden });
        }
    }

    internal sealed class Handler(PlatformDb db, ImportCatalogue catalogue) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var batch = await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == c.Id, ct) ?? throw new NotFound(nameof(ImportBatch));
            var (kind, headers) = (catalogue.Of(batch.Subject), batch.HeaderList);
            var columns = headers.Select((_, i) => kind.Columns.FirstOrDefault(k => k.Code == c.Columns.ElementAtOrDefault(i))?.Code).ToList();
            if (columns.OfType<string>().GroupBy(code => code).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new Invalid(c, nameof(c.Columns), $"Deux colonnes du fichier sont lues comme « {kind.LabelOf(twice.Key)} » : gardez-en une.");
            if (columns.TrueForAll(code => code is null)) throw new Invalid(c, nameof(c.Columns), "Aucune colonne n’est reconnue : dites au moins ce que contient l’une d’elles.");
            var key = kind.Keys.FirstOrDefault(k => k.Code == c.Key) ?? throw new Invalid(c, nameof(c.Key), "Choisissez dans la liste.");
            if (key.Columns.FirstOrDefault(code => !columns.Contains(code)) is { } missing)
                throw new Invalid(c, nameof(c.Key), $"Aucune colonne du fichier n’est lue comme « {kind.LabelOf(missing)} » : choisissez une autre façon de retrouver les fiches.");
            var proposed = batch.ColumnList;
            batch.Map(columns, key.Code, c.LeaveHidden);
            await Remember(kind.Subject, headers, proposed, columns, ct);
            return Unit.Value;
        }

        // That a header which nobody knew was left aside is nobody's choice: the next version may know it.
        private async Task Remember(ImportSubject subject, IReadOnlyList<string> headers, IReadOnlyList<string?> proposed, List<string?> columns, CancellationToken ct)
        {
            var known = await db.Set<ImportHeader>().Where(h => h.Subject == subject).ToDictionaryAsync(h => h.HeaderKey, ct);
            foreach (var (header, was, column) in headers.Select(h => Folding.Key(h)).Zip(proposed, columns).Where(p => p.First.Length > 0).DistinctBy(p => p.First))
                if (known.TryGetValue(header, out var before)) before.Mean(column);
                else if (was != column) db.Add(new ImportHeader(subject, header, column));
        }
    }
}
