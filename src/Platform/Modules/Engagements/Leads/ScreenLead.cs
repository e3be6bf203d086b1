using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;

namespace Platform.Modules.Engagements.Leads;

/// <summary>The space's questions asked of one lead, all on one form. An emptied answer is taken away.</summary>
public static class ScreenLead
{
    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Form(Guid LeadId) : IRequest<Answer>;

    public sealed record Answer(int Number, string Title, Command Command);

    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Command : ICommand
    {
        public Guid LeadId { get; set; }
        [Display(Name = "Réponses")] public List<Line> Lines { get; init; } = [];
    }

    public sealed record Line
    {
        public Guid QuestionId { get; init; }
        /// <summary>Of the answer when the form was opened; -1 when there was none.</summary>
        public int Version { get; init; }
        public string? Question { get; init; }
        public Verdict? Verdict { get; init; }
        public string? Comment { get; init; }

        /// <summary>As a comparison of versions shows it.</summary>
        public override string ToString() => $"{Question} {(Verdict is { } v ? EnumNames.Of(v) : "–")}{(Comment is null ? "" : $" ({Comment})")}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Lines).Must(lines => lines.Count <= 2 * ScreeningQuestion.Most);
            RuleForEach(c => c.Lines).ChildRules(line =>
            {
                line.RuleFor(l => l.Verdict).IsInEnum();
                line.RuleFor(l => l.Verdict).NotNull().When(l => l.Comment is not null).WithMessage("Répondez oui, non ou «\u00a0ne sait pas\u00a0» pour garder ce commentaire.");
                line.RuleFor(l => l.Comment).MaximumLength(LeadAnswer.CommentLength);
            });
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<Form, Answer>, IRequestHandler<Command, Unit>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var lead = await db.Set<Lead>().AsNoTracking().Include(l => l.Answers).SingleOrDefaultAsync(l => l.Id == form.LeadId, ct) ?? throw new NotFound(nameof(Lead));
            return new(lead.Number, lead.Title, Filled(lead, await InForce(ct)));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var lead = await db.Set<Lead>().AsTracking().Include(l => l.Answers).SingleOrDefaultAsync(l => l.Id == c.LeadId, ct) ?? throw new NotFound(nameof(Lead));
            var questions = await InForce(ct);
            foreach (var line in c.Lines)
            {
                if (!questions.Exists(q => q.Id == line.QuestionId)) throw new NotFound(nameof(ScreeningQuestion));
                var stored = lead.Answers.Find(a => a.QuestionId == line.QuestionId);
                if (stored?.Verdict == line.Verdict && stored?.Comment == line.Comment) continue;
                if ((stored?.Version ?? -1) != line.Version) throw new Conflict(stored: Filled(lead, questions), typed: c);
                if (line.Verdict is { } verdict) lead.Answer(line.QuestionId, verdict, line.Comment, clock.GetUtcNow(), Author.Of(user));
                else db.Remove(stored!);
            }
            return Unit.Value;
        }

        private Task<List<ScreeningQuestion>> InForce(CancellationToken ct) =>
            db.Set<ScreeningQuestion>().AsNoTracking().Where(q => q.RetiredOn == null).OrderBy(q => q.Position).ThenBy(q => q.Id).ToListAsync(ct);

        private static Command Filled(Lead lead, IEnumerable<ScreeningQuestion> questions) => new()
        {
            LeadId = lead.Id,
            Lines = [.. questions.Select(q => lead.Answers.Find(a => a.QuestionId == q.Id) is { } answer
                ? new Line { QuestionId = q.Id, Version = answer.Version, Question = q.Text, Verdict = answer.Verdict, Comment = answer.Comment }
                : new Line { QuestionId = q.Id, Version = -1, Question = q.Text })],
        };
    }
}
