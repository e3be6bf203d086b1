using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Proposes, adopts, starts, closes, abandons, reopens: one move of the table.</summary>
public static class MoveCommitment
{
    [Needs(EngagementPermissions.Write)]
    public sealed record Form(Guid Id, CommitmentState To) : IRequest<Answer>;

    /// <param name="OpenMeasures">Steps that the move leaves neither done nor dropped.</param>
    public sealed record Answer(int Number, string Title, Move Move, int OpenMeasures, DateOnly Today);

    [Needs(EngagementPermissions.Write)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public CommitmentState To { get; set; }
        [Display(Name = "Date")] public DateOnly? On { get; init; }
        [Display(Name = "Motif")] public string? Reason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.On).Must(on => !(on > tenant.Space.Today(clock))).WithMessage("Cette date est à venir : mettez celle d’aujourd’hui ou une date passée.");
            RuleFor(c => c.Reason).MaximumLength(Transition.ReasonLength);
        }
    }

    internal sealed class FormHandler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var c = await db.Set<Commitment>().Where(c => c.Id == form.Id)
                .Select(c => new { c.Number, c.Title, c.State, Open = c.Measures.Count(m => m.DoneOn == null && m.DroppedOn == null) })
                .SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Commitment));
            // A page kept open while somebody else made the move shows the form still; sending it says that it was done.
            var move = Moves.Find(c.State, form.To) ?? Moves.All.FirstOrDefault(m => m.To == form.To && m.To == c.State) ?? throw new NotFound(nameof(Move));
            return new(c.Number, c.Title, move, c.Open, tenant.Space.Today(clock));
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentUser user, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var commitment = await db.Set<Commitment>().SingleOrDefaultAsync(x => x.Id == c.Id, ct) ?? throw new NotFound(nameof(Commitment));
            var move = Moves.Find(commitment.State, c.To) ?? throw new RuleViolation("commitment.move");
            if (move.NeedsReason && c.Reason is null) throw new Invalid(c, nameof(c.Reason), RuleSentences.For("commitment.reason"));
            var now = clock.GetUtcNow();
            commitment.To(c.To, c.On ?? tenant.Space.On(now), now, Author.Of(user), c.Reason);
            return Unit.Value;
        }
    }
}
