using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Tags;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>What every list of commitments reads of each, be it for a page or for a file.</summary>
internal static class CommitmentReading
{
    internal sealed record Raw(Guid Id, int Number, string Title, string TitleKey, DateOnly DueKey, DateOnly NewsKey, Standing Standing, DateOnly? StartsOn,
        DateOnly? AliveSince, DateOnly StateOn, DateOnly? DueOn, int CadenceDays, int? Progress, Visibility Visibility, Guid? ReferentId, Guid? FacilitatorId,
        string? Coalition, List<Guid> HolderIds, EvidenceLevel Evidence)
    {
        public IEnumerable<Guid?> Named => [.. HolderIds, ReferentId, FacilitatorId];

        public CommitmentRow Row(IReadOnlyDictionary<Guid, NamesOf.Row> names, CommitmentRow.Depth? more) => new(Id, Number, Title, Standing, Coalition is null ? [.. HolderIds.Select(id => names[id].Name)] : [],
            Coalition, StartsOn, DueOn, CadenceDays, Progress, Visibility, ReferentId is { } r ? names[r].Name : null, FacilitatorId is { } f ? names[f].Name : null, StateOn, Evidence)
        {
            More = more ?? CommitmentRow.Depth.None,
        };

        /// <param name="news">Dates of the news that stand.</param>
        public Life Life(IEnumerable<DateOnly> news, DateOnly today) =>
            new(StartsOn ?? AliveSince ?? StateOn, DueOn, Standing.State.IsOpen() ? null : StateOn, [.. news], Standing.IsSilent(today));
    }

    public static IQueryable<Raw> Raws(this IQueryable<Commitment> found, PlatformDb db) => found.Select(c => new Raw(c.Id, c.Number, c.Title, c.TitleKey, c.DueKey, c.NewsKey,
        new Standing(c.State, c.OpenDueOn, c.NextNewsDueOn, c.LastNewsOn, c.IsBlocked), c.StartsOn, c.AliveSince, c.StateOn, c.DueOn, c.CadenceDays, c.Progress, c.Visibility,
        c.ReferentId, c.FacilitatorId, db.Set<Coalition>().Where(x => x.Id == c.CoalitionId).Select(x => x.Name).FirstOrDefault(),
        c.Holders.OrderByDescending(h => h.IsLead).ThenBy(h => h.Id).Select(h => h.OrganisationId).ToList(), c.Evidence));

    private const int OfObjective = 1, OfMeasure = 2;

    /// <summary>What few lists show: two more queries, whatever the number.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CommitmentRow.Depth>> Depths(PlatformDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        // The steps come first: their columns give the union its types.
        var lines = (await db.Set<Measure>().Where(m => ids.Contains(m.CommitmentId) && m.DroppedOn == null)
                .Select(m => new { m.CommitmentId, Kind = OfMeasure, m.Order, m.Title, On = m.DueOn })
            .Concat(db.Set<CommitmentObjective>().Where(o => ids.Contains(o.CommitmentId))
                .Join(db.Set<Objective>(), o => o.ObjectiveId, o => o.Id, (c, o) => new { c.CommitmentId, Kind = OfObjective, Order = o.Position, o.Title, On = (DateOnly?)null }))
            .ToListAsync(ct)).ToLookup(l => (l.CommitmentId, l.Kind));
        var texts = await db.Set<Commitment>().Where(c => ids.Contains(c.Id)).Select(c => new
        {
            c.Id, c.Statement, c.Means,
            Theme = db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => t.Name).FirstOrDefault(),
            Axis = db.Set<Axis>().Where(a => a.Id == c.AxisId).Select(a => new { a.Number, a.Title }).FirstOrDefault(),
        }).ToListAsync(ct);
        return texts.ToDictionary(c => c.Id, c => new CommitmentRow.Depth(c.Statement, c.Means, c.Theme, c.Axis is null ? null : $"{c.Axis.Number}. {c.Axis.Title}",
            [.. lines[(c.Id, OfObjective)].OrderBy(l => l.Order).ThenBy(l => l.Title, StringComparer.Ordinal).Select(l => l.Title)],
            [.. lines[(c.Id, OfMeasure)].OrderBy(l => l.Order).Select(l => MeasureLines.Write(l.Title, l.On))]));
    }
}
