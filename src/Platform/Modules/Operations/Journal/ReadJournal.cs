using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations.Journal;

/// <summary>The audit trail, newest first: who, when, what, from what to what.</summary>
public static class ReadJournal
{
    /// <summary>The platform itself, among the people of the filter.</summary>
    public const string Platform = "plateforme";

    /// <param name="Who">An account's identifier, or <see cref="Platform"/>.</param>
    /// <param name="Kind">CLR name of the entity.</param>
    /// <param name="Subject">One thing's own history.</param>
    /// <param name="From">First day, in the space's time zone; <paramref name="To"/> is the last one.</param>
    [Needs(OperationsPermissions.ReadJournal)]
    public sealed record Query(string? Who, string? Kind, Guid? Subject, DateOnly? From, DateOnly? To, string? Cursor) : IRequest<Answer>;

    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<(string Value, string Name)> People, IReadOnlyList<(string Value, string Name)> Kinds);

    /// <param name="IsRoot">A thing of its own, not a part of another.</param>
    public sealed record Row(Guid Id, DateTimeOffset At, string Actor, string? Reason, AuditAction Action, string Kind, bool IsRoot, Guid? SubjectId, string Label, IReadOnlyList<AuditChange> Changes);

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var found = Narrow(query);
            var total = await found.CountCapped(ct);
            var rows = (await found.After(a => a.At, a => a.Id, true, query.Cursor).ToListAsync(ct)).Page(a => a.At, a => a.Id, total);
            var mentioned = rows.Rows.SelectMany(r => AuditChange.References(r.Changes)).Distinct().ToList();
            var names = await mediator.Send(new NamesOf.Query(mentioned.Select(id => (Guid?)id)), ct);
            var labels = await mediator.Send(new LabelsOf.Query([.. mentioned.Where(id => !names.ContainsKey(id))]), ct);
            var kept = rows.Rows.SelectMany(r => AuditValue.In(r.Label + r.Changes)).Distinct().ToList();
            var values = kept.Count == 0 ? [] : await db.Set<AuditValue>().Where(v => kept.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Text, ct);
            var people = await db.Memberships.OrderBy(m => m.Name).Select(m => new { m.AccountId, m.Name }).ToListAsync(ct);
            // Who acted without a place here: an operator who opened the space.
            var others = rows.Rows.Select(r => r.AccountId).OfType<Guid>().Except(people.Select(p => p.AccountId)).ToList();
            var actors = others.Count == 0 ? [] : await db.Users.Where(u => others.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
            foreach (var p in people) actors[p.AccountId] = p.Name;
            return new(
                rows.Select(a => new Row(a.Id, a.At, a.AccountId is { } who ? actors.GetValueOrDefault(who, Erased.Name) : a.Actor, a.Reason, a.Action, AuditNames.Kind(a.Kind), AuditNames.IsRoot(a.Kind), a.SubjectId, Personal(a.Label),
                    AuditChange.Read(a.Kind, a.Changes, tenant.Space, id => names.GetValueOrDefault(id)?.Name ?? labels.GetValueOrDefault(id), Personal))),
                [.. people.Select(p => (p.AccountId.ToString(), p.Name)), (Platform, "La plateforme")],
                [.. AuditNames.AllKinds.Select(k => (k, AuditNames.Kind(k))).OrderBy(k => Folding.Fold(k.Item2), StringComparer.Ordinal)]);

            string Personal(string text) => AuditValue.Referred(text) is not { } id ? text : values.GetValueOrDefault(id, Erased.Name);
        }

        private IQueryable<AuditEntry> Narrow(Query query)
        {
            var found = db.Audit.AsNoTracking();
            if (query.Who == Platform) found = found.Where(a => a.AccountId == null);
            else if (Guid.TryParse(query.Who, out var account)) found = found.Where(a => a.AccountId == account);
            if (!string.IsNullOrEmpty(query.Kind)) found = found.Where(a => a.Kind == query.Kind);
            if (query.Subject is { } subject) found = found.Where(a => a.SubjectId == subject);
            if (query.From is { } from)
            {
                var start = StartOf(from);
                found = found.Where(a => a.At >= start);
            }
            if (query.To is { } to)
            {
                var end = StartOf(to.AddDays(1));
                found = found.Where(a => a.At < end);
            }
            return found;
        }

        private DateTimeOffset StartOf(DateOnly day)
        {
            var local = day.ToDateTime(TimeOnly.MinValue);
            return new DateTimeOffset(local, tenant.Space.TimeZone.GetUtcOffset(local)).ToUniversalTime();
        }
    }
}
