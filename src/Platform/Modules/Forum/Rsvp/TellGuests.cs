using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Rsvp;

/// <summary>Tells guests what becomes of them, each in the transaction that decides it.</summary>
internal sealed class TellGuests(PlatformDb db, GuestLetters letters, CurrentTenant tenant)
{
    /// <summary>Said to have changed, not what it is: it is for those who come.</summary>
    public const string Online = "Lien en ligne";

    private const string Mine = "Voir ou changer ma réponse";

    /// <summary>What an answer says. Needs companions and choices.</summary>
    public static (GuestState? Answer, int Seats, string Sessions) Said(ForumGuest guest) => (guest.Answer, guest.Seats, string.Join(' ', guest.Choices.Select(c => c.SessionId).Order()));

    /// <summary>The answer is heard, or was noted by somebody else: one that says nothing new is not worth a mail.</summary>
    public async Task Answered(ForumEdition edition, ForumGuest guest, (GuestState? Answer, int Seats, string Sessions) before, CancellationToken ct)
    {
        if (before == Said(guest)) return;
        var expected = before.Answer is GuestState.Accepted or GuestState.Waiting;
        switch (guest.Answer)
        {
            case GuestState.Accepted:
                var chosen = guest.Choices.ConvertAll(c => c.SessionId);
                Coming(edition, guest, await Places.Choosable(db, edition.Id).Where(s => chosen.Contains(s.Id)).OrderBy(s => s.Day).ThenBy(s => s.StartMinute).Select(s => s.Title).ToListAsync(ct));
                break;
            case GuestState.Waiting: Waits(edition, guest); break;
            case GuestState.Maybe when before.Answer != GuestState.Maybe: Hesitates(edition, guest, expected); break;
            case GuestState.Declined or GuestState.Delegated when expected || guest.InCalendar: NotComing(edition, guest); break;
            case null when expected: Unsaid(edition, guest); break;
        }
    }

    /// <param name="sessions">What the guest means to attend, by title.</param>
    public void Coming(ForumEdition edition, ForumGuest guest, IReadOnlyList<string> sessions) => Send(edition, guest, "oui", "Réponse entendue", $"C’est noté : vous venez le {French.DayAndMonth(edition.StartsOn)}",
        Details(edition, guest, sessions, $"Votre place est réservée : {edition.Title}, {GuestLetters.When(edition)}."), Mine, CalendarMethod.Request);

    public void Waits(ForumEdition edition, ForumGuest guest) => Send(edition, guest, "attente", "Liste d’attente", $"Liste d’attente : {edition.Title}",
        [$"Le forum est complet pour l’instant : vous êtes sur la liste d’attente{Party(guest)}. Vous n’avez rien à faire : dès qu’une place se libère, un message vous le dit.", "D’ici là, ne comptez pas sur cette place."], Mine, guest.InCalendar ? CalendarMethod.Cancel : null);

    /// <summary>Only whoever was expected is told that they are not any more.</summary>
    public void NotComing(ForumEdition edition, ForumGuest guest, string? instead = null) => Send(edition, guest, "non", "Désistement entendu", $"C’est noté : vous ne venez pas le {French.DayAndMonth(edition.StartsOn)}",
        [instead is null ? "Votre place est rendue, merci de l’avoir dit." : $"{instead} a reçu l’invitation à votre place.", instead is null ? "Si vous changez d’avis, il est encore temps de le dire." : "Pour y revenir, répondez à ce message."], instead is null ? Mine : null, guest.InCalendar ? CalendarMethod.Cancel : null);

    /// <param name="hadPlace">Or stood in the queue.</param>
    private void Hesitates(ForumEdition edition, ForumGuest guest, bool hadPlace) => Send(edition, guest, "peutetre", "Hésitation entendue", $"C’est noté : peut-être, le {French.DayAndMonth(edition.StartsOn)}",
        [hadPlace ? "Vous hésitez : votre place est rendue, et aucune ne vous est gardée d’ici là." : "Vous hésitez encore : aucune place ne vous est gardée d’ici là.", "Dès que vous le savez, dites-le : un bouton suffit."], Mine, null);

    private void Unsaid(ForumEdition edition, ForumGuest guest) => Send(edition, guest, "aredire", "Réponse à redire", $"Votre réponse est à redire : {edition.Title}",
        ["La réponse que nous avions notée pour vous a été effacée : aucune place ne vous est plus gardée.", "Dites si vous venez."], "Répondre à l’invitation", null);

    public void Promoted(ForumEdition edition, ForumGuest guest, bool lostSessions) => Send(edition, guest, "place", "Place libérée", $"Une place s’est libérée : vous venez le {French.DayAndMonth(edition.StartsOn)}",
        [$"Vous attendiez une place : elle est à vous{Party(guest)}. {edition.Title}, {GuestLetters.When(edition)}.", .. Lost(lostSessions), "Si vous ne pouvez plus venir, dites-le : quelqu’un attend."], Mine, CalendarMethod.Request);

    public void Offered(ForumEdition edition, ForumGuest guest, bool lostSessions) => Send(edition, guest, "offre", "Place proposée", $"Une place vous attend jusqu’au {French.Instant(tenant.Space.Local(guest.OfferUntil!.Value))}",
        [$"Une place s’est libérée{Party(guest)} : {edition.Title}, {GuestLetters.When(edition)}.", $"Elle vous est gardée jusqu’au {French.Instant(tenant.Space.Local(guest.OfferUntil!.Value))} ; sans réponse, elle passe à la personne suivante.", .. Lost(lostSessions)], "Prendre cette place", null);

    public void Lapsed(ForumEdition edition, ForumGuest guest) => Send(edition, guest, "passee", "Offre passée", $"La place est passée à la personne suivante : {edition.Title}",
        ["Nous n’avons pas eu votre réponse à temps : la place qui vous était gardée est passée à la personne suivante.", "Si vous voulez toujours venir, dites-le : vous reprendrez la file."], "Je veux toujours venir", null);

    public void TakenOff(ForumEdition edition, ForumGuest guest) => Send(edition, guest, "retrait", "Invitation retirée", $"Votre invitation est retirée : {edition.Title}",
        [$"L’invitation que vous aviez reçue pour {edition.Title}, {GuestLetters.When(edition)}, est retirée. Une question ? Répondez à ce message."], null, guest.InCalendar ? CalendarMethod.Cancel : null);

    /// <summary>Only to be confirmed by whoever reads the mailbox.</summary>
    public void Confirm(ForumEdition edition, ForumGuest guest) => Send(edition, guest, $"inscription{Guid.CreateVersion7():N}", "Inscription à confirmer", $"Confirmez votre inscription : {edition.Title}",
        [$"Quelqu’un, sans doute vous, a demandé à s’inscrire avec cette adresse : {edition.Title}, {GuestLetters.When(edition)}.", "L’inscription compte quand vous l’avez confirmée. Si ce n’est pas vous, ne faites rien."], "Confirmer mon inscription", null);

    /// <summary>Asked to register, and is invited already.</summary>
    public void AlreadyInvited(ForumEdition edition, ForumGuest guest) => Send(edition, guest, $"connue{Guid.CreateVersion7():N}", "Inscription demandée", $"Votre invitation : {edition.Title}",
        [$"Quelqu’un, sans doute vous, a demandé à s’inscrire avec cette adresse : {edition.Title}, {GuestLetters.When(edition)}. Vous êtes déjà sur la liste : voyez votre réponse, ou donnez-la. Si ce n’est pas vous, ne faites rien."], "Voir ma réponse", null);

    /// <summary>The day, the hour or the place changed: those who come or may come are told, with what it was. What still waits to be sent says
    /// the old one: it is taken back, for the organisers to send again.</summary>
    /// <returns>How many are told.</returns>
    public async Task<int> Moved(ForumEdition edition, IReadOnlyList<(string What, string Was, string Is)> changes, CancellationToken ct)
    {
        await TakeBack(edition.Id, "Le forum a été déplacé depuis", ct);
        var told = await Expected(db, edition.Id).AsTracking().OrderBy(g => g.NameKey).ToListAsync(ct);
        foreach (var guest in told)
            Send(edition, guest, $"change{edition.Sequence}", "Changement", $"Changement : {edition.Title}", [$"{edition.Title} change. Voici ce qui est nouveau.", .. changes.Select(c => c.What == Online ? "Le lien pour suivre à distance a changé : la page de votre réponse le donne, dès que vous venez." : $"{c.What} : {c.Is} (c’était : {c.Was})."), "Si vous ne pouvez plus venir, dites-le d’un clic."], Mine,
                guest.State == GuestState.Accepted || guest.InCalendar ? CalendarMethod.Request : null);
        return told.Count;
    }

    public async Task<int> Cancelled(ForumEdition edition, CancellationToken ct)
    {
        await TakeBack(edition.Id, "Le forum est annulé", ct);
        var told = await Expected(db, edition.Id).AsTracking().OrderBy(g => g.NameKey).ToListAsync(ct);
        foreach (var guest in told)
            Send(edition, guest, "annule", "Annulation", $"Annulé : {edition.Title}", [$"{edition.Title}, {GuestLetters.When(edition)}, n’aura pas lieu.", .. edition.CancelledReason is { } why ? [$"Motif : {why}"] : Array.Empty<string>()], null, guest.InCalendar ? CalendarMethod.Cancel : null);
        return told.Count;
    }

    /// <summary>Those who were told of it, and have not said no.</summary>
    public static IQueryable<ForumGuest> Expected(PlatformDb db, Guid editionId) =>
        db.Set<ForumGuest>().Where(g => g.EditionId == editionId && g.Email != "" && (g.State == GuestState.Accepted || g.State == GuestState.Maybe || g.State == GuestState.Waiting || g.State == GuestState.Sent));

    private async Task TakeBack(Guid editionId, string why, CancellationToken ct)
    {
        if (await Mail.Withdraw(db, GuestLetters.Keys(editionId), why, ct) == 0) return;
        foreach (var guest in await db.Set<ForumGuest>().AsTracking().Where(g => g.EditionId == editionId && g.Delivery == GuestState.Queued).ToListAsync(ct)) guest.Unqueue();
    }

    private void Send(ForumEdition edition, ForumGuest guest, string what, string cause, string subject, IReadOnlyList<string> paragraphs, string? act, CalendarMethod? method)
    {
        if (guest.Email.Length == 0) return;
        Mail.Queue(db, tenant.Space, letters.About(tenant.Space, edition, guest, what, cause, subject, paragraphs, act, method) with { Code = guest.Ticket is { } code ? new(code, "Votre billet : montrez ce code à l’entrée, sur votre téléphone ou imprimé.") : null });
    }

    private static IReadOnlyList<string> Lost(bool sessions) => sessions ? ["Une séance que vous aviez choisie est complète : choisissez-en une autre."] : [];

    private static IReadOnlyList<string> Details(ForumEdition edition, ForumGuest guest, IReadOnlyList<string> sessions, string first) =>
    [
        first,
        .. guest.Companions.Count > 0 ? [$"Avec vous : {French.List([.. guest.Companions.OrderBy(c => c.Position).Select(c => c.Name)])}."] : Array.Empty<string>(),
        .. sessions.Count > 0 ? [$"Vos séances : {French.List(sessions)}."] : Array.Empty<string>(),
        .. guest.Meal == true ? ["Le repas est prévu."] : Array.Empty<string>(),
        .. edition.Address is { } address ? [$"Adresse : {address}"] : Array.Empty<string>(),
        .. edition.OnlineLink is { } online ? [$"À distance : {online}"] : Array.Empty<string>(),
    ];

    private static string Party(ForumGuest guest) => guest.Seats > 1 ? $", pour {guest.Seats} personnes" : "";
}
