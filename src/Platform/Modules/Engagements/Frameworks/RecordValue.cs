using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>A dated value of an objective, with its source.</summary>
public static class RecordValue
{
    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Command : ICommand
    {
        public Guid ObjectiveId { get; set; }
        [Display(Name = "Date")] public DateOnly? MeasuredOn { get; init; }
        [Display(Name = "Valeur")] public decimal? Value { get; init; }
        [Display(Name = "Commentaire")] public string? Comment { get; init; }
        [Display(Name = "Source")] public string? Source { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.MeasuredOn).NotNull();
            RuleFor(c => c.Value).NotNull();
            RuleFor(c => c.Value).IsFigure();
            RuleFor(c => c.Comment).MaximumLength(ObjectiveValue.CommentLength);
            RuleFor(c => c.Source).MaximumLength(ObjectiveValue.SourceLength);
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var objective = await db.Set<Objective>().Include(o => o.Values).SingleOrDefaultAsync(o => o.Id == c.ObjectiveId, ct)
                ?? throw new NotFound(nameof(Objective));
            objective.Record(c.MeasuredOn!.Value, c.Value!.Value, c.Comment, c.Source, tenant.Space.Today(clock));
            return Unit.Value;
        }
    }
}
