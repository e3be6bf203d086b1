using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.People;
using Platform.Tests.Kit;
using Person = Platform.Tests.Kit.Person;

namespace Platform.Tests.Modules.Members.People;

public sealed class PersonPagesTests
{
    private static Dictionary<string, string> Typed(string given, string family, string email = "") => new()
    {
        ["Input.GivenName"] = given, ["Input.FamilyName"] = family, ["Input.Standing"] = "Elected", ["Input.Email"] = email,
    };

    private static Task<Guid> Enter(World world, string given, string family, string? email = null, Guid? organisation = null, string? title = null) =>
        world.Given(new RegisterPerson.Command { GivenName = given, FamilyName = family, Standing = Standing.Staff, Email = email, OrganisationId = organisation, Title = title });

    [Fact]
    public async Task Fanny_enters_a_person_and_everybody_reads_her()
    {
        var world = await World.New();
        Assert.NotNull((await world.Bob.Open("/personnes")).QuerySelector(".empty-state"));
        var organisation = await world.Given(new RegisterOrganisation.Command { Name = "Redon Agglomération", Kind = OrganisationKind.Epci, Role = RoleKind.Member, Since = new(2019, 4, 12) });
        var form = await world.Fanny.Open($"/personnes/nouvelle?organisation={organisation}");
        Assert.Equal(organisation.ToString(), form.QuerySelector("#Input_OrganisationId option[selected]")!.GetAttribute("value"));

        var typed = Typed("Zoé", "Le Goff", "Zoe.LeGoff@Example.org");
        typed["Input.OrganisationId"] = organisation.ToString();
        typed["Input.Title"] = "Vice-présidente à l’énergie";
        typed["Input.Phone"] = "02 99 70 34 34";
        var entered = await world.Fanny.Submit("/personnes/nouvelle", typed);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        await Enter(world, "Ana", "Zidane");

        var list = await world.Bob.Open("/personnes");
        Assert.Equal("2 personnes, aucune n’a de compte", list.QuerySelector(".answer")!.TextContent.Replace('\u00a0', ' ').Trim());
        Assert.Equal(["Zoé Le Goff", "Ana Zidane"], list.QuerySelectorAll(".row-title").Select(t => t.TextContent));
        var sheet = await world.Bob.Open(entered.Headers.Location!.ToString()[(world.Space.Identifier.Length + 1)..]);
        Assert.Contains("Vice-présidente à l’énergie", sheet.QuerySelector(".answer")!.TextContent);
        Assert.NotNull(sheet.QuerySelector("a[href='mailto:Zoe.LeGoff@Example.org']"));
        Assert.Contains("Zoé Le Goff", (await world.Bob.Open($"/membres/{organisation}")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_reader_changes_nothing_and_a_stranger_finds_nothing()
    {
        var world = await World.New();
        var id = await Enter(world, "Claire", "Morvan");
        string[] read = ["/personnes", $"/personnes/{id}"], write = ["/personnes/nouvelle", $"/personnes/{id}/modifier"];
        foreach (var page in write) Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get(page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post($"/personnes/{id}?handler=File", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Post("/personnes/nouvelle", Typed("A", "B"))).StatusCode);
        foreach (var page in read.Concat(write)) Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get($"//{world.Elsewhere.Identifier}/personnes/{id}")).StatusCode);
    }

    [Theory]
    [InlineData("GivenName", "🙂", "Écrivez au moins une lettre ou un chiffre.")]
    [InlineData("FamilyName", "", "Ce champ est à remplir.")]
    [InlineData("Email", "claire@", "Cette adresse électronique est incomplète : il faut quelque chose comme nom@exemple.fr.")]
    [InlineData("Email", "a@b.fr, c@d.fr", "Cette adresse électronique est incomplète : il faut quelque chose comme nom@exemple.fr.")]
    [InlineData("Phone", "appelez-moi", "Un numéro n’a que des chiffres, des espaces et des points, par exemple 02 99 70 34 34.")]
    [InlineData("OrganisationId", "redon", "Cette valeur n’est pas acceptée.")]
    public async Task A_refused_form_says_why_beside_the_field_and_keeps_what_was_typed(string field, string value, string sentence)
    {
        var world = await World.New();
        var typed = Typed("Claire", "Morvan");
        typed["Input.Title"] = "رئيسة 🌱";
        typed["Input." + field] = value;
        var response = await world.Fanny.Submit("/personnes/nouvelle", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Person.Read(response);
        Assert.Equal(sentence, page.QuerySelector($"#Input_{field}_error")!.TextContent.Trim());
        Assert.Equal("رئيسة 🌱", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        typed["Input." + field] = new string('x', 5000);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Fanny.Submit("/personnes/nouvelle", typed)).StatusCode);
    }

    [Theory]
    [InlineData("CLAIRE", "Mörvan", "")]
    [InlineData("Autre", "Nom", "Claire.Morvan@EXAMPLE.org")]
    public async Task Somebody_known_by_the_name_or_the_address_is_shown_and_a_second_click_confirms(string given, string family, string email)
    {
        var world = await World.New();
        var known = await Enter(world, "Claire", "Morvan", "claire.morvan@example.org");
        var typed = Typed(given, family, email);
        var refused = await world.Fanny.Submit("/personnes/nouvelle", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Person.Read(refused);
        Assert.NotNull(page.QuerySelector($".notice a[href$='/personnes/{known}']"));
        Assert.Equal(given, page.QuerySelector("#Input_GivenName")!.GetAttribute("value"));
        typed["Input.Seen"] = page.QuerySelector("input[name='Input.Seen']")!.GetAttribute("value")!;
        // Confirmed for that person, not for another one that a correction would reveal.
        await Enter(world, "Marc", "Hamon");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Fanny.Submit("/personnes/nouvelle", new Dictionary<string, string>(typed) { ["Input.GivenName"] = "Marc", ["Input.FamilyName"] = "Hamon" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit("/personnes/nouvelle", typed)).StatusCode);
    }

    [Fact]
    public async Task Two_who_change_the_same_person_see_both_versions()
    {
        var world = await World.New();
        var id = await Enter(world, "Claire", "Morvan");
        var stale = await world.Given(new EditPerson.Form(id));
        await world.Given(stale with { Title = "Directrice" });
        var typed = Typed("Claire", "Morvan");
        (typed["Input.Version"], typed["Input.Title"]) = ($"{stale.Version}", "Cheffe de projet");
        var response = await world.Fanny.Post($"/personnes/{id}/modifier", typed);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var versions = (await Person.Read(response)).QuerySelector(".error-summary table")!.TextContent;
        Assert.Contains("Directrice", versions);
        Assert.Contains("Cheffe de projet", versions);
        Assert.Contains("Agent ou salarié", versions);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_organisation_account_mandate_and_words()
    {
        var world = await World.New();
        var redon = await world.Given(new RegisterOrganisation.Command { Name = "Redon Agglomération", Kind = OrganisationKind.Epci, Role = RoleKind.Member, Since = new(2019, 4, 12) });
        var claire = await Enter(world, "Claire", "Morvan", organisation: redon, title: "Chargée de mission énergie");
        var marc = await Enter(world, "Marc", "Hamon");
        await Enter(world, "Léa", "Étienne");
        await world.Within(async db =>
        {
            (await db.Memberships.SingleAsync(m => m.Name == "Rémi")).StandFor(claire);
            return true;
        });
        var bureau = await world.Given(new SaveBody.Command { Name = "Bureau", Kind = BodyKind.Bureau, Decides = true });
        await world.Given(new AddMandate.Command { BodyId = bureau, Function = MandateFunction.President, PersonId = marc, Start = new(2020, 1, 1) });

        async Task<string[]> Names(string query) => [.. (await world.Bob.Open("/personnes" + query)).QuerySelectorAll(".row-title").Select(t => t.TextContent)];
        Assert.Equal(["Léa Étienne", "Marc Hamon", "Claire Morvan"], await Names(""));
        Assert.Equal(["Claire Morvan"], await Names($"?organisation={redon}"));
        Assert.Equal(["Claire Morvan"], await Names("?acces=avec"));
        Assert.Equal(["Léa Étienne", "Marc Hamon"], await Names("?acces=sans"));
        Assert.Equal(["Marc Hamon"], await Names("?mandat=en-cours"));
        Assert.Equal(["Claire Morvan"], await Names("?q=energie"));
        Assert.Equal(["Léa Étienne"], await Names("?q=ETIEN"));
        Assert.Equal(3, (await Names("?organisation=nimporte&qualite=%00&apres=x")).Length);

        // What was chosen can be taken back, be nobody left by the other choices or nothing left of it.
        Assert.Contains("Redon", (await world.Bob.Open($"/personnes?organisation={redon}&acces=sans")).QuerySelector(".chips")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Choix qui n’existe plus", (await world.Bob.Open($"/personnes?organisation={Guid.NewGuid()}")).QuerySelector(".chips")!.TextContent, StringComparison.Ordinal);

        var me = await world.Remi.Sends(new WhoAmI.Query());
        Assert.Equal((claire, redon), (me!.PersonId, me.OrganisationId!.Value));
        Assert.Null(await world.Bob.Sends(new WhoAmI.Query()));
        Assert.Contains("Référence d’un membre", (await world.Bob.Open($"/personnes/{claire}")).QuerySelector("aside")!.TextContent);

        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/personnes/{marc}", [], "File")).StatusCode);
        Assert.Equal(["Léa Étienne", "Claire Morvan"], await Names(""));
        Assert.Equal(["Marc Hamon"], await Names("?fiche=archive"));
        // Whatever refers to an archived person keeps the name.
        Assert.Contains("Marc Hamon", (await world.Bob.Open($"/instances/{bureau}")).QuerySelector("main")!.TextContent);
    }
}
