using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>The mails of meetings. One row each in the outbox, in the transaction of what causes it.</summary>
internal sealed class MeetingLetters(PlatformDb db, IMediator mediator, MailSettings mails, PersonalLinks links)
{
    /// <summary>Characters of a point's record that go into a mail.</summary>
    private const int MostSaid = 3000;

    private const string There = "La suppléance ou le pouvoir se donnent au même endroit, sans compte, et votre réponse peut changer jusqu’à l’ouverture de la réunion. Ce lien est à vous seul.";

    /// <param name="only">Null: everybody who sits.</param>
    /// <returns>How many people are called.</returns>
    public async Task<int> Convened(Space space, Meeting meeting, string body, IReadOnlySet<Guid>? only, CancellationToken ct)
    {
        var agenda = meeting.Items.OrderBy(i => i.Position).Select(i => i.Title).ToList();
        var paragraphs = new List<string> { $"Nous vous convions à une réunion\u00a0: {body}{(meeting.Title is null ? "" : $" ({meeting.Title})")}, {When(meeting)}{Where(meeting)}." };
        if (meeting.VideoLink is { } link) paragraphs.Add($"Visioconférence : {link}");
        if (meeting.Notes is { } notes) paragraphs.Add(notes);
        return await Write(space, meeting, People(meeting).Where(p => only?.Contains(p) != false), $"convocation:{meeting.Id}:{meeting.ConvenedAt:yyyyMMddHHmmssfff}", $"Convocation : {body}, {French.Date(meeting.Date)}", $"Convocation à la réunion du {French.Date(meeting.Date)} ({body})",
            paragraphs, person => Answering(space, meeting, person),
            [meeting.AnswerBy is { } by ? $"Merci de répondre avant le {French.Date(by)}. {There}" : There], ct, CalendarMethod.Request, body, agenda.Count == 0 ? [] : [new("À l’ordre du jour", null, agenda)]);
    }

    public Task<int> Cancelled(Space space, Meeting meeting, string body, string? reason, CancellationToken ct) =>
        Write(space, meeting, People(meeting), $"annulation:{meeting.Id}:{meeting.Sequence}", $"Annulée : {body}, {French.Date(meeting.Date)}", $"Annulation de la réunion du {French.Date(meeting.Date)} ({body})",
            [$"La réunion suivante n’aura pas lieu : {body}, {When(meeting)}{Where(meeting)}.", .. reason is null ? Array.Empty<string>() : [$"Motif : {reason}"]], _ => null, [], ct, CalendarMethod.Cancel, body);

    /// <summary>Most of its receivers have no account: the mail holds what was said of each point.</summary>
    /// <param name="partners">Also the people of the space's partners and funders.</param>
    public async Task<int> Restituted(Space space, Meeting meeting, string body, IReadOnlyList<string> decided, bool partners, CancellationToken ct)
    {
        var root = mails.Root(space);
        var people = People(meeting).ToHashSet();
        if (partners) people.UnionWith(await mediator.Send(new PeopleOfRoles.Query([RoleKind.Partner, RoleKind.Funder]), ct));
        List<string> paragraphs = [$"Voici ce qui a été dit et décidé : {body}, {When(meeting)}{Where(meeting)}."];
        paragraphs.AddRange(decided.Count == 0 ? ["Aucune décision n’a été prise ; le compte rendu résume les échanges."] : decided.Select(d => $"– {d}"));
        return await Write(space, meeting, people, $"restitution:{meeting.Id}:{meeting.Version}", $"Compte rendu : {body}, {French.Date(meeting.Date)}", $"Restitution de la réunion du {French.Date(meeting.Date)} ({body})",
            paragraphs, _ => root is null ? null : new Act("Lire le compte rendu", $"{root}/reunions/{meeting.Id}/compte-rendu", false), ["La page s’ouvre avec votre accès à l’espace ; sans accès, répondez à ce message pour recevoir les documents joints."], ct, parts: Said(meeting));
    }

    private static IReadOnlyList<LetterPart> Said(Meeting meeting) => [.. meeting.Items.OrderBy(i => i.Position).ThenBy(i => i.Id).Select((i, n) => (Item: i, Rank: n + 1)).Where(x => x.Item.Record is not null)
        .Select(x => new LetterPart($"{x.Rank}. {x.Item.Title}", null, French.Cut(x.Item.Record!, MostSaid).Split('\n', StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>Who can be written to; and who cannot, each with the reason: whoever calls a meeting tells them otherwise.</summary>
    public async Task<(IReadOnlyList<AddressesOf.Row> Reachable, IReadOnlyList<string> Others)> Reach(IEnumerable<Guid> people, CancellationToken ct)
    {
        var rows = await mediator.Send(new AddressesOf.Query([.. people]), ct);
        var unwanted = await Mail.Unwanted(db, MailCategory.Meetings, [.. rows.Select(r => r.Email).OfType<string>()], ct);
        return ([.. rows.Where(r => WhyNot(r) is null)], [.. rows.Where(r => WhyNot(r) is not null).Select(r => $"{r.Name} : {WhyNot(r)}")]);

        string? WhyNot(AddressesOf.Row r) => r.Email is null ? "aucune adresse électronique" : unwanted.Contains(r.Email) ? "ne souhaite pas de messages à propos des réunions" : null;
    }

    /// <param name="method">What goes with the mail for the receiver's calendar; null: nothing does.</param>
    private async Task<int> Write(Space space, Meeting meeting, IEnumerable<Guid> people, string key, string subject, string cause, IReadOnlyList<string> paragraphs, Func<Guid, Act?> act, IReadOnlyList<string> after,
        CancellationToken ct, CalendarMethod? method = null, string body = "", IReadOnlyList<LetterPart>? parts = null)
    {
        var (reachable, _) = await Reach(people, ct);
        // Two people of one address get one mail.
        var once = reachable.DistinctBy(r => r.Email, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var person in once)
            Mail.Queue(db, space, new Letter($"{key}:{person.Id}", MailCategory.Meetings, person.Name, person.Email!, subject, $"{cause}, pour {person.Name}", paragraphs)
            {
                Act = act(person.Id), After = after, Parts = parts ?? [], SubjectId = meeting.Id, About = subject, Thread = $"reunion:{meeting.Id}", IsDirect = true,
                Calendar = method is { } m ? new("reunion.ics", m.ToString().ToUpperInvariant(), Invitation(space, meeting, body, m, person)) : null,
            });
        return once.Count;
    }

    /// <summary>Each answers by a link of their own, whether they have an account or not; it serves until the day itself, and never stands in the calendar entry.</summary>
    public string? Link(Space space, Guid meeting, DateOnly date, Guid person) => links.Make(PersonalPurpose.Meeting, meeting, person, space.Dawn(date.AddDays(1)));

    private Act? Answering(Space space, Meeting meeting, Guid person) => Link(space, meeting.Id, meeting.Date, person) is { } address ? new("Répondre à la convocation", address, IsSecret: true) : null;

    private string Invitation(Space space, Meeting m, string body, CalendarMethod method, AddressesOf.Row person) => ICalendar.Write(space,
        [MeetingWords.Entry(m.Id, m.Sequence, body, m.Title, m.Date, m.StartMinute, m.EndMinute, m.Place, m.VideoLink, m.State, mails.Root(space))],
        method, db.Clock.GetUtcNow(), (person.Name, person.Email!), (space.SenderName, mails.Organiser(space)));

    public static IEnumerable<Guid> People(Meeting meeting) => meeting.Attendances.Select(a => a.PersonId).OfType<Guid>().Distinct();

    private static string When(Meeting m) => $"le {French.Date(m.Date)}{(m.StartMinute is null ? "" : " " + MeetingTime.Span(m.StartMinute, m.EndMinute))}";

    private static string Where(Meeting m) => m.Place is { } place ? $", {place}" : "";
}
