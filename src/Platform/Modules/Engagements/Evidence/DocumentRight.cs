using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Governance.Contract;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>Who may attach what where: to a commitment, its news and steps, whoever may give news of it; to a coalition, whoever runs it; to news
/// received, whoever validates it; in a meeting or a cascade, whoever Governance says; in a forum, whoever organises it.</summary>
internal static class DocumentRight
{
    /// <summary>The name of what the document hangs on, and the address of its sheet.</summary>
    /// <param name="Owner">The commitment or the coalition.</param>
    /// <param name="Part">The news or the step; null for the whole.</param>
    /// <param name="IsPublic">What hangs there can be shown to the public.</param>
    /// <param name="Decides">The asker says what is shown, and takes away what others put.</param>
    public sealed record Spot(string Owner, string? Part, string Back, bool IsPublic, bool Decides);

    /// <exception cref="NotFound">Nothing is there, or the part is not of that whole.</exception>
    /// <exception cref="Forbidden">A colleague, but not of this one.</exception>
    public static async Task<Spot> Check(Place place, PlatformDb db, IMediator mediator, Memberships memberships, CancellationToken ct)
    {
        var writes = memberships.May(EngagementPermissions.Write);
        if (place.CoalitionId is { } coalitionId)
        {
            var name = await db.Set<Coalition>().Where(c => c.Id == coalitionId).Select(c => c.Name).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Coalition));
            if (!memberships.May(EngagementPermissions.ManageCoalitions)) throw new Forbidden(EngagementPermissions.ManageCoalitions);
            return new(name, null, $"~/coalitions/{coalitionId}#documents", false, writes);
        }
        if (place.ReceivedNewsId is { } receivedId)
        {
            var received = await db.Set<ReceivedNews>().Where(n => n.Id == receivedId).Select(n => new { n.Text, Of = db.Set<Commitment>().Where(c => c.Id == n.CommitmentId).Select(c => c.Title).First() })
                .SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ReceivedNews));
            if (!writes) throw new Forbidden(EngagementPermissions.Write);
            return new(received.Of, received.Text, $"~/nouvelles/{receivedId}", false, true);
        }
        if (place.AgendaItemId is not null || place.CascadeLineId is not null)
        {
            var spot = await mediator.Send(new DocumentSpot.Query(place.AgendaItemId, place.CascadeLineId), ct);
            return spot.MayChange ? new(spot.Owner, spot.Part, spot.Back, false, writes) : throw new Forbidden(EngagementPermissions.GiveNews);
        }
        if (place.ForumSessionId is not null || place.ForumEditionId is not null)
        {
            var spot = await mediator.Send(new ForumSpot.Query(place.ForumEditionId, place.ForumSessionId), ct);
            return new(spot.Owner, spot.Part, spot.Back, true, true);
        }
        var commitmentId = place.CommitmentId!.Value;
        var found = await db.Set<Commitment>().Where(c => c.Id == commitmentId).Select(c => new
        {
            c.Title, c.Visibility,
            News = c.Updates.Where(u => u.Id == place.UpdateId).Select(u => u.Text).FirstOrDefault(),
            Step = c.Measures.Where(m => m.Id == place.MeasureId).Select(m => m.Title).FirstOrDefault(),
        }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Commitment));
        if (place.UpdateId is not null && found.News is null) throw new NotFound(nameof(Update));
        if (place.MeasureId is not null && found.Step is null) throw new NotFound(nameof(Measure));
        await NewsRight.Check(commitmentId, db, mediator, memberships, ct);
        var anchor = place.UpdateId is not null ? "histoire" : place.MeasureId is not null ? "mesures" : "documents";
        return new(found.Title, found.News ?? found.Step, $"~/engagements/{commitmentId}#{anchor}", found.Visibility == Visibility.Public, writes);
    }
}
