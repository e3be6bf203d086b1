using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Governance;

public sealed class DecisionTests
{
    private static Task<Guid> Decide(World world, Guid body, string title, string? code = null, DateOnly? on = null, Outcome outcome = Outcome.Adopted) =>
        world.Given(new SaveDecision.Command { BodyId = body, Date = on ?? world.Space.Today(world.App.Clock), Title = title, Code = code, Outcome = outcome });

    private static Task<List<(int? Rank, string? Code)>> Ranks(World world, Guid body) =>
        world.Within(async db => (await db.Set<Decision>().Where(d => d.BodyId == body && d.Rank != null).OrderBy(d => d.Rank).Select(d => new { d.Rank, d.Code }).ToListAsync()).ConvertAll(d => (d.Rank, d.Code)));

    [Fact]
    public async Task Numbers_given_by_many_at_once_follow_one_another_without_a_gap()
    {
        var world = await World.New();
        var (assembly, other) = (await world.Given(new SaveBody.Command { Name = "Assemblée générale", Kind = BodyKind.GeneralAssembly, Decides = true }), await world.Given(new SaveBody.Command { Name = "Bureau", Kind = BodyKind.Bureau, Decides = true }));
        // A third of them fail after having taken their number: it goes to the next.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            try
            {
                return await world.Within(async db =>
                {
                    var decision = new Decision(i % 2 == 0 ? assembly : other, world.Space.Today(world.App.Clock), $"Décision {i}");
                    db.Add(decision);
                    await Numbering.Number(db, world.Space, decision, CancellationToken.None);
                    await db.SaveChangesAsync();
                    return i % 3 == 0 ? throw new InvalidOperationException("refused") : decision.Code!;
                });
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }));
        var given = outcomes.OfType<string>().ToList();
        Assert.Equal(20, given.Distinct().Count());
        foreach (var body in new[] { assembly, other }) Assert.Equal(Enumerable.Range(1, 10).Cast<int?>(), (await Ranks(world, body)).Select(r => r.Rank));
        // The database itself refuses a number twice, should somebody write past the turnstile.
        var twice = await Assert.ThrowsAsync<DbUpdateException>(() => world.Within(db =>
        {
            var copy = new Decision(assembly, world.Space.Today(world.App.Clock), "Copie");
            copy.NumberAs(3, world.Space.Today(world.App.Clock).Year, "autre-chose");
            return Task.FromResult(db.Add(copy));
        }));
        Assert.Equal("duplicate", Assert.IsType<RuleViolation>(DatabaseErrors.Translate(twice)).Code);
    }

    [Fact]
    public async Task A_paper_number_takes_its_rank_and_what_is_put_off_has_none()
    {
        var world = await World.New();
        var body = await world.Given(new SaveBody.Command { Name = "Assemblée générale", Kind = BodyKind.GeneralAssembly, Decides = true });
        var (today, end) = (world.Space.Today(world.App.Clock), world.Space.Identifier.ToUpperInvariant());
        await Decide(world, body, "Reprise", $"{today.Year}-004-AG-{end}");
        await Decide(world, body, "Autre temps", "DEL-12");
        await Decide(world, body, "Plus tard", outcome: Outcome.Deferred);
        await Decide(world, body, "Suivante");
        await Decide(world, body, "L’an dernier", on: today.AddYears(-1));
        Assert.Equal([(1, $"{today.Year - 1}-001-AG-{end}"), (4, $"{today.Year}-004-AG-{end}"), (5, $"{today.Year}-005-AG-{end}")], await Ranks(world, body));
        Assert.Equal("Code", Assert.Single((await Assert.ThrowsAsync<Invalid>(() => Decide(world, body, "Encore", "DEL-12"))).Errors).PropertyName);
        // Two bodies of the same abbreviation cannot both be in the number.
        var twin = await world.Given(new SaveBody.Command { Name = "Assemblée des partenaires", Kind = BodyKind.GeneralAssembly, Decides = true });
        await world.Given(new SaveDecision.Command { BodyId = twin, Date = today, Title = "Une", Outcome = Outcome.Deferred });
        await Decide(world, twin, "Première", on: today.AddYears(-2));
        Assert.Equal("decision.code", (await Assert.ThrowsAsync<RuleViolation>(() => Decide(world, twin, "Autre", on: today.AddYears(-1)))).Code);
    }

    [Fact]
    public async Task The_register_is_filtered_exported_and_published_under_the_national_schema()
    {
        var world = await World.New();
        var body = await world.Given(new SaveBody.Command { Name = "Assemblée générale", Kind = BodyKind.GeneralAssembly, Decides = true });
        Assert.NotNull((await world.Fanny.Open("/decisions")).QuerySelector(".empty-state a.btn"));
        var made = await world.Fanny.Submit("/decisions/nouvelle", new Dictionary<string, string>
        {
            ["Input.BodyId"] = $"{body}", ["Input.Date"] = "2021-02-12", ["Input.Code"] = "2021-003-AG-AILB", ["Input.Title"] = "Appel à contributions", ["Input.Outcome"] = "Adopted", ["Input.Subject"] = "7.6",
            ["Input.Seats"] = "13", ["Input.Present"] = "12", ["Input.VotesFor"] = "11", ["Input.VotesAgainst"] = "0", ["Input.Abstentions"] = "1",
        });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        await Decide(world, body, "=Sans décompte");
        Assert.Contains("2\u00a0décisions", (await world.Bob.Open("/decisions")).QuerySelector(".answer")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Single((await world.Bob.Open("/decisions?annee=2021")).QuerySelectorAll(".list-region tbody tr"));
        Assert.Single((await world.Bob.Open("/decisions?q=contrib")).QuerySelectorAll(".list-region tbody tr"));
        var csv = await (await world.Bob.Get("/decisions?handler=Export&format=csv&colonnes=toutes")).Content.ReadAsStringAsync();
        Assert.Contains("2021-003-AG-AILB", csv, StringComparison.Ordinal);
        Assert.Contains("'=Sans décompte", csv, StringComparison.Ordinal);

        // Open data asks who decides: without a SIRET there is none.
        Assert.Equal(HttpStatusCode.BadRequest, (await world.Bob.Get("/decisions?handler=Scdl")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get("/decisions/regles")).StatusCode);
        var bad = await world.Alice.Submit("/decisions/regles", new Dictionary<string, string> { ["Input.Pattern"] = "{annee}", ["Input.Siret"] = "123" });
        var page = await Person.Read(bad);
        Assert.NotNull(page.QuerySelector("#Input_Pattern_error"));
        Assert.NotNull(page.QuerySelector("#Input_Siret_error"));
        Assert.Equal(HttpStatusCode.Redirect, (await world.Alice.Submit("/decisions/regles", new Dictionary<string, string> { ["Input.Pattern"] = "{instance}-{annee}-{numero}", ["Input.Siret"] = "243 500 741 00012", ["Input.NeedRatification"] = "false" })).StatusCode);
        var scdl = (await (await world.Bob.Get("/decisions?handler=Scdl")).Content.ReadAsStringAsync()).Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, scdl.Length);
        Assert.StartsWith("COLL_NOM,COLL_SIRET,", scdl[0], StringComparison.Ordinal);
        foreach (var value in new[] { "24350074100012", "2021-003-AG-AILB", "2021-02-12", "7.6", "Finances locales/Contributions budgétaires" }) Assert.Contains(value, scdl[1], StringComparison.Ordinal);
        var separator = scdl[0][8];
        Assert.Equal(["13", "12", "11", "0", "1"], scdl[1].Split(separator)[11..16]);
        Assert.StartsWith("AG-", (await world.Given(new ListDecisions.Query(new DecisionFilter { Words = "suivant" }))).All == 2 ? (await Numbered(world, body)) : "", StringComparison.Ordinal);
    }

    private static async Task<string> Numbered(World world, Guid body) => (await world.Given(new GetDecision.Query(await Decide(world, body, "Selon le nouveau modèle")))).Decision.Code!;

    [Fact]
    public async Task What_comes_of_a_decision_is_linked_by_the_number_that_people_know()
    {
        var world = await World.New();
        var sample = await Sample.In(world, world.Space);
        var decision = sample.Of<Decision>();
        var number = await world.Within(db => db.Set<Platform.Modules.Engagements.Commitments.Commitment>().Select(c => c.Number).FirstAsync());
        var wrong = await world.Fanny.Post($"/decisions/{decision}?handler=Link", new Dictionary<string, string> { ["Linking.Number"] = "4242" });
        Assert.Equal("Aucun engagement ne porte ce numéro.", (await Person.Read(wrong)).QuerySelector("#Linking_Number_error")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Post($"/decisions/{decision}?handler=Link", new Dictionary<string, string> { ["Linking.Remove"] = $"{number}" })).StatusCode);
        Assert.Empty((await world.Given(new GetDecision.Query(decision))).Links);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Post($"/decisions/{decision}?handler=Link", new Dictionary<string, string> { ["Linking.Number"] = $"{number}" })).StatusCode);
        Assert.Single((await world.Given(new GetDecision.Query(decision))).Links);
    }
}
