using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.People;
using Platform.Modules.Members.Reference;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Organisations;

/// <summary>One organisation: what it is, its roles over time, its people and their mandates.</summary>
public static class GetOrganisation
{
    public const int MostPeople = 100;

    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="Populations">Of an EPCI, latest year first; empty for any other organisation.</param>
    public sealed record Answer(Sheet Sheet, IReadOnlyList<PopulationsOf.Figure> Populations, IReadOnlyList<PersonRow> People, IReadOnlyList<MandatesOf.Row> Mandates,
        DateOnly Today)
    {
        public IEnumerable<RoleSpan> Running => Sheet.Roles.Where(r => r.RunsOn(Today));
        public IEnumerable<RoleSpan> Others => Sheet.Roles.Where(r => !r.RunsOn(Today));
        public bool MorePeople => People.Count > MostPeople;
    }

    /// <param name="MunicipalPopulation">Of a commune; null for any other organisation.</param>
    public sealed record Sheet(Guid Id, int Version, OrganisationKind Kind, string Name, string? ShortName, string? Siren, string? InseeCode, string? Seat,
        string? WebSite, string? Notes, DateTimeOffset? ArchivedAt, int? MunicipalPopulation, IReadOnlyList<RoleSpan> Roles);

    public sealed record PersonRow(Guid Id, string Name, string? Title, Standing Standing, bool HasAccount);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var sheet = await db.Set<Organisation>().Where(o => o.Id == query.Id)
                .Select(o => new Sheet(o.Id, o.Version, o.Kind, o.Name, o.ShortName, o.Siren, o.InseeCode, o.Seat, o.WebSite, o.Notes, o.ArchivedAt,
                    o.Kind == OrganisationKind.Commune ? db.Set<Commune>().Where(c => c.Code == o.InseeCode).Select(c => c.Population).FirstOrDefault() : null,
                    o.Roles.OrderByDescending(r => r.Start).ThenBy(r => r.Kind).Select(r => new RoleSpan(r.Id, r.Kind, r.Start, r.End)).ToList()))
                .SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Organisation));
            var populations = sheet is { Kind: OrganisationKind.Epci, Siren: { } siren }
                ? (await mediator.Send(new PopulationsOf.Query([siren]), ct)).GetValueOrDefault(siren, []) : [];
            var people = await db.Set<Person>().Where(p => p.OrganisationId == query.Id && p.ArchivedAt == null).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(MostPeople + 1)
                .Select(p => new PersonRow(p.Id, p.GivenName + " " + p.FamilyName, p.Title, p.Standing, db.Set<Membership>().Any(m => m.PersonId == p.Id && m.EndedAt == null)))
                .ToListAsync(ct);
            var mandates = tenant.Space.Has(SpaceModules.Governance) ? await mediator.Send(new MandatesOf.Query(OrganisationId: query.Id), ct) : [];
            return new(sheet, populations, people, mandates, tenant.Space.Today(clock));
        }
    }
}
