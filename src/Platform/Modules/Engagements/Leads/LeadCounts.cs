using Platform.Data;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;
using Counts = Platform.Modules.Shared.Lists.Counts<Platform.Modules.Engagements.Leads.LeadFacet>;

namespace Platform.Modules.Engagements.Leads;

/// <summary>What the list of leads counts, and the facets made of it.</summary>
internal static class LeadCounts
{
    private const int SoonCode = 1, ToCheckCode = 2, CompleteCode = 3;

    public static int Soon(this Counts counts) => counts[LeadFacet.None, SoonCode];

    public static int ToCheck(this Counts counts) => counts[LeadFacet.None, ToCheckCode];

    public static Task<Counts> Read(PlatformDb db, Tallies tallies, Guid space, LeadFilter filter, CancellationToken ct) =>
        Counts.Read(tallies, space, "pistes", filter, () => Counted(db, filter), ct);

    private static IQueryable<CountLine> Counted(PlatformDb db, LeadFilter filter)
    {
        const int screening = (int)LeadFacet.Screening, sponsor = (int)LeadFacet.Sponsor;
        var (whole, screenings, sponsors) = (filter.Apply(db), filter.Apply(db, LeadFacet.Screening), filter.Apply(db, LeadFacet.Sponsor));
        return CountLine.Of(0, 0, whole)
            .Concat(CountLine.All(db.Set<Lead>()))
            .Concat(CountLine.Of(0, SoonCode, whole.Where(l => l.State == LeadState.Soon)))
            .Concat(CountLine.Of(0, ToCheckCode, LeadFilter.Waiting(db, whole)))
            .Concat(CountLine.Of(screening, ToCheckCode, LeadFilter.Waiting(db, screenings)))
            .Concat(CountLine.Of(screening, CompleteCode, LeadFilter.Examined(db, screenings)))
            .Concat(CountLine.By((int)LeadFacet.State, filter.Apply(db, LeadFacet.State), l => (int)l.State))
            .Concat(CountLine.By((int)LeadFacet.Theme, filter.Apply(db, LeadFacet.Theme), l => l.ThemeId, db.Set<Theme>().Select(t => new CountLine.Named { Id = t.Id, Name = t.Name }), filter.Themes))
            .Concat(CountLine.By(sponsor, sponsors, l => l.SponsorOrganisationId))
            .Concat(CountLine.By(sponsor, sponsors, l => l.SponsorPersonId));
    }

    public static IReadOnlyList<Facet> Facets(this Counts counts, LeadFilter filter, Word word, IReadOnlyDictionary<Guid, NamesOf.Row> names) =>
    [
        new("etat", "État", counts.Values(LeadFacet.State, Enum.GetValues<LeadState>(), filter.States, s => s.Slug(), s => s.Label(word))),
        new("examen", "Examen",
        [
            new(LeadFilter.ToCheck, "À vérifier", counts[LeadFacet.Screening, ToCheckCode], filter.Screenings.Contains(LeadFilter.ToCheck)),
            new(LeadFilter.Complete, "Complet", counts[LeadFacet.Screening, CompleteCode], filter.Screenings.Contains(LeadFilter.Complete)),
        ]),
        new("theme", "Thème", counts.Values(LeadFacet.Theme, filter.Themes)),
        new("porteur", "Porteur", counts.Values(LeadFacet.Sponsor, filter.Sponsors, id => names.GetValueOrDefault(id)?.Name)),
    ];
}
