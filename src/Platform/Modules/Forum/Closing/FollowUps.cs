using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Closing;

/// <summary>What comes of what was said: each coalition that was presented has its notes, and whoever facilitates it a dated task, by hand or at the
/// follow-up of the plan. Asked once for each session.</summary>
public static class FollowUps
{
    /// <summary>Days that are given, when nobody says otherwise.</summary>
    public const int UsualDays = 21;

    [Needs(ForumPermissions.Organise)]
    public sealed record Query(Guid EditionId) : IRequest<Answer>;

    /// <param name="At">When the plan asks by itself; null when it does not.</param>
    public sealed record Answer(string Title, bool IsOver, DateOnly? At, IReadOnlyList<Row> Rows, DateOnly UsualBy)
    {
        public int Waiting => Rows.Count(r => r.AskedOn is null);
        public int Silent => Rows.Count(r => r.Said is null);
    }

    public sealed record Row(Guid SessionId, string Title, Guid CoalitionId, string Coalition, string? Said, bool SaidIsPublic, IReadOnlyList<string> Facilitators, DateOnly? AskedOn);

    /// <summary>At the follow-up of each plan.</summary>
    [System]
    public sealed record Command : ICommand<int>;

    [Needs(ForumPermissions.Organise)]
    public sealed record Ask : ICommand<int>
    {
        public Guid EditionId { get; set; }
        [Display(Name = "Pour le")] public DateOnly? By { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Ask>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.By).NotNull();
            RuleFor(c => c.By).Must(by => by is null || by > tenant.Space.Today(clock)).WithMessage("Un jour à venir.");
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, CurrentUser user, MailSettings mails, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Command, int>, IRequestHandler<Ask, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var edition = await ForumEdition.Of(db, query.EditionId, ct);
            var at = await db.Set<ForumMilestone>().Where(m => m.EditionId == query.EditionId && m.Kind == MilestoneKind.FollowUp && m.DoneOn == null).Select(m => (DateOnly?)m.DueOn).MinAsync(ct);
            var sessions = await Sessions(query.EditionId).AsNoTracking().OrderBy(s => s.Day).ThenBy(s => s.StartMinute).ThenBy(s => s.Title).ToListAsync(ct);
            var coalitions = await mediator.Send(new CoalitionSheets.Query([.. sessions.Select(s => s.CoalitionId!.Value)]), ct);
            var names = await mediator.Send(new NamesOf.Query(coalitions.SelectMany(c => c.Contacts).Select(c => (Guid?)c)), ct);
            return new(edition.Title, edition.StartsOn <= tenant.Space.Today(clock), at, [.. sessions.Join(coalitions, s => s.CoalitionId!.Value, c => c.Id,
                (s, c) => new Row(s.Id, s.Title, c.Id, c.Name, s.Said, s.SaidIsPublic, [.. c.Contacts.Select(p => names.GetValueOrDefault(p)?.Name).OfType<string>()], s.FollowedUpOn))], tenant.Space.Today(clock).AddDays(UsualDays));
        }

        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            if (!tenant.Space.Has(SpaceModules.Forum) || !tenant.Space.Has(SpaceModules.Coalitions)) return 0;
            var today = tenant.Space.Today(clock);
            var due = await db.Set<ForumEdition>().AsNoTracking().Where(e => e.CancelledOn == null && e.EndsOn < today
                && db.Set<ForumMilestone>().Any(m => m.EditionId == e.Id && m.Kind == MilestoneKind.FollowUp && m.DoneOn == null && m.DueOn <= today)
                && db.Set<ForumSession>().Any(s => s.EditionId == e.Id && s.CoalitionId != null && s.Kind != SessionKind.Stand && s.FollowedUpOn == null)).ToListAsync(ct);
            var asked = 0;
            foreach (var edition in due) asked += await Open(edition, today.AddDays(UsualDays), ct);
            return asked;
        }

        /// <returns>How many tasks were opened.</returns>
        public async Task<int> Handle(Ask c, CancellationToken ct)
        {
            // A second click waits for the first, and finds nothing left.
            await db.Lock<ForumEdition>(c.EditionId, ct);
            var edition = await ForumEdition.Of(db, c.EditionId, ct);
            if (edition.CancelledOn is not null) throw new RuleViolation("edition.cancelled");
            if (edition.StartsOn > tenant.Space.Today(clock)) throw new RuleViolation("followup.early");
            return await Open(edition, c.By!.Value, ct) is var asked && asked > 0 ? asked : throw new RuleViolation("followup.nobody");
        }

        private async Task<int> Open(ForumEdition edition, DateOnly by, CancellationToken ct)
        {
            var (today, root, count) = (tenant.Space.Today(clock), mails.Root(tenant.Space), 0);
            var letters = new List<Letter>();
            foreach (var session in await Sessions(edition.Id).AsTracking().Where(s => s.FollowedUpOn == null).OrderBy(s => s.Day).ThenBy(s => s.StartMinute).ToListAsync(ct))
            {
                var said = session.Said ?? "Aucune note n’a été prise.";
                var asked = await FollowUp.Ask(db, session.CoalitionId!.Value, $"{edition.Title}, {French.Date(edition.StartsOn.AddDays(session.Day))}, « {session.Title} » : {said}", by, today, user, ct);
                if (asked.Count == 0) continue;
                session.FollowUp(today);
                count += asked.Count;
                var task = asked.Where(a => a.Person is not null).ToDictionary(a => a.Person!.Value, a => a.Id);
                foreach (var person in await mediator.Send(new ContactsOf.Query(asked.Select(a => a.Person)), ct))
                    letters.Add(new Letter($"forum-suites:{session.Id}:{person.Id}", MailCategory.Meetings, person.Name, person.Email, $"Après le forum : « {session.Title} »", $"Suites demandées après {edition.Title}, à {person.Name}",
                        [$"« {session.Title} » a été présenté à {edition.Title}.", .. said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)])
                    {
                        Act = root is null ? null : new Act("Dire la suite donnée", $"{root}/demandes/{task[person.Id]}", false), After = [$"Une suite est attendue pour le {French.Date(by)}."],
                        SubjectId = edition.Id, About = edition.Title, IsDirect = true, CausedById = user.AccountId,
                    });
            }
            await Mail.QueueOnce(db, tenant.Space, letters, ct);
            return count;
        }

        private IQueryable<ForumSession> Sessions(Guid edition) => db.Set<ForumSession>().Where(s => s.EditionId == edition && s.CoalitionId != null && s.Kind != SessionKind.Stand);
    }
}
