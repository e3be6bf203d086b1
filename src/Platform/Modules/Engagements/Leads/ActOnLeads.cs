using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>One act on many leads: those ticked, or all that a filter leaves.</summary>
public static class ActOnLeads
{
    /// <summary>Before the act: how many, which first, and what may be chosen.</summary>
    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Form(ActOnMany.Which<LeadFilter> Which) : IRequest<Answer>;

    public sealed record Answer(ActOnMany.Preview Ahead, LeadChoices.Answer Choices, DateOnly Today);

    public abstract record Command : ICommand<ActOnMany.Outcome>
    {
        public ActOnMany.Which<LeadFilter>? Which { get; set; }
    }

    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Classify : Command
    {
        [Display(Name = "Thème")] public Guid? ThemeId { get; init; }
    }

    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Carry : Command
    {
        /// <summary>An organisation or a person.</summary>
        [Display(Name = "Porteur")] public Guid? SponsorId { get; init; }
    }

    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Move : Command
    {
        [Display(Name = "État")] public LeadState? To { get; init; }
        [Display(Name = "Depuis le")] public DateOnly? On { get; init; }
        [Display(Name = "Motif")] public string? Reason { get; init; }
    }

    /// <summary>Takes back an act, by its identifier: the last one of whoever asks.</summary>
    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Undo(Guid Act) : ICommand<ActOnMany.Outcome>;

    internal sealed class ClassifyValidator : AbstractValidator<Classify>
    {
        public ClassifyValidator() => RuleFor(c => c.ThemeId).NotNull();
    }

    internal sealed class CarryValidator : AbstractValidator<Carry>
    {
        public CarryValidator() => RuleFor(c => c.SponsorId).NotNull();
    }

    internal sealed class MoveValidator : AbstractValidator<Move>
    {
        public MoveValidator(CurrentTenant tenant, TimeProvider clock)
        {
            var one = new MoveLead.Validator(tenant, clock);
            RuleFor(c => c).Custom((c, context) =>
            {
                foreach (var error in one.Validate(new MoveLead.Command { To = c.To, On = c.On, Reason = c.Reason }).Errors) context.AddFailure(error);
            });
        }
    }

    internal sealed class Handler(PlatformDb db, LastActs acts, IMediator mediator, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Form, Answer>, IRequestHandler<Classify, ActOnMany.Outcome>, IRequestHandler<Carry, ActOnMany.Outcome>, IRequestHandler<Move, ActOnMany.Outcome>, IRequestHandler<Undo, ActOnMany.Outcome>
    {
        private Word Word => tenant.Space.Words.Lead;

        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var found = Found(form.Which);
            return new(await ActOnMany.Ahead(found, found.OrderBy(l => l.TitleKey).ThenBy(l => l.Id).Select(l => l.Title), ct),
                await mediator.Send(new LeadChoices.Query(), ct), tenant.Space.Today(clock));
        }

        public async Task<ActOnMany.Outcome> Handle(Classify c, CancellationToken ct)
        {
            var theme = await db.Set<Theme>().SingleOrDefaultAsync(t => t.Id == c.ThemeId, ct) ?? throw LeadWriting.Foreign(c, nameof(c.ThemeId));
            return await Act(c, nameof(c.ThemeId), "classé", $"sous «\u00a0{theme.Name}\u00a0»", lead => lead.Classify(theme.Id), ct);
        }

        public async Task<ActOnMany.Outcome> Handle(Carry c, CancellationToken ct)
        {
            var sponsor = (await mediator.Send(new NamesOf.Query([c.SponsorId]), ct)).GetValueOrDefault(c.SponsorId!.Value) ?? throw LeadWriting.Foreign(c, nameof(c.SponsorId));
            return await Act(c, nameof(c.SponsorId), "confié", "à " + sponsor.Name,
                lead => lead.Carry(sponsor.IsPerson ? null : sponsor.Id, sponsor.IsPerson ? sponsor.Id : null), ct);
        }

        public Task<ActOnMany.Outcome> Handle(Move c, CancellationToken ct)
        {
            var to = c.To!.Value;
            var (act, rest) = to switch { LeadState.Dropped => ("écarté", ""), LeadState.Soon => ("passé", "à engager prochainement"), _ => ("remis", "à l’étude") };
            return Act(c, nameof(c.To), act, rest, lead =>
            {
                if (lead.State == to) return false;
                lead.To(to, c.On!.Value, c.Reason);
                return true;
            }, ct);
        }

        public Task<ActOnMany.Outcome> Handle(Undo c, CancellationToken ct) => acts.Undo<Lead>(c.Act, Word, ct);

        private async Task<ActOnMany.Outcome> Act(Command c, string field, string act, string to, Func<Lead, bool> change, CancellationToken ct)
        {
            var ids = await ActOnMany.Ids(Found(c.Which!).OrderBy(l => l.Number).Select(l => l.Id), c, field, ct);
            var leads = await db.Set<Lead>().AsTracking().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Number).ToListAsync(ct);
            return await acts.Keep<Lead>(ActOnMany.Do(leads, Word, act, to, change, l => l.Label), ct);
        }

        private IQueryable<Lead> Found(ActOnMany.Which<LeadFilter> which) => which.In(db.Set<Lead>(), filter => filter.Apply(db));
    }
}
