using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Obligations;

/// <summary>What comes back in the space, and what of it is to do now. Four queries whatever their number.</summary>
public static class ListObligations
{
    public const int Most = 500;

    [AnyMember]
    public sealed record Query : IRequest<Answer>;

    /// <summary>One obligation with all its occurrences, latest first.</summary>
    [AnyMember]
    public sealed record One(Guid Id) : IRequest<Sheet>;

    /// <summary>All the tasks of all the obligations as a file.</summary>
    [AnyMember]
    public sealed record Export(ListFile To) : IRequest<int>;

    /// <param name="Tasks">Open, most pressing first; at most <see cref="Most"/>.</param>
    /// <param name="Open">However many they are; likewise <paramref name="Late"/>.</param>
    public sealed record Answer(IReadOnlyList<Line> Obligations, IReadOnlyList<TaskRow> Tasks, int Open, int Late, DateOnly Today);

    public sealed record Sheet(Line Of, string? Details, string? Source, IReadOnlyList<TaskRow> Tasks, DateOnly Today);

    /// <param name="NextOn">When it is due next: of an open task, else of the one to come; null once it has ended.</param>
    public sealed record Line(Guid Id, string Title, int EveryMonths, bool PerMember, int LeadDays, DateOnly? NextOn, DateOnly? EndedOn, Guid? OwnerId)
    {
        public string? Owner { get; init; }
        public int Open { get; init; }
        public int Late { get; init; }
        public string Rhythm => Rhythms.Name(EveryMonths) + (PerMember ? ", pour chaque membre" : "");
    }

    public sealed record TaskRow(Guid Id, Guid ObligationId, string Title, Guid? OrganisationId, Guid? OwnerId, DateOnly DueOn, DateOnly OpenedOn, DateOnly? DoneOn, DateOnly? DroppedOn, string? Note, string? ClosedBy)
    {
        public string? Member { get; init; }
        public string? Owner { get; init; }
        public bool IsOpen => DoneOn is null && DroppedOn is null;

        public bool IsLate(DateOnly today) => IsOpen && DueOn < today;

        public Badge Badge(DateOnly today) => DoneOn is not null ? new("Faite", Tone.Ok, "circle-check") : DroppedOn is not null ? new("Sans objet", Tone.Neutral, "ban")
            : IsLate(today) ? new("En retard", Tone.Late, "clock-exclamation") : new("À faire", Tone.Active, "hourglass");
    }

    private static IReadOnlyList<Column<TaskRow>> Columns(DateOnly today) =>
    [
        new("obligation", "Obligation", t => t.Title),
        new("membre", "Membre", t => t.Member),
        new("echeance", "Échéance", t => t.DueOn, ColumnKind.Date),
        new("etat", "État", t => t.Badge(today).Text),
        new("ouverte", "Ouverte le", t => t.OpenedOn, ColumnKind.Date),
        new("faite", "Faite le", t => t.DoneOn, ColumnKind.Date),
        new("note", "Note", t => t.Note),
        new("par", "Close par", t => t.ClosedBy),
        new("responsable", "Responsable", t => t.Owner),
        new("identifiant", "Identifiant", t => t.Id.ToString()),
    ];

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Query, Answer>, IRequestHandler<One, Sheet>, IRequestHandler<Export, int>
    {
        /// <param name="Next">The first due date that is not past.</param>
        private sealed record Left(int Open, int Late, DateOnly? Next);

        private DateOnly Today => tenant.Space.Today(clock);

        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var obligations = await db.Set<Obligation>().AsNoTracking().OrderBy(o => o.EndedOn != null).ThenBy(o => o.TitleKey).ThenBy(o => o.Id).Take(Most).ToListAsync(ct);
            var left = await Count(db.Set<ObligationTask>(), ct);
            var tasks = await Rows(db.Set<ObligationTask>().Where(t => t.DoneOn == null && t.DroppedOn == null).OrderBy(t => t.DueOn).ThenBy(t => t.Id).Take(Most)).ToListAsync(ct);
            var names = await Names(tasks, obligations, ct);
            return new([.. obligations.Select(o => Of(o, left, names))], [.. tasks.Select(t => Named(t, names)).OrderBy(t => t.DueOn).ThenBy(t => t.Title, StringComparer.CurrentCulture).ThenBy(t => t.Member, StringComparer.CurrentCulture)],
                left.Values.Sum(l => l.Open), left.Values.Sum(l => l.Late), Today);
        }

        public async Task<Sheet> Handle(One query, CancellationToken ct)
        {
            var obligation = await db.Set<Obligation>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == query.Id, ct) ?? throw new NotFound(nameof(Obligation));
            var left = await Count(db.Set<ObligationTask>().Where(t => t.ObligationId == query.Id), ct);
            var tasks = await Rows(db.Set<ObligationTask>().Where(t => t.ObligationId == query.Id).OrderByDescending(t => t.DueOn).ThenBy(t => t.Id).Take(Most)).ToListAsync(ct);
            var names = await Names(tasks, [obligation], ct);
            return new(Of(obligation, left, names), obligation.Details, obligation.Source, [.. tasks.Select(t => Named(t, names)).OrderByDescending(t => t.DueOn).ThenBy(t => t.Member, StringComparer.CurrentCulture)], Today);
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var ids = await db.Set<ObligationTask>().OrderBy(t => t.DueOn).ThenBy(t => t.Id).Select(t => t.Id).ToListAsync(ct);
            return await export.To.Write("Obligations récurrentes", tenant.Space, Today, Columns(Today), ListFile.InOrder(ids, Read, t => t.Id), ct);

            async Task<IReadOnlyList<TaskRow>> Read(IReadOnlyList<Guid> some)
            {
                var rows = await Rows(db.Set<ObligationTask>().Where(t => some.Contains(t.Id))).ToListAsync(ct);
                var names = await Names(rows, [], ct);
                return rows.ConvertAll(t => Named(t, names));
            }
        }

        private IQueryable<TaskRow> Rows(IQueryable<ObligationTask> which) => which.Join(db.Set<Obligation>(), t => t.ObligationId, o => o.Id, (t, o) => new { t, o })
            .Select(x => new TaskRow(x.t.Id, x.o.Id, x.o.Title, x.t.OrganisationId, x.o.OwnerId, x.t.DueOn, x.t.OpenedOn, x.t.DoneOn, x.t.DroppedOn, x.t.Note, x.t.ClosedBy));

        private Task<IReadOnlyDictionary<Guid, NamesOf.Row>> Names(IEnumerable<TaskRow> tasks, IEnumerable<Obligation> obligations, CancellationToken ct) =>
            mediator.Send(new NamesOf.Query(tasks.SelectMany(t => new[] { t.OrganisationId, t.OwnerId }).Concat(obligations.Select(o => o.OwnerId))), ct);

        /// <summary>What is open of each obligation, counted where it is stored: one per member, they may be more than are read.</summary>
        private async Task<IReadOnlyDictionary<Guid, Left>> Count(IQueryable<ObligationTask> tasks, CancellationToken ct)
        {
            var today = Today;
            return await tasks.Where(t => t.DoneOn == null && t.DroppedOn == null).GroupBy(t => t.ObligationId)
                .Select(g => new { g.Key, Open = g.Count(), Late = g.Count(t => t.DueOn < today), Next = g.Min(t => t.DueOn >= today ? (DateOnly?)t.DueOn : null) })
                .ToDictionaryAsync(g => g.Key, g => new Left(g.Open, g.Late, g.Next), ct);
        }

        private static Line Of(Obligation o, IReadOnlyDictionary<Guid, Left> all, IReadOnlyDictionary<Guid, NamesOf.Row> names)
        {
            var left = all.GetValueOrDefault(o.Id);
            return new(o.Id, o.Title, o.EveryMonths, o.PerMember, o.LeadDays, o.EndedOn is not null ? null : left?.Next ?? o.NextOn, o.EndedOn, o.OwnerId)
            {
                Owner = o.OwnerId is { } owner ? names.GetValueOrDefault(owner)?.Name : null, Open = left?.Open ?? 0, Late = left?.Late ?? 0,
            };
        }

        private static TaskRow Named(TaskRow t, IReadOnlyDictionary<Guid, NamesOf.Row> names) => t with
        {
            Member = t.OrganisationId is { } member ? names.GetValueOrDefault(member)?.Name : null, Owner = t.OwnerId is { } owner ? names.GetValueOrDefault(owner)?.Name : null,
        };
    }
}
