using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>How often a coalition meets, or that it meets without a rhythm.</summary>
public static class SetRhythm
{
    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Form(Guid CoalitionId) : IRequest<Answer>;

    /// <param name="Known">It has one already.</param>
    public sealed record Answer(string Coalition, bool Known, Command Command);

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Command : ICommand
    {
        public Guid CoalitionId { get; set; }
        /// <summary>-1 when there was none.</summary>
        public int Version { get; init; } = -1;
        [Display(Name = "Première réunion")] public DateOnly? FirstOn { get; init; }
        [Display(Name = "Toutes les")] public int? Every { get; init; }
        [Display(Name = "Unité")] public RhythmUnit? Unit { get; init; }
        [Display(Name = "Heure")] public string? Time { get; init; }
        [Display(Name = "Lieu")] public string? Place { get; init; }

        internal static Command From(CoalitionRhythm r) => new()
        {
            CoalitionId = r.CoalitionId, Version = r.Version, FirstOn = r.FirstOn, Every = r.Every, Unit = r.Unit, Time = r.Time, Place = r.Place,
        };
    }

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Remove(Guid CoalitionId) : ICommand;

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int Ahead = 5;

        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.FirstOn).NotNull();
            RuleFor(c => c.FirstOn).Must(on => on is not { } day || (day.Year >= 1990 && day <= tenant.Space.Today(clock).AddYears(Ahead))).WithMessage($"Une date depuis 1990, et dans {Ahead} ans au plus.");
            RuleFor(c => c.Every).NotNull().InclusiveBetween(1, CoalitionRhythm.Longest).WithMessage($"De 1 à {CoalitionRhythm.Longest}.");
            RuleFor(c => c.Unit).NotNull().IsInEnum();
            RuleFor(c => c.Time).IsTime();
            RuleFor(c => c.Place).IsLine(CoalitionRhythm.PlaceLength);
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Answer>, IRequestHandler<Command, Unit>, IRequestHandler<Remove, Unit>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var name = await db.Set<Coalition>().Where(c => c.Id == form.CoalitionId).Select(c => c.Name).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Coalition));
            var stored = await Of(form.CoalitionId, ct);
            return new(name, stored is not null, stored is null ? new() { Every = 1, Unit = RhythmUnit.Months, FirstOn = tenant.Space.Today(clock) } : Command.From(stored));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var coalition = await db.Set<Coalition>().AsNoTracking().SingleOrDefaultAsync(x => x.Id == c.CoalitionId, ct) ?? throw new NotFound(nameof(Coalition));
            var stored = await Of(c.CoalitionId, ct);
            if ((stored?.Version ?? -1) != c.Version) throw new Conflict(stored: stored is null ? new Command { CoalitionId = c.CoalitionId } : Command.From(stored), typed: c);
            var time = MeetingTime.Read(c.Time) is { } minute ? MeetingTime.Said(minute) : null;
            if (stored is null) db.Add(new CoalitionRhythm(coalition, c.FirstOn!.Value, c.Every!.Value, c.Unit!.Value, time, c.Place));
            else stored.Change(coalition, c.FirstOn!.Value, c.Every!.Value, c.Unit!.Value, time, c.Place);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Remove c, CancellationToken ct)
        {
            db.Remove(await Of(c.CoalitionId, ct) ?? throw new NotFound(nameof(CoalitionRhythm)));
            return Unit.Value;
        }

        private Task<CoalitionRhythm?> Of(Guid coalitionId, CancellationToken ct) => db.Set<CoalitionRhythm>().AsTracking().SingleOrDefaultAsync(r => r.CoalitionId == coalitionId, ct);
    }
}
