using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Operations;
using Platform.Modules.Shared;
using Platform.Tests.Kit;
using Author = Platform.Modules.Engagements.Commitments.Author;
using Commitment = Platform.Modules.Engagements.Commitments.Commitment;

namespace Platform.Tests.Modules.Members.Organisations;

public sealed class OrganisationPagesTests
{
    private const string Redon = "243500741", Blain = "244400453";

    private static Dictionary<string, string> Typed(string name, string? siren = null) => new()
    {
        ["Input.Name"] = name, ["Input.Kind"] = "Epci", ["Input.Siren"] = siren ?? "", ["Input.Seat"] = "Redon", ["Input.Role"] = "Member", ["Input.Since"] = "2019-04-12",
    };

    private static Task<Guid> Organisation(World world, string name, string? siren = null, RoleKind? role = RoleKind.Member, OrganisationKind kind = OrganisationKind.Epci) =>
        world.Given(new RegisterOrganisation.Command { Name = name, Kind = kind, Siren = siren, Role = role, Since = new(2019, 4, 12) });

    private static ListOrganisations.Query All => new(null, [], [], [], ListOrganisations.Order.Name, false, null);

    [Fact]
    public async Task Fanny_enters_an_organisation_and_everybody_reads_it()
    {
        var world = await World.New();
        var teaching = await world.Fanny.Open("/membres");
        Assert.Equal(3, teaching.QuerySelectorAll(".empty-state a.btn").Length);
        Assert.Empty((await world.Bob.Open("/membres")).QuerySelectorAll(".empty-state a.btn"));

        var entered = await world.Fanny.Submit("/membres/nouveau", Typed("Redon Agglomération", "243 500 741"));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        await Organisation(world, "Région Bretagne", role: RoleKind.Funder, kind: OrganisationKind.Region);

        var list = await world.Bob.Open("/membres");
        Assert.Equal("1 membre, 1 partenaire ou financeur", list.QuerySelector(".answer")!.TextContent.Replace('\u00a0', ' ').Trim());
        Assert.Equal(["Redon Agglomération", "Région Bretagne"], list.QuerySelectorAll(".row-title").Select(t => t.TextContent));
        var sheet = await world.Bob.Open(entered.Headers.Location!.ToString()[(world.Space.Identifier.Length + 1)..]);
        Assert.Contains("depuis le 12 avril 2019", sheet.QuerySelector(".answer")!.TextContent);
        Assert.Contains("243\u00a0500\u00a0741", sheet.QuerySelector(".facts")!.TextContent);
        Assert.Empty(sheet.QuerySelectorAll("main form[method=post]"));
        var labels = await world.Within(db => db.Audit.Where(a => a.Kind == nameof(Organisation) || a.Kind == nameof(OrganisationRole)).Select(a => a.Label).ToListAsync());
        Assert.Contains("Redon Agglomération", labels);
        Assert.Contains("Membre : Redon Agglomération", labels);
    }

    [Fact]
    public async Task A_reader_changes_nothing_and_a_stranger_finds_nothing()
    {
        var world = await World.New();
        var id = await Organisation(world, "Redon Agglomération");
        string[] read = ["/membres", $"/membres/{id}"], write = ["/membres/nouveau", $"/membres/{id}/modifier"];
        foreach (var page in write) Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get(page)).StatusCode);
        foreach (var handler in new[] { "AddRole", "DateRole", "File" })
            Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post($"/membres/{id}?handler={handler}", [])).StatusCode);
        foreach (var page in read.Concat(write))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get(page)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await world.Nobody.Get(page)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get($"//{world.Elsewhere.Identifier}/membres/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Post($"//{world.Elsewhere.Identifier}/membres/{id}?handler=File", [])).StatusCode);
    }

    [Theory]
    [InlineData("Name", "", "Ce champ est à remplir.")]
    [InlineData("Name", "🌱🌱", "Écrivez au moins une lettre ou un chiffre.")]
    [InlineData("Name", "Redon\u202eellivrebA", "Ce texte contient des marques invisibles de sens de lecture : tapez-le au lieu de le coller.")]
    [InlineData("Siren", "243500742", "Ce SIREN n’existe pas : il a 9 chiffres, et le dernier vérifie les autres. Recopiez-le d’un document officiel.")]
    [InlineData("InseeCode", "35 236 9", "Un code INSEE a 5 caractères pour une commune (35236), 2 ou 3 pour un département, 2 pour une région.")]
    [InlineData("WebSite", "javascript://redon.fr/%0aalert(1)", "Cette adresse est incomplète : il faut quelque chose comme https://www.exemple.fr.")]
    [InlineData("WebSite", "redon", "Cette adresse est incomplète : il faut quelque chose comme https://www.exemple.fr.")]
    [InlineData("Kind", "Pirate", "Cette valeur n’est pas acceptée.")]
    [InlineData("Since", "31/02/2024", "Cette date n’existe pas. Écrivez-la ainsi : 12/03/2027.")]
    [InlineData("Since", "", "Depuis quelle date ? Une date approchée vaut mieux que rien.")]
    public async Task A_refused_form_says_why_beside_the_field_and_keeps_what_was_typed(string field, string value, string sentence)
    {
        var world = await World.New();
        var typed = Typed("Redon Agglomération");
        typed["Input.Notes"] = "أهلا – très utile 🌱";
        typed["Input." + field] = value;
        var response = await world.Fanny.Submit("/membres/nouveau", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Person.Read(response);
        Assert.Equal(sentence, page.QuerySelector($"#Input_{field}_error")!.TextContent.Trim());
        if (field != "Kind") Assert.Equal(value, page.QuerySelector($"#Input_{field}")!.GetAttribute("value") ?? "");
        Assert.Equal("أهلا – très utile 🌱", page.QuerySelector("#Input_Notes")!.TextContent.Trim());
        Assert.Equal(0, (await world.Given(All)).All);
    }

    [Fact]
    public async Task Five_thousand_characters_are_too_many_and_right_to_left_letters_are_kept()
    {
        var world = await World.New();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Fanny.Submit("/membres/nouveau", Typed(new string('é', 5000)))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit("/membres/nouveau", Typed("جمعية 🌍 Solidaire"))).StatusCode);
        Assert.Contains("جمعية 🌍 Solidaire", (await world.Bob.Open("/membres")).Body!.TextContent);
    }

    [Fact]
    public async Task A_name_already_known_is_shown_and_a_second_click_confirms()
    {
        var world = await World.New();
        var known = await Organisation(world, "Saint-Martin");
        var refused = await world.Fanny.Submit("/membres/nouveau", Typed("SAINT MARTIN"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Person.Read(refused);
        Assert.NotNull(page.QuerySelector($".notice a[href$='/membres/{known}']"));
        var again = Typed("SAINT MARTIN");
        again["Input.Seen"] = page.QuerySelector("input[name='Input.Seen']")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit("/membres/nouveau", again)).StatusCode);
    }

    [Fact]
    public async Task A_siren_is_one_organisations_even_when_two_enter_it_in_the_same_second()
    {
        var world = await World.New();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                await Organisation(world, $"Redon {i}", Redon);
                return "entered";
            }
            catch (Failure refused) when (refused is Invalid or RuleViolation { Code: "duplicate" } or Conflict)
            {
                return "refused";
            }
        }));
        Assert.Single(outcomes, "entered");
        Assert.Equal(1, (await world.Given(All)).All);
        var late = await world.Fanny.Submit("/membres/nouveau", Typed("Autre", Redon));
        Assert.StartsWith("Ce SIREN est déjà celui de « Redon", (await Person.Read(late)).QuerySelector("#Input_Siren_error")!.TextContent.Trim());
        // The same SIREN in another space is another row, and says nothing.
        await world.Given(new RegisterOrganisation.Command { Name = "Redon", Kind = OrganisationKind.Epci, Siren = Redon }, world.Elsewhere);
        // Any number have none.
        await Organisation(world, "Sans numéro");
        await Organisation(world, "Sans numéro non plus");
    }

    [Fact]
    public async Task Two_who_change_the_same_sheet_see_both_versions_and_the_second_may_insist()
    {
        var world = await World.New();
        var id = await Organisation(world, "Redon Agglomération", Redon);
        var stale = await world.Given(new EditOrganisation.Form(id));
        await world.Given(stale with { Name = "Redon Agglo", Kind = OrganisationKind.Epci });
        var typed = new Dictionary<string, string> { ["Input.Version"] = $"{stale.Version}", ["Input.Name"] = "Agglomération de Redon", ["Input.Kind"] = "PublicBody", ["Input.Siren"] = Blain };
        var response = await world.Fanny.Post($"/membres/{id}/modifier", typed);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var page = await Person.Read(response);
        var versions = page.QuerySelector(".error-summary table")!.TextContent;
        foreach (var shown in new[] { "Redon Agglo", "Agglomération de Redon", "EPCI", "Établissement public", Redon, Blain }) Assert.Contains(shown, versions);
        typed["Input.Version"] = page.QuerySelector("#Input_Version")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Post($"/membres/{id}/modifier", typed)).StatusCode);
        Assert.Equal("Agglomération de Redon", (await world.Given(new GetOrganisation.Query(id))).Sheet.Name);
    }

    [Fact]
    public async Task Fanny_ends_a_role_gives_another_and_archives_what_has_none()
    {
        var world = await World.New();
        var id = await Organisation(world, "Redon Agglomération");
        var role = (await world.Given(new GetOrganisation.Query(id))).Sheet.Roles.Single().Id;
        Dictionary<string, string> Dates(string end) => new() { ["Role.RoleId"] = $"{role}", ["Role.Start"] = "2019-04-12", ["Role.End"] = end };

        var early = await world.Fanny.Submit($"/membres/{id}?dates={role}", Dates("2018-01-01"), "DateRole");
        Assert.Equal("La fin vient avant le début.", (await Person.Read(early)).QuerySelector("#Role_End_error")!.TextContent.Trim());
        var archiving = await world.Fanny.Submit($"/membres/{id}", [], "File");
        Assert.Contains("encore un rôle en cours", (await Person.Read(archiving)).QuerySelector(".error-summary")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/membres/{id}?dates={role}", Dates("2024-12-31"), "DateRole")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/membres/{id}", new Dictionary<string, string> { ["NewRole.Role"] = "Partner", ["NewRole.Start"] = "2025-01-01", ["NewRole.End"] = "2025-06-30" }, "AddRole")).StatusCode);
        var overlapping = await world.Fanny.Submit($"/membres/{id}", new Dictionary<string, string> { ["NewRole.Role"] = "Partner", ["NewRole.Start"] = "2025-06-30" }, "AddRole");
        Assert.Contains("déjà ce rôle", (await Person.Read(overlapping)).QuerySelector(".error-summary")!.TextContent);
        var sheet = (await world.Bob.Open($"/membres/{id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("du 12 avril 2019 au 31 décembre 2024", sheet);
        Assert.Contains("du 1er janvier 2025 au 30 juin 2025", sheet);

        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/membres/{id}", [], "File")).StatusCode);
        Assert.DoesNotContain("Redon", (await world.Bob.Open("/membres")).QuerySelector(".list-region table")?.TextContent ?? "");
        Assert.Contains("Redon", (await world.Bob.Open("/membres?situation=archive")).QuerySelector(".list-region table")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/membres/{id}", [], "File")).StatusCode);
        Assert.Contains("Redon", (await world.Bob.Open("/membres?situation=ancien")).QuerySelector(".list-region table")!.TextContent);
    }

    [Fact]
    public async Task The_same_role_given_by_several_at_once_is_given_once()
    {
        var world = await World.New();
        var id = await Organisation(world, "Redon Agglomération", role: null);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                await world.Given(new SetRole.Command { OrganisationId = id, Role = RoleKind.Member, Start = new DateOnly(2020, 1, 1).AddDays(i) });
                return "given";
            }
            catch (Failure refused) when (refused is Conflict or RuleViolation { Code: "organisation.role.overlap" })
            {
                return "refused";
            }
        }));
        Assert.Single(outcomes, "given");
        Assert.Single((await world.Given(new GetOrganisation.Query(id))).Sheet.Roles);
    }

    [Fact]
    public async Task The_list_is_searched_without_accents_filtered_counted_and_sorted()
    {
        var world = await World.New();
        await Organisation(world, "Ploërmel Communauté", "200066777");
        await Organisation(world, "Redon Agglomération", Redon);
        await Organisation(world, "Région Bretagne", role: RoleKind.Funder, kind: OrganisationKind.Region);
        await Organisation(world, "Ancien partenaire", role: null, kind: OrganisationKind.Association);

        async Task<string[]> Names(string query) => [.. (await world.Bob.Open("/membres" + query)).QuerySelectorAll(".row-title").Select(t => t.TextContent)];
        Assert.Equal(["Ancien partenaire", "Ploërmel Communauté", "Redon Agglomération", "Région Bretagne"], await Names(""));
        Assert.Equal(["Région Bretagne", "Redon Agglomération", "Ploërmel Communauté", "Ancien partenaire"], await Names("?sens=desc"));
        Assert.Equal(["Ploërmel Communauté", "Redon Agglomération", "Région Bretagne", "Ancien partenaire"], await Names("?tri=nature"));
        Assert.Equal(["Ploërmel Communauté"], await Names("?q=PLOERM"));
        Assert.Equal(["Redon Agglomération"], await Names("?q=243500741"));
        Assert.Equal(["Région Bretagne"], await Names("?role=financeur"));
        Assert.Equal(["Ploërmel Communauté", "Redon Agglomération"], await Names("?nature=epci&role=membre"));
        Assert.Equal(["Ancien partenaire"], await Names("?situation=ancien"));
        Assert.Empty(await Names("?q=quimper"));
        Assert.Equal(4, (await Names("?role=inconnu&tri=%F0%9F%8C%B1&apres=%2B%2B&situation=")).Length);

        var facets = (await world.Bob.Open("/membres?role=membre")).QuerySelectorAll(".facets li").Select(l => string.Join(' ', l.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains("Membre2", facets.Select(f => f.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Contains("Financeur1", facets.Select(f => f.Replace(" ", "", StringComparison.Ordinal)));
        Assert.DoesNotContain(facets, f => f.StartsWith("Région", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sheet_says_what_the_organisation_committed_to_and_the_list_how_many()
    {
        var world = await World.New();
        var (redon, blain) = (await Organisation(world, "Redon Agglomération"), await Organisation(world, "Pays de Blain"));
        var today = world.Space.Today(world.App.Clock);
        await world.Within(db =>
        {
            foreach (var (title, due) in new[] { ("Plan vélo", today.AddDays(40)), ("Chaufferie bois", today.AddDays(20)) })
            {
                var promise = new Commitment(due.DayNumber, title, Guid.NewGuid(), today, world.App.Clock.GetUtcNow(), new Author(null, "Quelqu’un"));
                promise.Plan(null, due, Commitment.UsualCadence);
                promise.HeldBy([redon], null);
                db.Add(promise);
            }
            return Task.FromResult(true);
        });
        var sheet = await world.Bob.Open($"/membres/{redon}");
        Assert.Equal(["Chaufferie bois", "Plan vélo"], sheet.QuerySelectorAll(".items a[href*='/engagements/']").Select(a => a.TextContent));
        Assert.Contains("2 engagements", sheet.QuerySelector(".answer")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        HeldBy.Row Held(Tone tone) => new(Guid.NewGuid(), 1, "Plan", new("État", tone, "flag"), null, null);
        Assert.Equal("4 engagements, dont 1 en retard et 2 sans nouvelles", new HeldBy.Answer([Held(Tone.Silent), Held(Tone.Late), Held(Tone.Ok), Held(Tone.Silent)], false).Sentence(world.Space.Words.Commitment).Replace('\u00a0', ' '));
        Assert.Contains("Aucun engagement à son nom", (await world.Bob.Open($"/membres/{blain}")).QuerySelector("main")!.TextContent);
        var row = (await world.Bob.Open("/membres")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Redon", StringComparison.Ordinal));
        Assert.Equal("2", row.QuerySelector("td[data-label=Engagements]")!.TextContent);
    }

    [Fact]
    public async Task Pages_of_fifty_follow_each_other_without_a_gap()
    {
        var world = await World.New();
        await world.Within(db =>
        {
            for (var i = 0; i < 123; i++) db.Add(new Organisation(i % 2 == 0 ? OrganisationKind.Commune : OrganisationKind.Company, $"Organisation {i % 40:00}"));
            return Task.FromResult(true);
        });
        foreach (var order in new[] { "", "?sens=desc", "?tri=nature", "?tri=nature&sens=desc" })
        {
            var (seen, address) = (new List<string>(), "/membres" + order);
            while (address is not null)
            {
                var page = await world.Bob.Open(address);
                seen.AddRange(page.QuerySelectorAll(".row-title a").Select(a => a.GetAttribute("href")!));
                address = page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href")?[(world.Space.Identifier.Length + 1)..];
            }
            Assert.Equal(123, seen.Count);
            Assert.Equal(123, seen.Distinct().Count());
        }
    }

    [Fact]
    public async Task The_database_refuses_a_person_in_another_spaces_organisation()
    {
        var world = await World.New();
        var theirs = await world.Given(new RegisterOrganisation.Command { Name = "Ailleurs", Kind = OrganisationKind.Commune }, world.Elsewhere);
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => world.Within(db =>
        {
            var person = new global::Platform.Modules.Members.People.Person("Claire", "Morvan", Standing.Staff);
            person.Serve(Standing.Staff, null, theirs);
            db.Add(person);
            return Task.FromResult(true);
        }));
        Assert.Equal("referenced", Assert.IsType<RuleViolation>(DatabaseErrors.Translate(refused)).Code);
        var typed = await Assert.ThrowsAsync<Invalid>(() => world.Given(new RegisterPerson.Command { GivenName = "Claire", FamilyName = "Morvan", Standing = Standing.Staff, OrganisationId = theirs }));
        Assert.Equal("OrganisationId", typed.Errors.Single().PropertyName);
    }
}
