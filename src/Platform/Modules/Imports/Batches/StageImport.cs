using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Imports.Reading;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Imports.Batches;

/// <summary>Receives a table, pasted or as a file, and keeps its lines. Nothing else is written yet.</summary>
public static class StageImport
{
    private const int Together = 1000;

    [Needs(ImportPermissions.Use)]
    public sealed record Form(ImportSubject Subject) : IRequest<Answer>;

    /// <param name="Columns">What a table may hold, as the page explains it.</param>
    public sealed record Answer(IReadOnlyList<string> Columns);

    [Needs(ImportPermissions.Use)]
    public sealed record Command : ICommand<Guid>
    {
        public ImportSubject Subject { get; set; }
        [Display(Name = "Tableau collé")] public string? Pasted { get; init; }
        [Display(Name = "Fichier")] public IFormFile? File { get; init; }
        [Display(Name = "Feuille")] public string? Sheet { get; init; }
    }

    /// <summary>An empty table under the headings that are known.</summary>
    [Needs(ImportPermissions.Use)]
    public sealed record Template(ImportSubject Subject, ListFile To) : IRequest<int>;

    internal sealed class TemplateHandler(ImportCatalogue catalogue, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Template, int>
    {
        public Task<int> Handle(Template template, CancellationToken ct) => template.To.Write($"Modèle {tenant.Space.Words.Of(template.Subject)}", tenant.Space, tenant.Space.Today(clock),
            [.. catalogue.Of(template.Subject).Columns.Where(c => c.Code != IImportKind.Identifier).Select(c => new Column<object>(c.Code, c.Label, _ => null))], AsyncEnumerable.Empty<object>(), ct);
    }

    internal sealed class FormHandler(ImportCatalogue catalogue) : IRequestHandler<Form, Answer>
    {
        public Task<Answer> Handle(Form form, CancellationToken ct) =>
            Task.FromResult(new Answer([.. catalogue.Of(form.Subject).Columns.Where(c => c.Code != IImportKind.Identifier).Select(c => c.Label)]));
    }

    internal sealed class Handler(PlatformDb db, ImportCatalogue catalogue, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var kind = catalogue.Of(c.Subject);
            if (c.File is null && string.IsNullOrWhiteSpace(c.Pasted)) throw new Invalid(c, nameof(c.Pasted), RuleSentences.For("import.file.nothing"));
            if (c.File is not null && !string.IsNullOrWhiteSpace(c.Pasted)) throw new Invalid(c, nameof(c.Pasted), RuleSentences.For("import.file.both"));
            try
            {
                var remembered = await db.Set<ImportHeader>().Where(h => h.Subject == kind.Subject).ToDictionaryAsync(h => h.HeaderKey, h => h.ColumnCode, ct);
                await using var file = c.File?.OpenReadStream();
                using var table = file is null ? DelimitedText.Of(c.Pasted!) : Table.Of(file, c.Sheet, lines => Recognition.Fit(lines, kind, remembered));
                return await Keep(kind, table, remembered, c.File is null ? "Tableau collé" : NameOf(c.File.FileName), ct);
            }
            catch (RuleViolation refused) when (refused.Code.StartsWith("import.file.", StringComparison.Ordinal))
            {
                throw new Invalid(c, c.File is null ? nameof(c.Pasted) : refused.Code == "import.file.sheet" ? nameof(c.Sheet) : nameof(c.File), refused.Sentence);
            }
        }

        private async Task<Guid> Keep(IImportKind kind, Table table, Dictionary<string, string?> remembered, string name, CancellationToken ct)
        {
            var (head, columns, body) = Recognition.Of(table.Lines(), kind, remembered);
            var note = table.Note.Length <= ImportBatch.NoteLength ? table.Note : table.Note[..ImportBatch.NoteLength];
            var batch = new ImportBatch(kind.Subject, name, note, [.. head.Cells.Select(h => h ?? "")], columns, Recognition.KeyFor(kind, columns), user.AccountId, user.Name, clock.GetUtcNow(),
                [.. table.HiddenColumns.Where(i => i < head.Cells.Length)]);
            db.Add(batch);
            await db.SaveChangesAsync(ct);
            var (count, hidden, waiting) = (0, 0, new List<ImportRow>(Together));
            foreach (var line in body)
            {
                if (++count > ImportBatch.MostLines) throw new RuleViolation("import.file.lines", ImportBatch.MostLines);
                waiting.Add(new ImportRow(batch.Id, line.Number, line.Cells, line.IsHidden));
                if (line.IsHidden) hidden++;
                if (waiting.Count == Together) await Save(waiting, ct);
            }
            if (count == 0) throw new RuleViolation("import.file.lonely");
            batch.Hold(count, hidden);
            await Save(waiting, ct);
            return batch.Id;
        }

        private async Task Save(List<ImportRow> rows, CancellationToken ct)
        {
            db.AddRange(rows);
            await db.SaveChangesAsync(ct);
            // Written: memory does not grow with the file.
            foreach (var row in rows) db.Entry(row).State = EntityState.Detached;
            rows.Clear();
        }

        // A name is shown and never used as a path; what comes before its last separator is somebody's folder.
        private static string NameOf(string sent)
        {
            var name = Cleaning.Clean(sent.Split('/', '\\')[^1].ReplaceLineEndings(" ")) ?? "";
            name = string.Concat(name.Where(c => !char.IsControl(c) && c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))));
            return name.Length == 0 ? "Fichier sans nom" : French.Cut(name, ImportBatch.NameLength);
        }
    }
}
