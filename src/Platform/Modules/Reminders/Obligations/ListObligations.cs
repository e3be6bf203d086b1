using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Obligations;

/// <summary>What comes back in the space, and what of it is to do now. Three queries whatever their number.</summary>
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
    public sealed record Answer(IReadOnlyList<Line> Obligations, IReadOnlyList<TaskRow> Tasks, DateOnly Today)
    {
        public int Late => Tasks.Count(t => t.IsLate(Today));
    }

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
        private DateOnly Today => tenant.Space.Today(clock);

        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var obligations = await db.Set<Obligation>().AsNoTracking().OrderBy(o => o.EndedOn != null).ThenBy(o => o.TitleKey).ThenBy(o => o.Id).Take(Most).ToListAsync(ct);
            var tasks = await Rows(db.Set<ObligationTask>().Where(t => t.DoneOn == null && t.DroppedOn == null).OrderBy(t => t.DueOn).ThenBy(t => t.Id).Take(Most)).ToListAsync(ct);
            var names = await Names(tasks, obligations, ct);
            return new([.. obligations.Select(o => Of(o, tasks, names))], [.. tasks.Select(t => Named(t, names)).OrderBy(t => t.DueOn).ThenBy(t => t.Title, StringComparer.CurrentCulture).ThenBy(t => t.Member, StringComparer.CurrentCulture)], Today);
        }

        public async Task<Sheet> Handle(One query, CancellationToken ct)
        {
            var obligation = await db.Set<Obligation>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == query.Id, ct) ?? throw new NotFound(nameof(Obligation));
            var tasks = await Rows(db.Set<ObligationTask>().Where(t => t.ObligationId == query.Id).OrderByDescending(t => t.DueOn).ThenBy(t => t.Id).Take(Most)).ToListAsync(ct);
            var names = await Names(tasks, [obligation], ct);
            return new(Of(obligation, tasks, names), obligation.Details, obligation.Source, [.. tasks.Select(t => Named(t, names)).OrderByDescending(t => t.DueOn).ThenBy(t => t.Member, StringComparer.CurrentCulture)], Today);
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

        private Line Of(Obligation o, IEnumerable<TaskRow> tasks, IReadOnlyDictionary<Guid, NamesOf.Row> names)
        {
            var open = tasks.Where(t => t.ObligationId == o.Id && t.IsOpen).ToList();
            return new(o.Id, o.Title, o.EveryMonths, o.PerMember, o.LeadDays, o.EndedOn is not null ? null : open.Where(t => t.DueOn >= Today).Select(t => (DateOnly?)t.DueOn).Min() ?? o.NextOn, o.EndedOn, o.OwnerId)
            {
                Owner = o.OwnerId is { } owner ? names.GetValueOrDefault(owner)?.Name : null, Open = open.Count, Late = open.Count(t => t.IsLate(Today)),
            };
        }

        private static TaskRow Named(TaskRow t, IReadOnlyDictionary<Guid, NamesOf.Row> names) => t with
        {
            Member = t.OrganisationId is { } member ? names.GetValueOrDefault(member)?.Name : null, Owner = t.OwnerId is { } owner ? names.GetValueOrDefault(owner)?.Name : null,
        };
    }
}
