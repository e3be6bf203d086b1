using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Closing;

/// <summary>What those who came thought of it: averages, how the marks spread, and what they wrote, without a name anywhere. The questions are
/// the organisers' to write until the first answer.</summary>
public static class ReadOpinions
{
    /// <summary>Words of one question on the page; the file has them all.</summary>
    public const int MostWords = 60;

    [Needs(ForumPermissions.Organise)]
    public sealed record Query(Guid EditionId) : IRequest<Answer>;

    [Needs(ForumPermissions.Organise)]
    public sealed record Export(Guid EditionId, ListFile To) : IRequest<int>;

    /// <param name="Asked">How many were thanked, and so asked.</param>
    public sealed record Answer(string Title, int Asked, int Given, IReadOnlyList<Question> Questions, Command Command)
    {
        public bool IsFixed => Given > 0;
    }

    /// <param name="Spread">How many gave 1, 2, 3, 4, 5.</param>
    /// <param name="Said">How many wrote something.</param>
    public sealed record Question(string Text, QuestionKind Kind, decimal? Average, IReadOnlyList<int> Spread, int Said, IReadOnlyList<string> Words);

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand
    {
        public Guid EditionId { get; set; }
        [Display(Name = "Questions")] public List<Line> Lines { get; init; } = [];
    }

    public sealed record Line
    {
        [Display(Name = "Question")] public string? Text { get; init; }
        [Display(Name = "Réponse attendue")] public QuestionKind? Kind { get; init; }
    }

    private sealed record Row(DateOnly On, IReadOnlyDictionary<int, string> Cells, IReadOnlyDictionary<int, int> Scores);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Lines).Must(l => l.Count <= ForumQuestion.Most).WithMessage($"Au plus {ForumQuestion.Most} questions.");
            RuleFor(c => c.Lines).Must(l => l.Exists(x => x.Text is not null)).WithMessage("Posez au moins une question.");
            RuleForEach(c => c.Lines).ChildRules(line =>
            {
                line.RuleFor(l => l.Text).IsLine(ForumQuestion.TextLength);
                line.RuleFor(l => l.Kind).NotNull().IsInEnum();
            });
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>, IRequestHandler<Command, Unit>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var title = await Title(query.EditionId, ct);
            var asked = await db.Set<ForumGuest>().CountAsync(g => g.EditionId == query.EditionId && g.State == GuestState.Attended && g.ThankedAt != null, ct);
            var given = await db.Set<ForumOpinion>().CountAsync(o => o.EditionId == query.EditionId, ct);
            var questions = await ForumQuestion.Of(db, query.EditionId, ct);
            var marks = Marks(query.EditionId);
            var scores = await marks.Where(m => m.Score != null).GroupBy(m => new { m.Position, m.Score }).Select(g => new { g.Key.Position, Score = g.Key.Score!.Value, Count = g.Count() }).ToListAsync(ct);
            var words = (await marks.Where(m => m.Words != null).OrderByDescending(m => m.Id).Take(MostWords * ForumQuestion.Most).Select(m => new { m.Position, m.Words }).ToListAsync(ct)).ToLookup(m => m.Position, m => m.Words!);
            var written = await marks.Where(m => m.Words != null).GroupBy(m => m.Position).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            return new(title, asked, given, [.. questions.Select(q =>
            {
                var own = scores.Where(s => s.Position == q.Position).ToDictionary(s => s.Score, s => s.Count);
                var spread = Enumerable.Range(1, ForumMark.Best).Select(n => own.GetValueOrDefault(n)).ToList();
                var count = spread.Sum();
                return new Question(q.Text, q.Kind, count == 0 ? null : Math.Round((decimal)spread.Select((n, i) => n * (i + 1)).Sum() / count, 1), spread, written.GetValueOrDefault(q.Position), [.. words[q.Position].Take(MostWords)]);
            })], new Command
            {
                EditionId = query.EditionId,
                Lines = [.. questions.Select(q => new Line { Text = q.Text, Kind = q.Kind }), .. Enumerable.Repeat(new Line { Kind = QuestionKind.Words }, ForumQuestion.Most - questions.Count)],
            });
        }

        /// <summary>One line per answer, in no order that would tell whose it is.</summary>
        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            await Title(export.EditionId, ct);
            var questions = await ForumQuestion.Of(db, export.EditionId, ct);
            IReadOnlyList<Column<Row>> columns = [new("date", "Reçu le", r => r.On, ColumnKind.Date), .. questions.Select(q => q.Kind == QuestionKind.Scale
                ? new Column<Row>($"q{q.Position}", q.Text, r => r.Scores.TryGetValue(q.Position, out var n) ? n : null, ColumnKind.Number) : new Column<Row>($"q{q.Position}", q.Text, r => r.Cells.GetValueOrDefault(q.Position)))];
            var opinions = await db.Set<ForumOpinion>().AsNoTracking().Include(o => o.Marks).Where(o => o.EditionId == export.EditionId).OrderBy(o => o.GivenOn).ToListAsync(ct);
            return await export.To.Write("Avis sur le forum", tenant.Space, tenant.Space.Today(clock), columns, opinions.Select(o => new Row(o.GivenOn,
                o.Marks.Where(m => m.Words is not null).ToDictionary(m => m.Position, m => m.Words!), o.Marks.Where(m => m.Score is not null).ToDictionary(m => m.Position, m => m.Score!.Value))).ToAsyncEnumerable(), ct);
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            await Title(c.EditionId, ct);
            // The first answer may be on its way.
            await db.Lock<ForumEdition>(c.EditionId, ct);
            if (await db.Set<ForumOpinion>().AnyAsync(o => o.EditionId == c.EditionId, ct)) throw new RuleViolation("opinion.fixed");
            var own = await db.Set<ForumQuestion>().AsTracking().Where(q => q.EditionId == c.EditionId).OrderBy(q => q.Position).ToListAsync(ct);
            var wanted = c.Lines.FindAll(l => l.Text is not null);
            for (var i = 0; i < wanted.Count; i++)
            {
                var question = i < own.Count ? own[i] : db.Add(new ForumQuestion(c.EditionId, i)).Entity;
                question.Ask(wanted[i].Text!, wanted[i].Kind!.Value);
            }
            db.RemoveRange(own.Skip(wanted.Count));
            return Unit.Value;
        }

        private IQueryable<ForumMark> Marks(Guid edition) => db.Set<ForumMark>().Where(m => db.Set<ForumOpinion>().Any(o => o.Id == m.OpinionId && o.EditionId == edition));

        private async Task<string> Title(Guid id, CancellationToken ct) => await db.Set<ForumEdition>().Where(e => e.Id == id).Select(e => e.Title).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));
    }
}
