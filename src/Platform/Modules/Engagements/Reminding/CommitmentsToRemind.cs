using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Reminding;

/// <summary>Promises, or what is part of one: whoever is asked answers by a link of one's own.</summary>
internal abstract class PromisesToRemind(PlatformDb db, CommitmentLadders ladders, CurrentTenant tenant, TimeProvider clock, IPersonalLinks links) : IReminderSource
{
    public abstract ReminderKind Kind { get; }

    public bool IsPersonal => true;

    protected PlatformDb Db => db;
    protected DateOnly Today => tenant.Space.Today(clock);

    /// <summary>Promises about which nobody's answer waits to be read: whoever has spoken is not asked again by a rule before somebody has listened. By hand, one may.</summary>
    protected IQueryable<Commitment> Heard => db.Set<Commitment>().Where(c => !db.Set<ReceivedNews>().Any(n => n.CommitmentId == c.Id && n.State == ReceivedState.Waiting));

    public abstract Task<IReadOnlyList<(Guid Id, Guid GroupId)>> On(IReadOnlyCollection<DateOnly> anchors, StopWhen stop, CancellationToken ct);

    public abstract Task<IReadOnlyList<Owed>> Open(IReadOnlyCollection<Guid> ids, StopWhen stop, CancellationToken ct);

    public virtual async Task<IReadOnlyList<Guid>?> Under(Guid id, CancellationToken ct) => await db.Set<Commitment>().AnyAsync(c => c.Id == id, ct) ? [id] : null;

    public string? PersonalAddress(Owed owed, Guid personId) => links.For(owed.GroupId, personId);

    protected Task<IReadOnlyList<Ladder>> Ladders(IQueryable<Commitment> which, CancellationToken ct) => ladders.Of(which, ct);

    protected static async Task<IReadOnlyList<(Guid Id, Guid GroupId)>> Alone(IQueryable<Commitment> anchored, CancellationToken ct) =>
        (await anchored.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct)).ConvertAll(id => (id, id));

    /// <summary>The promise itself, to be told of on the page where news is given.</summary>
    protected Owed Whole(Ladder of, DateOnly anchor, string situation) => new(Kind, of.Id, of.Id, of.Title, of.Title, anchor, situation, $"/engagements/{of.Id}/nouvelles", $"/engagements/{of.Id}")
    {
        Referents = of.Referents, Facilitators = of.Facilitators, Elected = of.Elected,
    };
}

/// <summary>Promises that bind and of which news is owed.</summary>
internal sealed class NewsToRemind(PlatformDb db, CommitmentLadders ladders, CurrentTenant tenant, TimeProvider clock, IPersonalLinks links) : PromisesToRemind(db, ladders, tenant, clock, links)
{
    /// <summary>A due date further away than that is no part of a question about news.</summary>
    private const int DueSoon = 30;

    public override ReminderKind Kind => ReminderKind.News;

    public override Task<IReadOnlyList<(Guid Id, Guid GroupId)>> On(IReadOnlyCollection<DateOnly> anchors, StopWhen stop, CancellationToken ct) =>
        Alone(Owing(Heard).Where(c => anchors.Contains(c.NextNewsDueOn!.Value)), ct);

    public override async Task<IReadOnlyList<Owed>> Open(IReadOnlyCollection<Guid> ids, StopWhen stop, CancellationToken ct)
    {
        var today = Today;
        return [.. (await Ladders(Owing(Db.Set<Commitment>()).Where(c => ids.Contains(c.Id)), ct)).Select(c =>
            Whole(c, c.NextNewsDueOn!.Value, c.OpenDueOn <= today.AddDays(DueSoon) ? $"{c.News(today)}, {c.Due(today)}" : c.News(today)!))];
    }

    private static IQueryable<Commitment> Owing(IQueryable<Commitment> all) => all.Where(c => c.NextNewsDueOn != null);
}

/// <summary>Promises that bind and have a due date.</summary>
internal sealed class DuesToRemind(PlatformDb db, CommitmentLadders ladders, CurrentTenant tenant, TimeProvider clock, IPersonalLinks links) : PromisesToRemind(db, ladders, tenant, clock, links)
{
    public override ReminderKind Kind => ReminderKind.CommitmentDue;

    public override Task<IReadOnlyList<(Guid Id, Guid GroupId)>> On(IReadOnlyCollection<DateOnly> anchors, StopWhen stop, CancellationToken ct) =>
        Alone(Bound(Heard, stop).Where(c => anchors.Contains(c.OpenDueOn!.Value)), ct);

    public override async Task<IReadOnlyList<Owed>> Open(IReadOnlyCollection<Guid> ids, StopWhen stop, CancellationToken ct)
    {
        var today = Today;
        return [.. (await Ladders(Bound(Db.Set<Commitment>(), stop).Where(c => ids.Contains(c.Id)), ct)).Select(c =>
            Whole(c, c.OpenDueOn!.Value, c.NextNewsDueOn < today ? $"{c.Due(today)}, {c.News(today)}" : c.Due(today)!))];
    }

    private static IQueryable<Commitment> Bound(IQueryable<Commitment> all, StopWhen stop)
    {
        var bound = all.Where(c => c.OpenDueOn != null && (c.State == CommitmentState.Adopted || c.State == CommitmentState.UnderWay));
        return stop == StopWhen.ClosedOrTold ? bound.Where(c => c.LastNewsOn == null || c.LastNewsOn < c.OpenDueOn) : bound;
    }
}

/// <summary>Steps of promises that bind.</summary>
internal sealed class MeasuresToRemind(PlatformDb db, CommitmentLadders ladders, CurrentTenant tenant, TimeProvider clock, IPersonalLinks links) : PromisesToRemind(db, ladders, tenant, clock, links)
{
    public override ReminderKind Kind => ReminderKind.Measure;

    public override async Task<IReadOnlyList<(Guid Id, Guid GroupId)>> On(IReadOnlyCollection<DateOnly> anchors, StopWhen stop, CancellationToken ct) =>
        (await Left().Where(m => anchors.Contains(m.DueOn!.Value) && Heard.Any(c => c.Id == m.CommitmentId)).OrderBy(m => m.CommitmentId).ThenBy(m => m.Id).Select(m => new { m.Id, m.CommitmentId }).ToListAsync(ct)).ConvertAll(m => (m.Id, m.CommitmentId));

    public override async Task<IReadOnlyList<Owed>> Open(IReadOnlyCollection<Guid> ids, StopWhen stop, CancellationToken ct)
    {
        var today = Today;
        var measures = await Left().Where(m => ids.Contains(m.Id)).OrderBy(m => m.DueOn).ThenBy(m => m.Order).Select(m => new { m.Id, m.CommitmentId, m.Title, Due = m.DueOn!.Value, m.PersonId }).ToListAsync(ct);
        var of = measures.Select(m => m.CommitmentId).Distinct().ToList();
        var wholes = (await Ladders(Db.Set<Commitment>().Where(c => of.Contains(c.Id)), ct)).ToDictionary(c => c.Id);
        return measures.ConvertAll(m => new Owed(Kind, m.Id, m.CommitmentId, m.Title, wholes[m.CommitmentId].Title, m.Due, Situation(m.Due, today), $"/engagements/{m.CommitmentId}#mesures", $"/engagements/{m.CommitmentId}#mesures")
        {
            Referents = m.PersonId is { } own ? [own] : wholes[m.CommitmentId].Referents, Facilitators = wholes[m.CommitmentId].Facilitators, Elected = wholes[m.CommitmentId].Elected,
        });
    }

    public override async Task<IReadOnlyList<Guid>?> Under(Guid id, CancellationToken ct)
    {
        // One key at a time: looked for in two tables at once, neither index serves.
        if (await base.Under(id, ct) is not null) return await Left().Where(m => m.CommitmentId == id).OrderBy(m => m.DueOn).Select(m => m.Id).Take(Measure.Most).ToListAsync(ct);
        return await Db.Set<Measure>().AnyAsync(m => m.Id == id, ct) ? await Left().Where(m => m.Id == id).Select(m => m.Id).ToListAsync(ct) : null;
    }

    private IQueryable<Measure> Left() => Db.Set<Measure>().Where(m => m.DueOn != null && m.DoneOn == null && m.DroppedOn == null
        && Db.Set<Commitment>().Any(c => c.Id == m.CommitmentId && (c.State == CommitmentState.Adopted || c.State == CommitmentState.UnderWay)));

    private static string Situation(DateOnly due, DateOnly today) => due < today ? $"due depuis {French.Span(due, today)}, pour le {French.Date(due)}"
        : due == today ? "à faire aujourd’hui" : $"à faire {French.Ago(due, today)}, pour le {French.Date(due)}";
}
