using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.People;

/// <summary>One person: how to reach them, for whom they speak, their mandates.</summary>
public static class GetPerson
{
    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    public sealed record Answer(Sheet Sheet, MandateList Mandates);

    /// <param name="Roles">Of the account that stands for the person; null without an account.</param>
    public sealed record Sheet(Guid Id, int Version, string Name, Standing Standing, string? Title, Guid? OrganisationId, string? Organisation,
        string? Email, string? Phone, DateTimeOffset? ArchivedAt, DateTimeOffset? ErasedAt, Roles? Roles);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var sheet = await db.Set<Person>().Where(p => p.Id == query.Id)
                .Select(p => new Sheet(p.Id, p.Version, p.GivenName + " " + p.FamilyName, p.Standing, p.Title, p.OrganisationId,
                    db.Set<Organisation>().Where(o => o.Id == p.OrganisationId).Select(o => o.Name).FirstOrDefault(), p.Email, p.Phone, p.ArchivedAt, p.ErasedAt,
                    db.Set<Membership>().Where(m => m.PersonId == p.Id && m.EndedAt == null).OrderBy(m => m.Since).Select(m => (Roles?)m.Roles).FirstOrDefault()))
                .SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Person));
            var mandates = tenant.Space.Has(SpaceModules.Governance) ? await mediator.Send(new MandatesOf.Query(PersonId: query.Id), ct) : [];
            var names = await mediator.Send(new NamesOf.Query(mandates.Select(m => m.OrganisationId)), ct);
            return new(sheet, new(mandates, names.ToDictionary(n => n.Key, n => n.Value.Name), tenant.Space.Today(clock), ByPerson: false));
        }
    }
}
