using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;
using Counts = Platform.Modules.Shared.Lists.Counts<Platform.Modules.Engagements.Commitments.CommitmentFacet>;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>What the list of commitments counts, and the facets made of it.</summary>
internal static class CommitmentCounts
{
    private const int LateCode = 1, SilentCode = 2, BlockedCode = 3, SoonCode = 4;

    public static int? Late(this Counts counts) => counts.Numbered(CommitmentFacet.None, LateCode);

    public static int? Silent(this Counts counts) => counts.Numbered(CommitmentFacet.None, SilentCode);

    /// <param name="onPage">How many there are, when they fit on one page; null when there are more.</param>
    public static async Task<Counts> Read(PlatformDb db, Tallies tallies, Guid space, CommitmentFilter filter, int? onPage, DateOnly today, CancellationToken ct)
    {
        if (!filter.FindsMuch) return await Counts.Read(tallies, space, $"engagements {today:O}", filter, () => Counted(db, filter, today), ct);
        // What may be chosen is what the list without these words offers: its counts are kept.
        var (total, all) = (onPage ?? await filter.Apply(db, today).CountCapped(ct), filter with { Words = null });
        return (await Counts.Read(tallies, space, $"engagements {today:O}", all, () => Counted(db, all, today), ct)).Unnumbered(total);
    }

    private static IQueryable<CountLine> Counted(PlatformDb db, CommitmentFilter filter, DateOnly today)
    {
        var limit = today.AddDays(CommitmentFilter.SoonDays);
        const int situation = (int)CommitmentFacet.Situation;
        var (whole, situations) = (filter.Apply(db, today), filter.Apply(db, today, CommitmentFacet.Situation));
        var counted = CountLine.Of(0, 0, whole)
            .Concat(CountLine.All(db.Set<Commitment>()))
            .Concat(CountLine.Of(0, LateCode, whole.Where(c => c.OpenDueOn < today)))
            .Concat(CountLine.Of(0, SilentCode, whole.Where(c => c.NextNewsDueOn < today)))
            .Concat(CountLine.Of(situation, LateCode, situations.Where(c => c.OpenDueOn < today)))
            .Concat(CountLine.Of(situation, SilentCode, situations.Where(c => c.NextNewsDueOn < today)))
            .Concat(CountLine.Of(situation, BlockedCode, situations.Where(c => c.IsBlocked && c.State < CommitmentState.Kept)))
            .Concat(CountLine.Of(situation, SoonCode, situations.Where(c => c.OpenDueOn >= today && c.OpenDueOn <= limit)))
            .Concat(CountLine.By((int)CommitmentFacet.State, filter.Apply(db, today, CommitmentFacet.State), c => (int)c.State))
            .Concat(CountLine.By((int)CommitmentFacet.Evidence, filter.Apply(db, today, CommitmentFacet.Evidence), c => (int)c.Evidence))
            .Concat(CountLine.By((int)CommitmentFacet.Theme, filter.Apply(db, today, CommitmentFacet.Theme), c => c.ThemeId, db.Set<Theme>().Select(t => new CountLine.Named { Id = t.Id, Name = t.Name }), filter.Themes))
            .Concat(CountLine.By((int)CommitmentFacet.Coalition, filter.Apply(db, today, CommitmentFacet.Coalition), c => c.CoalitionId, db.Set<Coalition>().Select(c => new CountLine.Named { Id = c.Id, Name = c.Name }), filter.Coalitions))
            .Concat(CountLine.By((int)CommitmentFacet.Facilitator, filter.Apply(db, today, CommitmentFacet.Facilitator), c => c.FacilitatorId))
            .Concat(CountLine.By((int)CommitmentFacet.Holder, filter.Apply(db, today, CommitmentFacet.Holder).SelectMany(c => c.Holders), h => (Guid?)h.OrganisationId));
        // Asked by the links of an axis only: other lists need not pay for it.
        return filter.Axes.Count == 0 ? counted
            : counted.Concat(CountLine.By((int)CommitmentFacet.Axis, filter.Apply(db, today, CommitmentFacet.Axis), c => c.AxisId, db.Set<Axis>().Select(a => new CountLine.Named { Id = a.Id, Name = a.Title }), filter.Axes));
    }

    /// <summary>Whom the facets name.</summary>
    public static IEnumerable<Guid?> Named(this Counts counts, CommitmentFilter filter) =>
        counts.Ids(CommitmentFacet.Holder, filter.Holders).Concat(counts.Ids(CommitmentFacet.Facilitator, filter.Facilitators)).Select(id => (Guid?)id);

    public static IReadOnlyList<Facet> Facets(this Counts counts, CommitmentFilter filter, Vocabulary words, IReadOnlyDictionary<Guid, NamesOf.Row> names)
    {
        var word = words.Commitment;
        FacetValue Situation(string value, string label, int code) => new(value, label, counts.Numbered(CommitmentFacet.Situation, code), filter.Situations.Contains(value));
        string? Name(Guid id) => names.GetValueOrDefault(id)?.Name;
        return
        [
            new("situation", "Situation",
            [
                Situation(CommitmentFilter.Late, Standing.Late.Text, LateCode),
                Situation(CommitmentFilter.Silent, Standing.Silent.Text, SilentCode),
                Situation(CommitmentFilter.Blocked, Standing.Blocked(word).Text, BlockedCode),
                Situation(CommitmentFilter.Soon, $"Échéance sous {CommitmentFilter.SoonDays} jours", SoonCode),
            ]),
            new("etat", "État", counts.Values(CommitmentFacet.State, Enum.GetValues<CommitmentState>(), filter.States, s => s.Slug(), s => s.Label(word))),
            new("preuve", "Niveau de preuve", counts.Values(CommitmentFacet.Evidence, Enum.GetValues<EvidenceLevel>(), filter.Evidence, l => EnumNames.Slug(l), l => l.Label(word))),
            new("porteur", "Porteur", counts.Values(CommitmentFacet.Holder, filter.Holders, Name)),
            new("theme", "Thème", counts.Values(CommitmentFacet.Theme, filter.Themes)),
            new("coalition", Word.Capital(words.Coalition.Singular), counts.Values(CommitmentFacet.Coalition, filter.Coalitions)),
            new("axe", Word.Capital(words.Axis.Singular), counts.Values(CommitmentFacet.Axis, filter.Axes)),
            new("suivi", "Suivi par", counts.Values(CommitmentFacet.Facilitator, filter.Facilitators, Name)),
        ];
    }
}
