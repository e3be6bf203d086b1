using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Contract;

/// <summary>What anybody may read of an edition whose page is open: the day, the place, the programme. No person, no online link, no budget.</summary>
public static class ShowPublicEdition
{
    [Anonymous]
    public sealed record Query(Guid Id) : IRequest<Sheet>;

    /// <summary>The next one whose page is open; null when there is none.</summary>
    [Anonymous]
    public sealed record Next : IRequest<Coming?>;

    /// <summary>The programme for calendars.</summary>
    [Anonymous]
    public sealed record Calendar(Guid Id) : IRequest<string>;

    public sealed record Coming(Guid Id, string Title, string When, string? Place);

    /// <param name="When">"12 novembre 2026"</param>
    /// <param name="Registers">Anybody may register today.</param>
    public sealed record Sheet(Guid Id, string Title, DateOnly StartsOn, string When, string Hours, string? Place, string? Address, string? Access, string? Accessibility, bool Registers, DateOnly? RegistrationFrom, DateOnly? RegistrationUntil,
        string? Host, string? Summary, bool IsCancelled, string? CancelledReason, bool IsPast, DateOnly Today, Poster? Poster, IReadOnlyList<Session> Sessions, IReadOnlyList<DocumentsOf.Row> Whole, DateOnly? NamesUntil);

    /// <param name="Version">Part of its address: a changed poster has a new one.</param>
    public sealed record Poster(int Version, string Description);

    /// <param name="Said">What was said there, when the organisers show it.</param>
    public sealed record Session(string Title, Badge Badge, string? Summary, DateOnly On, int? StartMinute, int? EndMinute, string? Room, string? Track, string? Said, IReadOnlyList<DocumentsOf.Row> Documents);

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock, MailSettings mails) : IRequestHandler<Query, Sheet>, IRequestHandler<Next, Coming?>, IRequestHandler<Calendar, string>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var e = await db.Set<ForumEdition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.Id && e.IsPublic, ct) ?? throw new NotFound(nameof(ForumEdition));
            var sessions = await db.Set<ForumSession>().Where(s => s.EditionId == e.Id && s.StartMinute != null).OrderBy(s => s.Day).ThenBy(s => s.StartMinute).ThenBy(s => s.Kind == SessionKind.Stand).ThenBy(s => s.Kind).ThenBy(s => s.Id).Take(ForumSession.Most)
                .Select(s => new { s.Id, Said = s.SaidIsPublic ? s.Said : null, s.Title, s.Kind, s.Summary, s.Day, s.StartMinute, s.EndMinute, Room = db.Set<ForumRoom>().Where(r => r.Id == s.RoomId).Select(r => r.Name).FirstOrDefault(), Track = db.Set<ForumTrack>().Where(t => t.Id == s.TrackId).Select(t => t.Name).FirstOrDefault() }).ToListAsync(ct);
            var poster = await db.Set<ForumPoster>().Where(p => p.EditionId == e.Id).Select(p => new Poster(p.Version, p.Description)).SingleOrDefaultAsync(ct);
            var documents = await DocumentsOf.Read(db, [e.Id, .. sessions.Select(s => s.Id)], ct, onlyPublic: true);
            var host = e.HostId is { } by ? (await mediator.Send(new OrganisationNames.Query([by]), ct)).GetValueOrDefault(by) : null;
            return new(e.Id, e.Title, e.StartsOn, EditionWords.Days(e.StartsOn, e.EndsOn), MeetingTime.Span(e.StartMinute, e.EndMinute), e.Place, e.Address, e.Access, e.Accessibility, e.IsOpenToAll && e.TakesAnswers(today) && !(e.RegistrationFrom > today), e.RegistrationFrom, e.RegistrationUntil, host, e.Summary,
                e.CancelledOn is not null, e.CancelledReason, e.EndsOn < today, today, poster, sessions.ConvertAll(s => new Session(s.Title, EditionWords.Badge(s.Kind), s.Summary, e.StartsOn.AddDays(s.Day), s.StartMinute, s.EndMinute, s.Room, s.Track, s.Said, [.. documents[s.Id]])), [.. documents[e.Id]],
                e.PurgedOn is null && e.CancelledOn is null ? e.NamesUntil(tenant.Space.GuestMonths) : null);
        }

        public async Task<Coming?> Handle(Next next, CancellationToken ct)
        {
            if (!tenant.Space.Has(SpaceModules.Forum)) return null;
            var today = tenant.Space.Today(clock);
            var e = await db.Set<ForumEdition>().AsNoTracking().Where(e => e.IsPublic && e.CancelledOn == null && e.EndsOn >= today).OrderBy(e => e.StartsOn).ThenBy(e => e.Id)
                .Select(e => new { e.Id, e.Title, e.StartsOn, e.EndsOn, e.Place }).FirstOrDefaultAsync(ct);
            return e is null ? null : new(e.Id, e.Title, EditionWords.Days(e.StartsOn, e.EndsOn), e.Place);
        }

        public async Task<string> Handle(Calendar calendar, CancellationToken ct)
        {
            var root = mails.Root(tenant.Space);
            return ICalendar.Write(tenant.Space, await ProgrammeEntries.Read(db, calendar.Id, root is null ? null : $"{root}/public/forum/{calendar.Id}", onlyPublic: true, ct), CalendarMethod.Publish, clock.GetUtcNow());
        }
    }
}
