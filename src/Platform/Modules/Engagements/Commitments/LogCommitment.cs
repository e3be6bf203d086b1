using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Logs a commitment, in the state it is really in, with its first steps.</summary>
public static class LogCommitment
{
    public const string Series = "commitment";

    [Needs(EngagementPermissions.Write)]
    public sealed record Command : CommitmentFields, ICommand<Guid>
    {
        /// <summary>Made with the empty form: the same form sent twice logs one commitment.</summary>
        public Guid FormKey { get; init; }
        /// <summary>The lead that becomes this commitment.</summary>
        [Display(Name = "Piste")] public Guid? FromLeadId { get; init; }
        [Display(Name = "Premières étapes")] public string? FirstMeasures { get; init; }
        [Display(Name = "État")] public CommitmentState? State { get; init; } = CommitmentState.Draft;
        [Display(Name = "Depuis le")] public DateOnly? StateOn { get; init; }
    }

    internal sealed class Validator : CommitmentFieldsValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.State).NotNull().Must(s => s is null or CommitmentState.Draft || (Moves.Road(s.Value) is [.., var last] && last == s))
                .WithMessage("Choisissez dans la liste.");
            RuleFor(c => c.StateOn).Must(on => !(on > tenant.Space.Today(clock))).WithMessage("Cette date est à venir : mettez celle d’aujourd’hui ou une date passée.");
            RuleFor(c => c.FirstMeasures).Custom((text, context) =>
            {
                foreach (var error in MeasureLines.Read(text).Errors) context.AddFailure(error);
            });
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var already = await db.Set<Commitment>().Where(x => x.FormKey == c.FormKey).Select(x => x.Id).SingleOrDefaultAsync(ct);
            if (already != Guid.Empty) return already;
            var (now, by) = (clock.GetUtcNow(), Author.Of(user));
            var today = tenant.Space.On(now);
            var on = c.StateOn ?? today;
            var commitment = new Commitment(await Sequence.Next(db, Series, ct), c.Title!, c.FormKey == Guid.Empty ? Guid.CreateVersion7() : c.FormKey, on, now, by);
            db.Add(commitment);
            await c.Write(commitment, db, mediator, ct);
            foreach (var (line, order) in MeasureLines.Read(c.FirstMeasures).Lines.Select((line, order) => (line, order)))
                commitment.Measures.Add(new Measure(line.Title, order + 1, line.DueOn));
            if (c.FromLeadId is { } lead) await LeadConversion.Become(db, lead, commitment, today, ct);
            foreach (var state in Moves.Road(c.State!.Value)) commitment.To(state, on, now, by);
            return commitment.Id;
        }
    }
}
