using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Rsvp;

/// <summary>What the holder of a guest's link reads: this invitation, what was answered, and what may still be.</summary>
public static class ShowInvitation
{
    /// <summary>Null: the link serves no more, whatever the reason.</summary>
    [Anonymous]
    public sealed record Query(string? Secret) : IRequest<View?>;

    /// <param name="State">Of the guest: Accepted, Waiting…</param>
    /// <param name="Rank">In the queue, from 1.</param>
    /// <param name="IsFull">Whoever says yes now waits.</param>
    /// <param name="Ticket">What the guest shows at the door.</param>
    /// <param name="Substitute">Who got the invitation instead.</param>
    public sealed record View(Guid EditionId, string? Name, string Title, string When, string Hours, string? Place, string? Address, string? Access, string? Accessibility, string? OnlineLink, bool IsPublic, bool IsCancelled,
        string? CancelledReason, DateOnly AnswersUntil, bool Takes, GuestState State, DateTime? OfferUntil, int? Rank, bool IsFull, int Companions, string? Substitute, IReadOnlyList<Session> Sessions, string? Ticket, AnswerInvitation.Command Current);

    /// <param name="Left">Null: no limit.</param>
    public sealed record Session(Guid Id, string Title, string When, int? Left);

    internal sealed class Handler(PlatformDb db, GuestLinks links, Places places, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken ct)
        {
            if (await links.Find(query.Secret, ct) is not { } guest) return null;
            var e = await db.Set<ForumEdition>().AsNoTracking().SingleAsync(e => e.Id == guest.EditionId, ct);
            var takes = e.TakesAnswers(tenant.Space.Today(clock)) && guest.State is not (GuestState.Delegated or GuestState.Attended);
            var free = takes ? await places.Free(e, guest.Id, ct) : null;
            var left = takes ? await places.FreeIn(e.Id, guest.Id, ct) : [];
            var sessions = await Places.Choosable(db, e.Id).OrderBy(s => s.Day).ThenBy(s => s.StartMinute).ThenBy(s => s.Title).Take(ForumSession.Most).Select(s => new { s.Id, s.Title, s.Day, s.StartMinute, s.EndMinute }).ToListAsync(ct);
            int? rank = guest is { State: GuestState.Waiting, WaitingSince: { } since, OfferUntil: null }
                ? 1 + await Places.Queue(db, e.Id).CountAsync(g => g.Priority > guest.Priority || (g.Priority == guest.Priority && g.WaitingSince < since), ct) : null;
            var substitute = guest.State == GuestState.Delegated ? await db.Set<ForumGuest>().Where(g => g.DelegatedFromId == guest.Id).Select(g => g.Name).FirstOrDefaultAsync(ct) : null;
            var names = guest.Companions.OrderBy(c => c.Position).Select(c => (string?)c.Name).ToList();
            return new(e.Id, guest.Name, e.Title, EditionWords.Days(e.StartsOn, e.EndsOn), MeetingTime.Span(e.StartMinute, e.EndMinute), e.Place, e.Address, e.Access, e.Accessibility, guest.State == GuestState.Accepted ? e.OnlineLink : null, e.IsPublic,
                e.CancelledOn is not null, e.CancelledReason, e.AnswersUntil, takes, guest.State, guest.OfferUntil is { } until ? tenant.Space.Local(until) : null, rank, free <= 0 && !guest.Holds, Math.Max(e.MostCompanions, names.Count), substitute,
                sessions.ConvertAll(s => new Session(s.Id, s.Title, $"{(e.Days > 1 ? French.DayAndMonth(e.StartsOn.AddDays(s.Day)) + ", " : "")}{MeetingTime.Span(s.StartMinute, s.EndMinute)}", left.TryGetValue(s.Id, out var places) ? Math.Max(0, places) : null)), e.CancelledOn is null ? guest.Ticket : null,
                new()
                {
                    // Somebody who has just registered comes to say yes.
                    Answer = guest.State switch { GuestState.Accepted or GuestState.Waiting or GuestState.Unconfirmed => Reply.Yes, GuestState.Maybe => Reply.Maybe, GuestState.Declined => Reply.No, _ => null },
                    Companions = names, Sessions = guest.Choices.ConvertAll(c => c.SessionId), Meal = guest.Meal ?? guest.Answer is null, Needs = guest.Needs, Note = guest.Note,
                });
        }
    }
}
