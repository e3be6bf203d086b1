using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;
using Counts = Platform.Modules.Shared.Lists.Counts<Platform.Modules.Engagements.Support.SupportFacet>;

namespace Platform.Modules.Engagements.Support;

/// <summary>What the list of requests counts, and the facets made of it.</summary>
internal static class SupportCounts
{
    private const int OpenCode = 1, LateCode = 2, WaitingCode = 3, NobodyCode = 1;

    // Of all of them, for the first line.
    public static int Open(this Counts counts) => counts[SupportFacet.None, OpenCode];

    public static int Late(this Counts counts) => counts[SupportFacet.None, LateCode];

    public static int Waiting(this Counts counts) => counts[SupportFacet.None, WaitingCode];

    public static Task<Counts> Read(PlatformDb db, Tallies tallies, Guid space, SupportFilter filter, DateOnly today, CancellationToken ct) =>
        Counts.Read(tallies, space, $"demandes {today:O}", filter, () => Counted(db, filter, today), ct);

    private static IQueryable<CountLine> Counted(PlatformDb db, SupportFilter filter, DateOnly today)
    {
        var (all, owners) = (db.Set<SupportRequest>(), filter.Apply(db, today, SupportFacet.Owner));
        return CountLine.Of(0, 0, filter.Apply(db, today))
            .Concat(CountLine.All(all))
            .Concat(CountLine.Of(0, OpenCode, all.Where(r => r.State < SupportState.Given)))
            .Concat(CountLine.Of(0, LateCode, all.Where(r => r.OpenDueOn < today)))
            .Concat(CountLine.Of(0, WaitingCode, all.Where(r => r.State == SupportState.Asked)))
            .Concat(CountLine.Of((int)SupportFacet.Situation, LateCode, filter.Apply(db, today, SupportFacet.Situation).Where(r => r.OpenDueOn < today)))
            .Concat(CountLine.By((int)SupportFacet.State, filter.Apply(db, today, SupportFacet.State), r => (int)r.State))
            .Concat(CountLine.By((int)SupportFacet.Kind, filter.Apply(db, today, SupportFacet.Kind), r => r.KindId, db.Set<GuideLine>().Select(l => new CountLine.Named { Id = l.Id, Name = l.Text }), filter.Kinds))
            .Concat(CountLine.By((int)SupportFacet.Coalition, filter.Apply(db, today, SupportFacet.Coalition), r => r.CoalitionId, db.Set<Coalition>().Select(c => new CountLine.Named { Id = c.Id, Name = c.Name }), filter.Coalitions))
            .Concat(CountLine.By((int)SupportFacet.Owner, owners, r => r.OwnerId))
            .Concat(CountLine.Of((int)SupportFacet.Owner, NobodyCode, owners.Where(r => r.OwnerId == null)));
    }

    public static IReadOnlyList<Facet> Facets(this Counts counts, SupportFilter filter, Vocabulary words, IReadOnlyDictionary<Guid, NamesOf.Row> names)
    {
        FacetValue[] late = [new(SupportFilter.Late, SupportStates.Late.Text, counts[SupportFacet.Situation, LateCode], filter.IsLate)];
        FacetValue[] nobody = [new(SupportFilter.Nobody, "Personne", counts[SupportFacet.Owner, NobodyCode], filter.HasNoOwner)];
        return
        [
            new("situation", "Situation", [.. late.Where(v => v.Count > 0 || v.Chosen)]),
            new("etat", "État", counts.Values(SupportFacet.State, Enum.GetValues<SupportState>(), filter.States, s => s.Slug(), s => EnumNames.Of(s))),
            new("appui", "Appui", counts.Values(SupportFacet.Kind, filter.Kinds)),
            new("coalition", Word.Capital(words.Coalition.Singular), counts.Values(SupportFacet.Coalition, filter.Coalitions)),
            new("suivi", "Suivie par", [.. nobody.Where(v => v.Count > 0 || v.Chosen), .. counts.Values(SupportFacet.Owner, filter.Owners, id => names.GetValueOrDefault(id)?.Name)]),
        ];
    }
}
