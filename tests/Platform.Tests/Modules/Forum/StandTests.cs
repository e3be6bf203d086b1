using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Stands;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using Platform.Tests.Modules.PublicSite;
using static Platform.Tests.Kit.Pages;
using Person = Platform.Tests.Kit.Person;

namespace Platform.Tests.Modules.Forum;

/// <summary>At the stand of a coalition: a passer-by says what they want to do, Fanny makes something of it.</summary>
public sealed class StandTests
{
    [Fact]
    public async Task What_is_said_by_the_code_of_a_stand_reaches_whoever_facilitates_and_becomes_something()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        var id = await world.Alice.Sends(new SaveEdition.Command { Title = "Forum 2026", StartsOn = today, Start = "9:00", End = "17:00", IsPublic = true });
        var (energy, secret) = (await world.Coalition("Énergie partagée", true), await world.Coalition("Sobriété", false));
        var member = await world.Given(new RegisterOrganisation.Command { Name = "Lycée Vauban", Kind = OrganisationKind.School, Role = RoleKind.Member, Since = new(2020, 1, 1) });
        var here = $"/public/forum/{id}/coalition/{energy}";

        // The poster carries the code of its page; a coalition that nobody sees has none.
        var posters = await world.Fanny.Open($"/forum/{id}/stands");
        Assert.Equal(["Énergie partagée"], posters.QuerySelectorAll(".stand-poster h2").Select(h => h.TextContent));
        Assert.EndsWith(here, posters.QuerySelector(".stand-poster a[href*='/public/']")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get($"/public/forum/{id}/coalition/{secret}")).StatusCode);

        // Anybody, without a cookie or a token.
        var page = await world.Nobody.Get(here);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Null((await Person.Read(page)).QuerySelector("input[name=__RequestVerificationToken]"));
        async Task<HttpResponseMessage> Say(string kind, string name, string email, string text, string? organisation = null, string site = "") => await world.Nobody.Send(here, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Kind"] = kind, ["Input.Name"] = name, ["Input.Email"] = email, ["Input.Text"] = text, ["Input.Organisation"] = organisation ?? "", ["Input.WebPage"] = site,
        }));
        var wrong = await Person.Read(await Say("Pledge", "", "claire@", ""));
        foreach (var field in new[] { "Name", "Email", "Text" }) Assert.NotNull(wrong.QuerySelector($"#Input_{field}_error"));
        var thanked = await Say("Join", "Claire Morvan", "Claire@ex.fr", "", "lycée vauban");
        Assert.False(thanked.Headers.Contains("Set-Cookie"));
        Assert.Contains("Merci, c’est transmis", Text(await Person.Read(thanked)), StringComparison.Ordinal);
        await Say("Join", "Claire Morvan", "claire@ex.fr", "", "Lycée Vauban");
        await Say("Pledge", "Paul Le Bras", "paul@ex.fr", "Isoler dix écoles d’ici 2028.");
        Assert.Equal(HttpStatusCode.OK, (await Say("Join", "Robot", "robot@ex.fr", "", site: "http://spam")).StatusCode);
        Assert.Equal(2, await world.Within(db => db.Set<StandRequest>().CountAsync()));
        // On the spot, also for a coalition that the public does not see.
        await world.Fanny.Submit($"/forum/{id}/demandes", new Dictionary<string, string> { ["Input.CoalitionId"] = $"{secret}", ["Input.Kind"] = "Join", ["Input.Name"] = "Anne" });
        Assert.Equal("Fanny", await world.Within(db => db.Set<StandRequest>().Where(r => r.CoalitionId == secret).Select(r => r.By).SingleAsync()));

        // In the evening whoever facilitates hears of it, once, whatever passed; the mail names nobody.
        var yann = await world.Being("Yann", "Kerbrat");
        await world.Within(async db =>
        {
            (await db.Set<Platform.Modules.Members.People.Person>().SingleAsync(p => p.Id == yann)).Reach("yann@example.org", null);
            db.Add((await db.Set<Coalition>().Include(c => c.Facilitators).SingleAsync(c => c.Id == energy)).Entrust(yann, null, today.AddDays(-30), null));
            return 0;
        });
        Assert.Equal((1, 0), (await world.Given(new TellStands.Command()), await world.Given(new TellStands.Command())));
        var told = Assert.Single(await world.Mails("yann@example.org"));
        Assert.Matches("^2.demandes reçues au stand .*Énergie partagée", told.Subject);
        foreach (var said in new[] { "Je rejoins cette coalition – lycée vauban", "Je propose un engagement", $"/forum/{id}/demandes?etat=a-traiter&coalition={energy}" }) Assert.Contains(said, told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Claire", told.Text + told.Subject, StringComparison.Ordinal);
        await world.Within(async db => { db.RemoveRange(await db.Set<CoalitionFacilitator>().ToListAsync()); return 0; });

        // A task of hers: nobody else facilitates them.
        Assert.Contains("Claire Morvan veut rejoindre Énergie partagée", Text(await world.Fanny.Open("/taches")), StringComparison.Ordinal);
        Assert.DoesNotContain("Claire Morvan", Text(await world.Bob.Open("/taches")), StringComparison.Ordinal);
        Assert.Contains("Claire Morvan veut rejoindre Énergie partagée;Entendu au forum", await (await world.Fanny.Get("/taches?handler=Export&format=csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var list = await world.Fanny.Open($"/forum/{id}/demandes");
        Assert.StartsWith("3 demandes, 3 à traiter", Text(list, ".answer"), StringComparison.Ordinal);
        Assert.Single((await world.Fanny.Open($"/forum/{id}/demandes?q=ecoles&etat=a-traiter")).QuerySelectorAll("tbody tr"));
        Assert.Contains("paul@ex.fr", await (await world.Fanny.Get($"/forum/{id}/demandes?handler=Export&format=csv&colonnes=toutes")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // One becomes a lead, the other a member: the organisation is recognised by its name.
        var asked = await world.Within(db => db.Set<StandRequest>().ToDictionaryAsync(r => r.Name, r => r.Id));
        var (paul, claire, anne) = ($"/forum/{id}/demandes/{asked["Paul Le Bras"]}", $"/forum/{id}/demandes/{asked["Claire Morvan"]}", $"/forum/{id}/demandes/{asked["Anne"]}");
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(paul, new Dictionary<string, string> { ["Input.Outcome"] = "Lead" })).StatusCode);
        var lead = await world.Within(db => db.Set<Lead>().SingleAsync());
        Assert.Equal(("Isoler dix écoles d’ici 2028.", "Forum 2026, stand : Énergie partagée"), (lead.Title, lead.Origin));
        Assert.Contains(lead.Id.ToString(), (await world.Fanny.Open(paul)).QuerySelector(".notice a")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Equal($"{member}", (await world.Fanny.Open(claire)).QuerySelector("option[selected]")!.GetAttribute("value"));
        await world.Fanny.Submit(claire, new Dictionary<string, string> { ["Input.OrganisationId"] = $"{member}" });
        Assert.True(await world.Within(db => db.Set<CoalitionMember>().AnyAsync(m => m.CoalitionId == energy && m.OrganisationId == member)));
        // Whoever comes for that organisation wears its coalition.
        await world.Within(db =>
        {
            var guest = new ForumGuest(id, "marie@ex.fr", "Marie Guen", "Lycée Vauban", null, member, null, GuestSource.Pasted);
            guest.Say(GuestState.Accepted, today, null);
            return Task.FromResult(db.Add(guest).Entity);
        });
        Assert.Equal("Énergie partagée", Text(await world.Fanny.Open($"/forum/{id}/badges"), ".pass .pass-coalition"));
        // One that the space does not know is entered and joins in one act.
        await Say("Join", "Nolwenn", "nolwenn@ex.fr", "", "Amap du Bergot");
        var nolwenn = $"/forum/{id}/demandes/{await world.Within(db => db.Set<StandRequest>().Where(r => r.Name == "Nolwenn").Select(r => r.Id).SingleAsync())}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Fanny.Submit(nolwenn, new Dictionary<string, string> { ["Input.Kind"] = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(nolwenn, new Dictionary<string, string> { ["Input.Kind"] = "Association" })).StatusCode);
        Assert.Equal("Amap du Bergot", await world.Within(db => db.Set<Organisation>().Where(o => db.Set<CoalitionMember>().Any(m => m.CoalitionId == energy && m.OrganisationId == o.Id && o.Id != member)).Select(o => o.Name).SingleAsync()));
        Assert.Equal("stand.settled", (await Assert.ThrowsAsync<RuleViolation>(() => world.Fanny.Sends(new SettleRequest.Command { EditionId = id, Id = asked["Paul Le Bras"], Version = 1, Outcome = SettleRequest.Outcome.Done }))).Code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Fanny.Submit(anne, new Dictionary<string, string> { ["Input.Reason"] = "", ["Input.Outcome"] = "Dropped" })).StatusCode);
        await world.Fanny.Submit(anne, new Dictionary<string, string> { ["Input.Reason"] = "Déjà membre", ["Input.Outcome"] = "Dropped" });
        Assert.Contains("4 demandes", Text(await world.Fanny.Open($"/forum/{id}/demandes"), ".answer"), StringComparison.Ordinal);
        Assert.DoesNotContain("à traiter", Text(await world.Fanny.Open($"/forum/{id}/demandes"), ".answer"), StringComparison.Ordinal);
        // Whoever organises reads them, and leaves leads and members to those who run them.
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        Assert.Null((await odile.Open(paul)).QuerySelector("input[value=Lead]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get(paul)).StatusCode);
        Assert.Contains("Demande reçue au forum", Text(await world.Alice.Open("/journal")), StringComparison.Ordinal);

        // A page that is closed takes nothing; neither does a forum long past.
        var edit = (await world.Alice.Sends(new SaveEdition.Form(id))).Command;
        await world.Alice.Sends(edit with { StartsOn = today.AddDays(-30), EndsOn = today.AddDays(-30) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Say("Join", "Trop Tard", "tard@ex.fr", "")).StatusCode);
        edit = (await world.Alice.Sends(new SaveEdition.Form(id))).Command;
        await world.Alice.Sends(edit with { IsPublic = false });
        Assert.Equal(HttpStatusCode.NotFound, (await Say("Join", "Caché", "cache@ex.fr", "")).StatusCode);
        Assert.Equal(4, await world.Within(db => db.Set<StandRequest>().CountAsync()));
    }
}
