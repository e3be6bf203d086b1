using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Rsvp;
using Platform.Modules.Shared;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Forum;

/// <summary>Every mail that a guest may get, as it is read, and what it puts into their calendar.</summary>
public sealed partial class GuestMailTests
{
    private readonly StringBuilder all = new();

    [Fact]
    public async Task Each_mail_of_a_guest_reads_as_it_was_written()
    {
        var world = await World.New();
        var id = await world.Given(new SaveEdition.Command
        {
            Title = "Forum des acteurs engagés", StartsOn = new(2099, 11, 12), Start = "9:00", End = "17:00", Place = "Les Capucins, Brest", Address = "25 rue de Pontaniou", RegistrationUntil = new(2099, 11, 6),
            Capacity = 2, MostCompanions = 1, IsPublic = true, IsOpenToAll = true,
        });
        var session = await world.Given(new SaveSession.Command { EditionId = id, Kind = SessionKind.Workshop, Title = "Covoiturer", Start = "14:00", End = "15:30" });
        Task Days(int count) => world.Within(db => db.Set<ForumGuest>().Where(g => g.InvitedAt != null).ExecuteUpdateAsync(u => u.SetProperty(g => g.InvitedAt, g => g.InvitedAt!.Value.AddDays(-count)).SetProperty(g => g.FirstInvitedAt, g => g.FirstInvitedAt!.Value.AddDays(-count))));
        Task Arrive() => world.Within(async db => { foreach (var g in await db.Set<ForumGuest>().Where(g => g.Delivery == GuestState.Queued).ToListAsync()) g.Delivered(null); return 0; });
        async Task Answers(string who, Reply answer, string? companion = null, bool chooses = false) => Assert.True(await world.Given(new AnswerInvitation.Command
        {
            Secret = (await world.MailedLink($"{who}@ex.fr"))["/r/forum-".Length..], Answer = answer, Companions = [companion], Sessions = chooses ? [session] : [], Meal = answer == Reply.Yes,
        }));
        async Task<EditGuest.Command> Guest(string who) => (await world.Given(new EditGuest.Form(id, await world.Within(db => db.Set<ForumGuest>().Where(g => g.EmailKey == $"{who}@ex.fr").Select(g => g.Id).SingleAsync())))).Command;
        async Task<SaveEdition.Command> Edition() => (await world.Given(new SaveEdition.Form(id))).Command;

        await world.Given(new AddGuests.Command { EditionId = id, Pasted = "claire@ex.fr;Claire Morvan;ENIB\npaul@ex.fr;Paul Le Bras\nanne@ex.fr;Anne Dréan\nluc@ex.fr;Luc Gué" });
        await world.Given(new SendInvitations.Command { EditionId = id, To = SendInvitations.Audience.Drafts });
        await Keep("L’invitation", "claire", calendar: true);
        await Arrive();
        await Days(3);
        await world.Given(new SendInvitations.Command { EditionId = id, To = SendInvitations.Audience.Silent });
        await Keep("Le rappel", "claire");
        await Arrive();
        await Answers("claire", Reply.Yes, "Yves Morvan", true);
        await Keep("Elle vient, accompagnée", "claire");
        await Answers("paul", Reply.Yes);
        await Keep("Il attend une place", "paul");
        await Answers("anne", Reply.Maybe);
        await Keep("Elle hésite", "anne");
        await Answers("claire", Reply.Yes);
        await Keep("Une place s’est libérée", "paul");
        await Answers("luc", Reply.Yes);
        await world.Given(await Edition() with { Waiting = WaitingMode.Offer });
        await Answers("paul", Reply.No);
        await Keep("Il ne vient plus", "paul");
        var until = await world.Within(db => db.Set<ForumGuest>().Where(g => g.OfferUntil != null).Select(g => g.OfferUntil!.Value).SingleAsync());
        await Keep("Une place lui est proposée", "luc", hour: French.Instant(world.Space.Local(until)));
        await world.Within(db => db.Set<ForumGuest>().Where(g => g.OfferUntil != null).ExecuteUpdateAsync(u => u.SetProperty(g => g.OfferUntil, world.App.Clock.GetUtcNow().AddMinutes(-1))));
        await world.Given(new PassPlaces.Command());
        await Keep("L’offre est passée", "luc");
        await world.Given(new PassInvitation.Command { Secret = (await world.MailedLink("claire@ex.fr"))["/r/forum-".Length..], Name = "Zoé Cam", Email = "zoe@ex.fr" });
        await Keep("Elle a passé son invitation", "claire");
        until = await world.Within(db => db.Set<ForumGuest>().Where(g => g.EmailKey == "zoe@ex.fr").Select(g => g.OfferUntil!.Value).SingleAsync());
        await Keep("L’invitation passée", "zoe", hour: French.Instant(world.Space.Local(until)));
        await Arrive();
        foreach (var who in new[] { "eve", "anne" }) await world.Given(new RegisterOpenly.Command { EditionId = id, Name = "Ève Cozic", Email = $"{who}@ex.fr" });
        await Keep("Une inscription à confirmer", "eve");
        await Keep("Une inscription déjà connue", "anne");
        await world.Given(await Guest("zoe") with { Answer = EditGuest.Said.Accepted });
        await world.Given(await Edition() with { Place = "Le Quartz, Brest", OnlineLink = "https://visio.example/forum" });
        await Keep("Le forum change", "zoe", calendar: true);
        await world.Given(await Guest("zoe") with { Answer = EditGuest.Said.Nothing });
        await Keep("Sa réponse est effacée", "zoe");
        await world.Given(await Guest("anne") with { Answer = EditGuest.Said.Cancelled });
        await Keep("Son invitation est retirée", "anne");
        await world.Given(new CancelEdition.Command { Id = id, Version = (await Edition()).Version, Reason = "Tempête annoncée" });
        await Keep("Le forum est annulé", "zoe", calendar: true);
        await Golden.Holds("Modules/Forum/GuestMails.txt", all.ToString());

        async Task Keep(string what, string who, bool calendar = false, string? hour = null)
        {
            var mail = (await world.Mails($"{who}@ex.fr"))[^1];
            all.Append(System.Globalization.CultureInfo.InvariantCulture, $"═══ {what}\n{Known($"Objet : {mail.Subject}\n\n{mail.Text}", hour)}");
            if (mail.Calendar is { } entry) all.Append(System.Globalization.CultureInfo.InvariantCulture, $"[{mail.CalendarName}, {mail.CalendarMethod}]\n{(calendar ? Known(entry.Replace("\r\n ", "", StringComparison.Ordinal).ReplaceLineEndings("\n"), hour) : "")}");
            all.Append('\n');
        }

        // What changes from one run to the next.
        string Known(string text, string? hour) => Stamp().Replace(Ticket().Replace((hour is null ? text : text.Replace(hour, "{échéance}", StringComparison.Ordinal)).Replace($"{id}", "{forum}", StringComparison.Ordinal)
            .Replace(world.Space.Identifier, "{espace}", StringComparison.Ordinal), "{billet}"), "$1:{instant}");
    }

    [GeneratedRegex("F1[0-9A-Z]{26}", RegexOptions.None, 1000)]
    private static partial Regex Ticket();

    [GeneratedRegex("(DTSTAMP|LAST-MODIFIED|CREATED):[0-9TZ]+", RegexOptions.None, 1000)]
    private static partial Regex Stamp();
}
