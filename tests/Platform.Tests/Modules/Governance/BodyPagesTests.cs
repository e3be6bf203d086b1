using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Governance;

public sealed class BodyPagesTests
{
    private static Task<Guid> Bureau(World world) => world.Given(new SaveBody.Command { Name = "Bureau", Kind = BodyKind.Bureau, Decides = true, CadencePerYear = 5 });

    private static Task<Guid> Enter(World world, string given, string family, Guid? organisation = null) =>
        world.Given(new RegisterPerson.Command { GivenName = given, FamilyName = family, Standing = Standing.Elected, OrganisationId = organisation });

    private static Dictionary<string, string> Mandate(Guid? person, string start = "2020-07-01", string end = "", string function = "President") => new()
    {
        ["Input.Function"] = function, ["Input.PersonId"] = $"{person}", ["Input.Start"] = start, ["Input.End"] = end,
    };

    private static async Task<GetBody.Seat> Seat(World world, Guid body, string person) =>
        (await world.Given(new GetBody.Query(body))).Seats.Single(s => s.Person == person);

    [Fact]
    public async Task Fanny_composes_a_body_replaces_somebody_and_the_history_keeps_both()
    {
        var world = await World.New();
        Assert.NotNull((await world.Fanny.Open("/instances")).QuerySelector(".empty-state a.btn"));
        var made = await world.Fanny.Submit("/instances/nouvelle", new Dictionary<string, string>
        {
            ["Input.Name"] = "Assemblée générale", ["Input.Kind"] = "GeneralAssembly", ["Input.Decides"] = "true", ["Input.CadencePerYear"] = "4", ["Input.Composition"] = "13 titulaires\n13 suppléants",
        });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var address = made.Headers.Location!.ToString()[(world.Space.Identifier.Length + 1)..];
        var body = Guid.Parse(address.Split('/')[^1]);
        var redon = await world.Given(new RegisterOrganisation.Command { Name = "Redon Agglomération", Kind = OrganisationKind.Epci, Role = RoleKind.Member, Since = new(2019, 4, 12) });
        var (claire, marc) = (await Enter(world, "Claire", "Morvan", redon), await Enter(world, "Marc", "Hamon"));

        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"{address}/mandats/nouveau", Mandate(claire))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"{address}/mandats/nouveau", Mandate(null, function: "Titular"))).StatusCode);
        Assert.Equal("1\u00a0instance, dont 1 qui décide, 1\u00a0fonction vacante", (await world.Bob.Open("/instances")).QuerySelector(".answer")!.TextContent.Trim().Replace("1 instance", "1\u00a0instance"));
        // The organisation represented is the person's own when none is chosen.
        var seat = await Seat(world, body, "Claire Morvan");
        Assert.Equal(redon, seat.OrganisationId);

        var mandate = $"{address}/mandats/{seat.Id}";
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(mandate, new Dictionary<string, string> { ["Replacing.PersonId"] = $"{marc}", ["Replacing.OrganisationId"] = $"{redon}", ["Replacing.From"] = "2024-01-01" }, "Replace")).StatusCode);
        var sheet = await world.Bob.Open(address);
        Assert.Contains("Marc Hamon", sheet.QuerySelector("table")!.TextContent);
        Assert.DoesNotContain("Claire Morvan", sheet.QuerySelector("table")!.TextContent);
        Assert.Contains("du 1er juillet 2020 au 31 décembre 2023", sheet.QuerySelector("details table")!.TextContent);
        Assert.Contains("Assemblée générale", (await world.Bob.Open($"/personnes/{claire}")).QuerySelector("details .items")!.TextContent);
        Assert.Contains("Marc Hamon", (await world.Bob.Open($"/membres/{redon}")).QuerySelector("main")!.TextContent);

        var late = $"{address}/mandats/{(await Seat(world, body, "Marc Hamon")).Id}";
        var early = await world.Fanny.Submit(late, new Dictionary<string, string> { ["Ending.On"] = "2020-01-01" }, "End");
        Assert.Equal("La fin vient avant le début.", (await Person.Read(early)).QuerySelector("#Ending_On_error")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(late, new Dictionary<string, string> { ["Ending.On"] = "2025-06-30" }, "End")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(address, new Dictionary<string, string> { ["Ending.On"] = "2025-12-31" }, "End")).StatusCode);
        Assert.Contains("Terminées", (await world.Bob.Open("/instances")).QuerySelector(".facets")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(address, new Dictionary<string, string> { ["Ending.Resume"] = "true" }, "End")).StatusCode);
    }

    [Fact]
    public async Task A_mistyped_mandate_is_corrected_and_a_conflict_shows_both_versions()
    {
        var world = await World.New();
        var (body, claire) = (await Bureau(world), await Enter(world, "Claire", "Morvan"));
        await world.Given(new AddMandate.Command { BodyId = body, Function = MandateFunction.Secretary, PersonId = claire, Start = new(2020, 7, 1) });
        var seat = (await Seat(world, body, "Claire Morvan")).Id;
        var address = $"/instances/{body}/mandats/{seat}";
        var stale = (await world.Given(new EditMandate.Form(body, seat))).Command;
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(address, Mandate(claire, "2021-01-01", function: "Treasurer"), "Correct")).StatusCode);
        var second = Mandate(claire, "2022-02-02", function: "President");
        second["Input.Version"] = $"{stale.Version}";
        var response = await world.Fanny.Post(address + "?handler=Correct", second);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var versions = (await Person.Read(response)).QuerySelector(".error-summary table")!.TextContent;
        foreach (var shown in new[] { "Trésorerie", "Présidence", "1 janvier 2021", "2 février 2022" }) Assert.Contains(shown, versions);
    }

    [Theory]
    [InlineData("Start", "31/02/2024", "Cette date n’existe pas. Écrivez-la ainsi : 12/03/2027.")]
    [InlineData("Start", "", "Ce champ est à remplir.")]
    [InlineData("End", "2001-01-01", "La fin vient avant le début.")]
    [InlineData("Function", "Other", "Nommez cette fonction.", "Precision")]
    [InlineData("Function", "", "Ce champ est à remplir.")]
    [InlineData("PersonId", "01930000-0000-7000-8000-000000000000", "Choisissez une personne de la liste.")]
    [InlineData("OrganisationId", "01930000-0000-7000-8000-000000000000", "Choisissez une organisation de la liste.")]
    public async Task A_refused_mandate_says_why_beside_the_field(string field, string value, string sentence, string? beside = null)
    {
        var world = await World.New();
        var body = await Bureau(world);
        var typed = Mandate(await Enter(world, "Claire", "Morvan"));
        typed["Input." + field] = value;
        var response = await world.Fanny.Submit($"/instances/{body}/mandats/nouveau", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(sentence, (await Person.Read(response)).QuerySelector($"#Input_{beside ?? field}_error")!.TextContent.Trim());
        Assert.Empty((await world.Given(new GetBody.Query(body))).Seats);
    }

    [Theory]
    [InlineData("Name", "🏛️", "Écrivez au moins une lettre ou un chiffre.")]
    [InlineData("Name", "BUREAU", "Ce nom est déjà pris dans l’espace.")]
    [InlineData("Kind", "", "Ce champ est à remplir.")]
    [InlineData("CadencePerYear", "400", "Entre 1 et 366.")]
    [InlineData("CadencePerYear", "souvent", "Cette valeur n’est pas acceptée.")]
    public async Task A_refused_body_says_why_beside_the_field(string field, string value, string sentence)
    {
        var world = await World.New();
        await Bureau(world);
        var typed = new Dictionary<string, string> { ["Input.Name"] = "Séminaire", ["Input.Kind"] = "Seminar", ["Input.Composition"] = "أعضاء 🌱" };
        typed["Input." + field] = value;
        var response = await world.Fanny.Submit("/instances/nouvelle", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Person.Read(response);
        Assert.Equal(sentence, page.QuerySelector($"#Input_{field}_error")!.TextContent.Trim());
        Assert.Equal("أعضاء 🌱", page.QuerySelector("#Input_Composition")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_reader_changes_nothing_and_a_stranger_finds_nothing()
    {
        var world = await World.New();
        var body = await Bureau(world);
        var mandate = await world.Given(new AddMandate.Command { BodyId = body, Function = MandateFunction.Titular, Start = new(2020, 7, 1) });
        string[] read = ["/instances", $"/instances/{body}"];
        string[] write = ["/instances/nouvelle", $"/instances/{body}/modifier", $"/instances/{body}/mandats/nouveau", $"/instances/{body}/mandats/{mandate}"];
        foreach (var page in read) Assert.Empty((await world.Bob.Open(page)).QuerySelectorAll("main form[method=post]"));
        foreach (var page in write) Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get(page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post($"/instances/{body}?handler=End", [])).StatusCode);
        foreach (var handler in new[] { "Replace", "End", "Correct" })
            Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post($"/instances/{body}/mandats/{mandate}?handler={handler}", [])).StatusCode);
        foreach (var page in read.Concat(write)) Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get(page)).StatusCode);
        foreach (var page in read.Concat(write).Skip(1).Where(p => p != "/instances/nouvelle"))
            Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get($"//{world.Elsewhere.Identifier}{page}")).StatusCode);
    }

    [Fact]
    public async Task The_same_function_given_to_one_person_by_several_at_once_is_given_once()
    {
        var world = await World.New();
        var (body, claire) = (await Bureau(world), await Enter(world, "Claire", "Morvan"));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                await world.Given(new AddMandate.Command { BodyId = body, Function = MandateFunction.President, PersonId = claire, Start = new(2020, 7, 1) });
                return "given";
            }
            catch (Failure refused) when (refused is Conflict or RuleViolation { Code: "mandate.twice" })
            {
                return "refused";
            }
        }));
        Assert.Single(outcomes, "given");
        Assert.Single((await world.Given(new GetBody.Query(body))).Seats);
    }

    [Fact]
    public async Task The_database_refuses_a_mandate_for_another_spaces_person()
    {
        var world = await World.New();
        var body = await Bureau(world);
        var theirs = await world.Given(new RegisterPerson.Command { GivenName = "Paul", FamilyName = "Ailleurs", Standing = Standing.Other }, world.Elsewhere);
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => world.Within(async db =>
        {
            var bureau = await db.Set<Body>().Include(b => b.Mandates).SingleAsync(b => b.Id == body);
            return db.Add(bureau.Appoint(MandateFunction.Guest, null, theirs, null, new(2024, 1, 1)));
        }));
        Assert.Equal("referenced", Assert.IsType<RuleViolation>(DatabaseErrors.Translate(refused)).Code);
    }
}
