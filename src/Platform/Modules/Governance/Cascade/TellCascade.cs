using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Cascade;

/// <summary>Where a member stands with a decision. A referent says it for the own organisation only.</summary>
public static class TellCascade
{
    [Needs(GovernancePermissions.SpeakForMember)]
    public sealed record Form(Guid DecisionId, Guid Id) : IRequest<Filled>;

    public sealed record Filled(string Member, Guid OrganisationId, string Decision, string? Expected, DateOnly? By, Command Command);

    [Needs(GovernancePermissions.SpeakForMember)]
    public sealed record Command : ICommand
    {
        public Guid DecisionId { get; set; }
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "État")] public CascadeState? State { get; init; }
        [Display(Name = "Conseil du")] public DateOnly? CouncilOn { get; init; }
        [Display(Name = "Référence")] public string? Reference { get; init; }
        [Display(Name = "Date de la délibération")] public DateOnly? ActOn { get; init; }
        [Display(Name = "Lien du document")] public string? Document { get; init; }
        [Display(Name = "Motif")] public string? Reason { get; init; }

        internal static Command From(CascadeLine l) => new()
        {
            DecisionId = l.DecisionId, Id = l.Id, Version = l.Version, State = l.State, CouncilOn = l.CouncilOn, Reference = l.Reference, ActOn = l.ActOn, Document = l.DocumentAddress, Reason = l.Reason,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.State).NotNull().IsInEnum();
            RuleFor(c => c.CouncilOn).NotNull().When(c => c.State == CascadeState.OnAgenda).WithMessage("Donnez la date du conseil qui l’examinera.");
            RuleFor(c => c.ActOn).NotNull().When(c => c.State is CascadeState.Adopted or CascadeState.Amended).WithMessage("Donnez la date de la délibération.");
            RuleFor(c => c.ActOn).Must(on => on is null || on <= tenant.Space.Today(clock)).WithMessage("Cette date est à venir.");
            RuleFor(c => c.Reason).NotEmpty().When(c => c.State is CascadeState.Amended or CascadeState.Refused).WithMessage("Dites pourquoi, en une phrase.");
            RuleFor(c => c.Reason).MaximumLength(CascadeLine.ReasonLength);
            RuleFor(c => c.Reference).IsLine(CascadeLine.ReferenceLength);
            RuleFor(c => c.Document).IsWebSite(CascadeLine.DocumentLength);
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, CurrentUser user, Memberships memberships, TimeProvider clock) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Unit>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var line = await db.Set<CascadeLine>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == form.Id && l.DecisionId == form.DecisionId, ct) ?? throw new NotFound(nameof(CascadeLine));
            await Check(line, ct);
            var decision = await db.Set<Decision>().Where(d => d.Id == line.DecisionId).Select(d => new { d.Title, d.Expected, d.ExpectedBy }).SingleAsync(ct);
            var names = await mediator.Send(new NamesOf.Query([line.OrganisationId]), ct);
            return new(names[line.OrganisationId].Name, line.OrganisationId, decision.Title, decision.Expected, decision.ExpectedBy, Command.From(line));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var line = await db.Set<CascadeLine>().SingleOrDefaultAsync(l => l.Id == c.Id && l.DecisionId == c.DecisionId, ct) ?? throw new NotFound(nameof(CascadeLine));
            await Check(line, ct);
            if (line.Version != c.Version) throw new Conflict(stored: Command.From(line), typed: c);
            line.Tell(c.State!.Value, c.CouncilOn, c.Reference, c.ActOn, c.Document is null ? null : TextRules.WebAddress(c.Document), c.Reason, tenant.Space.Today(clock), user.AccountId, user.Name);
            return Unit.Value;
        }

        private async Task Check(CascadeLine line, CancellationToken ct)
        {
            if (memberships.May(GovernancePermissions.Write)) return;
            if ((await mediator.Send(new WhoAmI.Query(), ct))?.OrganisationId != line.OrganisationId) throw new Forbidden(GovernancePermissions.Write);
        }
    }
}
