using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>Somebody facilitates from a day on, until another day or until somebody else does: facilitation may rotate.</summary>
public static class EntrustFacilitation
{
    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Form(Guid CoalitionId) : IRequest<Answer>;

    /// <param name="Terms">Latest first.</param>
    /// <param name="Members">Identifiers of the organisations that are in the coalition: offered first.</param>
    public sealed record Answer(string Coalition, IReadOnlyList<Term> Terms, IReadOnlyList<PersonOptions.Row> People,
        IReadOnlyList<OrganisationOptions.Row> Organisations, IReadOnlyList<Guid> Members, DateOnly Today);

    public sealed record Term(Guid Id, string Who, DateOnly Since, DateOnly? Until);

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Command : ICommand
    {
        public Guid CoalitionId { get; set; }
        /// <summary>A person or an organisation of the space.</summary>
        [Display(Name = "Qui")] public Guid? Who { get; init; }
        [Display(Name = "À partir du")] public DateOnly? Since { get; init; }
        [Display(Name = "Jusqu’au")] public DateOnly? Until { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Who).NotNull().WithMessage("Choisissez une personne ou une organisation.");
            RuleFor(c => c.Since).NotNull();
            RuleFor(c => c.Until).Must((c, until) => until is null || c.Since is null || until >= c.Since).WithMessage("La fin vient avant le début.");
        }
    }

    internal sealed class FormHandler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var coalition = await db.Set<Coalition>().Include(c => c.Facilitators).Include(c => c.Members).AsSplitQuery()
                .SingleOrDefaultAsync(c => c.Id == form.CoalitionId, ct) ?? throw new NotFound(nameof(Coalition));
            var people = await mediator.Send(new PersonOptions.Query(), ct);
            var organisations = await mediator.Send(new OrganisationOptions.Query(), ct);
            var names = await mediator.Send(new NamesOf.Query(coalition.Facilitators.Select(f => f.PersonId ?? f.OrganisationId)), ct);
            return new(coalition.Name,
                [.. coalition.Facilitators.OrderByDescending(f => f.Since).Select(f => new Term(f.Id, names[(f.PersonId ?? f.OrganisationId)!.Value].Name, f.Since, f.Until))],
                people, organisations, [.. coalition.Members.Where(m => m.LeftOn is null || m.LeftOn >= today).Select(m => m.OrganisationId)], today);
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var coalition = await db.ToChange(c.CoalitionId, x => x.Include(x => x.Facilitators), ct);
            var known = (await mediator.Send(new NamesOf.Query([c.Who]), ct)).GetValueOrDefault(c.Who!.Value)
                ?? throw new Invalid(c, nameof(c.Who), "Choisissez dans la liste.");
            coalition.Entrust(known.IsPerson ? known.Id : null, known.IsPerson ? null : known.Id, c.Since!.Value, c.Until);
            return Unit.Value;
        }
    }
}
