using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Operations;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Engagements.Commitments;

public sealed class ActTogetherTests
{
    [Fact]
    public async Task Fanny_entrusts_what_she_ticked_and_reads_what_became_of_each()
    {
        var world = await World.New();
        var (holder, zoe) = (await world.Organisation("Redon"), await world.Being("Zoé", "Josselin"));
        var (one, two) = (await world.Promise("Haies", holder), await world.Promise("Compost", holder));
        var already = await world.Promise("Vélo", holder, and: c => c with { FacilitatorId = zoe });
        var closed = await world.Promise("Salle", holder);
        await world.Alice.Sends(new MoveCommitment.Command { Id = closed, To = CommitmentState.Kept, On = world.Space.Today(world.App.Clock) });
        var untouched = await world.Promise("Gare", holder);

        var page = await world.Fanny.Open("/engagements?tri=titre");
        Assert.Equal(5, page.QuerySelectorAll("input[name=choix][form=ensemble]").Length);
        var address = $"/engagements/ensemble?tri=titre&sur=coches&choix={one}&choix={two}&choix={already}&choix={closed}";
        Assert.StartsWith("4 engagements", (await world.Fanny.Open(address)).QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        var done = await world.Fanny.Submit(address, [Promises.Field("Entrust.FacilitatorId", zoe.ToString())], "Entrust");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.EndsWith("/engagements?tri=titre", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 engagements confiés à Zoé Josselin, 1 l’était déjà. 1 inchangé : n° 4 – Salle. Ce qui est clos reste tel quel.",
            (await world.Fanny.Open("/engagements?tri=titre")).Body!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal([(1, zoe), (2, zoe), (3, zoe), (4, null), (5, (Guid?)null)], await world.Read(async db =>
            (await db.Set<Commitment>().OrderBy(c => c.Number).Select(c => new { c.Number, c.FacilitatorId }).ToListAsync()).Select(c => (c.Number, c.FacilitatorId))));
        Assert.Equal(2, await world.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Action == AuditAction.Changed && a.AccountId == world.Fanny.AccountId)));
        Assert.NotEqual(untouched, one);
    }

    [Fact]
    public async Task An_act_on_all_obeys_the_filter()
    {
        var world = await World.New();
        var (redon, blain) = (await world.Organisation("Redon"), await world.Organisation("Blain"));
        for (var i = 0; i < 60; i++) await world.Promise($"Haie {i}", redon);
        await world.Promise("Compost", blain);
        var theme = await world.Fanny.Sends(new SaveTheme.Command { Name = "Bocage" });
        var done = await world.Fanny.Submit($"/engagements/ensemble?porteur={redon}&sur=tout", [Promises.Field("Classify.ThemeId", theme.ToString())], "Classify");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal((60, 0), await world.Read(async db => (await db.Set<Commitment>().CountAsync(c => c.ThemeId == theme), await db.Set<Commitment>().CountAsync(c => c.ThemeId != null && c.Title == "Compost"))));
        await world.Fanny.Submit("/engagements/ensemble?sur=tout&q=compost", [Promises.Field("Pace.CadenceDays", "45")], "Pace");
        Assert.Equal(["Compost"], await world.Read(db => db.Set<Commitment>().Where(c => c.CadenceDays == 45).Select(c => c.Title).ToListAsync()));
        await world.Fanny.Submit("/engagements/ensemble?sur=tout", [Promises.Field("Pace.CadenceDays", "30")], "Pace");
        Assert.Equal(61, await world.Read(db => db.Set<Commitment>().CountAsync(c => c.CadenceDays == 30)));
    }

    [Fact]
    public async Task Nothing_ticked_changes_nothing_and_bad_input_is_said_beside_its_field()
    {
        var world = await World.New();
        await world.Promise("Haies", await world.Organisation("Redon"));
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Get("/engagements/ensemble?sur=coches")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Post("/engagements/ensemble?handler=Pace&sur=coches&choix=rien", [Promises.Field("Pace.CadenceDays", "30")])).StatusCode);
        Assert.Equal(Commitment.UsualCadence, await world.Read(db => db.Set<Commitment>().Select(c => c.CadenceDays).SingleAsync()));
        foreach (var (handler, field, value) in new[] { ("Pace", "Pace.CadenceDays", "3"), ("Entrust", "Entrust.FacilitatorId", ""), ("Classify", "Classify.ThemeId", Guid.NewGuid().ToString()) })
        {
            var refused = await world.Fanny.Submit("/engagements/ensemble?sur=tout", [Promises.Field(field, value)], handler);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.NotNull((await Person.Read(refused)).QuerySelector($"[name='{field}'][aria-invalid=true]"));
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get("/engagements/ensemble")).StatusCode);
        Assert.Empty((await world.Bob.Open("/engagements")).QuerySelectorAll("input[name=choix], #ensemble"));
    }

    [Fact]
    public async Task A_sheet_opened_before_the_act_does_not_undo_it_unseen()
    {
        var world = await World.New();
        var id = await world.Promise("Haies", await world.Organisation("Redon"));
        var open = await world.Fanny.Sends(new EditCommitment.Form(id));
        await world.Alice.Sends(new ActTogether.Pace { Which = new(new CommitmentFilter(), [id]), CadenceDays = 30 });
        await Assert.ThrowsAsync<Conflict>(() => world.Fanny.Sends(open));
    }

    [Fact]
    public async Task What_was_done_to_many_is_taken_back_but_where_somebody_has_been_since()
    {
        var world = await World.New();
        var holder = await world.Organisation("Redon");
        var (one, three) = (await world.Promise("Haies", holder), await world.Promise("Compost", holder));
        await world.Promise("Vélo", holder);
        var before = await Paces();
        await world.Fanny.Submit("/engagements/ensemble?tri=titre&sur=tout", [Promises.Field("Pace.CadenceDays", "30")], "Pace");
        Assert.All(await Paces(), p => Assert.Equal(30, p.CadenceDays));
        var undo = (await world.Fanny.Open("/engagements?tri=titre")).QuerySelector(".flash-region form")!.GetAttribute("action")![$"/{world.Space.Identifier}".Length..];
        Assert.Empty((await world.Fanny.Open("/engagements?tri=titre")).QuerySelectorAll(".flash-region form"));
        var open = await world.Fanny.Sends(new EditCommitment.Form(one));
        await world.Alice.Sends(await world.Alice.Sends(new EditCommitment.Form(three)) with { Title = "Compost partagé" });

        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post(undo, [])).StatusCode);
        Assert.Contains("ne peut plus être annulé", await Said(world.Alice), StringComparison.Ordinal);
        Assert.Contains("2 engagements revenus comme avant. 1 inchangé : n° 2 – Compost partagé. Quelqu’un y a touché depuis", await Said(world.Fanny), StringComparison.Ordinal);
        Assert.Equal([before[0], before[1] with { CadenceDays = 30, NextNewsDueOn = before[1].NextNewsDueOn?.AddDays(30 - before[1].CadenceDays) }, before[2]], await Paces());
        Assert.Equal(5, await world.Read(db => db.Set<AuditEntry>().CountAsync(a => a.AccountId == world.Fanny.AccountId && a.Action == AuditAction.Changed)));
        Assert.Contains("ne peut plus être annulé", await Said(world.Fanny), StringComparison.Ordinal);
        await Assert.ThrowsAsync<Conflict>(() => world.Fanny.Sends(open));

        Task<List<Pace>> Paces() => world.Read(db => db.Set<Commitment>().OrderBy(c => c.Number).Select(c => new Pace(c.CadenceDays, c.NextNewsDueOn)).ToListAsync());

        async Task<string> Said(Person by)
        {
            var done = await by.Post(undo, []);
            Assert.EndsWith("/engagements?tri=titre", done.Headers.Location!.ToString(), StringComparison.Ordinal);
            return (await by.Open("/engagements?tri=titre")).QuerySelector(".flash-region")!.TextContent.Plain();
        }
    }

    private sealed record Pace(int CadenceDays, DateOnly? NextNewsDueOn);
}
