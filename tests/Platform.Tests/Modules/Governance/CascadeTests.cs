using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.Governance;

public sealed class CascadeTests
{
    private static async Task<(Assembly Assembly, Guid Decision, GetDecision.Answer Answer)> Cascaded(World world, bool tell = false, int by = 60)
    {
        var assembly = await Assembly.In(world);
        var today = world.Space.Today(world.App.Clock);
        var decision = await world.Given(new SaveDecision.Command { BodyId = assembly.Body, Date = today, Title = "Charte", Outcome = Outcome.Adopted });
        var form = (await world.Given(new SetCascade.Form(decision))).Command;
        Assert.Equal(3, form.HolderIds.Count);
        await world.Given(form with { Expected = "Délibérer", By = today.AddDays(by), Tell = tell });
        return (assembly, decision, await world.Given(new GetDecision.Query(decision)));
    }

    private static Task<Unit> Tell(World world, Guid decision, GetDecision.Line line, CascadeState state, DateOnly? council = null, DateOnly? act = null, string? reason = null) =>
        world.Given(new TellCascade.Command { DecisionId = decision, Id = line.Id, State = state, CouncilOn = council, ActOn = act, Reason = reason, Reference = "D-1" });

    [Fact]
    public async Task A_decision_opens_one_line_per_member_and_tells_those_who_sit()
    {
        var world = await World.New();
        var (assembly, decision, answer) = await Cascaded(world, tell: true);
        Assert.All(answer.Lines, l => Assert.Equal(CascadeState.ToDo, l.State));
        var mail = Assert.Single(await world.Mails(Assembly.Email("Élue1")));
        Assert.Contains("Délibérer", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/membres/{assembly.Members[0]}/conseil", mail.Text, StringComparison.Ordinal);
        // Without JavaScript, one form: two of the three stay concerned; a new mail goes to nobody.
        var version = (await world.Given(new SetCascade.Form(decision))).Command.Version;
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Post($"/decisions/{decision}/declinaison",
            [KeyValuePair.Create("Input.Version", $"{version}"), KeyValuePair.Create("Input.Expected", "Délibérer"), KeyValuePair.Create("Input.HolderIds", $"{assembly.Members[0]}"), KeyValuePair.Create("Input.HolderIds", $"{assembly.Members[1]}"), KeyValuePair.Create("Input.Tell", "true")])).StatusCode);
        Assert.Equal(2, (await world.Given(new GetDecision.Query(decision))).Lines.Count);
        Assert.Single(await world.Mails(Assembly.Email("Élue2")));
        // A member that has voted stays.
        await Tell(world, decision, answer.Lines.Single(l => l.OrganisationId == assembly.Members[0]), CascadeState.Refused, reason: "Trop tôt");
        var form = (await world.Given(new SetCascade.Form(decision))).Command;
        Assert.Equal("cascade.told", (await Assert.ThrowsAsync<RuleViolation>(() => world.Given(form with { HolderIds = [assembly.Members[1]] }))).Code);
        var none = await world.Fanny.Post($"/decisions/{decision}/declinaison", [KeyValuePair.Create("Input.Version", $"{form.Version}"), KeyValuePair.Create("Input.Expected", "Délibérer")]);
        Assert.Equal("Cochez au moins un membre.", (await Person.Read(none)).QuerySelector("#Input_HolderIds_error")!.TextContent.Trim());
    }

    [Fact]
    public async Task Remi_says_what_his_own_council_did_and_nothing_for_the_others()
    {
        var world = await World.New();
        var (assembly, decision, answer) = await Cascaded(world);
        await Assembly.Seats(world, world.Remi, assembly.Elected[1]);
        string Address(Guid member) => $"/decisions/{decision}/declinaison/{answer.Lines.Single(l => l.OrganisationId == member).Id}";
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get(Address(assembly.Members[0]))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Post(Address(assembly.Members[0]), new Dictionary<string, string> { ["Input.State"] = "NotConcerned" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get(Address(assembly.Members[1]))).StatusCode);
        foreach (var (state, field, sentence) in new[] { ("OnAgenda", "CouncilOn", "Donnez la date du conseil qui l’examinera."), ("Adopted", "ActOn", "Donnez la date de la délibération."), ("Refused", "Reason", "Dites pourquoi, en une phrase.") })
        {
            var refused = await world.Remi.Submit(Address(assembly.Members[1]), new Dictionary<string, string> { ["Input.State"] = state });
            Assert.Equal(sentence, (await Person.Read(refused)).QuerySelector($"#Input_{field}_error")!.TextContent.Trim());
        }
        Assert.Equal(HttpStatusCode.Redirect, (await world.Remi.Submit(Address(assembly.Members[1]), new Dictionary<string, string>
        {
            ["Input.State"] = "Adopted", ["Input.ActOn"] = $"{world.Space.Today(world.App.Clock):yyyy-MM-dd}", ["Input.Reference"] = "2027-14", ["Input.Document"] = "www.exemple.fr/d.pdf",
        })).StatusCode);
        var sheet = await world.Bob.Open($"/decisions/{decision}");
        Assert.Contains("2027-14", sheet.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 a répondu sur 3", sheet.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var journal = (await world.Alice.Open("/journal")).QuerySelector("main")!.TextContent;
        Assert.Contains("Déclinaison", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_matrix_and_the_briefing_say_who_is_late()
    {
        var world = await World.New();
        var (assembly, decision, answer) = await Cascaded(world, by: -1);
        var today = world.Space.Today(world.App.Clock);
        await Tell(world, decision, answer.Lines[0], CascadeState.Adopted, act: today);
        var page = await world.Bob.Open("/declinaison");
        Assert.Contains("2 en retard", page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, page.QuerySelectorAll(".cascade thead th").Length);
        Assert.Equal(3, (await world.Bob.Open("/declinaison?etat=retard")).QuerySelectorAll(".cascade thead th").Length);
        Assert.Contains("Référence de la délibération", await (await world.Bob.Get("/declinaison?handler=Export&format=csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var late = answer.Lines[1].OrganisationId;
        Assert.Contains("dont 1 en retard", (await world.Bob.Open($"/membres/{late}/conseil")).QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("rien à examiner", (await world.Bob.Open($"/membres/{answer.Lines[0].OrganisationId}/conseil")).QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bob.Get($"/membres/{assembly.Elected[0]}/conseil")).StatusCode);
    }

    [Fact]
    public async Task A_briefing_goes_once_some_days_before_the_council()
    {
        var world = await World.New();
        var (assembly, decision, answer) = await Cascaded(world);
        var today = world.Space.Today(world.App.Clock);
        var (soon, far) = (answer.Lines.Single(l => l.OrganisationId == assembly.Members[1]), answer.Lines.Single(l => l.OrganisationId == assembly.Members[2]));
        await Tell(world, decision, soon, CascadeState.OnAgenda, council: today.AddDays(SendBriefings.Ahead));
        await Tell(world, decision, far, CascadeState.OnAgenda, council: today.AddDays(SendBriefings.Ahead + 1));
        await world.Promise("Chaufferie", assembly.Members[1], CommitmentState.UnderWay, c => c with { DueOn = today.AddDays(-5), CadenceDays = 700 });
        // The elected member and the substitute of that member.
        Assert.Equal(2, await world.Given(new SendBriefings.Command()));
        Assert.Equal(0, await world.Given(new SendBriefings.Command()));
        var told = Assert.Single(await world.Mails(Assembly.Email("Élue2"))).Text;
        Assert.Contains("Charte", told, StringComparison.Ordinal);
        Assert.Contains("- Chaufferie : en retard", told, StringComparison.Ordinal);
        Assert.Empty(await world.Mails(Assembly.Email("Élue3")));
        // The council is put off: the new date is told in its turn.
        var line = (await world.Given(new GetDecision.Query(decision))).Lines.Single(l => l.Id == soon.Id);
        await world.Given(new TellCascade.Command { DecisionId = decision, Id = line.Id, Version = 1, State = CascadeState.OnAgenda, CouncilOn = today.AddDays(3) });
        Assert.Equal(2, await world.Given(new SendBriefings.Command()));
    }

    [Fact]
    public async Task In_an_entente_a_decision_waits_for_every_ratification_and_the_page_says_whose()
    {
        var world = await World.New(kind: TenantKind.Entente);
        var (_, decision, answer) = await Cascaded(world);
        var today = world.Space.Today(world.App.Clock);
        await Tell(world, decision, answer.Lines[0], CascadeState.Adopted, act: today.AddDays(-3));
        await Tell(world, decision, answer.Lines[1], CascadeState.NotConcerned);
        var waiting = (await world.Bob.Open($"/decisions/{decision}")).QuerySelector("main")!.TextContent;
        Assert.Contains("Pas encore exécutoire", waiting, StringComparison.Ordinal);
        Assert.Contains($"il manque la ratification de {answer.Lines[2].Member}.", waiting, StringComparison.Ordinal);
        Assert.Contains("1 en attente de ratification", (await world.Bob.Open("/decisions")).QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        await Tell(world, decision, answer.Lines[2], CascadeState.Adopted, act: today.AddDays(-1));
        Assert.Equal(today.AddDays(-1), (await world.Given(new GetDecision.Query(decision))).ExecutoryOn);
        Assert.Contains("Exécutoire depuis le", (await world.Bob.Open($"/decisions/{decision}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
