using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.People;

/// <summary>One act on many people: those ticked, or all that a filter leaves.</summary>
public static class ActOnPeople
{
    internal static Word Noun { get; } = new("personne", "personnes", true);

    /// <summary>Before the act: how many, which first, and what may be chosen.</summary>
    [Needs(MembersPermissions.Write)]
    public sealed record Form(ActOnMany.Which<ListPeople.Query> Which) : IRequest<Answer>;

    /// <param name="Archived">Among these.</param>
    /// <param name="Accounts">Among these, who can sign in: archiving takes nobody's access away.</param>
    public sealed record Answer(ActOnMany.Preview Ahead, int Archived, int Accounts, IReadOnlyList<OrganisationOptions.Row> Organisations);

    public abstract record Command : ICommand<ActOnMany.Outcome>
    {
        public ActOnMany.Which<ListPeople.Query>? Which { get; set; }
    }

    [Needs(MembersPermissions.Write)]
    public sealed record Join : Command
    {
        [Display(Name = "Organisation")] public Guid? OrganisationId { get; init; }
    }

    [Needs(MembersPermissions.Write)]
    public sealed record Stand : Command
    {
        [Display(Name = "Qualité")] public Standing? Standing { get; init; }
    }

    [Needs(MembersPermissions.Write)]
    public sealed record File : Command
    {
        public bool Restore { get; init; }
    }

    /// <summary>Takes back an act, by its identifier: the last one of whoever asks.</summary>
    [Needs(MembersPermissions.Write)]
    public sealed record Undo(Guid Act) : ICommand<ActOnMany.Outcome>;

    internal sealed class JoinValidator : AbstractValidator<Join>
    {
        public JoinValidator() => RuleFor(c => c.OrganisationId).NotNull();
    }

    internal sealed class StandValidator : AbstractValidator<Stand>
    {
        public StandValidator() => RuleFor(c => c.Standing).NotNull().IsInEnum();
    }

    internal sealed class Handler(PlatformDb db, LastActs acts, IMediator mediator, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Form, Answer>, IRequestHandler<Join, ActOnMany.Outcome>, IRequestHandler<Stand, ActOnMany.Outcome>, IRequestHandler<File, ActOnMany.Outcome>, IRequestHandler<Undo, ActOnMany.Outcome>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var found = await Found(form.Which, ct);
            return new(await ActOnMany.Ahead(found, found.OrderBy(p => p.NameKey).ThenBy(p => p.Id).Select(p => p.GivenName + " " + p.FamilyName), ct),
                await found.CountAsync(p => p.ArchivedAt != null, ct), await found.CountAsync(p => db.Set<Membership>().Any(m => m.PersonId == p.Id && m.EndedAt == null), ct),
                await mediator.Send(new OrganisationOptions.Query(), ct));
        }

        public async Task<ActOnMany.Outcome> Handle(Join c, CancellationToken ct)
        {
            var organisation = await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Id == c.OrganisationId && o.ArchivedAt == null, ct)
                ?? throw new Invalid(c, nameof(c.OrganisationId), "Choisissez dans la liste.");
            return await Act(c, nameof(c.OrganisationId), "rattaché", "à " + organisation.Name, p => p.Join(organisation.Id), ct);
        }

        public Task<ActOnMany.Outcome> Handle(Stand c, CancellationToken ct) =>
            Act(c, nameof(c.Standing), "noté", $"«\u00a0{c.Standing!.Value.Name()}\u00a0»", p => p.Stand(c.Standing.Value), ct);

        public Task<ActOnMany.Outcome> Handle(File c, CancellationToken ct) => Act(c, nameof(c.Restore), c.Restore ? "rétabli" : "archivé", c.Restore ? "dans les listes" : "", p =>
        {
            if (p.ArchivedAt is null == c.Restore) return false;
            if (c.Restore) p.Restore();
            else p.Archive(clock.GetUtcNow());
            return true;
        }, ct);

        public Task<ActOnMany.Outcome> Handle(Undo c, CancellationToken ct) => acts.Undo<Person>(c.Act, Noun, ct);

        private async Task<ActOnMany.Outcome> Act(Command c, string field, string act, string to, Func<Person, bool> change, CancellationToken ct)
        {
            var ids = await ActOnMany.Ids((await Found(c.Which!, ct)).OrderBy(p => p.NameKey).Select(p => p.Id), c, field, ct);
            var people = await db.Set<Person>().Where(p => ids.Contains(p.Id)).OrderBy(p => p.NameKey).ToListAsync(ct);
            return await acts.Keep<Person>(ActOnMany.Do(people, Noun, act, to, change, p => p.FullName), ct);
        }

        private Task<IQueryable<Person>> Found(ActOnMany.Which<ListPeople.Query> which, CancellationToken ct) => which.In(db.Set<Person>(), async filter =>
        {
            var mandates = filter.WithMandate && tenant.Space.Has(SpaceModules.Governance) ? await mediator.Send(new MandateHolders.Query(), ct) : new Dictionary<Guid, int>();
            return ListPeople.Filtered(db, filter, [.. mandates.Keys]);
        });
    }
}
