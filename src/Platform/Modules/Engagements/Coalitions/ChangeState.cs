using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>A coalition becomes active, rests, ends or is opened again, from a day on.</summary>
public static class ChangeState
{
    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Form(Guid Id) : IRequest<Answer>;

    public sealed record Answer(string Coalition, CoalitionState State, DateOnly Since, Command Command);

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        [Display(Name = "État")] public CoalitionState? To { get; init; }
        [Display(Name = "Date")] public DateOnly? On { get; init; }
        [Display(Name = "Raison")] public string? Reason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.To).NotNull().Must(to => to is null or CoalitionState.Active or CoalitionState.Dormant or CoalitionState.Ended).WithMessage("Choisissez dans la liste.");
            RuleFor(c => c.On).NotNull();
            RuleFor(c => c.On).Must(on => on is null || on <= tenant.Space.Today(clock)).WithMessage("Cette date est dans l’avenir\u00a0: notez le changement le jour venu.");
            RuleFor(c => c.Reason).MaximumLength(Coalition.ReasonLength);
            RuleFor(c => c.Reason).NotEmpty().When(c => c.To is CoalitionState.Dormant or CoalitionState.Ended)
                .WithMessage("Dites pourquoi en une phrase\u00a0: ceux qui liront la fiche plus tard le demanderont.");
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Answer>, IRequestHandler<Command, Unit>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var coalition = await db.Set<Coalition>().SingleOrDefaultAsync(c => c.Id == form.Id, ct) ?? throw new NotFound(nameof(Coalition));
            return new(coalition.Name, coalition.State, coalition.StateSince, new Command { On = tenant.Space.Today(clock) });
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var coalition = await db.ToChange(c.Id, x => x.Include(x => x.Members).Include(x => x.Facilitators), ct);
            switch (c.To)
            {
                case CoalitionState.Active: coalition.Activate(c.On!.Value); break;
                case CoalitionState.Dormant: coalition.Rest(c.On!.Value, c.Reason!); break;
                default: coalition.End(c.On!.Value, c.Reason!); break;
            }
            return Unit.Value;
        }
    }
}
