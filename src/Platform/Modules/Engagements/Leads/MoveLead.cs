using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>A lead is soon to be committed, goes back under study, or is set aside, with the reason. Converting it has its own form:
/// the commitment's.</summary>
public static class MoveLead
{
    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Form(Guid Id) : IRequest<Answer>;

    public sealed record Answer(int Number, string Title, LeadState State, DateOnly Since, Command Command);

    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        [Display(Name = "État")] public LeadState? To { get; init; }
        [Display(Name = "Depuis le")] public DateOnly? On { get; init; }
        [Display(Name = "Motif")] public string? Reason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.To).NotNull().Must(to => to is not LeadState.Converted && (to is null || Enum.IsDefined(to.Value))).WithMessage("Choisissez dans la liste.");
            RuleFor(c => c.On).NotNull();
            RuleFor(c => c.On).Must(on => !(on > tenant.Space.Today(clock))).WithMessage("Cette date est dans l’avenir\u00a0: notez le changement le jour venu.");
            RuleFor(c => c.Reason).MaximumLength(Lead.ReasonLength);
            RuleFor(c => c.Reason).NotEmpty().When(c => c.To is LeadState.Dropped).WithMessage("Dites pourquoi en une phrase\u00a0: qui aura la même idée plus tard voudra le savoir.");
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Answer>, IRequestHandler<Command, Unit>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var lead = await db.Set<Lead>().SingleOrDefaultAsync(l => l.Id == form.Id, ct) ?? throw new NotFound(nameof(Lead));
            return new(lead.Number, lead.Title, lead.State, lead.StateOn, new Command { On = tenant.Space.Today(clock) });
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var lead = await db.Set<Lead>().SingleOrDefaultAsync(l => l.Id == c.Id, ct) ?? throw new NotFound(nameof(Lead));
            lead.To(c.To!.Value, c.On!.Value, c.Reason);
            return Unit.Value;
        }
    }
}
