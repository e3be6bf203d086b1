using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Reminding;

/// <summary>Meetings to come to which people have been called. Who said not to come is left alone.</summary>
internal sealed class MeetingsToRemind(PlatformDb db, CurrentTenant tenant, TimeProvider clock, MeetingLetters letters) : IReminderSource
{
    /// <summary>Whoever was called that recently needs no reminder, but on the eve.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(2);

    public ReminderKind Kind => ReminderKind.Meeting;

    /// <summary>Most of those who are called have no account: the page where they answer shows them place, agenda and documents.</summary>
    public bool IsPersonal => true;

    public string? PersonalAddress(Owed owed, Guid personId)
    {
        ArgumentNullException.ThrowIfNull(owed);
        return letters.Link(tenant.Space, owed.Id, owed.AnchorOn, personId);
    }

    public async Task<IReadOnlyList<(Guid Id, Guid GroupId)>> On(IReadOnlyCollection<DateOnly> anchors, StopWhen stop, CancellationToken ct)
    {
        var (fresh, eve) = (clock.GetUtcNow() - Fresh, tenant.Space.Today(clock).AddDays(1));
        return (await ToCome().Where(m => anchors.Contains(m.Date) && (m.Date <= eve || m.ConvenedAt < fresh)).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct)).ConvertAll(id => (id, id));
    }

    public async Task<IReadOnlyList<Owed>> Open(IReadOnlyCollection<Guid> ids, StopWhen stop, CancellationToken ct)
    {
        var today = tenant.Space.Today(clock);
        var meetings = await ToCome().Where(m => ids.Contains(m.Id)).OrderBy(m => m.Date).ThenBy(m => m.Id)
            .Select(m => new { m.Id, m.Date, m.StartMinute, m.EndMinute, m.Place, m.VideoLink, m.Title, Body = db.Set<Body>().Where(b => b.Id == m.BodyId).Select(b => b.Name).First() }).ToListAsync(ct);
        var silentOnly = stop == StopWhen.MeetingAnswered;
        var seats = (await db.Set<Attendance>().Where(a => ids.Contains(a.MeetingId) && a.PersonId != null && (silentOnly ? a.Answer == null : a.Answer == null || a.Answer == Coming.Present))
            .OrderBy(a => a.Position).Select(a => new { a.MeetingId, Person = a.PersonId!.Value }).ToListAsync(ct)).ToLookup(a => a.MeetingId, a => a.Person);
        return meetings.ConvertAll(m =>
        {
            var name = m.Title is null ? m.Body : $"{m.Body} ({m.Title})";
            var day = m.Date == today ? "aujourd’hui" : m.Date == today.AddDays(1) ? "demain" : French.Ago(m.Date, today);
            var where = MeetingWords.Where(m.Place, m.VideoLink);
            return new Owed(Kind, m.Id, m.Id, name, name, m.Date, $"{day}, le {French.Date(m.Date)}{(m.StartMinute is null ? "" : " " + MeetingTime.Span(m.StartMinute, m.EndMinute))}{(where is null ? "" : $", {where}")}",
                $"/reunions/{m.Id}", $"/reunions/{m.Id}")
            {
                Expected = m.VideoLink is { } link ? $"Visioconférence : {link}" : null, Referents = [.. seats[m.Id]],
            };
        });
    }

    public async Task<IReadOnlyList<Guid>?> Under(Guid id, CancellationToken ct) => await db.Set<Meeting>().AnyAsync(m => m.Id == id, ct) ? [id] : null;

    private IQueryable<Meeting> ToCome()
    {
        var today = tenant.Space.Today(clock);
        return db.Set<Meeting>().Where(m => m.Date >= today && m.ConvenedAt != null && (m.State == MeetingState.Convened || m.State == MeetingState.Open));
    }
}

/// <summary>Meetings whose minutes nobody has received.</summary>
internal sealed class MinutesToRemind(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IReminderSource
{
    public ReminderKind Kind => ReminderKind.Minutes;

    public async Task<IReadOnlyList<(Guid Id, Guid GroupId)>> On(IReadOnlyCollection<DateOnly> anchors, StopWhen stop, CancellationToken ct) =>
        (await Unsent(stop).Where(m => anchors.Contains(m.Date)).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct)).ConvertAll(id => (id, id));

    public async Task<IReadOnlyList<Owed>> Open(IReadOnlyCollection<Guid> ids, StopWhen stop, CancellationToken ct)
    {
        var today = tenant.Space.Today(clock);
        return (await Unsent(stop).Where(m => ids.Contains(m.Id)).OrderBy(m => m.Date).ThenBy(m => m.Id)
                .Select(m => new { m.Id, m.Date, m.Title, m.State, m.SecretaryId, m.ChairId, Body = db.Set<Body>().Where(b => b.Id == m.BodyId).Select(b => b.Name).First() }).ToListAsync(ct))
            .ConvertAll(m =>
            {
                var name = $"{(m.Title is null ? m.Body : $"{m.Body} ({m.Title})")}, {French.Date(m.Date)}";
                var state = m.State != MeetingState.Held ? "la séance n’est pas close" : stop == StopWhen.MinutesSent ? "la restitution n’est pas envoyée" : "le compte rendu n’est pas approuvé";
                return new Owed(Kind, m.Id, m.Id, name, name, m.Date, $"tenue {French.Ago(m.Date, today)}, {state}", m.State == MeetingState.Held ? $"/reunions/{m.Id}/compte-rendu" : $"/reunions/{m.Id}", $"/reunions/{m.Id}")
                {
                    Referents = m.SecretaryId is { } secretary ? [secretary] : [], Elected = m.ChairId is { } chair ? [chair] : [],
                };
            });
    }

    public async Task<IReadOnlyList<Guid>?> Under(Guid id, CancellationToken ct) => await db.Set<Meeting>().AnyAsync(m => m.Id == id, ct) ? [id] : null;

    private IQueryable<Meeting> Unsent(StopWhen stop)
    {
        var today = tenant.Space.Today(clock);
        var held = db.Set<Meeting>().Where(m => m.Date < today && (m.State == MeetingState.Convened || m.State == MeetingState.Open || m.State == MeetingState.Held));
        return stop == StopWhen.MinutesApproved ? held.Where(m => m.ApprovedOn == null) : held.Where(m => m.RestitutedAt == null);
    }
}
