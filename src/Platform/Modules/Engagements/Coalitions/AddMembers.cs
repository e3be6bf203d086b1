using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>Organisations join a coalition on a day, in one role.</summary>
public static class AddMembers
{
    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Form(Guid CoalitionId) : IRequest<Answer>;

    public sealed record Answer(string Coalition, IReadOnlyList<OrganisationOptions.Row> Organisations, Command Command);

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Command : ICommand
    {
        public Guid CoalitionId { get; set; }
        [Display(Name = "Organisations")] public List<Guid> Organisations { get; init; } = [];
        [Display(Name = "Rôle")] public CoalitionRole? Role { get; init; }
        [Display(Name = "Depuis le")] public DateOnly? JoinedOn { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Organisations).NotEmpty().WithMessage("Choisissez au moins une organisation.");
            RuleFor(c => c.Organisations).Must(o => o.Count <= 200).WithMessage("Au plus 200 organisations à la fois.");
            RuleFor(c => c.Role).NotNull().IsInEnum();
            RuleFor(c => c.JoinedOn).NotNull();
        }
    }

    internal sealed class FormHandler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var coalition = await db.Set<Coalition>().Where(c => c.Id == form.CoalitionId)
                .Select(c => new { c.Name, Present = c.Members.Where(m => m.LeftOn == null || m.LeftOn > today).Select(m => m.OrganisationId).ToList() })
                .SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Coalition));
            var all = await mediator.Send(new OrganisationOptions.Query(), ct);
            return new(coalition.Name, [.. all.Where(o => !coalition.Present.Contains(o.Id))], new Command { Role = CoalitionRole.Member, JoinedOn = today });
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var coalition = await db.ToChange(c.CoalitionId, x => x.Include(x => x.Members), ct);
            if (!(await mediator.Send(new AreKnown.Query(c.Organisations, []), ct)).Organisations)
                throw new Invalid(c, nameof(c.Organisations), "Choisissez dans la liste.");
            foreach (var organisation in c.Organisations.Distinct()) coalition.Welcome(organisation, c.Role!.Value, c.JoinedOn!.Value);
            return Unit.Value;
        }
    }
}
