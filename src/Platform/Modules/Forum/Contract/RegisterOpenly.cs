using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Rsvp;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Contract;

/// <summary>Anybody asks to come, where the edition is open to all. A mail goes to the address, and nothing counts before its link is followed.
/// The answer is the same for an address that is known, that tries too often, or that a robot typed.</summary>
public static class RegisterOpenly
{
    [Anonymous]
    public sealed record Form(Guid EditionId) : IRequest<Filled>;

    /// <param name="OpensOn">Not open yet, and will be.</param>
    public sealed record Filled(string Title, string When, string Hours, string? Place, bool Opens, DateOnly? OpensOn, DateOnly Until, int Companions, bool IsFull);

    [Anonymous]
    public sealed record Command : ICommand
    {
        public Guid EditionId { get; set; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Adresse électronique")] public string? Email { get; init; }
        [Display(Name = "Organisation")] public string? Organisation { get; init; }
        [Display(Name = "Qui vous accompagne")] public List<string?> Companions { get; init; } = [];
        [Display(Name = "Besoins")] public string? Needs { get; init; }
        /// <summary>Nobody sees this field: whoever fills it is a robot.</summary>
        public string? WebPage { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsNameLine(ForumGuest.NameLength);
            RuleFor(c => c.Email).NotEmpty().IsEmail(ForumGuest.EmailLength);
            RuleFor(c => c.Organisation).IsLine(ForumGuest.OrganisationLength);
            RuleForEach(c => c.Companions).IsLine(ForumGuest.NameLength);
            RuleFor(c => c.Needs).MaximumLength(ForumGuest.NeedsLength);
        }
    }

    internal static readonly Limit Caller = new("forum", 30, TimeSpan.FromHours(1));
    /// <summary>Nobody's mailbox is filled.</summary>
    internal static readonly Limit Address = new("forum-address", 3, TimeSpan.FromHours(1));

    internal sealed class Handler(PlatformDb db, Places places, TellGuests tell, MailSettings mails, Throttle throttle, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Unit>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var e = await Find(form.EditionId, ct);
            var opens = Opens(e);
            return new(e.Title, EditionWords.Days(e.StartsOn, e.EndsOn), MeetingTime.Span(e.StartMinute, e.EndMinute), e.Place, opens, e.IsOpenToAll && e.CancelledOn is null && e.RegistrationFrom > tenant.Space.Today(clock) ? e.RegistrationFrom : null, e.AnswersUntil, e.MostCompanions, opens && await places.Free(e, null, ct) <= 0);
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            if (!Opens(await Find(c.EditionId, ct))) throw new RuleViolation("registration.closed");
            if (c.WebPage is { Length: > 0 } || await throttle.IsOver(Caller, throttle.Caller, ct) || await throttle.IsOver(Address, c.Email, ct)) return Unit.Value;
            await throttle.Count(Caller, throttle.Caller, ct);
            await throttle.Count(Address, c.Email, ct);
            await db.Lock<ForumEdition>(c.EditionId, ct);
            var edition = await Find(c.EditionId, ct);
            var names = ForumCompanion.Names(c.Companions);
            if (names.Count > edition.MostCompanions) throw new Invalid(c, nameof(c.Companions), $"Au plus {edition.MostCompanions}.");
            var key = ForumGuest.Key(c.Email!);
            var guest = await db.Set<ForumGuest>().AsTracking().Include(g => g.Companions).SingleOrDefaultAsync(g => g.EditionId == c.EditionId && g.EmailKey == key, ct);
            if (guest is { State: not GuestState.Unconfirmed })
            {
                // What is known of them stays as it is: the link is for whoever reads the mailbox.
                if (guest.State is not (GuestState.Cancelled or GuestState.Delegated)) tell.AlreadyInvited(edition, guest);
                return Unit.Value;
            }
            if (guest is null)
            {
                if (await db.Set<ForumGuest>().CountAsync(g => g.EditionId == c.EditionId, ct) >= ForumGuest.Most) return Unit.Value;
                db.Add(guest = new ForumGuest(c.EditionId, c.Email!.Trim(), c.Name, c.Organisation, null, null, null, GuestSource.Registration));
            }
            guest.Call(c.Name, c.Organisation);
            guest.Ask(clock.GetUtcNow());
            guest.Bring(names);
            guest.Need(null, c.Needs);
            tell.Confirm(edition, guest);
            return Unit.Value;
        }

        private bool Opens(ForumEdition e) => e.IsOpenToAll && e.TakesAnswers(tenant.Space.Today(clock)) && !(e.RegistrationFrom > tenant.Space.Today(clock)) && mails.Delivers(tenant.Space);

        private async Task<ForumEdition> Find(Guid id, CancellationToken ct) => await db.Set<ForumEdition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.IsPublic, ct) ?? throw new NotFound(nameof(ForumEdition));
    }
}
