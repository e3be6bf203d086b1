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

namespace Platform.Modules.Forum.Sheets;

/// <summary>The board of the coalitions before a forum: whose sheet is up to date, who was asked, who has a place in the programme. From it they
/// are asked, chased, said to be up to date, and proposed for the programme, all at once.</summary>
public static class AskSheets
{
    [AnyMember]
    public sealed record Query(Guid EditionId) : IRequest<Answer>;

    public sealed record Answer(Guid Id, string Title, DateOnly StartsOn, bool IsOpen, IReadOnlyList<Row> Rows, DateOnly Today, bool MayOrganise)
    {
        public int UpToDate => Rows.Count(r => r.State == SheetState.UpToDate);
        public int Waiting => Rows.Count(r => r.State == SheetState.Asked);
    }

    public enum SheetState { NotAsked = 1, Asked, UpToDate }

    /// <param name="Contacts">Those who can be written to.</param>
    /// <param name="On">Since when it is up to date, or when it was last asked.</param>
    public sealed record Row(Guid Id, string Name, Badge Badge, int Commitments, IReadOnlyList<string> Contacts, SheetState State, DateOnly? On, int Times, string? ConfirmedBy, Guid? SessionId, string? Slot)
    {
        /// <summary>Nobody to write to.</summary>
        public bool IsMute => Contacts.Count == 0;
    }

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand<int>
    {
        public Guid EditionId { get; set; }
        [Display(Name = "Fiches")] public List<Guid> Coalitions { get; init; } = [];
        [Display(Name = "Réponse attendue pour le")] public DateOnly? By { get; init; }
    }

    [Needs(ForumPermissions.Organise)]
    public sealed record Confirm(Guid EditionId, Guid CoalitionId) : ICommand;

    /// <summary>A presentation for each, to be placed. Those that have one are left alone.</summary>
    [Needs(ForumPermissions.Organise)]
    public sealed record Propose(Guid EditionId, IReadOnlyList<Guid> Coalitions) : ICommand<int>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Coalitions).NotEmpty().WithMessage("Cochez au moins une ligne.");
    }

    internal sealed class ProposeValidator : AbstractValidator<Propose>
    {
        public ProposeValidator() => RuleFor(c => c.Coalitions).NotEmpty().WithMessage("Cochez au moins une ligne.");
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, CurrentUser user, Memberships memberships, TimeProvider clock, MailSettings mails)
        : IRequestHandler<Query, Answer>, IRequestHandler<Command, int>, IRequestHandler<Confirm, Unit>, IRequestHandler<Propose, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var edition = await ForumEdition.Of(db, query.EditionId, ct);
            var coalitions = await mediator.Send(new CoalitionSheets.Query(), ct);
            var sheets = await db.Set<ForumSheet>().AsNoTracking().Where(s => s.EditionId == query.EditionId).ToDictionaryAsync(s => s.CoalitionId, ct);
            var sessions = (await db.Set<ForumSession>().Where(s => s.EditionId == query.EditionId && s.CoalitionId != null).OrderBy(s => s.Kind).Select(s => new { s.Id, s.CoalitionId, s.Day, s.StartMinute, s.Kind }).ToListAsync(ct)).ToLookup(s => s.CoalitionId!.Value);
            var people = (await mediator.Send(new ContactsOf.Query(coalitions.SelectMany(c => c.Contacts).Select(c => (Guid?)c)), ct)).ToDictionary(p => p.Id);
            return new(edition.Id, edition.Title, edition.StartsOn, edition.CancelledOn is null, [.. coalitions.Where(c => c.IsRunning || sheets.ContainsKey(c.Id)).Select(Line)], tenant.Space.Today(clock),
                memberships.May(ForumPermissions.Organise));

            Row Line(CoalitionSheets.Row c)
            {
                var sheet = sheets.GetValueOrDefault(c.Id);
                var (state, on) = State(sheet, c.ChangedAt);
                var session = sessions[c.Id].FirstOrDefault();
                return new(c.Id, c.Name, c.Badge, c.Commitments, [.. c.Contacts.Where(people.ContainsKey).Select(p => people[p].Name)], state, on, sheet?.Times ?? 0, sheet?.ConfirmedBy, session?.Id,
                    session is null ? null : session.StartMinute is not { } minute ? "à placer" : $"{(edition.Days > 1 ? French.DayAndMonth(edition.StartsOn.AddDays(session.Day)) + ", " : "")}{MeetingTime.Said(minute)}");
            }
        }

        /// <summary>Said by somebody, or seen: something was written on it since it was first asked.</summary>
        private (SheetState, DateOnly?) State(ForumSheet? sheet, DateTimeOffset? changed) =>
            sheet?.ConfirmedOn is { } confirmed ? (SheetState.UpToDate, confirmed)
            : sheet?.FirstAskedAt is { } asked ? changed > asked ? (SheetState.UpToDate, tenant.Space.On(changed.Value)) : (SheetState.Asked, tenant.Space.On(sheet.AskedAt!.Value))
            : (SheetState.NotAsked, null);

        /// <returns>How many people are written to.</returns>
        public async Task<int> Handle(Command c, CancellationToken ct)
        {
            var edition = await Open(c.EditionId, ct);
            var (now, today) = (clock.GetUtcNow(), tenant.Space.Today(clock));
            if (c.By is { } by && (by < today || by > edition.StartsOn)) throw new Invalid(c, nameof(c.By), "Entre aujourd’hui et le jour du forum.");
            var chosen = await mediator.Send(new CoalitionSheets.Query(c.Coalitions), ct);
            if (chosen.Count < c.Coalitions.Distinct().Count()) throw new NotFound("Coalition");
            var people = (await mediator.Send(new ContactsOf.Query(chosen.SelectMany(x => x.Contacts).Select(x => (Guid?)x)), ct)).ToDictionary(p => p.Id);
            var sheets = await db.Set<ForumSheet>().Where(s => s.EditionId == c.EditionId).ToDictionaryAsync(s => s.CoalitionId, ct);
            var told = 0;
            foreach (var coalition in chosen)
            {
                var sheet = sheets.GetValueOrDefault(coalition.Id);
                var reached = coalition.Contacts.Where(people.ContainsKey).Select(p => people[p]).DistinctBy(p => p.Email, StringComparer.OrdinalIgnoreCase).ToList();
                // Once a day: a second click the same day writes to nobody again.
                if (reached.Count == 0 || (sheet?.AskedAt is { } asked && tenant.Space.On(asked) == today)) continue;
                if (sheet is null) db.Add(sheet = new ForumSheet(c.EditionId, coalition.Id, coalition.Name));
                sheet.Ask(now, coalition.Name);
                foreach (var person in reached) Mail.Queue(db, tenant.Space, Letter(edition, coalition, sheet.Times, c.By, person));
                told += reached.Count;
            }
            return told > 0 ? told : throw new RuleViolation("sheet.nobody");
        }

        public async Task<Unit> Handle(Confirm c, CancellationToken ct)
        {
            await Open(c.EditionId, ct);
            var coalition = (await mediator.Send(new CoalitionSheets.Choices(Only: [c.CoalitionId]), ct)).SingleOrDefault() ?? throw new NotFound("Coalition");
            var sheet = await db.Set<ForumSheet>().SingleOrDefaultAsync(s => s.EditionId == c.EditionId && s.CoalitionId == c.CoalitionId, ct);
            if (sheet is null) db.Add(sheet = new ForumSheet(c.EditionId, coalition.Id, coalition.Name));
            sheet.Confirm(tenant.Space.Today(clock), user.AccountId, user.Name, coalition.Name);
            return Unit.Value;
        }

        /// <returns>How many presentations were added.</returns>
        public async Task<int> Handle(Propose c, CancellationToken ct)
        {
            var edition = await Open(c.EditionId, ct);
            var chosen = await mediator.Send(new CoalitionSheets.Choices(Only: c.Coalitions), ct);
            if (chosen.Count < c.Coalitions.Distinct().Count()) throw new NotFound("Coalition");
            var known = (await db.Set<ForumSession>().Where(s => s.EditionId == c.EditionId && s.Kind == SessionKind.Presentation && s.CoalitionId != null).Select(s => s.CoalitionId!.Value).ToListAsync(ct)).ToHashSet();
            var missing = chosen.Where(x => !known.Contains(x.Id)).ToList();
            foreach (var coalition in missing) db.Add(new ForumSession(edition.Id, SessionKind.Presentation, coalition.Name, coalition.Id));
            return missing.Count;
        }

        private async Task<ForumEdition> Open(Guid id, CancellationToken ct) => await ForumEdition.Of(db, id, ct) is { CancelledOn: null } edition ? edition : throw new RuleViolation("edition.cancelled");

        private Letter Letter(ForumEdition edition, CoalitionSheets.Row coalition, int times, DateOnly? by, ContactsOf.Row person)
        {
            var root = mails.Root(tenant.Space);
            var subject = times == 1 ? $"Avant le forum : la fiche « {coalition.Name} »" : $"Rappel : la fiche « {coalition.Name} » avant le forum";
            return new($"fiche-forum:{edition.Id}:{coalition.Id}:{times}:{person.Id}", MailCategory.Meetings, person.Name, person.Email, subject, $"Fiche demandée pour {edition.Title}, à {person.Name}",
                [$"{edition.Title} a lieu le {French.Date(edition.StartsOn)}{(edition.Place is { } place ? $", {place}" : "")}.",
                 $"La fiche de « {coalition.Name} » y sera présentée. Relisez-la : objectif, membres, premières actions ; et donnez des nouvelles de ce qui a avancé."])
            {
                Act = root is null ? null : new Act("Ouvrir la fiche", $"{root}/coalitions/{coalition.Id}", false),
                After = [by is { } on ? $"Merci de le faire avant le {French.Date(on)}. Si rien n’a changé, répondez-le à ce message." : "Si rien n’a changé, répondez-le à ce message."],
                SubjectId = edition.Id, About = edition.Title, Thread = $"fiche-forum:{edition.Id}:{coalition.Id}", IsDirect = true, CausedById = user.AccountId,
            };
        }
    }
}
