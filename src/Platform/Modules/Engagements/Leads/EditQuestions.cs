using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>The space's own screening questions: added, reworded, put in order, retired, taken up again. Answers are kept through all of it.</summary>
public static class EditQuestions
{
    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Answers">How many leads have an answer to it.</param>
    public sealed record Row(Guid Id, int Version, string Text, DateOnly? RetiredOn, int Answers);

    /// <summary>A new question (no <c>Id</c>), last in the order, or other words for one.</summary>
    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Command : ICommand
    {
        public Guid? Id { get; init; }
        public int Version { get; init; }
        [Display(Name = "Question")] public string? Text { get; init; }
    }

    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Move(Guid Id, bool Up) : ICommand;

    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Retire(Guid Id) : ICommand;

    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Restore(Guid Id) : ICommand;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).IsNameLine(ScreeningQuestion.TextLength);
    }

    /// <summary>Enters the usual questions, where there is none yet.</summary>
    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Begin : ICommand;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Row>>, IRequestHandler<Begin, Unit>,
        IRequestHandler<Command, Unit>, IRequestHandler<Move, Unit>, IRequestHandler<Retire, Unit>, IRequestHandler<Restore, Unit>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) =>
            await db.Set<ScreeningQuestion>().OrderBy(q => q.Position).ThenBy(q => q.Id)
                .Select(q => new Row(q.Id, q.Version, q.Text, q.RetiredOn, db.Set<LeadAnswer>().Count(a => a.QuestionId == q.Id))).ToListAsync(ct);

        public async Task<Unit> Handle(Begin begin, CancellationToken ct)
        {
            await ScreeningQuestion.Open(db, ct);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var all = await All(ct);
            var question = c.Id is null ? null : all.Find(q => q.Id == c.Id) ?? throw new NotFound(nameof(ScreeningQuestion));
            var key = Folding.Fold(c.Text);
            if (all.Exists(q => q.Id != c.Id && q.RetiredOn is null && Folding.Fold(q.Text) == key)) throw new Invalid(c, nameof(c.Text), "Cette question est déjà posée.");
            if (question is null)
            {
                db.Add(new ScreeningQuestion(After(all), c.Text!));
                return Unit.Value;
            }
            if (question.Version != c.Version) throw new Conflict(stored: new Command { Id = question.Id, Version = question.Version, Text = question.Text }, typed: c);
            question.Word(c.Text!);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Move move, CancellationToken ct)
        {
            var asked = (await All(ct)).Where(q => q.RetiredOn is null).ToList();
            var at = asked.FindIndex(q => q.Id == move.Id);
            if (at < 0) throw new NotFound(nameof(ScreeningQuestion));
            var other = at + (move.Up ? -1 : 1);
            if (other < 0 || other >= asked.Count) return Unit.Value;
            (asked[at], asked[other]) = (asked[other], asked[at]);
            // All of them: positions left equal by two additions at once part here.
            for (var i = 0; i < asked.Count; i++) asked[i].Move(i + 1);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Retire retire, CancellationToken ct)
        {
            (await One(retire.Id, ct)).Retire(tenant.Space.Today(clock));
            return Unit.Value;
        }

        public async Task<Unit> Handle(Restore restore, CancellationToken ct)
        {
            var all = await All(ct);
            var question = all.Find(q => q.Id == restore.Id) ?? throw new NotFound(nameof(ScreeningQuestion));
            var key = Folding.Fold(question.Text);
            if (all.Exists(q => q.Id != question.Id && q.RetiredOn is null && Folding.Fold(q.Text) == key)) throw new RuleViolation("lead.questions.twin");
            if (question.RetiredOn is not null) question.Restore(After(all));
            return Unit.Value;
        }

        private Task<List<ScreeningQuestion>> All(CancellationToken ct) =>
            db.Set<ScreeningQuestion>().AsTracking().OrderBy(q => q.Position).ThenBy(q => q.Id).ToListAsync(ct);

        private async Task<ScreeningQuestion> One(Guid id, CancellationToken ct) =>
            await db.Set<ScreeningQuestion>().AsTracking().SingleOrDefaultAsync(q => q.Id == id, ct) ?? throw new NotFound(nameof(ScreeningQuestion));

        private static int After(List<ScreeningQuestion> all)
        {
            if (all.Count(q => q.RetiredOn is null) >= ScreeningQuestion.Most) throw new RuleViolation("lead.questions.many", ScreeningQuestion.Most);
            return all.Select(q => q.Position).DefaultIfEmpty().Max() + 1;
        }
    }
}
