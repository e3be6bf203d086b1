using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Adds an objective to a framework (no <c>Id</c>) or changes it.</summary>
public static class SaveObjective
{
    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Form(Guid? FrameworkId, Guid? Id) : IRequest<Answer>;

    public sealed record Answer(Guid FrameworkId, string Framework, Command Command);

    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid? Id { get; set; }
        /// <summary>Of a new objective; ignored for one that exists.</summary>
        public Guid? FrameworkId { get; set; }
        public int Version { get; init; }
        [Display(Name = "Titre")] public string? Title { get; init; }
        [Display(Name = "Axe")] public Guid? AxisId { get; init; }
        [Display(Name = "Indicateur")] public string? Indicator { get; init; }
        [Display(Name = "Unité")] public string? Unit { get; init; }
        [Display(Name = "Sens")] public Direction? Direction { get; init; }
        [Display(Name = "Valeur de départ")] public decimal? Baseline { get; init; }
        [Display(Name = "Année de départ")] public int? BaselineYear { get; init; }
        [Display(Name = "Cible")] public decimal? Target { get; init; }
        [Display(Name = "Année cible")] public int? TargetYear { get; init; }

        internal static Command From(Objective o) => new()
        {
            Id = o.Id, FrameworkId = o.FrameworkId, Version = o.Version, Title = o.Title, AxisId = o.AxisId, Indicator = o.Indicator, Unit = o.Unit,
            Direction = o.Direction, Baseline = o.Baseline, BaselineYear = o.BaselineYear, Target = o.Target, TargetYear = o.TargetYear,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).IsNameLine(Objective.TitleLength);
            RuleFor(c => c.Indicator).MaximumLength(Objective.IndicatorLength);
            RuleFor(c => c.Unit).NotEmpty().MaximumLength(Objective.UnitLength);
            RuleFor(c => c.Direction).NotNull().IsInEnum();
            RuleFor(c => c.Baseline).IsFigure();
            RuleFor(c => c.BaselineYear).InclusiveBetween(Framework.FirstYear, Framework.LastYear);
            RuleFor(c => c.BaselineYear).Must((c, year) => year is null || c.Baseline is not null)
                .WithMessage("Une année de départ demande une valeur de départ.");
            RuleFor(c => c.Target).NotNull();
            RuleFor(c => c.Target).IsFigure();
            RuleFor(c => c.TargetYear).NotNull().InclusiveBetween(Framework.FirstYear, Framework.LastYear);
            RuleFor(c => c.TargetYear).Must((c, year) => year is null || c.BaselineYear is null || year > c.BaselineYear)
                .WithMessage("L’année de la cible doit venir après celle du départ.");
            RuleFor(c => c.Target).Must((c, target) => c.Direction != Frameworks.Direction.Increase || !(c.Baseline >= target))
                .WithMessage("Pour augmenter, la cible doit dépasser la valeur de départ.");
            RuleFor(c => c.Target).Must((c, target) => c.Direction != Frameworks.Direction.Decrease || !(c.Baseline <= target))
                .WithMessage("Pour diminuer, la cible doit être inférieure à la valeur de départ.");
        }
    }

    internal sealed class FormHandler(PlatformDb db) : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var objective = form.Id is { } id
                ? await db.Set<Objective>().SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotFound(nameof(Objective)) : null;
            var frameworkId = objective?.FrameworkId ?? form.FrameworkId;
            var framework = await db.Set<Framework>().SingleOrDefaultAsync(f => f.Id == frameworkId, ct) ?? throw new NotFound(nameof(Framework));
            return new(framework.Id, framework.Name, objective is null
                ? new Command { Direction = Frameworks.Direction.Increase, BaselineYear = null, TargetYear = framework.EndYear }
                : Command.From(objective));
        }
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var objective = c.Id is { } id
                ? await db.Set<Objective>().SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotFound(nameof(Objective)) : null;
            if (objective is not null && objective.Version != c.Version) throw new Conflict(stored: Command.From(objective), typed: c);
            var frameworkId = objective?.FrameworkId ?? c.FrameworkId;
            // The database would accept the axis of another framework of the space.
            if (c.AxisId is { } axis && !await db.Set<Axis>().AnyAsync(a => a.Id == axis && a.FrameworkId == frameworkId, ct))
                throw new Invalid(c, nameof(c.AxisId), "Choisissez dans la liste.");
            if (objective is null) db.Add(objective = await Added(c, ct));
            objective.Describe(c.AxisId, c.Title!, c.Indicator, c.Unit!);
            objective.Aim(c.Direction!.Value, c.Baseline, c.BaselineYear, c.Target!.Value, c.TargetYear!.Value);
            return objective.Id;
        }

        private async Task<Objective> Added(Command c, CancellationToken ct)
        {
            var framework = await db.Set<Framework>().SingleOrDefaultAsync(f => f.Id == c.FrameworkId, ct) ?? throw new NotFound(nameof(Framework));
            var last = await db.Set<Objective>().Where(o => o.FrameworkId == framework.Id).MaxAsync(o => (int?)o.Position, ct);
            return new Objective(framework.Id, (last ?? 0) + 1);
        }
    }
}
