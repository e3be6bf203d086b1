using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Contract;
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

    /// <param name="Held">Null when the space keeps no commitments.</param>
    public sealed record Answer(Sheet Sheet, IReadOnlyList<PersonRow> People, MandateList Mandates, HeldBy.Answer? Held, DateOnly Today)
    {
        public IEnumerable<RoleSpan> Running => Sheet.Roles.Where(r => r.RunsOn(Today));
        public bool MorePeople => People.Count > MostPeople;
    }

    /// <param name="Populations">Of an EPCI, latest year first; empty for any other organisation.</param>
    /// <param name="MunicipalPopulation">Of a commune; null for any other organisation.</param>
    public sealed record Sheet(Guid Id, int Version, OrganisationKind Kind, string Name, string? ShortName, string? Siren, string? InseeCode, string? Seat,
        string? WebSite, string? Notes, DateTimeOffset? ArchivedAt, int? MunicipalPopulation,
        IReadOnlyList<PopulationsOf.Figure> Populations, IReadOnlyList<RoleSpan> Roles);

    public sealed record PersonRow(Guid Id, string Name, string? Title, Standing Standing, bool HasAccount, bool IsOurs);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            // Some roles times some years: a few rows too many cost less than another round trip.
            var sheet = await db.Set<Organisation>().AsSingleQuery().Where(o => o.Id == query.Id)
                .Select(o => new Sheet(o.Id, o.Version, o.Kind, o.Name, o.ShortName, o.Siren, o.InseeCode, o.Seat, o.WebSite, o.Notes, o.ArchivedAt,
                    o.Kind == OrganisationKind.Commune ? db.Set<Commune>().Where(c => c.Code == o.InseeCode).Select(c => c.Population).FirstOrDefault() : null,
                    db.Set<EpciPopulation>().Where(p => o.Kind == OrganisationKind.Epci && p.Siren == o.Siren)
                        .OrderByDescending(p => p.Year).Select(p => new PopulationsOf.Figure(p.Year, p.Population,
                            db.Set<ReferenceYear>().Where(y => y.Year == p.Year).Select(y => y.RepeatsYear).FirstOrDefault())).ToList(),
                    o.Roles.OrderByDescending(r => r.Start).ThenBy(r => r.Kind).Select(r => new RoleSpan(r.Id, r.Kind, r.Start, r.End)).ToList()))
                .SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Organisation));
            var mandates = tenant.Space.Has(SpaceModules.Governance) ? await mediator.Send(new MandatesOf.Query(OrganisationId: query.Id), ct) : [];
            var people = await People(query.Id, [.. mandates.Select(m => m.PersonId).OfType<Guid>().Distinct()], ct);
            var held = tenant.Space.Has(SpaceModules.Engagements) ? await mediator.Send(new HeldBy.Query(query.Id), ct) : null;
            var today = tenant.Space.Today(clock);
            return new(sheet, [.. people.Where(p => p.IsOurs)], new(mandates, people.ToDictionary(p => p.Id, p => p.Name), today, ByPerson: true), held, today);
        }

        // Its people, and whoever holds a mandate for it: both in one round trip.
        private async Task<List<PersonRow>> People(Guid organisation, List<Guid> holders, CancellationToken ct)
        {
            var rows = await db.Set<Person>().Where(p => holders.Contains(p.Id) || (p.OrganisationId == organisation && p.ArchivedAt == null))
                .OrderBy(p => holders.Contains(p.Id) ? 0 : 1).ThenBy(p => p.NameKey).ThenBy(p => p.Id).Take(holders.Count + MostPeople + 1)
                .Select(p => new { p.NameKey, Row = new PersonRow(p.Id, p.GivenName + " " + p.FamilyName, p.Title, p.Standing,
                    db.Set<Membership>().Any(m => m.PersonId == p.Id && m.EndedAt == null), p.OrganisationId == organisation && p.ArchivedAt == null) })
                .ToListAsync(ct);
            return [.. rows.OrderBy(r => r.NameKey, StringComparer.Ordinal).Select(r => r.Row)];
        }
    }
}
