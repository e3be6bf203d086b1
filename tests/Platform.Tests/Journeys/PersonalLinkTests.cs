using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Tenancy;

namespace Platform.Tests.Journeys;

/// <summary>What the links of mails open, on a telephone.</summary>
[Collection(StageCollection.Name)]
public sealed class PersonalLinkTests(Stage stage)
{
    private async Task<string> Mailed(string space, string subject)
    {
        var link = await stage.App.Services.GetRequiredService<TenantScopes>().Run((await stage.Space(space)).Id, "test", async services =>
        {
            var db = services.GetRequiredService<PlatformDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            return await db.Set<OutboxMessage>().Where(m => m.Secret != null && m.Subject.StartsWith(subject)).OrderBy(m => m.Id).Select(m => m.Secret!).FirstAsync();
        });
        return new Uri(link).AbsolutePath;
    }

    [JourneyFact]
    public async Task A_referent_gives_news_with_one_tap_one_sentence_and_one_button()
    {
        await using var visitor = await stage.Arrives(390, 844);
        Assert.Equal(200, await visitor.Goes(await Mailed("loire-haute-loire", "Où en est")));
        await InOrder(visitor);
        await visitor.Page.GetByLabel("Quoi de neuf").FillAsync("Les deux routes sont déneigées par une seule équipe.");
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        await visitor.Page.GetByText("Merci, c’est reçu").WaitForAsync();
        await InOrder(visitor);
        Architecture.Rule.Holds(visitor.Complaints());
    }

    [JourneyFact]
    public async Task An_elected_member_answers_a_convocation_and_a_dead_link_says_whom_to_write_to()
    {
        await using var visitor = await stage.Arrives(390, 844);
        Assert.Equal(200, await visitor.Goes(await Mailed("ailb", "Convocation")));
        await InOrder(visitor);
        await visitor.Page.GetByLabel("Je viens", new() { Exact = true }).CheckAsync();
        await visitor.Page.Locator("button[type=submit]").ClickAsync();
        await visitor.Page.GetByText("C’est noté").WaitForAsync();
        Architecture.Rule.Holds(visitor.Complaints());
        Assert.Equal(404, await visitor.Goes("/ailb/r/nouvelle-perdue"));
        await visitor.Page.GetByText("Ce lien ne sert plus").WaitForAsync();
        await InOrder(visitor);
    }

    [JourneyFact]
    public async Task A_guest_answers_an_invitation_to_the_forum_from_a_telephone()
    {
        await using var visitor = await stage.Arrives(390, 844);
        Assert.Equal(200, await visitor.Goes(await Mailed("brest", "Forum")));
        await InOrder(visitor);
        await visitor.Page.GetByLabel("Je viens", new() { Exact = true }).CheckAsync();
        await visitor.Page.GetByLabel("Personne 1").FillAsync("Maëlle Le Roux");
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Envoyer ma réponse" }).ClickAsync();
        // The edition is full in the demonstration: the page says so, and that nothing is promised.
        await visitor.Page.GetByText("vous êtes en liste d’attente").WaitForAsync();
        await InOrder(visitor);
        Architecture.Rule.Holds(visitor.Complaints());
    }

    private static async Task InOrder(Visitor visitor)
    {
        Architecture.Rule.Holds(await visitor.Inaccessible());
        Assert.Null(await visitor.SticksOut(320));
    }
}
