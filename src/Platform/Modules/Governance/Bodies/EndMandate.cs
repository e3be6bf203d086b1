using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Governance.Bodies;

public static class EndMandate
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand<Unit>
    {
        public Guid BodyId { get; set; }
        public Guid Id { get; set; }
        [Display(Name = "Dernier jour")] public DateOnly? On { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.On).NotNull();
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var body = await db.Set<Body>().Include(b => b.Mandates).SingleOrDefaultAsync(b => b.Id == c.BodyId, ct) ?? throw new NotFound(nameof(Body));
            if (body.MandateOf(c.Id) is { End: null } running && c.On < running.Start)
                throw new Invalid(c, nameof(c.On), "La fin vient avant le début.");
            body.EndMandate(c.Id, c.On!.Value);
            db.Touch(body);
            return Unit.Value;
        }
    }
}
