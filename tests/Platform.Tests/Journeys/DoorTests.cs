using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Platform.Data;
using Platform.Modules.Forum.Door;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Tickets;
using Platform.Modules.Tenancy;

namespace Platform.Tests.Journeys;

/// <summary>Two telephones at the door of the coming forum, and a network that goes away.</summary>
[Collection(StageCollection.Name)]
public sealed class DoorTests(Stage stage)
{
    private const string Space = "brest";

    private async Task<T> Ask<T>(Func<PlatformDb, Task<T>> question) => await stage.App.Services.GetRequiredService<TenantScopes>().Run((await stage.Space(Space)).Id, "test", async services =>
    {
        var db = services.GetRequiredService<PlatformDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        return await question(db);
    });

    private async Task<Visitor> AtTheDoor(Guid edition)
    {
        var visitor = await stage.Arrives(390, 844);
        await visitor.SignsInAs(Space, "Animation");
        Assert.Equal(200, await visitor.Goes($"/{Space}/forum/{edition}/accueil"));
        // The list is there: from now on no network is needed.
        await visitor.Page.Locator("[data-door][data-known]").WaitForAsync();
        return visitor;
    }

    /// <summary>As a reader does that types what it reads.</summary>
    private static async Task Shows(Visitor visitor, string code, string answer)
    {
        await visitor.Page.GetByLabel("Nom ou organisation").FillAsync(code);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator(".door-answer", new() { HasText = answer }).WaitForAsync();
    }

    private static ILocator Waiting(Visitor visitor) => visitor.Page.Locator("[data-door-waiting]");

    [JourneyFact]
    public async Task Two_telephones_go_on_without_network_and_nobody_comes_in_twice()
    {
        var edition = await Ask(db => db.Set<ForumEdition>().OrderByDescending(e => e.StartsOn).Select(e => e.Id).FirstAsync());
        var tickets = await Ask(db => db.Set<ForumTicket>().Where(t => t.EditionId == edition).Join(db.Set<ForumGuest>().Where(g => g.State == GuestState.Accepted), t => t.GuestId, g => g.Id, (t, g) => new { g.Id, g.Name, g.Seats, t.Code }).OrderBy(x => x.Code).Take(4).ToListAsync());
        await using var entrance = await AtTheDoor(edition);
        await using var side = await AtTheDoor(edition);
        await Shows(entrance, tickets[0].Code, "Bienvenue");
        await Shows(entrance, tickets[0].Code, "Déjà là depuis");
        await Shows(entrance, tickets[0].Code[..^2] + "00", "Billet inconnu");
        Assert.Null(await entrance.SticksOut(320));
        Architecture.Rule.Holds(await entrance.Inaccessible());

        await entrance.Page.Locator("[data-door][data-left='0']").WaitForAsync();
        // The network goes: both let the same person in, one of them somebody who is on no list.
        await entrance.Page.Context.SetOfflineAsync(true);
        await side.Page.Context.SetOfflineAsync(true);
        await Shows(entrance, tickets[1].Code, "Bienvenue");
        await Shows(side, tickets[1].Code, "Bienvenue");
        await Shows(side, tickets[2].Code, "Bienvenue");
        await side.Page.Locator(".door-more summary").ClickAsync();
        await side.Page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Gwenn Surplace");
        await side.Page.GetByRole(AriaRole.Button, new() { Name = "Inscrire et faire entrer" }).ClickAsync();
        await side.Page.Locator(".door-answer", new() { HasText = "Gwenn Surplace" }).WaitForAsync();
        // By name too, from what the telephone keeps; and a slip of the thumb is taken back.
        await entrance.Page.GetByLabel("Nom ou organisation").FillAsync(tickets[3].Name!);
        await entrance.Page.Locator("[data-door-matches] button").First.ClickAsync();
        await entrance.Page.Locator(".door-answer", new() { HasText = tickets[3].Name! }).WaitForAsync();
        await entrance.Page.Locator(".door-answer [data-undo]").ClickAsync();
        await Assertions.Expect(Waiting(entrance)).ToContainTextAsync("3 passages sont gardés");
        await Assertions.Expect(Waiting(side)).ToContainTextAsync("3 passages sont gardés");
        Assert.Equal(0, await Ask(db => db.Set<ForumGuest>().CountAsync(g => g.EditionId == edition && g.Name == "Gwenn Surplace")));

        await side.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(Waiting(side)).ToBeHiddenAsync();
        await entrance.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(Waiting(entrance)).ToBeHiddenAsync();
        var rows = await Ask(db => db.Set<ForumArrival>().AsNoTracking().Where(a => a.EditionId == edition).ToListAsync());
        Guid?[] inside = [tickets[0].Id, tickets[1].Id, tickets[2].Id, await Ask(db => db.Set<ForumGuest>().Where(g => g.Name == "Gwenn Surplace").Select(g => g.Id).SingleAsync())];
        Assert.Equal(inside.Order(), rows.Where(r => r.Counts).Select(r => r.GuestId).Order());
        // The entrance was first, and sent last: its time stands.
        var (first, second) = (rows.Single(r => r.GuestId == tickets[1].Id && r.Answer == Entry.In), rows.Single(r => r.GuestId == tickets[1].Id && r.Answer == Entry.Already));
        Assert.True(first.At < second.At && first.ReceivedAt > second.ReceivedAt);

        // A session that has ended keeps the queue and says so; signed in again, it goes.
        await entrance.Page.Context.ClearCookiesAsync();
        await Shows(entrance, tickets[3].Code, "Bienvenue");
        await Assertions.Expect(Waiting(entrance)).ToContainTextAsync("Votre session a pris fin");
        entrance.Complaints();
        await entrance.SignsInAs(Space, "Animation");
        await entrance.Goes($"/{Space}/forum/{edition}/accueil");
        await Assertions.Expect(Waiting(entrance)).ToBeHiddenAsync();
        await Assertions.Expect(entrance.Page.Locator("[data-door-inside]")).ToHaveTextAsync($"{tickets.Sum(t => t.Seats) + 1}");
    }
}
