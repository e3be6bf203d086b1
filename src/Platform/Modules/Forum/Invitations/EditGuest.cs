using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Rsvp;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

/// <summary>One guest: the name put right, the group, and the answer that came by telephone or in the corridor.</summary>
public static class EditGuest
{
    [Needs(ForumPermissions.Organise)]
    public sealed record Form(Guid EditionId, Guid Id) : IRequest<Filled>;

    /// <param name="InsteadOf">Who passed the invitation on to this guest.</param>
    /// <param name="Substitute">To whom this guest passed it on.</param>
    public sealed record Filled(Command Command, string Edition, string Shown, string Email, GuestState State, GuestSource Source, DateTimeOffset? InvitedAt, string? Trouble, int Times, IReadOnlyList<AddGuests.Choice> Groups,
        Other? InsteadOf, Other? Substitute, IReadOnlyList<string> Sessions, DateTimeOffset? WaitingSince, DateTimeOffset? OfferUntil, int Companions);

    public sealed record Other(Guid Id, string Shown);

    public enum Rank { [Display(Name = "Comme les autres")] Usual, [Display(Name = "Prioritaire")] High, [Display(Name = "Très prioritaire")] Highest }

    /// <summary>Answers that somebody may note.</summary>
    public enum Said : short
    {
        [Display(Name = "Pas encore")] Nothing = 1,
        [Display(Name = "Vient")] Accepted,
        [Display(Name = "Peut-être")] Maybe,
        [Display(Name = "Ne vient pas")] Declined,
        [Display(Name = "Se fait remplacer")] Delegated,
        [Display(Name = "En liste d’attente")] Waiting,
        [Display(Name = "Retirer de la liste")] Cancelled,
    }

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand<string>
    {
        public Guid EditionId { get; set; }
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Organisation")] public string? Organisation { get; init; }
        [Display(Name = "Groupe")] public Guid? GroupId { get; init; }
        [Display(Name = "Réponse")] public Said? Answer { get; init; }
        [Display(Name = "Qui l’accompagne")] public List<string?> Companions { get; init; } = [];
        [Display(Name = "Repas")] public bool Meal { get; init; }
        [Display(Name = "Besoins")] public string? Needs { get; init; }
        [Display(Name = "Priorité")] public Rank? Priority { get; init; } = Rank.Usual;
        [Display(Name = "Note")] public string? Note { get; init; }
        [Display(Name = "Prévenir par courriel")] public bool Tells { get; init; }

        internal static Command From(ForumGuest g) => new()
        {
            EditionId = g.EditionId, Id = g.Id, Version = g.Version, Name = g.Name, Organisation = g.Organisation, GroupId = g.GroupId, Note = g.Note, Tells = g.Email.Length > 0,
            Companions = [.. g.Companions.OrderBy(c => c.Position).Select(c => c.Name)], Meal = g.Meal == true, Needs = g.Needs, Priority = (Rank)g.Priority,
            Answer = g.Answer is { } a && Enum.TryParse<Said>(a.ToString(), out var said) ? said : Said.Nothing,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsLine(ForumGuest.NameLength);
            RuleFor(c => c.Organisation).IsLine(ForumGuest.OrganisationLength);
            RuleFor(c => c.Answer).NotNull().IsInEnum();
            RuleFor(c => c.Companions).Must(c => c.Count <= ForumGuest.MostCompanions).WithMessage($"Au plus {ForumGuest.MostCompanions}.");
            RuleForEach(c => c.Companions).IsLine(ForumGuest.NameLength);
            RuleFor(c => c.Needs).MaximumLength(ForumGuest.NeedsLength);
            RuleFor(c => c.Priority).NotNull().IsInEnum();
            RuleFor(c => c.Note).MaximumLength(ForumGuest.NoteLength);
        }
    }

    internal sealed class Handler(PlatformDb db, Places places, TellGuests tell, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Filled>, IRequestHandler<Command, string>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var g = await Find(form.EditionId, form.Id, ct);
            var edition = await db.Set<ForumEdition>().Where(e => e.Id == form.EditionId).Select(e => new { e.Title, e.MostCompanions }).SingleAsync(ct);
            var groups = await db.Set<ForumGroup>().Where(x => x.EditionId == form.EditionId).OrderBy(x => x.NameKey).Select(x => new AddGuests.Choice(x.Id, x.Name)).ToListAsync(ct);
            var others = await db.Set<ForumGuest>().Where(x => x.Id == g.DelegatedFromId || x.DelegatedFromId == g.Id).Select(x => new Other(x.Id, x.Name ?? x.Email)).ToListAsync(ct);
            var chosen = g.Choices.ConvertAll(c => c.SessionId);
            var sessions = await db.Set<ForumSession>().Where(s => chosen.Contains(s.Id)).OrderBy(s => s.Day).ThenBy(s => s.StartMinute).Select(s => s.Title).ToListAsync(ct);
            return new(Command.From(g), edition.Title, g.Name ?? g.Email, g.Email, g.State, g.Source, g.InvitedAt, g.Trouble, g.Times, groups,
                others.Find(o => o.Id == g.DelegatedFromId), others.Find(o => o.Id != g.DelegatedFromId), sessions, g.WaitingSince, g.OfferUntil, Math.Max(edition.MostCompanions, g.Companions.Count));
        }

        /// <returns>What was done, as a sentence.</returns>
        public async Task<string> Handle(Command c, CancellationToken ct)
        {
            await db.Lock<ForumEdition>(c.EditionId, ct);
            var guest = await Find(c.EditionId, c.Id, ct);
            if (guest.Version != c.Version) throw new Conflict(stored: Command.From(guest), typed: c);
            if (c.GroupId is { } id && id != guest.GroupId)
            {
                var group = await db.Set<ForumGroup>().SingleOrDefaultAsync(g => g.Id == id && g.EditionId == c.EditionId, ct) ?? throw new Invalid(c, nameof(c.GroupId), "Choisissez dans la liste.");
                if (group.Quota <= await ForumGroup.Counted(db, id).CountAsync(ct)) throw new Invalid(c, nameof(c.GroupId), $"Ce groupe a ses {group.Quota} invités.");
            }
            var edition = await db.Set<ForumEdition>().AsNoTracking().SingleAsync(e => e.Id == c.EditionId, ct);
            var (now, today, state, held, before) = (clock.GetUtcNow(), tenant.Space.Today(clock), guest.State, guest.Holds ? guest.Seats : 0, TellGuests.Said(guest));
            var names = ForumCompanion.Names(c.Companions);
            GuestState? answer = c.Answer == Said.Nothing ? null : Enum.Parse<GuestState>(c.Answer!.Value.ToString());
            // Whoever is offered a place holds it too.
            if ((answer == GuestState.Accepted || (answer == GuestState.Waiting && guest.OfferUntil is not null)) && 1 + names.Count > held && await places.Free(edition, guest.Id, ct) is { } free && free < 1 + names.Count)
                throw new Invalid(c, nameof(c.Answer), $"Il reste {French.Count(Math.Max(0, free), "place", "places")}\u00a0: mettez en liste d’attente, ou augmentez les places de l’édition.");
            guest.Call(c.Name, c.Organisation);
            guest.Into(c.GroupId);
            guest.Bring(names);
            guest.Need(c.Meal ? true : guest.Meal is null ? null : false, c.Needs);
            guest.Prefer((int)c.Priority!.Value);
            if (answer is not null) guest.Confirm(GuestState.Sent, now);
            // Whoever waits already keeps the turn, or the offer.
            if (answer == GuestState.Waiting && state != GuestState.Waiting) guest.Wait(now, today, c.Note);
            else guest.Say(answer, today, c.Note);
            var lost = guest.Holds && guest.ArrivedAt is null && guest.Seats > held && Places.GiveUp(guest, await places.FreeIn(edition.Id, guest.Id, ct));
            db.Touch(guest);
            await db.SaveChangesAsync(ct);
            if (guest.State == GuestState.Cancelled && state != GuestState.Cancelled)
            {
                await Mail.Withdraw(db, GuestLetters.Keys(edition.Id, guest.Id), "La personne a été retirée de la liste", ct);
                // Whoever has heard of it hears that it is over.
                if (c.Tells && state is GuestState.Sent or GuestState.Accepted or GuestState.Maybe or GuestState.Waiting && edition.EndsOn >= today) tell.TakenOff(edition, guest);
            }
            var (answered, offered) = (guest.Answer, guest.OfferUntil);
            await places.Fill(edition, ct);
            // Whom the queue has just moved is told so already; once the forum is over, there is nothing to be told.
            var tells = c.Tells && edition.CancelledOn is null && edition.EndsOn >= today && guest.ArrivedAt is null && (guest.Answer, guest.OfferUntil) == (answered, offered);
            if (tells) await tell.Answered(edition, guest, before, ct);
            return $"L’invité est enregistré.{(lost ? " Une séance qu’il avait choisie est complète : elle lui est retirée." : "")}";
        }

        private async Task<ForumGuest> Find(Guid editionId, Guid id, CancellationToken ct) =>
            await db.Set<ForumGuest>().AsTracking().Include(g => g.Companions).Include(g => g.Choices).AsSplitQuery().SingleOrDefaultAsync(g => g.Id == id && g.EditionId == editionId, ct) ?? throw new NotFound(nameof(ForumGuest));
    }
}
