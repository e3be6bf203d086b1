using Microsoft.Playwright;

namespace Platform.Tests.Journeys;

/// <summary>A passkey in a real browser, with the authenticator that Chromium simulates.</summary>
[Collection(StageCollection.Name)]
public sealed class PasskeyTests(Stage stage)
{
    [JourneyFact]
    public async Task A_key_is_added_opens_the_account_and_once_removed_opens_nothing()
    {
        await using var visitor = await stage.Arrives();
        var page = visitor.Page;
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await visitor.SignsInAs("brest", "administration");
        await visitor.Goes("/brest/mon-compte/cles");
        await page.GetByLabel("Nom de la clé").FillAsync("Ordinateur du bureau");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter cette clé" }).ClickAsync();
        await page.GetByText("Ordinateur du bureau").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer" }).WaitForAsync();
        Assert.Empty(await visitor.Inaccessible());

        await page.Context.ClearCookiesAsync();
        await visitor.Goes("/brest/connexion");
        await page.GetByRole(AriaRole.Button, new() { Name = "Utiliser une clé d’accès" }).ClickAsync();
        await visitor.Lands(u => u.EndsWith("/brest/tableau-de-bord", StringComparison.Ordinal));

        await visitor.Goes("/brest/mon-compte/cles");
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer" }).ClickAsync();
        await page.GetByText("elle n’ouvre plus rien").WaitForAsync();
        await page.Context.ClearCookiesAsync();
        await visitor.Goes("/brest/connexion");
        await page.GetByRole(AriaRole.Button, new() { Name = "Utiliser une clé d’accès" }).ClickAsync();
        await page.GetByText("n’est pas reconnue ici").WaitForAsync();
        Assert.DoesNotContain(visitor.Complaints(), c => !c.Contains("422", StringComparison.Ordinal));
    }
}
