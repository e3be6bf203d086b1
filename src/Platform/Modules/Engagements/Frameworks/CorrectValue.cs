using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Changes a value that was mistyped, or says where it comes from.</summary>
public static class CorrectValue
{
    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Form(Guid ObjectiveId, Guid Id) : IRequest<Answer>;

    public sealed record Answer(string Objective, string Unit, DateOnly MeasuredOn, Command Command);

    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Command : ICommand
    {
        public Guid ObjectiveId { get; set; }
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Valeur")] public decimal? Value { get; init; }
        [Display(Name = "Commentaire")] public string? Comment { get; init; }
        [Display(Name = "Source")] public string? Source { get; init; }

        internal static Command From(ObjectiveValue v) => new()
        {
            ObjectiveId = v.ObjectiveId, Id = v.Id, Version = v.Version, Value = v.Value, Comment = v.Comment, Source = v.Source,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Value).NotNull();
            RuleFor(c => c.Value).IsFigure();
            RuleFor(c => c.Comment).MaximumLength(ObjectiveValue.CommentLength);
            RuleFor(c => c.Source).MaximumLength(ObjectiveValue.SourceLength);
        }
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Form, Answer>, IRequestHandler<Command, Unit>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var (objective, value) = await Find(form.ObjectiveId, form.Id, ct);
            return new(objective.Title, objective.Unit, value.MeasuredOn, Command.From(value));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var (objective, value) = await Find(c.ObjectiveId, c.Id, ct);
            if (value.Version != c.Version) throw new Conflict(stored: Command.From(value), typed: c);
            value.Correct(objective, c.Value!.Value, c.Comment, c.Source);
            return Unit.Value;
        }

        private async Task<(Objective, ObjectiveValue)> Find(Guid objectiveId, Guid id, CancellationToken ct)
        {
            var objective = await db.Set<Objective>().Include(o => o.Values.Where(v => v.Id == id)).SingleOrDefaultAsync(o => o.Id == objectiveId, ct)
                ?? throw new NotFound(nameof(Objective));
            return (objective, objective.Values.SingleOrDefault() ?? throw new NotFound(nameof(ObjectiveValue)));
        }
    }
}
