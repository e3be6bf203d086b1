using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Reminding;

/// <summary>Promises that bind and of which news is owed.</summary>
internal sealed class NewsToRemind(PlatformDb db, CommitmentLadders ladders, CurrentTenant tenant, TimeProvider clock, IPersonalLinks links) : IReminderSource
{
    /// <summary>A due date further away than that is no part of a question about news.</summary>
    private const int DueSoon = 30;

    public ReminderKind Kind => ReminderKind.News;

    public async Task<IReadOnlyList<(Guid Id, Guid GroupId)>> On(IReadOnlyCollection<DateOnly> anchors, StopWhen stop, CancellationToken ct) =>
        (await db.Set<Commitment>().Where(c => c.NextNewsDueOn != null && anchors.Contains(c.NextNewsDueOn!.Value)).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct)).ConvertAll(id => (id, id));

    public async Task<IReadOnlyList<Owed>> Open(IReadOnlyCollection<Guid> ids, StopWhen stop, CancellationToken ct)
    {
        var today = tenant.Space.Today(clock);
        return [.. (await ladders.Of(db.Set<Commitment>().Where(c => ids.Contains(c.Id) && c.NextNewsDueOn != null), ct)).Select(c =>
            new Owed(Kind, c.Id, c.Id, c.Title, c.Title, c.NextNewsDueOn!.Value, c.OpenDueOn <= today.AddDays(DueSoon) ? $"{c.News(today)}, {c.Due(today)}" : c.News(today)!,
                $"/engagements/{c.Id}/nouvelles", $"/engagements/{c.Id}")
            {
                Referents = c.Referents, Facilitators = c.Facilitators, Elected = c.Elected,
            })];
    }

    public async Task<IReadOnlyList<Guid>?> Under(Guid id, CancellationToken ct) => await db.Set<Commitment>().AnyAsync(c => c.Id == id, ct) ? [id] : null;

    public bool IsPersonal => true;

    public async Task<string?> PersonalAddress(Owed owed, Guid personId, CancellationToken ct) => await links.For(owed.GroupId, personId, ct);
}

/// <summary>Promises that bind and have a due date.</summary>
internal sealed class DuesToRemind(PlatformDb db, CommitmentLadders ladders, CurrentTenant tenant, TimeProvider clock, IPersonalLinks links) : IReminderSource
{
    public ReminderKind Kind => ReminderKind.CommitmentDue;

    public async Task<IReadOnlyList<(Guid Id, Guid GroupId)>> On(IReadOnlyCollection<DateOnly> anchors, StopWhen stop, CancellationToken ct) =>
        (await Bound(stop).Where(c => anchors.Contains(c.OpenDueOn!.Value)).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct)).ConvertAll(id => (id, id));

    public async Task<IReadOnlyList<Owed>> Open(IReadOnlyCollection<Guid> ids, StopWhen stop, CancellationToken ct)
    {
        var today = tenant.Space.Today(clock);
        return [.. (await ladders.Of(Bound(stop).Where(c => ids.Contains(c.Id)), ct)).Select(c =>
            new Owed(Kind, c.Id, c.Id, c.Title, c.Title, c.OpenDueOn!.Value, c.NextNewsDueOn < today ? $"{c.Due(today)}, {c.News(today)}" : c.Due(today)!, $"/engagements/{c.Id}/nouvelles", $"/engagements/{c.Id}")
            {
                Referents = c.Referents, Facilitators = c.Facilitators, Elected = c.Elected,
            })];
    }

    public async Task<IReadOnlyList<Guid>?> Under(Guid id, CancellationToken ct) => await db.Set<Commitment>().AnyAsync(c => c.Id == id, ct) ? [id] : null;

    public bool IsPersonal => true;

    public async Task<string?> PersonalAddress(Owed owed, Guid personId, CancellationToken ct) => await links.For(owed.GroupId, personId, ct);

    private IQueryable<Commitment> Bound(StopWhen stop)
    {
        var bound = db.Set<Commitment>().Where(c => c.OpenDueOn != null && (c.State == CommitmentState.Adopted || c.State == CommitmentState.UnderWay));
        return stop == StopWhen.ClosedOrTold ? bound.Where(c => c.LastNewsOn == null || c.LastNewsOn < c.OpenDueOn) : bound;
    }
}

/// <summary>Steps of promises that bind.</summary>
internal sealed class MeasuresToRemind(PlatformDb db, CommitmentLadders ladders, CurrentTenant tenant, TimeProvider clock, IPersonalLinks links) : IReminderSource
{
    public ReminderKind Kind => ReminderKind.Measure;

    public async Task<IReadOnlyList<(Guid Id, Guid GroupId)>> On(IReadOnlyCollection<DateOnly> anchors, StopWhen stop, CancellationToken ct) =>
        (await Left().Where(m => anchors.Contains(m.DueOn!.Value)).OrderBy(m => m.CommitmentId).ThenBy(m => m.Id).Select(m => new { m.Id, m.CommitmentId }).ToListAsync(ct)).ConvertAll(m => (m.Id, m.CommitmentId));

    public async Task<IReadOnlyList<Owed>> Open(IReadOnlyCollection<Guid> ids, StopWhen stop, CancellationToken ct)
    {
        var today = tenant.Space.Today(clock);
        var measures = await Left().Where(m => ids.Contains(m.Id)).OrderBy(m => m.DueOn).ThenBy(m => m.Order).Select(m => new { m.Id, m.CommitmentId, m.Title, Due = m.DueOn!.Value, m.PersonId }).ToListAsync(ct);
        var of = measures.Select(m => m.CommitmentId).Distinct().ToList();
        var wholes = (await ladders.Of(db.Set<Commitment>().Where(c => of.Contains(c.Id)), ct)).ToDictionary(c => c.Id);
        return measures.ConvertAll(m => new Owed(Kind, m.Id, m.CommitmentId, m.Title, wholes[m.CommitmentId].Title, m.Due, Situation(m.Due, today), $"/engagements/{m.CommitmentId}#mesures", $"/engagements/{m.CommitmentId}#mesures")
        {
            Referents = m.PersonId is { } own ? [own] : wholes[m.CommitmentId].Referents, Facilitators = wholes[m.CommitmentId].Facilitators, Elected = wholes[m.CommitmentId].Elected,
        });
    }

    public bool IsPersonal => true;

    public async Task<string?> PersonalAddress(Owed owed, Guid personId, CancellationToken ct) => await links.For(owed.GroupId, personId, ct);

    public async Task<IReadOnlyList<Guid>?> Under(Guid id, CancellationToken ct) => await db.Set<Commitment>().AnyAsync(c => c.Id == id || c.Measures.Any(m => m.Id == id), ct)
        ? await Left().Where(m => m.Id == id || m.CommitmentId == id).OrderBy(m => m.DueOn).Select(m => m.Id).Take(Measure.Most).ToListAsync(ct) : null;

    private IQueryable<Measure> Left() => db.Set<Measure>().Where(m => m.DueOn != null && m.DoneOn == null && m.DroppedOn == null
        && db.Set<Commitment>().Any(c => c.Id == m.CommitmentId && (c.State == CommitmentState.Adopted || c.State == CommitmentState.UnderWay)));

    private static string Situation(DateOnly due, DateOnly today) => due < today ? $"due depuis {French.Span(due, today)}, pour le {French.Date(due)}"
        : due == today ? "à faire aujourd’hui" : $"à faire {French.Ago(due, today)}, pour le {French.Date(due)}";
}
