using System.Text.RegularExpressions;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

/// <summary>The invitation of one guest, from the text of the edition.</summary>
internal sealed partial class GuestLetters(MailSettings mails, TimeProvider clock)
{
    /// <summary>Beginning of the key of every invitation.</summary>
    public const string Prefix = "forum-invite:";

    public static readonly IReadOnlyList<(string Name, string Meaning)> Placeholders =
    [
        ("nom", "le nom de la personne"), ("organisation", "son organisation"), ("forum", "le titre de l’édition"), ("date", "les jours"), ("heure", "les heures"), ("lieu", "le lieu"), ("adresse", "son adresse"),
    ];

    /// <summary>The first word between braces that means nothing; null when all do.</summary>
    public static string? Unknown(string? text) => Braces().Matches(text ?? "").Select(m => m.Groups["name"].Value).FirstOrDefault(n => Placeholders.All(p => p.Name != n));

    public static string Fill(string text, ForumEdition edition, string? name, string? organisation) => Braces().Replace(text, m => m.Groups["name"].Value switch
    {
        "nom" => name ?? "", "organisation" => organisation ?? "votre organisation", "forum" => edition.Title, "date" => EditionWords.Days(edition.StartsOn, edition.EndsOn), "heure" => MeetingTime.Span(edition.StartMinute, edition.EndMinute),
        "lieu" => edition.Place ?? "un lieu à préciser", "adresse" => edition.Address ?? "", var other => "{" + other + "}",
    });

    /// <param name="key">Null: a test, which goes as often as it is asked for.</param>
    public Letter Write(Space space, ForumEdition edition, ForumTemplate template, string email, string? name, string? organisation, string key, Guid? guestId, DateTimeOffset? notBefore)
    {
        var root = mails.Root(space);
        var body = Fill(template.Body, edition, name, organisation);
        return new(key, MailCategory.Meetings, name, email, Fill(template.Subject, edition, name, organisation), $"Invitation : {edition.Title}", [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)])
        {
            Act = root is null || !edition.IsPublic ? null : new Act("Voir le programme", $"{root}/public/forum/{edition.Id}", false),
            SubjectId = guestId, About = edition.Title, IsDirect = true, NotBefore = notBefore, Thread = guestId is null ? null : $"{Prefix}{guestId}",
            Calendar = guestId is null || edition.EndsOn != edition.StartsOn ? null : new("invitation.ics", "REQUEST", ICalendar.Write(space,
                [EditionWords.Entry(edition.Id, edition.Sequence, edition.Title, edition.StartsOn, edition.StartMinute, edition.EndMinute, edition.Place, false, root is null || !edition.IsPublic ? null : $"{root}/public/forum/{edition.Id}")],
                CalendarMethod.Request, clock.GetUtcNow(), (name ?? email, email), (space.SenderName, mails.Organiser(space)))),
        };
    }

    [GeneratedRegex(@"\{(?<name>[^{}\s]{1,40})\}", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Braces();
}
