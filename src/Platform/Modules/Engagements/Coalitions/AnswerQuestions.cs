using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>How a coalition works: its answers to the standing questions, all on one form. An emptied answer is taken away.</summary>
public static class AnswerQuestions
{
    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Form(Guid CoalitionId) : IRequest<Answer>;

    public sealed record Answer(string Coalition, Command Command);

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Command : ICommand
    {
        public Guid CoalitionId { get; set; }
        [Display(Name = "Réponses")] public List<Line> Lines { get; init; } = [];
    }

    public sealed record Line
    {
        public Guid LineId { get; init; }
        /// <summary>Of the answer when the form was opened; -1 when there was none.</summary>
        public int Version { get; init; }
        public string? Question { get; init; }
        public string? Text { get; init; }

        /// <summary>As a comparison of versions shows it.</summary>
        public override string ToString() => $"{Question} {Text ?? "–"}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Lines).Must(lines => lines.Count <= 50);
            RuleForEach(c => c.Lines).ChildRules(line => line.RuleFor(l => l.Text).MaximumLength(CoalitionAnswer.TextLength));
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, CurrentUser user, TimeProvider clock) : IRequestHandler<Form, Answer>, IRequestHandler<Command, Unit>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var coalition = await db.Set<Coalition>().Include(c => c.Answers).SingleOrDefaultAsync(c => c.Id == form.CoalitionId, ct) ?? throw new NotFound(nameof(Coalition));
            var questions = await db.Set<GuideLine>().Where(l => l.Part == GuidePart.Functioning && l.RetiredOn == null).OrderBy(l => l.Position).ToListAsync(ct);
            return new(coalition.Name, Filled(coalition, questions));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var coalition = await db.ToChange(c.CoalitionId, x => x.Include(x => x.Answers), ct);
            var questions = (await GuideBook.Open(db, ct)).Where(l => l.Part == GuidePart.Functioning).ToList();
            foreach (var line in c.Lines)
            {
                if (!questions.Exists(q => q.Id == line.LineId)) throw new NotFound(nameof(GuideLine));
                var stored = coalition.Answers.Find(a => a.LineId == line.LineId);
                if (stored?.Text == line.Text) continue;
                if ((stored?.Version ?? -1) != line.Version)
                {
                    throw new Conflict(stored: Filled(coalition, questions), typed: c);
                }
                if (line.Text is { } text) coalition.Answer(line.LineId, text, tenant.Space.Today(clock), user.Name);
                else db.Remove(stored!);
            }
            return Unit.Value;
        }

        private static Command Filled(Coalition coalition, IEnumerable<GuideLine> questions) => new()
        {
            CoalitionId = coalition.Id,
            Lines = [.. questions.Select(q => coalition.Answers.Find(a => a.LineId == q.Id) is { } answer
                ? new Line { LineId = q.Id, Version = answer.Version, Question = q.Text, Text = answer.Text }
                : new Line { LineId = q.Id, Version = -1, Question = q.Text })],
        };
    }
}
