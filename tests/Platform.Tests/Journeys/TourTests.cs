using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.Journeys;

/// <summary>What the people of experience.md come to do, on the demonstration, in a real browser.</summary>
[Collection(StageCollection.Name)]
public sealed class TourTests(Stage stage)
{
    [JourneyFact]
    public async Task Somebody_new_looks_around_and_gives_a_first_news()
    {
        await using var visitor = await stage.Arrives();
        var (page, mouse) = (visitor.Page, new Mouse(visitor));
        await visitor.Goes("/");
        await page.Locator("a[href='/ailb/']").First.ClickAsync();
        await Expect(page).ToHaveTitleAsync(Text("AILB"));
        await mouse.Presses("Se connecter");
        await page.Locator(".personas button", new() { HasText = "Animation" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(Text("/ailb/tableau-de-bord"));
        await Expect(page.Locator("main")).ToContainTextAsync("sans nouvelles");

        // Every entry of the menu opens, and says where one is.
        var menu = await page.Locator(".rail-nav a[href*='/ailb/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href')).filter(a => a.split('/').length > 2 && a !== '/ailb/')");
        Assert.True(menu.Length >= 6, $"A menu of {menu.Length}.");
        foreach (var entry in menu)
        {
            Assert.Equal(200, await visitor.Goes(entry));
            await Expect(page.Locator("h1")).ToHaveCountAsync(1);
            await Expect(page.Locator(".rail-nav [aria-current=page]")).ToHaveCountAsync(1);
        }

        // Without accents, as people type; a sheet; a sentence; the sentence is there.
        await visitor.Goes("/ailb/engagements?etat=en-cours");
        await page.Locator("main .row-title a").First.ClickAsync();
        await mouse.Presses("Donner des nouvelles");
        var sentence = $"Le comité a validé la suite, essai {Guid.NewGuid():N}.";
        await mouse.Types("Quoi de neuf", sentence);
        await mouse.Presses("Publier");
        await Expect(page).Not.ToHaveURLAsync(Text("/nouvelles"));
        await Expect(page.Locator("main")).ToContainTextAsync(sentence);
        await Expect(page.Locator("main")).ToContainTextAsync("aujourd’hui");
        Architecture.Rule.Holds(visitor.Complaints());
    }

    [JourneyTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_facilitator_gives_news_from_the_dashboard_in_two_acts_and_one_sentence(bool keyboard)
    {
        await using var visitor = await stage.Arrives();
        await visitor.SignsInAs("ailb", "Animation");
        var hand = Of(visitor, keyboard);
        await hand.Presses("Donner des nouvelles", inside: "#a-vous");
        var sentence = $"Réunion tenue, tout est prêt, essai {Guid.NewGuid():N}.";
        await hand.Types("Quoi de neuf", sentence);
        await hand.Presses("Publier");
        await Expect(visitor.Page).Not.ToHaveURLAsync(Text("/nouvelles"));
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync(sentence);
        Assert.Equal(2, hand.Acts);
        Architecture.Rule.Holds(visitor.Complaints());
    }

    [JourneyTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_operator_opens_a_space_adds_epci_by_name_and_logs_the_first_commitment(bool keyboard)
    {
        await using var visitor = await stage.Arrives();
        var (page, hand) = (visitor.Page, Of(visitor, keyboard));
        var name = $"Entente de la Vilaine {Guid.NewGuid():N}"[..28];
        await visitor.Goes("/connexion");
        await hand.Presses("ouvrir un nouvel espace");
        // Whoever has a single space is led to it.
        await visitor.Lands(u => !u.EndsWith("/connexion", StringComparison.Ordinal));
        await visitor.Goes("/mes-espaces");
        await hand.Presses("Ouvrir un espace");
        await Expect(page).ToHaveURLAsync(Text("/espaces/nouveau"));
        await hand.Chooses("Nature", "Entente");
        await hand.Types("Nom", name);
        await hand.Presses("Ouvrir l’espace");
        await Expect(page).ToHaveURLAsync(Text("/premiers-pas"));

        await visitor.Goes(page.Url.Replace("premiers-pas", "membres/ajouter-des-epci", StringComparison.Ordinal));
        await hand.Types("Nom, commune membre", "redon agglo");
        await hand.Ticks("Redon Agglomération");
        await hand.Types("Nom, commune membre", "pontchateau");
        await hand.Ticks("Pont");
        await hand.Presses("Ajouter les EPCI");
        await Expect(page.Locator("main")).ToContainTextAsync("Redon Agglomération");

        await hand.Presses("Tableau de bord");
        await hand.Presses("Consigner");
        await hand.Types("Intitulé", "Une halte fluviale d’ici deux ans");
        await hand.Chooses("Organisations", "Redon");
        await hand.Presses("Consigner l’engagement");
        await Expect(page.Locator("h1")).ToContainTextAsync("Une halte fluviale d’ici deux ans");
        await Expect(page.Locator("main")).ToContainTextAsync("Redon Agglomération");
        Architecture.Rule.Holds(visitor.Complaints());
    }

    [JourneyTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_facilitator_notes_a_lead_is_told_of_a_neighbours_answers_the_questions_and_makes_it_a_promise(bool keyboard)
    {
        await using var visitor = await stage.Arrives();
        await visitor.SignsInAs("loire-haute-loire", "Animation");
        var (page, hand) = (visitor.Page, Of(visitor, keyboard));
        await visitor.Goes("/loire-haute-loire/pistes");
        await hand.Presses("Nouvelle piste");
        await hand.Types("Intitulé", "Évènement sportif commun sur la Loire");
        await Expect(page.Locator(".similar")).ToContainTextAsync("Événements sportifs communs autour de la Loire");
        await hand.Presses("Noter la piste");
        await Expect(page.Locator("main")).ToContainTextAsync("rien d’examiné");
        await hand.Presses("Examiner");
        await page.Locator("input[value=Yes]").First.CheckAsync();
        await hand.Presses("Enregistrer les réponses");
        await Expect(page.Locator("main")).ToContainTextAsync("1\u00a0oui, 3\u00a0à vérifier");
        await hand.Presses("En faire un engagement");
        await Expect(page.Locator("#Input_Title")).ToHaveValueAsync("Évènement sportif commun sur la Loire");
        await hand.Chooses("Organisations", "Haute-Loire");
        await hand.Presses("Consigner l’engagement");
        await Expect(page.Locator("aside[aria-label='Repères']")).ToContainTextAsync("Né de la piste");
        Architecture.Rule.Holds(visitor.Complaints());
    }

    private static Hand Of(Visitor visitor, bool keyboard) => keyboard ? new Keyboard(visitor) : new Mouse(visitor);

    private static System.Text.RegularExpressions.Regex Text(string part) => new(System.Text.RegularExpressions.Regex.Escape(part));
}
