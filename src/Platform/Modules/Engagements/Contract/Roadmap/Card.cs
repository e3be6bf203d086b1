using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Tags;
using Platform.Modules.Tenancy;
using Standing = Platform.Modules.Engagements.Commitments.Standing;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>A public commitment as lists show it.</summary>
/// <param name="Holders">Names of organisations, the lead first, or of the coalition.</param>
/// <param name="Age">"dernière nouvelle il y a 12 jours", "sans nouvelles depuis 4 mois"; null when none is owed.</param>
public sealed record Card(Guid Id, int Number, string Title, Badge Badge, IReadOnlyList<string> Holders, string? Theme, DateOnly? DueOn, bool IsLate, string? Age, bool IsSilent,
    int? Progress, int StepsDone, int Steps, Life Life)
{
    /// <summary>Computed from the dates, never typed.</summary>
    internal static string? AgeOf(Standing standing, DateOnly? aliveSince, DateOnly today) =>
        standing.IsSilent(today) ? "sans nouvelles depuis " + French.Span(standing.LastNewsOn > aliveSince ? standing.LastNewsOn.Value : aliveSince!.Value, today)
        : standing.LastNewsOn is { } last ? "dernière nouvelle " + French.Ago(last, today)
        : standing.State.IsAlive() ? "pas encore de nouvelle" : null;

    internal static async Task<PageOf<Card>> Read(PlatformDb db, IMediator mediator, Word word, IQueryable<Commitment> found, DateOnly today, string? cursor, int size, int total, CancellationToken ct)
    {
        var rows = await found.After(c => c.DueKey, c => c.Id, false, cursor, size).Select(c => new
        {
            c.Id, c.Number, c.Title, c.DueKey, c.DueOn, c.StartsOn, c.AliveSince, c.StateOn, c.Progress,
            Standing = new Standing(c.State, c.OpenDueOn, c.NextNewsDueOn, c.LastNewsOn, c.IsBlocked),
            Coalition = db.Set<Coalition>().Where(x => x.Id == c.CoalitionId).Select(x => x.Name).FirstOrDefault(),
            Theme = db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => t.Name).FirstOrDefault(),
            Steps = c.Measures.Count(m => m.DroppedOn == null), StepsDone = c.Measures.Count(m => m.DoneOn != null),
            HolderIds = c.Holders.OrderByDescending(h => h.IsLead).Select(h => h.OrganisationId).ToList(),
        }).ToListAsync(ct);
        var ids = rows.ConvertAll(r => r.Id);
        var names = await mediator.Send(new OrganisationNames.Query(rows.SelectMany(r => r.HolderIds)), ct);
        var news = (await Update.Standing(db).Where(u => ids.Contains(u.CommitmentId))
            .Select(u => new { u.CommitmentId, u.HappenedOn }).ToListAsync(ct)).ToLookup(u => u.CommitmentId, u => u.HappenedOn);
        return rows.Page(r => r.DueKey, r => r.Id, total, size).Select(r => new Card(r.Id, r.Number, r.Title, r.Standing.Main(word, today),
            r.Coalition is { } coalition ? [coalition] : [.. r.HolderIds.Select(id => names[id])], r.Theme, r.DueOn, r.Standing.IsLate(today),
            AgeOf(r.Standing, r.AliveSince, today), r.Standing.IsSilent(today), r.Progress, r.StepsDone, r.Steps,
            new Life(r.StartsOn ?? r.AliveSince ?? r.StateOn, r.DueOn, r.Standing.State.IsOpen() ? null : r.StateOn, [.. news[r.Id]], r.Standing.IsSilent(today))));
    }
}
