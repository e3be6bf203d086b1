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
    public sealed record Query(string? Who, string? Kind, Guid? Subject, DateOnly? From, DateOnly? To, string? Cursor, int Size = Keyset.Size) : IRequest<Answer>;

    /// <summary>What the filter leaves as a file.</summary>
    [Needs(OperationsPermissions.ReadJournal)]
    public sealed record Export(Query Of, ListFile To) : IRequest<int>;

    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<(string Value, string Name)> People, IReadOnlyList<(string Value, string Name)> Kinds);

    /// <param name="IsRoot">A thing of its own, not a part of another.</param>
    public sealed record Row(Guid Id, DateTimeOffset At, string Actor, string? Reason, AuditAction Action, string Kind, bool IsRoot, Guid? SubjectId, string Label, IReadOnlyList<AuditChange> Changes);

    private static IReadOnlyList<Column<Row>> Columns(Space space) =>
    [
        new("date", "Date", r => space.Local(r.At), ColumnKind.Instant),
        new("par", "Par", r => r.Actor),
        new("raison", "Raison", r => r.Reason),
        new("quoi", "Quoi", r => r.Kind),
        new("lequel", "Lequel", r => r.Label),
        new("acte", "Acte", r => r.Action switch { AuditAction.Created => "création", AuditAction.Removed => "retrait", _ => "modification" }),
        new("champs", "Champs changés", r => r.Changes.Select(c => $"{c.Property} : {c.Before ?? "–"} → {c.After ?? "–"}")),
    ];

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var found = Narrow(query);
            var total = await found.CountCapped(ct);
            var rows = (await found.After(a => a.At, a => a.Id, true, query.Cursor, query.Size).ToListAsync(ct)).Page(a => a.At, a => a.Id, total, query.Size);
            var people = await db.Memberships.OrderBy(m => m.Name).Select(m => new { m.AccountId, m.Name }).ToListAsync(ct);
            var said = await Say(rows.Rows, people.ToDictionary(p => p.AccountId, p => p.Name), ct);
            return new(rows.Select(said),
                [.. people.Select(p => (p.AccountId.ToString(), p.Name)), (Platform, "La plateforme")],
                [.. AuditNames.AllKinds.Select(k => (k, AuditNames.Kind(k))).OrderBy(k => Folding.Fold(k.Item2), StringComparer.Ordinal)]);
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var people = await db.Memberships.Select(m => new { m.AccountId, m.Name }).ToDictionaryAsync(m => m.AccountId, m => m.Name, ct);
            var ids = await Narrow(export.Of).InOrder(a => a.At, a => a.Id, true).Select(a => a.Id).ToListAsync(ct);
            return await export.To.Write("Journal", tenant.Space, tenant.Space.Today(clock), Columns(tenant.Space), ListFile.InOrder(ids, Read, r => r.Id), ct);

            async Task<IReadOnlyList<Row>> Read(IReadOnlyList<Guid> handful)
            {
                var rows = await db.Audit.AsNoTracking().Where(a => handful.Contains(a.Id)).ToListAsync(ct);
                var said = await Say(rows, people, ct);
                return rows.ConvertAll(a => said(a));
            }
        }

        /// <summary>Puts names on identifiers; what was personal and has been erased says so, on the page as in files.</summary>
        private async Task<Func<AuditEntry, Row>> Say(IReadOnlyList<AuditEntry> rows, Dictionary<Guid, string> people, CancellationToken ct)
        {
            var mentioned = rows.SelectMany(r => AuditChange.References(r.Changes)).Distinct().ToList();
            var names = await mediator.Send(new NamesOf.Query(mentioned.Select(id => (Guid?)id)), ct);
            var labels = await mediator.Send(new LabelsOf.Query([.. mentioned.Where(id => !names.ContainsKey(id))]), ct);
            var kept = rows.SelectMany(r => AuditValue.In(r.Actor + r.Label + r.Changes)).Distinct().ToList();
            var values = kept.Count == 0 ? [] : await db.Set<AuditValue>().Where(v => kept.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Text, ct);
            // Who acted without a place here: an operator who opened the space.
            var others = rows.Select(r => r.AccountId).OfType<Guid>().Distinct().Where(id => !people.ContainsKey(id)).ToList();
            var actors = others.Count == 0 ? [] : await db.Users.Where(u => others.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
            return a => new Row(a.Id, a.At, a.AccountId is { } who ? people.GetValueOrDefault(who) ?? actors.GetValueOrDefault(who, Erased.Name) : Personal(a.Actor), a.Reason, a.Action,
                AuditNames.Kind(a.Kind), AuditNames.IsRoot(a.Kind), a.SubjectId, Personal(a.Label),
                AuditChange.Read(a.Kind, a.Changes, tenant.Space, id => names.GetValueOrDefault(id)?.Name ?? labels.GetValueOrDefault(id), Personal));

            string Personal(string text) => AuditValue.Referred(text) is not { } id ? text : values.GetValueOrDefault(id, Erased.Name);
        }

        private IQueryable<AuditEntry> Narrow(Query query)
        {
            var found = db.Audit.AsNoTracking();
            if (query.Who == Platform) found = found.Where(a => a.AccountId == null && !a.Actor.StartsWith(AuditValue.Mark));
            else if (Guid.TryParse(query.Who, out var account)) found = found.Where(a => a.AccountId == account);
            if (!string.IsNullOrEmpty(query.Kind)) found = found.Where(a => a.Kind == query.Kind);
            if (query.Subject is { } subject) found = found.Where(a => a.SubjectId == subject);
            if (query.From is { } from)
            {
                var start = tenant.Space.Dawn(from);
                found = found.Where(a => a.At >= start);
            }
            if (query.To is { } to)
            {
                var end = tenant.Space.Dawn(to.AddDays(1));
                found = found.Where(a => a.At < end);
            }
            return found;
        }
    }
}
