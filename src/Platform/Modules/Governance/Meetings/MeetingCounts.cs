using System.Globalization;
using Platform.Data;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;
using Counts = Platform.Modules.Shared.Lists.Counts<Platform.Modules.Governance.Meetings.MeetingFacet>;

namespace Platform.Modules.Governance.Meetings;

/// <summary>What the list of meetings counts, and the facets made of it.</summary>
internal static class MeetingCounts
{
    // Under 0 stands what the filter leaves; of all of them, those to come and those of which nothing is written.
    private const int ComingCode = 1, PastCode = 2, UnrecordedCode = 3, CancelledCode = 4;

    public static int Coming(this Counts counts) => counts[MeetingFacet.None, ComingCode];

    public static int Unrecorded(this Counts counts) => counts[MeetingFacet.None, UnrecordedCode];

    public static Task<Counts> Read(PlatformDb db, Tallies tallies, Guid space, MeetingFilter filter, DateOnly today, CancellationToken ct) =>
        Counts.Read(tallies, space, $"reunions {today:O}", filter, () => Counted(db, filter, today), ct);

    private static IQueryable<CountLine> Counted(PlatformDb db, MeetingFilter filter, DateOnly today)
    {
        const int situation = (int)MeetingFacet.Situation;
        var (all, situations) = (db.Set<Meeting>(), filter.Apply(db, today, MeetingFacet.Situation));
        return CountLine.Of(0, 0, filter.Apply(db, today))
            .Concat(CountLine.All(all))
            .Concat(CountLine.Of(0, ComingCode, all.Where(MeetingFilter.IsComing(today))))
            .Concat(CountLine.Of(0, UnrecordedCode, all.Where(MeetingFilter.IsUnrecorded(today))))
            .Concat(CountLine.Of(situation, ComingCode, situations.Where(MeetingFilter.IsComing(today))))
            .Concat(CountLine.Of(situation, PastCode, situations.Where(MeetingFilter.IsPast(today))))
            .Concat(CountLine.Of(situation, UnrecordedCode, situations.Where(MeetingFilter.IsUnrecorded(today))))
            .Concat(CountLine.Of(situation, CancelledCode, situations.Where(MeetingFilter.IsCancelled)))
            .Concat(CountLine.By((int)MeetingFacet.Body, filter.Apply(db, today, MeetingFacet.Body), m => m.BodyId, db.Set<Body>().Select(b => new CountLine.Named { Id = b.Id, Name = b.Name }), filter.Bodies))
            .Concat(CountLine.By((int)MeetingFacet.Year, filter.Apply(db, today, MeetingFacet.Year), m => m.Date.Year));
    }

    public static IReadOnlyList<Facet> Facets(this Counts counts, MeetingFilter filter, Vocabulary words)
    {
        FacetValue Situation(string value, string label, int code) => new(value, label, counts[MeetingFacet.Situation, code], filter.Situations.Contains(value));
        FacetValue[] situations =
        [
            Situation(MeetingFilter.Coming, "À venir", ComingCode),
            Situation(MeetingFilter.Past, "Passées", PastCode),
            Situation(MeetingFilter.Unrecorded, "À compléter", UnrecordedCode),
            Situation(MeetingFilter.Cancelled, "Annulées", CancelledCode),
        ];
        return
        [
            new("situation", "Situation", [.. situations.Where(v => v.Count > 0 || v.Chosen)]),
            new("instance", Word.Capital(words.Body.Singular), counts.Values(MeetingFacet.Body, filter.Bodies)),
            new("annee", "Année", counts.Values(MeetingFacet.Year, filter.Years, y => y.ToString(CultureInfo.InvariantCulture))),
        ];
    }
}
