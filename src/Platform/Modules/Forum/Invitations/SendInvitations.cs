using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

/// <summary>The text of the invitations, seen as any guest will, tried on oneself, then sent now or later to whoever has had none, or again to whoever is silent.</summary>
public static class SendInvitations
{
    /// <param name="To">Null: who has had none, or, when all have, who is silent.</param>
    /// <param name="GuestId">As this guest will see it; null: the first one.</param>
    [Needs(ForumPermissions.Organise)]
    public sealed record Form(Guid EditionId, Audience? To, Guid? GuestId) : IRequest<Filled>;

    /// <param name="Drafts">To whom one can be written today.</param>
    /// <param name="Silent">Same.</param>
    /// <param name="Samples">The first of those who will be written to.</param>
    public sealed record Filled(string Edition, bool IsOpen, Audience To, int Drafts, int Silent, Text Text, string Subject, IReadOnlyList<string> Paragraphs, IReadOnlyList<Sample> Samples);

    public sealed record Sample(Guid Id, string Name, string Email, string? Organisation);

    [Needs(ForumPermissions.Organise)]
    public sealed record Text : ICommand
    {
        public Guid EditionId { get; set; }
        public int Version { get; init; }
        [Display(Name = "Objet")] public string? Subject { get; init; }
        [Display(Name = "Texte")] public string? Body { get; init; }
    }

    /// <summary>To oneself, as a guest would read it.</summary>
    [Needs(ForumPermissions.Organise)]
    public sealed record Test(Guid EditionId) : ICommand<string>;

    public enum Audience : short
    {
        [Display(Name = "À qui n’a pas encore été invité")] Drafts = 1,
        [Display(Name = "À qui n’a pas répondu")] Silent,
    }

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand<int>
    {
        public Guid EditionId { get; set; }
        [Display(Name = "À qui")] public Audience? To { get; init; }
        [Display(Name = "Partir le")] public DateOnly? On { get; init; }
        [Display(Name = "À")] public string? At { get; init; }
    }

    /// <summary>The reminders and last calls of the plan whose date has come, in the editions that send them by themselves: to whoever is silent. And,
    /// where an edition says after how many days, whoever has been silent so long since their own invitation and was not chased: once.</summary>
    [System]
    public sealed record Chase : ICommand<int>;

    internal sealed class TextValidator : AbstractValidator<Text>
    {
        public TextValidator()
        {
            RuleFor(c => c.Subject).NotEmpty().IsLine(ForumTemplate.SubjectLength);
            RuleFor(c => c.Body).NotEmpty().MaximumLength(ForumTemplate.BodyLength);
            RuleFor(c => c.Body).Must(t => t?.Contains("/r/", StringComparison.OrdinalIgnoreCase) != true).WithMessage("Ne collez pas de lien personnel\u00a0: chaque personne reçoit le sien, sur le bouton.");
            RuleFor(c => c.Subject).KnowsItsBraces();
            RuleFor(c => c.Body).KnowsItsBraces();
        }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.To).NotNull().IsInEnum();
            RuleFor(c => c.At).IsTime();
            RuleFor(c => c.At).Empty().When(c => c.On is null).WithMessage("Choisissez aussi le jour.");
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, CurrentUser user, GuestLetters letters, TimeProvider clock)
        : IRequestHandler<Form, Filled>, IRequestHandler<Text, Unit>, IRequestHandler<Test, string>, IRequestHandler<Command, int>, IRequestHandler<Chase, int>
    {
        private const int Samples = 50, Usual = 9 * 60, MostDaysLate = 3;

        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var (edition, template) = await Find(form.EditionId, ct);
            var counts = await Reach(form.EditionId).GroupBy(g => g.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var (drafts, silent) = (counts.GetValueOrDefault(GuestState.Draft), counts.GetValueOrDefault(GuestState.Sent));
            var to = form.To ?? (drafts > 0 ? Audience.Drafts : Audience.Silent);
            var samples = await Reach(form.EditionId).Where(g => g.State == StateOf(to)).OrderBy(g => g.Id != form.GuestId).ThenBy(g => g.NameKey).Take(Samples)
                .Select(g => new Sample(g.Id, g.Name ?? g.Email, g.Email, g.Organisation)).ToListAsync(ct);
            var seen = samples.Count > 0 ? samples[0] : null;
            var (subject, paragraphs) = GuestLetters.Text(edition, template, seen?.Name == seen?.Email ? null : seen?.Name, seen?.Organisation, to == Audience.Silent);
            return new(edition.Title, edition.CancelledOn is null, to, drafts, silent, new Text { EditionId = edition.Id, Version = template.Version, Subject = template.Subject, Body = template.Body }, subject, paragraphs, samples);
        }

        public async Task<Unit> Handle(Text c, CancellationToken ct)
        {
            var (edition, template) = await Find(c.EditionId, ct);
            if (template.Version != c.Version) throw new Conflict(stored: new Text { EditionId = edition.Id, Version = template.Version, Subject = template.Subject, Body = template.Body }, typed: c);
            if (db.Entry(template).State == EntityState.Detached) db.Add(template);
            template.Write(c.Subject!, c.Body!);
            return Unit.Value;
        }

        /// <returns>The address.</returns>
        public async Task<string> Handle(Test c, CancellationToken ct)
        {
            var (edition, template) = await Find(c.EditionId, ct);
            var address = await db.Users.Where(u => u.Id == user.AccountId).Select(u => u.Email).SingleOrDefaultAsync(ct) ?? throw new RuleViolation("guest.test");
            Mail.Queue(db, tenant.Space, letters.Trial(tenant.Space, edition, template, address, user.Name));
            return address;
        }

        /// <returns>How many invitations were written.</returns>
        public async Task<int> Handle(Command c, CancellationToken ct)
        {
            // A second click waits for the first, and finds nobody left.
            await db.Lock<ForumEdition>(c.EditionId, ct);
            var (edition, template) = await Find(c.EditionId, ct);
            if (edition.CancelledOn is not null) throw new RuleViolation("edition.cancelled");
            var (now, today) = (clock.GetUtcNow(), tenant.Space.Today(clock));
            if (c.On < today || c.On > edition.StartsOn) throw new Invalid(c, nameof(c.On), "Entre aujourd’hui et le jour du forum.");
            DateTimeOffset? when = c.On is not { } on ? null : LocalTime.Instant(tenant.Space.TimeZone, on, TimeOnly.MinValue.AddMinutes(MeetingTime.Read(c.At) ?? Usual));
            if (when < now) throw new Invalid(c, nameof(c.At), "Cette heure est passée.");
            var state = StateOf(c.To!.Value);
            var sent = await Send(edition, template, Reach(edition.Id).Where(g => g.State == state), when, ct);
            return sent > 0 ? sent : throw new RuleViolation("guest.nobody");
        }

        public async Task<int> Handle(Chase chase, CancellationToken ct)
        {
            if (!tenant.Space.Has(SpaceModules.Forum)) return 0;
            var today = tenant.Space.Today(clock);
            // Late by more than a few days, whoever organises decides: nobody is chased for a switch turned on afterwards.
            var from = today.AddDays(-MostDaysLate);
            var due = await db.Set<ForumMilestone>().Where(m => (m.Kind == MilestoneKind.Reminder || m.Kind == MilestoneKind.LastCall) && m.DoneOn == null && m.DueOn <= today && m.DueOn >= from)
                .Where(m => db.Set<ForumEdition>().Any(e => e.Id == m.EditionId && e.ChasesByItself && e.CancelledOn == null)).Select(m => m.EditionId).Distinct().ToListAsync(ct);
            var patient = await db.Set<ForumEdition>().Where(e => e.ChaseAfterDays != null && e.CancelledOn == null && e.StartsOn > today).Select(e => e.Id).ToListAsync(ct);
            var sent = 0;
            // Locked in the order in which every job locks them.
            foreach (var id in due.Union(patient).Order())
            {
                await db.Lock<ForumEdition>(id, ct);
                var (edition, template) = await Find(id, ct);
                if (!edition.TakesAnswers(today)) continue;
                if (!due.Contains(id))
                {
                    sent += await Send(edition, template, SilentSince(edition, today), null, ct);
                    continue;
                }
                sent += await Send(edition, template, Reach(id).Where(g => g.State == GuestState.Sent), null, ct);
                foreach (var step in await db.Set<ForumMilestone>().AsTracking().Where(m => m.EditionId == id && (m.Kind == MilestoneKind.Reminder || m.Kind == MilestoneKind.LastCall) && m.DoneOn == null && m.DueOn <= today && m.DueOn >= from).ToListAsync(ct)) step.Do(today, null, "la plateforme");
            }
            return sent;
        }

        // By days of the space, as everybody counts them. Longer ago than the job may be late, whoever organises decides: see above.
        private IQueryable<ForumGuest> SilentSince(ForumEdition edition, DateOnly today)
        {
            var (from, until) = (tenant.Space.Dawn(today.AddDays(-edition.ChaseAfterDays!.Value - MostDaysLate)), tenant.Space.Dawn(today.AddDays(1 - edition.ChaseAfterDays.Value)));
            return Reach(edition.Id).Where(g => g.State == GuestState.Sent && g.InvitedAt == g.FirstInvitedAt && g.InvitedAt >= from && g.InvitedAt < until);
        }

        private async Task<int> Send(ForumEdition edition, ForumTemplate template, IQueryable<ForumGuest> to, DateTimeOffset? when, CancellationToken ct)
        {
            var at = when ?? clock.GetUtcNow();
            var guests = await to.AsTracking().OrderBy(g => g.NameKey).ToListAsync(ct);
            foreach (var guest in guests)
            {
                guest.Queue(at);
                Mail.Queue(db, tenant.Space, letters.Invitation(tenant.Space, edition, template, guest, when));
            }
            return guests.Count;
        }

        private static GuestState StateOf(Audience to) => to == Audience.Silent ? GuestState.Sent : GuestState.Draft;

        /// <summary>Who can be written to today: an erased person has no address, and whoever was written to today is not again before tomorrow.</summary>
        private IQueryable<ForumGuest> Reach(Guid editionId)
        {
            var dawn = tenant.Space.Dawn(tenant.Space.Today(clock));
            return db.Set<ForumGuest>().Where(g => g.EditionId == editionId && g.Email != "" && (g.InvitedAt == null || g.InvitedAt < dawn));
        }

        private async Task<(ForumEdition, ForumTemplate)> Find(Guid id, CancellationToken ct) => (await ForumEdition.Of(db, id, ct), await ForumTemplate.Of(db, id, TemplateKind.Invitation, ct));
    }
}
