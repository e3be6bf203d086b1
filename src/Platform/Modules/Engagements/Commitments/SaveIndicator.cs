using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Adds an indicator to a commitment (no <c>Id</c>) or changes it.</summary>
public static class SaveIndicator
{
    [Needs(EngagementPermissions.Write)]
    public sealed record Form(Guid CommitmentId, Guid? Id) : IRequest<Answer>;

    public sealed record Answer(string Commitment, string? Name, Command Command);

    [Needs(EngagementPermissions.Write)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid? Id { get; set; }
        public Guid CommitmentId { get; set; }
        public int Version { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Unité")] public string? Unit { get; init; }
        [Display(Name = "Sens")] public IndicatorDirection? Direction { get; init; } = IndicatorDirection.Increase;
        [Display(Name = "Valeur de départ")] public decimal? Baseline { get; init; }
        [Display(Name = "Cible")] public decimal? Target { get; init; }
        [Display(Name = "Date de la cible")] public DateOnly? TargetOn { get; init; }

        internal static Command From(Indicator i) => new()
        {
            Id = i.Id, CommitmentId = i.CommitmentId, Version = i.Version, Name = i.Name, Unit = i.Unit, Direction = i.Direction,
            Baseline = i.Baseline, Target = i.Target, TargetOn = i.TargetOn,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsNameLine(Indicator.NameLength);
            RuleFor(c => c.Unit).IsLine(Indicator.UnitLength);
            RuleFor(c => c.Direction).NotNull().IsInEnum();
            RuleFor(c => c.Baseline).IsFigure();
            RuleFor(c => c.Target).IsFigure();
            RuleFor(c => c.Target).Must((c, target) => c.Direction != IndicatorDirection.Increase || !(c.Baseline > target)).WithMessage("Pour augmenter, la cible doit dépasser la valeur de départ.");
            RuleFor(c => c.Target).Must((c, target) => c.Direction != IndicatorDirection.Decrease || !(c.Baseline < target)).WithMessage("Pour diminuer, la cible doit être inférieure à la valeur de départ.");
            RuleFor(c => c.TargetOn).Must((c, on) => on is null || c.Target is not null).WithMessage("Une date de cible demande une cible.");
        }
    }

    internal sealed class FormHandler(PlatformDb db) : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var commitment = await db.Set<Commitment>().Where(c => c.Id == form.CommitmentId).Select(c => new { c.Title, c.DueOn }).SingleOrDefaultAsync(ct)
                ?? throw new NotFound(nameof(Commitment));
            if (form.Id is not { } id) return new(commitment.Title, null, new Command());
            var indicator = await Read(db, form.CommitmentId, id, ct);
            return new(commitment.Title, indicator.Name, Command.From(indicator));
        }
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var indicator = c.Id is { } id ? await Read(db, c.CommitmentId, id, ct) : await Added(c, ct);
            if (c.Id is not null && indicator.Version != c.Version) throw new Conflict(stored: Command.From(indicator), typed: c);
            var names = await db.Set<Indicator>().Where(i => i.CommitmentId == c.CommitmentId && i.Id != indicator.Id).Select(i => i.Name).ToListAsync(ct);
            // Two of one name could not be told apart; a form sent twice is the usual cause.
            if (names.Exists(name => Folding.Fold(name) == Folding.Fold(c.Name))) throw new Invalid(c, nameof(c.Name), "Il y a déjà un indicateur de ce nom.");
            indicator.Describe(c.Name!, c.Unit, c.Direction!.Value, c.Baseline, c.Target, c.TargetOn);
            return indicator.Id;
        }

        private async Task<Indicator> Added(Command c, CancellationToken ct)
        {
            var commitment = await db.Set<Commitment>().Include(x => x.Indicators).SingleOrDefaultAsync(x => x.Id == c.CommitmentId, ct)
                ?? throw new NotFound(nameof(Commitment));
            if (commitment.Indicators.Count >= Indicator.Most) throw new RuleViolation("indicator.many", Indicator.Most);
            var indicator = new Indicator(c.Name!);
            commitment.Indicators.Add(indicator);
            return indicator;
        }
    }

    internal static async Task<Indicator> Read(PlatformDb db, Guid commitmentId, Guid id, CancellationToken ct) =>
        await db.Set<Indicator>().SingleOrDefaultAsync(i => i.Id == id && i.CommitmentId == commitmentId, ct) ?? throw new NotFound(nameof(Indicator));
}
