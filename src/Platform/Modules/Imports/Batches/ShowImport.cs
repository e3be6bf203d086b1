using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Imports.Batches;

/// <summary>One import: where it is, what it would do or did, line by line.</summary>
public static class ShowImport
{
    /// <param name="Verdict">Only these lines; null: the first kind that has some, refusals first.</param>
    /// <param name="OnlyLeft">After an undo: only what it left.</param>
    [Needs(ImportPermissions.Use)]
    public sealed record Query(Guid Id, ImportVerdict? Verdict, bool OnlyLeft, string? Cursor) : IRequest<Answer>;

    public sealed record Answer(Sheet Sheet, Run? Run, ImportVerdict Shown, PageOf<Line> Page, string Key)
    {
        public bool IsRunning => Run?.IsAlive == true;
    }

    public sealed record Sheet(Guid Id, ImportSubject Subject, string Name, string Note, ImportState State, string Author, DateTimeOffset At, string? AppliedBy, DateTimeOffset? AppliedAt,
        string? UndoneBy, DateTimeOffset? UndoneAt, int Lines, int Created, int Changed, int Unchanged, int Refused, int Joined, int Aside, int Hidden, int Kept);

    /// <param name="Died">Its process went away before the end: it can be asked again.</param>
    public sealed record Run(ImportWork Work, int Done, int Total, bool IsAlive, bool Died, string? Failure);

    public sealed record Line(Guid Id, int Number, string Title, ImportVerdict Verdict, string? Address, IReadOnlyList<Change> Changes, IReadOnlyList<(string Column, string Sentence)> Errors, string? Remark, bool IsHidden)
    {
        /// <summary>What something new holds, on one line: its title is already there.</summary>
        public string InShort => French.Cut(string.Join(" · ", Changes.Select(c => c.After?.ReplaceLineEndings(" ")).Where(v => v is not null && v != Title && !Title.Contains(v, StringComparison.Ordinal))), 110);
    }

    public sealed record Change(string Column, string? Before, string? After);

    internal sealed class Handler(PlatformDb db, ImportCatalogue catalogue, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            // Before the import itself, which a work writes before it stops: a work that has stopped is then never seen without what it wrote, as if it had been cut.
            var run = await db.Set<ImportRun>().AsNoTracking().SingleOrDefaultAsync(r => r.BatchId == query.Id, ct);
            var batch = await db.Set<ImportBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == query.Id, ct) ?? throw new NotFound(nameof(ImportBatch));
            var kind = catalogue.Of(batch.Subject);
            var now = clock.GetUtcNow();
            var told = run is null ? null : new Run(run.Work, run.Done, run.Total, run.IsAlive(now), !run.IsAlive(now) && run.Failure is null && !IsDone(run.Work, batch.State), run.Failure);
            var verdict = query.Verdict ?? (batch.Refused > 0 && batch.State == ImportState.Checked ? ImportVerdict.Refused : batch.Created > 0 ? ImportVerdict.New
                : batch.Changed > 0 ? ImportVerdict.Changed : batch.Refused > 0 ? ImportVerdict.Refused : batch.Unchanged > 0 ? ImportVerdict.Unchanged : ImportVerdict.Waiting);
            var joined = batch.Lines - batch.Aside - batch.Created - batch.Changed - batch.Unchanged - batch.Refused;
            var sheet = new Sheet(batch.Id, batch.Subject, batch.Name, batch.Note, batch.State, batch.AuthorName, batch.CreatedAt, batch.AppliedBy, batch.AppliedAt, batch.UndoneBy, batch.UndoneAt,
                batch.Lines, batch.Created, batch.Changed, batch.Unchanged, batch.Refused, batch.State == ImportState.Staged ? 0 : joined, batch.State == ImportState.Staged ? 0 : batch.Aside, batch.Hidden, batch.Kept);
            var page = told?.IsAlive == true ? new PageOf<Line>([], null, 0) : await Lines(kind, batch, query, verdict, ct);
            return new(sheet, told, verdict, page, sheet.State == ImportState.Staged ? "" : ImportWords.Chain(kind.Keys.SkipWhile(k => k.Code != batch.KeyCode).Where(k => k.Columns.All(batch.ColumnList.Contains))));
        }

        private async Task<PageOf<Line>> Lines(IImportKind kind, ImportBatch batch, Query query, ImportVerdict verdict, CancellationToken ct)
        {
            var rows = db.Set<ImportRow>().AsNoTracking().Where(r => r.BatchId == query.Id);
            rows = query.OnlyLeft ? rows.Where(r => r.Remark != null && r.Verdict != ImportVerdict.Joined) : rows.Where(r => r.Verdict == verdict);
            var total = await rows.CountCapped(ct);
            if (total == 0) return new([], null, 0);
            // Names of what the changes refer to.
            await kind.Open(ct);
            var page = (await rows.After(r => r.Number, r => r.Id, false, query.Cursor).ToListAsync(ct)).Page(r => r.Number, r => r.Id, total);
            var isThere = batch.State is ImportState.Applied or ImportState.Undone;
            var stored = isThere ? await kind.Load([.. page.Rows.Select(r => r.TargetId).OfType<Guid>()], ct) : new Dictionary<Guid, Facts>();
            return page.Select(r => new Line(r.Id, r.Number, r.Title, r.Verdict,
                r.TargetId is { } id && (!isThere || stored.ContainsKey(id)) ? kind.AddressOf(id) : null,
                [.. r.ChangeList.OrderBy(c => Position(kind, c.Fact)).Select(c => new Change(kind.LabelOf(c.Fact), c.Before is null ? null : kind.Show(c.Fact, c.Before), c.After is null ? null : kind.Show(c.Fact, c.After)))],
                [.. r.ErrorList.Select(e => (e.Column.Length == 0 ? "" : kind.LabelOf(e.Column), e.Sentence))], r.Remark, r.IsHidden));
        }

        // As the columns stand, and not as the alphabet has them.
        private static int Position(IImportKind kind, string fact) => kind.Columns.Index().Where(c => c.Item.Code == fact || c.Item.Part?.Fact == fact).Select(c => c.Index).DefaultIfEmpty(int.MaxValue).First();

        private static bool IsDone(ImportWork work, ImportState state) => work switch
        {
            ImportWork.Check => state != ImportState.Staged,
            ImportWork.Apply => state is ImportState.Applied or ImportState.Undone,
            _ => state == ImportState.Undone,
        };
    }
}
