using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>A step of the launch or commitment guide is taken; done again, its date and note are put right.</summary>
public static class TakeStep
{
    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Form(Guid CoalitionId, Guid LineId) : IRequest<Answer>;

    public sealed record Answer(string Coalition, string Step, bool Taken, Command Command);

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Command : ICommand<Done>
    {
        public Guid CoalitionId { get; set; }
        public Guid LineId { get; set; }
        /// <summary>Today when it is not said.</summary>
        [Display(Name = "Date")] public DateOnly? DoneOn { get; init; }
        [Display(Name = "Note")] public string? Note { get; init; }
    }

    /// <param name="Activated">It was the last step of the launch: the coalition is active from now on.</param>
    public sealed record Done(bool Activated);

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Undo(Guid CoalitionId, Guid LineId) : ICommand;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.DoneOn).Must(on => on is null || on <= tenant.Space.Today(clock)).WithMessage("Une étape franchie ne peut pas être datée dans l’avenir.");
            RuleFor(c => c.Note).MaximumLength(CoalitionStep.NoteLength);
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Form, Answer>, IRequestHandler<Command, Done>, IRequestHandler<Undo, Unit>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var found = await db.Set<Coalition>().Where(c => c.Id == form.CoalitionId)
                .Select(c => new { c.Name, Step = c.Steps.FirstOrDefault(s => s.LineId == form.LineId) }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Coalition));
            var line = await db.Set<GuideLine>().SingleOrDefaultAsync(l => l.Id == form.LineId && l.Part < GuidePart.Functioning, ct) ?? throw new NotFound(nameof(GuideLine));
            return new(found.Name, line.Text, found.Step is not null,
                new Command { DoneOn = found.Step?.DoneOn ?? tenant.Space.Today(clock), Note = found.Step?.Note });
        }

        public async Task<Done> Handle(Command c, CancellationToken ct)
        {
            // One click on what is already taken changes nothing, not even its date.
            if (c.DoneOn is null && c.Note is null && await db.Set<CoalitionStep>().AnyAsync(s => s.CoalitionId == c.CoalitionId && s.LineId == c.LineId, ct)) return new(false);
            var coalition = await db.ToChange(c.CoalitionId, x => x.Include(x => x.Steps), ct);
            var lines = await GuideBook.Open(db, ct);
            if (!lines.Exists(l => l.Id == c.LineId && l.Part < GuidePart.Functioning)) throw new NotFound(nameof(GuideLine));
            return new(coalition.Take(c.LineId, c.DoneOn ?? tenant.Space.Today(clock), user.Name, c.Note, [.. lines.Ids(GuidePart.Launch)]));
        }

        public async Task<Unit> Handle(Undo c, CancellationToken ct)
        {
            var coalition = await db.ToChange(c.CoalitionId, x => x.Include(x => x.Steps), ct);
            db.Remove(coalition.Steps.Find(s => s.LineId == c.LineId) ?? throw new NotFound(nameof(CoalitionStep)));
            return Unit.Value;
        }
    }
}
