using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Stands;

/// <summary>Makes something of what was said at a stand: a lead, a member of the coalition, or a word of what came of it.</summary>
public static class SettleRequest
{
    public enum Outcome : short
    {
        [Display(Name = "En faire une piste")] Lead = 1,
        [Display(Name = "Ajouter l’organisation aux membres")] Join,
        [Display(Name = "Faite")] Done,
        [Display(Name = "Sans suite")] Dropped,
        [Display(Name = "Rouvrir")] Reopen,
        /// <summary>The space does not know the organisation yet: entered as a partner, and added to the members.</summary>
        [Display(Name = "Enregistrer l’organisation et l’ajouter aux membres")] Register,
    }

    [Needs(ForumPermissions.Stands)]
    public sealed record Form(Guid EditionId, Guid Id) : IRequest<Filled>;

    /// <param name="Organisations">That can be added to the coalition; empty for who may not.</param>
    /// <param name="IsNew">The organisation that was named is none of them.</param>
    /// <param name="MayLead">Leads are used here, and this member enters them.</param>
    public sealed record Filled(string Edition, Guid Id, Guid CoalitionId, string Coalition, StandKind Kind, string Name, string? Email, string? Organisation, string? Text, DateTimeOffset TakenAt, string? By,
        StandState State, DateOnly? StateOn, string? SettledBy, string? Reason, Guid? LeadId, string? Joined, IReadOnlyList<OrganisationOptions.Row> Organisations, bool IsNew, bool MayLead, Command Command);

    [Needs(ForumPermissions.Stands)]
    public sealed record Command : ICommand<string>
    {
        public Guid EditionId { get; set; }
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Suite")] public Outcome? Outcome { get; init; }
        [Display(Name = "Organisation")] public Guid? OrganisationId { get; init; }
        [Display(Name = "Nature")] public OrganisationKind? Kind { get; init; }
        [Display(Name = "Ce qui en est fait")] public string? Reason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Outcome).NotNull().IsInEnum();
            RuleFor(c => c.OrganisationId).NotNull().When(c => c.Outcome == Outcome.Join).WithMessage("Choisissez l’organisation.");
            RuleFor(c => c.Kind).NotNull().When(c => c.Outcome == Outcome.Register).WithMessage("Dites ce qu’est cette organisation.").IsInEnum();
            RuleFor(c => c.Reason).IsLine(StandRequest.ReasonLength);
            RuleFor(c => c.Reason).NotEmpty().When(c => c.Outcome == Outcome.Dropped).WithMessage("Dites en deux mots pourquoi.");
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, CurrentUser user, Memberships memberships, TimeProvider clock) : IRequestHandler<Form, Filled>, IRequestHandler<Command, string>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var r = await Find(form.EditionId, form.Id, ct);
            var edition = await db.Set<ForumEdition>().Where(e => e.Id == r.EditionId).Select(e => e.Title).SingleAsync(ct);
            var names = await mediator.Send(new LabelsOf.Query([r.CoalitionId]), ct);
            var joined = r.OrganisationId is { } id ? (await mediator.Send(new OrganisationNames.Query([id]), ct)).GetValueOrDefault(id) : null;
            var may = user.IsSystem || TakeUp.May(memberships.Known);
            var organisations = may && r.State == StandState.Waiting ? await mediator.Send(new OrganisationOptions.Query(), ct) : [];
            var named = Folding.Key(r.Organisation);
            var same = named.Length == 0 ? null : organisations.FirstOrDefault(o => Folding.Key(o.Name) == named || Folding.Key(o.ShortName) == named);
            return new(edition, r.Id, r.CoalitionId, names.GetValueOrDefault(r.CoalitionId, ""), r.Kind, r.Name, r.Email, r.Organisation, r.Text, r.TakenAt, r.By, r.State, r.StateOn, r.SettledBy, r.Reason, r.LeadId, joined,
                organisations, may && r.Organisation is not null && same is null, may && tenant.Space.Has(SpaceModules.Leads), Blank(r) with { OrganisationId = same?.Id });
        }

        /// <returns>What was done, as a sentence.</returns>
        public async Task<string> Handle(Command c, CancellationToken ct)
        {
            var request = await Find(c.EditionId, c.Id, ct);
            if (request.Version != c.Version) throw new Conflict(stored: Blank(request), typed: c);
            if (c.Outcome != Outcome.Reopen && request.State != StandState.Waiting) throw new RuleViolation("stand.settled");
            var today = tenant.Space.Today(clock);
            switch (c.Outcome)
            {
                case Outcome.Lead:
                    var of = (await mediator.Send(new LabelsOf.Query([request.CoalitionId]), ct)).GetValueOrDefault(request.CoalitionId);
                    var edition = await db.Set<ForumEdition>().Where(e => e.Id == request.EditionId).Select(e => e.Title).SingleAsync(ct);
                    var text = request.Text ?? $"{request.Organisation ?? request.Name} veut rejoindre {of}";
                    request.Become(await mediator.Send(new TakeUp.AsLead(request.Id, text.ReplaceLineEndings(" "), $"{text}\n\n{request.Name}{(request.Organisation is { } org ? $", {org}" : "")}{(request.Email is { } email ? $" – {email}" : "")}", $"{edition}, stand : {of}", tenant.Space.On(request.TakenAt)), ct), null);
                    request.Settle(StandState.Done, "Devenue une piste", today, user.AccountId, user.Name);
                    return "La piste est ouverte, à examiner.";
                case Outcome.Register or Outcome.Join:
                    var organisation = c.Outcome == Outcome.Join ? c.OrganisationId!.Value : await mediator.Send(new RegisterOrganisation.Command
                    {
                        Name = request.Organisation ?? throw new Invalid(c, nameof(c.Kind), "Cette demande ne dit le nom d’aucune organisation."), Kind = c.Kind, Role = RoleKind.Partner, Since = today,
                    }, ct);
                    // The other module looks for it among what is stored.
                    await db.SaveChangesAsync(ct);
                    await mediator.Send(new TakeUp.AsMember(request.CoalitionId, organisation, today), ct);
                    request.Become(null, organisation);
                    request.Settle(StandState.Done, "Organisation ajoutée aux membres", today, user.AccountId, user.Name);
                    return "L’organisation est membre de la coalition.";
                case Outcome.Reopen:
                    request.Settle(StandState.Waiting, null, today, user.AccountId, user.Name);
                    return "La demande est de nouveau à traiter.";
                default:
                    request.Settle(c.Outcome == Outcome.Done ? StandState.Done : StandState.Dropped, c.Reason, today, user.AccountId, user.Name);
                    return "C’est noté.";
            }
        }

        private static Command Blank(StandRequest r) => new() { EditionId = r.EditionId, Id = r.Id, Version = r.Version };

        private async Task<StandRequest> Find(Guid editionId, Guid id, CancellationToken ct) => await db.Set<StandRequest>().SingleOrDefaultAsync(r => r.Id == id && r.EditionId == editionId, ct) ?? throw new NotFound(nameof(StandRequest));
    }
}
