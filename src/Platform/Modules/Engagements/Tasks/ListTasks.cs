using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.RoadMaps;
using Platform.Modules.Engagements.Support;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Tasks;

/// <summary>What the signed-in person has to do, most pressing first: news owed, due dates, measures, promises that wait for a decision.
/// Computed from dates at each reading; nothing is ever ticked off by hand.</summary>
public static class ListTasks
{
    /// <summary>How long before the day a thing becomes a task.</summary>
    public const int NewsAhead = 14, DueAhead = 30, DecisionAfter = 30, ReadWithin = 3, Most = 200;

    public enum TaskKind { News = 1, Due, Measure, Decision, Support, Recurring, Received, Milestone, Stand, RoadMap }

    [AnyMember]
    public sealed record Query : IRequest<Answer>;

    /// <summary>One's own tasks as a file.</summary>
    [AnyMember]
    public sealed record Export(ListFile To) : IRequest<int>;

    public sealed record Answer(IReadOnlyList<Row> Rows, DateOnly Today)
    {
        public int Late => Rows.Count(r => r.IsLate(Today));
    }

    /// <param name="CommitmentId">Of news to validate, a request for support or a recurring task, that itself, of a step of the forum its edition, of what was said at a stand that request; <paramref name="Measure"/> is then what is asked, and <paramref name="Title"/> who asks.</param>
    /// <param name="On">Due date, or the day after which the commitment is silent, or the day it was proposed.</param>
    public sealed record Row(TaskKind Kind, Guid CommitmentId, string Title, string? Measure, DateOnly On, DateOnly? LastNewsOn, bool IsDueToo)
    {
        /// <summary>Of a version of a road map, its coalition.</summary>
        public Guid? CoalitionId { get; init; }

        public bool IsLate(DateOnly today) => Kind == TaskKind.Decision || (Kind != TaskKind.Stand && (Kind == TaskKind.Received ? On.AddDays(ReadWithin) : On) < today);
    }

    private static IReadOnlyList<Column<Row>> Columns(Vocabulary words, DateOnly today) =>
    [
        new("engagement", "Engagement", r => r.Title),
        new("afaire", "À faire", r => r.Kind switch
        {
            TaskKind.News => "Donner des nouvelles",
            TaskKind.Due => "Tenir l’échéance",
            TaskKind.Measure or TaskKind.Recurring or TaskKind.Support or TaskKind.Milestone or TaskKind.Stand => r.Measure,
            TaskKind.Received => "Valider une nouvelle",
            TaskKind.RoadMap => "Répondre à la feuille de route",
            _ => "Décider",
        }),
        new("mesure", "Nature", r => r.Kind switch
        {
            TaskKind.News or TaskKind.Received => "Nouvelle",
            TaskKind.Due => "Échéance",
            TaskKind.Measure => Word.Capital(words.Measure.Singular),
            TaskKind.Support => "Demande d’appui",
            TaskKind.Recurring => "Obligation récurrente",
            TaskKind.Milestone => "Étape du forum",
            TaskKind.Stand => "Entendu au forum",
            TaskKind.RoadMap => "Feuille de route",
            _ => "Décision",
        }),
        new("date", "Pour le", r => r.On, ColumnKind.Date),
        new("retard", "En retard", r => r.IsLate(today)),
        new("nouvelle", "Dernière nouvelle", r => r.LastNewsOn, ColumnKind.Date),
    ];

    internal sealed class ExportHandler(IMediator mediator, CurrentTenant tenant) : IRequestHandler<Export, int>
    {
        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var answer = await mediator.Send(new Query(), ct);
            var forum = (await mediator.Send(new MilestonesDue.Query(), ct)).Select(m => new Row(TaskKind.Milestone, m.EditionId, m.Edition, m.Title, m.DueOn, null, false));
            var stands = (await mediator.Send(new StandRequestsDue.Query(), ct)).Select(s => new Row(TaskKind.Stand, s.Id, s.Coalition, $"{s.Name} {(s.IsJoining ? "veut rejoindre" : "propose un engagement à")} {s.Coalition}", tenant.Space.On(s.TakenAt), null, false));
            return await export.To.Write("Mes tâches", tenant.Space, answer.Today, Columns(tenant.Space.Words, answer.Today), answer.Rows.Concat(forum).Concat(stands).OrderBy(r => r.On).ToAsyncEnumerable(), ct);
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var organisation = await Own(memberships.Known!, ct);
            var mine = Mine(memberships.Known!, organisation, today);
            var (news, due, decision) = (today.AddDays(NewsAhead), today.AddDays(DueAhead), today.AddDays(-DecisionAfter));
            var (me, writes) = (memberships.Known!.PersonId, memberships.Known.May(EngagementPermissions.Write));
            var (coalitions, manages) = (tenant.Space.Has(SpaceModules.Coalitions), memberships.Known.May(EngagementPermissions.ManageCoalitions));
            var rows = await mine.Where(c => c.NextNewsDueOn < news)
                    .Select(c => new { Kind = TaskKind.News, c.Id, c.Title, Measure = (string?)null, On = c.NextNewsDueOn!.Value, c.LastNewsOn, Of = (Guid?)null })
                .Concat(mine.Where(c => c.OpenDueOn < due && c.State >= CommitmentState.Adopted)
                    .Select(c => new { Kind = TaskKind.Due, c.Id, c.Title, Measure = (string?)null, On = c.OpenDueOn!.Value, c.LastNewsOn, Of = (Guid?)null }))
                .Concat(mine.Where(c => c.State == CommitmentState.Proposed && c.StateOn < decision)
                    .Select(c => new { Kind = TaskKind.Decision, c.Id, c.Title, Measure = (string?)null, On = c.StateOn, c.LastNewsOn, Of = (Guid?)null }))
                .Concat(db.Set<Measure>().Where(m => m.DoneOn == null && m.DroppedOn == null && m.DueOn < due)
                    .Join(db.Set<Commitment>().Where(c => c.State == CommitmentState.Adopted || c.State == CommitmentState.UnderWay), m => m.CommitmentId, c => c.Id, (m, c) => new { m, c })
                    .Where(x => (me != null && x.m.PersonId == me) || (x.m.PersonId == null && mine.Any(own => own.Id == x.c.Id)))
                    .Select(x => new { Kind = TaskKind.Measure, x.c.Id, x.c.Title, Measure = (string?)x.m.Title, On = x.m.DueOn!.Value, x.c.LastNewsOn, Of = (Guid?)null }))
                .Concat(db.Set<SupportRequest>().Where(r => coalitions && r.State < SupportState.Given && (r.DueOn == null || r.DueOn < due) && ((me != null && r.OwnerId == me) || (manages && r.OwnerId == null)))
                    .Select(r => new { Kind = TaskKind.Support, r.Id, Title = db.Set<Coalition>().Where(c => c.Id == r.CoalitionId).Select(c => c.Name).First(),
                        Measure = db.Set<GuideLine>().Where(l => l.Id == r.KindId).Select(l => l.Text).FirstOrDefault(), On = r.DueOn ?? today, LastNewsOn = r.DueOn, Of = (Guid?)null }))
                .Concat(db.Set<RoadMapRound>().Where(r => coalitions && r.ClosedOn == null
                        && ((organisation != null && r.Answers.Any(a => a.OrganisationId == organisation && a.Choice == RoadMapChoice.None)) || (manages && r.DueOn < today && r.Answers.Any(a => a.Choice == RoadMapChoice.None))))
                    .Select(r => new { Kind = TaskKind.RoadMap, r.Id, Title = db.Set<Coalition>().Where(c => c.Id == r.CoalitionId).Select(c => c.Name).First(), Measure = (string?)null,
                        On = r.DueOn ?? today, LastNewsOn = r.DueOn, Of = (Guid?)r.CoalitionId }))
                .Concat(db.Set<ReceivedNews>().Where(n => writes && n.State == ReceivedState.Waiting)
                    .Join(mine, n => n.CommitmentId, c => c.Id, (n, c) => new { Kind = TaskKind.Received, n.Id, c.Title, Measure = (string?)null, On = n.ReceivedOn, c.LastNewsOn, Of = (Guid?)null }))
                .OrderBy(r => r.On).ThenBy(r => r.Id).Take(Most).ToListAsync(ct);
            // Silent and past its date is one thing to do: give news.
            var asked = rows.Where(r => r.Kind == TaskKind.News).Select(r => r.Id).ToHashSet();
            var dueToo = rows.Where(r => r.Kind == TaskKind.Due).Select(r => r.Id).ToHashSet();
            var recurring = (await mediator.Send(new RecurringTasksOf.Query(due, Most), ct)).Select(t => new Row(TaskKind.Recurring, t.Id, t.Title, t.Member is null ? t.Title : $"{t.Title} – {t.Member}", t.DueOn, null, false));
            return new([.. rows.Where(r => r.Kind != TaskKind.Due || !asked.Contains(r.Id))
                .Select(r => new Row(r.Kind, r.Id, r.Title, r.Measure, r.On, r.LastNewsOn, r.Kind == TaskKind.News && dueToo.Contains(r.Id)) { CoalitionId = r.Of })
                .Concat(recurring).OrderBy(r => r.On).Take(Most)], today);
        }

        // For which organisation this person speaks.
        private async Task<Guid?> Own(Member member, CancellationToken ct) =>
            member.PersonId is not null && member.Roles.HasFlag(Roles.Referent) ? (await mediator.Send(new WhoAmI.Query(), ct))?.OrganisationId : null;

        /// <summary>Those that this person answers for: as referent, as facilitator of it or of its coalition, as referent of a holder;
        /// and, for who runs the space, those that nobody follows.</summary>
        private IQueryable<Commitment> Mine(Member member, Guid? organisation, DateOnly today)
        {
            var me = member.PersonId;
            var orphans = member.May(EngagementPermissions.Write);
            var facilitators = CoalitionFacilitator.On(db, today);
            return db.Set<Commitment>().Where(c =>
                (me != null && (c.ReferentId == me || c.FacilitatorId == me
                    || facilitators.Any(f => f.CoalitionId == c.CoalitionId && f.PersonId == me)))
                || (organisation != null && c.Holders.Any(h => h.OrganisationId == organisation))
                || (orphans && c.FacilitatorId == null && !facilitators.Any(f => f.CoalitionId == c.CoalitionId)));
        }
    }
}
