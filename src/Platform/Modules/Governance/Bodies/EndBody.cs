using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Governance.Bodies;

/// <summary>Ends a body and its running mandates on a day, or (<c>Resume</c>) gives it life again without them.</summary>
public static class EndBody
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand<Unit>
    {
        public Guid Id { get; set; }
        public bool Resume { get; init; }
        [Display(Name = "Dernier jour")] public DateOnly? On { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.On).NotNull().When(c => !c.Resume);
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var body = await db.Set<Body>().Include(b => b.Mandates).SingleOrDefaultAsync(b => b.Id == c.Id, ct) ?? throw new NotFound(nameof(Body));
            body.End(c.Resume ? null : c.On);
            db.Touch(body);
            return Unit.Value;
        }
    }
}
