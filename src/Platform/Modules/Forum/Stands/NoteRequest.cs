using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Stands;

/// <summary>Noted at the stand by whoever stands there: the coalition may be one that the public does not see.</summary>
public static class NoteRequest
{
    [Needs(ForumPermissions.Stands)]
    public sealed record Command : StandFields, ICommand
    {
        [Display(Name = "Coalition")] public Guid? CoalitionId { get; init; }
    }

    internal sealed class Validator : StandFieldsValidator<Command>
    {
        public Validator() => RuleFor(c => c.CoalitionId).NotNull().WithMessage("Choisissez dans la liste.");
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            if ((await mediator.Send(new CoalitionStands.Query(), ct)).All(x => x.Id != c.CoalitionId)) throw new Invalid(c, nameof(c.CoalitionId), "Choisissez dans la liste.");
            await c.Keep(db, c.CoalitionId!.Value, user, tenant.Space.Today(clock), ct);
            return Unit.Value;
        }
    }
}
