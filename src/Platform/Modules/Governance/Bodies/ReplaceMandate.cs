using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;

namespace Platform.Modules.Governance.Bodies;

/// <summary>Somebody else (or nobody: vacant) takes the function over from a day. The history keeps both.</summary>
public static class ReplaceMandate
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid BodyId { get; set; }
        public Guid Id { get; set; }
        [Display(Name = "Personne")] public Guid? PersonId { get; init; }
        [Display(Name = "Organisation représentée")] public Guid? OrganisationId { get; init; }
        [Display(Name = "Premier jour")] public DateOnly? From { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.From).NotNull();
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var body = await db.Set<Body>().Include(b => b.Mandates).SingleOrDefaultAsync(b => b.Id == c.BodyId, ct) ?? throw new NotFound(nameof(Body));
            var organisation = await MandateFields.Organisation(mediator, c, c.PersonId, c.OrganisationId, ct);
            var mandate = body.Replace(c.Id, c.PersonId, organisation, c.From!.Value);
            db.Add(mandate);
            db.Touch(body);
            return mandate.Id;
        }
    }
}
