using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Adds steps, one per line, each with its date if it is known.</summary>
public static class AddMeasures
{
    [Needs(EngagementPermissions.Write)]
    public sealed record Form(Guid CommitmentId) : IRequest<Answer>;

    public sealed record Answer(string Title, int Known);

    [Needs(EngagementPermissions.Write)]
    public sealed record Command : ICommand<int>
    {
        public Guid CommitmentId { get; set; }
        /// <summary>How many there were when the form was shown: the same form sent twice adds once.</summary>
        public int Known { get; init; }
        [Display(Name = "Étapes")] public string? Lines { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Lines).NotEmpty().WithMessage("Écrivez au moins une ligne.");
            RuleFor(c => c.Lines).Custom((text, context) =>
            {
                foreach (var error in MeasureLines.Read(text).Errors) context.AddFailure(error);
            });
        }
    }

    internal sealed class FormHandler(PlatformDb db) : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct) => await db.Set<Commitment>().Where(c => c.Id == form.CommitmentId)
            .Select(c => new Answer(c.Title, c.Measures.Count)).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Commitment));
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command c, CancellationToken ct)
        {
            var commitment = await db.Set<Commitment>().Include(x => x.Measures).SingleOrDefaultAsync(x => x.Id == c.CommitmentId, ct)
                ?? throw new NotFound(nameof(Commitment));
            var lines = MeasureLines.Read(c.Lines).Lines;
            if (commitment.Measures.Count >= c.Known + lines.Count && lines.All(l => commitment.Measures.Exists(m => m.Title == l.Title && m.DueOn == l.DueOn))) return 0;
            if (commitment.Measures.Count + lines.Count > Measure.Most) throw new RuleViolation("measure.many", commitment.Measures.Count);
            var last = commitment.Measures.Select(m => m.Order).DefaultIfEmpty().Max();
            foreach (var line in lines) commitment.Measures.Add(new Measure(line.Title, ++last, line.DueOn));
            return lines.Count;
        }
    }
}
