using FluentValidation;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

/// <summary>The mails of guests. Each answers by a link of one's own, which never stands in the calendar entry: people share calendars.</summary>
internal sealed class GuestLetters(MailSettings mails, PersonalLinks links, TimeProvider clock)
{
    /// <summary>Beginning of the key of every invitation.</summary>
    private const string Prefix = "forum-invite:";

    public static readonly IReadOnlyList<(string Name, string Meaning)> Placeholders =
    [
        ("nom", "le nom de la personne"), ("organisation", "son organisation"), ("forum", "le titre de l’édition"), ("date", "les jours"), ("heure", "les heures"), ("lieu", "le lieu"), ("adresse", "son adresse"),
    ];

    private const string Yours = "Ce lien est à vous seul : qui l’ouvre répond en votre nom.";

    /// <summary>Beginning of the keys of an edition's invitations, or of one guest's.</summary>
    public static string Keys(Guid editionId, Guid? guestId = null) => $"{Prefix}{editionId:N}:{(guestId is { } id ? $"{id:N}:" : "")}";

    /// <summary>The first word between braces that means nothing; null when all do.</summary>
    public static string? Unknown(string? text) => Braces.Unknown(text, Placeholders) is [var first, ..] ? first : null;

    public static bool IsInvitation(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);

    public static IReadOnlyDictionary<string, string> Values(ForumEdition edition, string? name, string? organisation) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["nom"] = name ?? "", ["organisation"] = organisation ?? "votre organisation", ["forum"] = edition.Title, ["date"] = EditionWords.Days(edition.StartsOn, edition.EndsOn),
        ["heure"] = MeetingTime.Span(edition.StartMinute, edition.EndMinute), ["lieu"] = edition.Place ?? "un lieu à préciser", ["adresse"] = edition.Address ?? "",
    };

    /// <summary>What an invitation says, or a reminder of it.</summary>
    public static (string Subject, IReadOnlyList<string> Paragraphs) Text(ForumEdition edition, ForumTemplate template, string? name, string? organisation, bool again)
    {
        var values = Values(edition, name, organisation);
        var (subject, body) = (Braces.Fill(template.Subject, values), Braces.Paragraphs(template.Body, values));
        return again ? ($"Rappel : {subject}", [$"Nous n’avons pas encore votre réponse ; elle est attendue jusqu’au {French.Date(edition.AnswersUntil)}.", .. body]) : (subject, body);
    }

    /// <summary>The invitation of a guest who has just been queued, or the next reminder of it.</summary>
    public Letter Invitation(Space space, ForumEdition edition, ForumTemplate template, ForumGuest guest, DateTimeOffset? notBefore)
    {
        var again = guest.IsChased;
        var (subject, paragraphs) = Text(edition, template, guest.Name, guest.Organisation, again);
        return Write(space, edition, guest, $"{Keys(edition.Id, guest.Id)}{guest.Times}", $"{(again ? "Relance" : "Invitation")} : {edition.Title}", subject, paragraphs, "Répondre à l’invitation", CalendarMethod.Request) with
        {
            NotBefore = notBefore, LastLook = again ? StillSilent.Look : null,
        };
    }

    /// <summary>What guests will get, to oneself; the link in it leads nowhere.</summary>
    public Letter Trial(Space space, ForumEdition edition, ForumTemplate template, string email, string name)
    {
        var (subject, paragraphs) = Text(edition, template, name, null, false);
        return new($"forum-essai:{edition.Id}:{clock.GetUtcNow().UtcTicks}", MailCategory.Meetings, name, email, subject, $"Essai d’invitation : {edition.Title}", paragraphs)
        {
            Act = mails.Root(space) is { } root ? new("Répondre à l’invitation", $"{root}/r/forum-essai", false) : null, After = ["Ceci est un essai : le bouton ne mène à aucune réponse."], About = edition.Title, IsDirect = true,
        };
    }

    /// <summary>Sent to a substitute in the name of whoever passes the invitation on.</summary>
    public Letter Passed(Space space, ForumEdition edition, ForumGuest guest, string? by)
    {
        List<string> paragraphs = [$"{by ?? "Une personne invitée"} ne peut pas venir et vous propose d’y aller à sa place : {edition.Title}, {When(edition)}."];
        if (guest.OfferUntil is { } until) paragraphs.Add($"Une place vous est gardée jusqu’au {French.Instant(space.Local(until))}.");
        return Write(space, edition, guest, $"{Keys(edition.Id, guest.Id)}{guest.Times}", $"Invitation transmise : {edition.Title}", $"{edition.Title}, {EditionWords.Days(edition.StartsOn, edition.EndsOn)} : y aller à la place de {by ?? "quelqu’un"}", paragraphs, "Répondre à l’invitation", CalendarMethod.Request);
    }

    /// <summary>What became of a guest: an answer heard, a place, an offer, a change, a cancellation.</summary>
    /// <param name="what">A word of the key: each of these is written once per version of the guest.</param>
    /// <param name="act">Null: nothing to answer any more.</param>
    public Letter About(Space space, ForumEdition edition, ForumGuest guest, string what, string cause, string subject, IReadOnlyList<string> paragraphs, string? act, CalendarMethod? method) =>
        Write(space, edition, guest, $"forum-{what}:{edition.Id:N}:{guest.Id:N}:{guest.Version}", $"{cause} : {edition.Title}", subject, paragraphs, act, method);

    /// <summary>"le 12 novembre 2026, de 9 h à 17 h, aux Capucins"</summary>
    public static string When(ForumEdition e) => string.Join(", ", new[] { EditionWords.On(EditionWords.Days(e.StartsOn, e.EndsOn)), MeetingTime.Span(e.StartMinute, e.EndMinute), e.Place }.Where(s => s is { Length: > 0 }));

    private Letter Write(Space space, ForumEdition edition, ForumGuest guest, string key, string cause, string subject, IReadOnlyList<string> paragraphs, string? act, CalendarMethod? method)
    {
        var root = mails.Root(space);
        var page = root is null || !edition.IsPublic ? null : $"{root}/public/forum/{edition.Id}";
        // Serves until the day is over; whoever is told of another day gets another link.
        var link = act is null ? null : links.Make(PersonalPurpose.Forum, guest.Id, guest.PersonId, space.Dawn(edition.EndsOn.AddDays(1)));
        List<string> after = [];
        if (link is not null) after.Add($"Votre réponse peut changer jusqu’au {French.Date(edition.AnswersUntil)}. {Yours}");
        List<LetterPart> parts = page is null || act is null ? [] : [new("Le programme et l’accès", page, [.. new[] { Word.Capital(EditionWords.Days(edition.StartsOn, edition.EndsOn)) + (MeetingTime.Span(edition.StartMinute, edition.EndMinute) is { Length: > 0 } hours ? " " + hours : ""), edition.Place, edition.Address }.OfType<string>()])];
        return new(key, MailCategory.Meetings, guest.Name, guest.Email, subject, cause, paragraphs)
        {
            Act = link is null ? null : new(act!, link, IsSecret: true), After = after, Parts = parts, SubjectId = guest.Id, About = edition.Title, IsDirect = true,
            // One thread for all of them: what is taken back never arrives before what was sent.
            Thread = $"forum:{guest.Id:N}", Calendar = method is { } m ? Entry(space, edition, guest, m, page) : null,
        };
    }

    private CalendarPart Entry(Space space, ForumEdition e, ForumGuest guest, CalendarMethod method, string? page)
    {
        var sequence = e.Sequence + guest.Enter(method == CalendarMethod.Request);
        return new(method == CalendarMethod.Cancel ? "annulation.ics" : "invitation.ics", method.ToString().ToUpperInvariant(), ICalendar.Write(space,
            [EditionWords.Entry(e.Id, sequence, e.Title, e.StartsOn, e.StartMinute, e.EndMinute, string.Join(", ", new[] { e.Place, e.Address }.OfType<string>()) is { Length: > 0 } where ? where : null, method == CalendarMethod.Cancel, page) with { LastDate = e.EndsOn }],
            method, clock.GetUtcNow(), (guest.Name ?? guest.Email, guest.Email), (space.SenderName, mails.Organiser(space))));
    }
}

internal static class GuestLetterRules
{
    /// <summary>Every word between braces means something in the mails of guests.</summary>
    public static IRuleBuilderOptions<T, string?> KnowsItsBraces<T>(this IRuleBuilder<T, string?> rule) => rule.Must(t => GuestLetters.Unknown(t) is null)
        .WithMessage((_, text) => $"«\u00a0{{{GuestLetters.Unknown(text)}}}\u00a0» ne veut rien dire ici\u00a0: {string.Join(", ", GuestLetters.Placeholders.Select(p => $"{{{p.Name}}}"))}.");
}
