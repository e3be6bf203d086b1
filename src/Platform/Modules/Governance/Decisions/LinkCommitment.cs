using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;

namespace Platform.Modules.Governance.Decisions;

/// <summary>Says that a commitment comes of a decision, by the number that people write on paper; or takes it back.</summary>
public static class LinkCommitment
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        [Display(Name = "Engagement n°")] public int? Number { get; init; }
        /// <summary>The number to take back.</summary>
        public int? Remove { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Number).NotNull().When(c => c.Remove is null);
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var decision = await db.Set<Decision>().Include(d => d.Links).SingleOrDefaultAsync(d => d.Id == c.Id, ct) ?? throw new NotFound(nameof(Decision));
            var found = await mediator.Send(new CommitmentsByNumber.Query([c.Remove ?? c.Number!.Value], []), ct);
            if (found.Count == 0) throw new Invalid(c, nameof(c.Number), "Aucun engagement ne porte ce numéro.");
            if (c.Remove is not null) decision.Links.RemoveAll(l => l.CommitmentId == found[0].Id);
            else
            {
                decision.Link(found[0].Id);
                foreach (var made in decision.Links.Where(l => db.Entry(l).State == EntityState.Detached).ToList()) db.Add(made);
            }
            db.Touch(decision);
            return Unit.Value;
        }
    }
}
