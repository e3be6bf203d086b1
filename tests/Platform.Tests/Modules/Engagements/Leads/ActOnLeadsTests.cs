using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Operations;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.Engagements.Leads;

public sealed class ActOnLeadsTests
{
    [Fact]
    public async Task Fanny_classifies_entrusts_and_sets_aside_what_she_ticked_and_reads_what_became_of_each()
    {
        var world = await World.New();
        var (redon, theme) = (await world.Organisation("Redon"), await world.Fanny.Sends(new SaveTheme.Command { Name = "Mobilité" }));
        var (shuttle, wood, orchard) = (await world.Idea("Navette", theme: theme), await world.Idea("Chaufferie bois"), await world.Idea("Verger"));
        var born = await world.Idea("Déjà décidée");
        await world.Within(async db => { (await db.Set<Lead>().AsTracking().SingleAsync(l => l.Id == born)).Become(await world.Promise("Née", redon), new(2024, 5, 1)); return 0; });

        var list = await world.Fanny.Open("/pistes?tri=numero");
        Assert.Equal(4, list.QuerySelectorAll("input[name=choix][form=ensemble]").Length);
        var address = $"/pistes/ensemble?tri=numero&sur=coches&choix={shuttle}&choix={wood}&choix={born}";
        Assert.Equal("3 pistes : « Chaufferie bois », « Déjà décidée » et « Navette ».", (await world.Fanny.Open(address)).QuerySelector(".answer")!.TextContent.Plain());
        await Said("Classify", "2 pistes classées sous « Mobilité », 1 l’était déjà.", Promises.Field("Classify.ThemeId", theme.ToString()));
        await Said("Carry", "3 pistes confiées à Redon.", Promises.Field("Carry.SponsorId", redon.ToString()));
        await Said("Move", "2 pistes écartées. 1 inchangée : n° 4 – Déjà décidée. C’est déjà décidé : la suite se fait sur la fiche née de celle-ci.",
            Promises.Field("Move.To", nameof(LeadState.Dropped)), Promises.Field("Move.On", "2024-06-01"), Promises.Field("Move.Reason", "Trop cher"));
        Assert.Equal([(LeadState.Dropped, "Trop cher", redon), (LeadState.Dropped, "Trop cher", redon), (LeadState.UnderStudy, null, (Guid?)null)], await world.Read(async db =>
            (await db.Set<Lead>().Where(l => l.Id != born).OrderBy(l => l.Number).ToListAsync()).Select(l => (l.State, l.StateReason, l.SponsorOrganisationId))));
        var undo = (await world.Fanny.Sends(new ActOnLeads.Move { Which = new(new LeadFilter(), [orchard]), To = LeadState.Dropped, On = new(2024, 6, 2), Reason = "Trop loin" })).Undo!.Value;
        Assert.Equal("1 piste revenue comme avant.", (await world.Fanny.Sends(new ActOnLeads.Undo(undo))).Sentence);
        Assert.Equal((LeadState.UnderStudy, null), await world.Read(async db => await db.Set<Lead>().SingleAsync(l => l.Id == orchard) is var lead ? (lead.State, lead.StateReason) : default));
        // One line of the journal for each row changed by each act.
        Assert.Equal(9, await world.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Kind == nameof(Lead) && a.Action == AuditAction.Changed && a.AccountId == world.Fanny.AccountId)));
        Assert.Equal(2, (await (await world.Fanny.Get($"/pistes/ensemble?handler=Export&sur=coches&choix={orchard}")).Content.ReadAsStringAsync()).TrimEnd().Split("\r\n").Length);

        async Task Said(string act, string sentence, params KeyValuePair<string, string>[] fields)
        {
            var done = await world.Fanny.Submit(address, fields, act);
            Assert.EndsWith("/pistes?tri=numero", done.Headers.Location!.ToString(), StringComparison.Ordinal);
            Assert.Contains(sentence, (await world.Fanny.Open("/pistes?tri=numero")).Body!.TextContent.Plain(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_ticked_changes_nothing_bad_input_is_said_beside_its_field_and_who_does_not_manage_only_compares()
    {
        var world = await World.New();
        await world.Organisation("Redon");
        await world.Idea("Navette");
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Get("/pistes/ensemble?sur=coches")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Post("/pistes/ensemble?handler=Move&sur=coches&choix=rien", [Promises.Field("Move.To", "Dropped"), Promises.Field("Move.On", "2024-06-01"), Promises.Field("Move.Reason", "x")])).StatusCode);
        Assert.Equal(LeadState.UnderStudy, await world.Read(db => db.Set<Lead>().Select(l => l.State).SingleAsync()));
        foreach (var (handler, field, value, wrong) in new[]
        {
            ("Move", "Move.To", "Dropped", "Move.Reason"), ("Move", "Move.To", "Converted", "Move.To"), ("Carry", "Carry.SponsorId", Guid.NewGuid().ToString(), "Carry.SponsorId"),
        })
        {
            var refused = await world.Fanny.Submit("/pistes/ensemble?sur=tout", [Promises.Field(field, value)], handler);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.NotNull((await Person.Read(refused)).QuerySelector($"[name='{wrong}'][aria-invalid=true], .field-error"));
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get("/pistes/ensemble")).StatusCode);
        var list = await world.Bob.Open("/pistes");
        Assert.EndsWith("/pistes/comparer", list.QuerySelector("#ensemble")!.GetAttribute("action"), StringComparison.Ordinal);
        Assert.DoesNotContain("Agir ensemble", list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remi_puts_right_what_he_proposed_until_somebody_screens_it()
    {
        var world = await World.New();
        var mine = await world.Remi.Sends(new ProposeLead.Command { FormKey = Guid.NewGuid(), Title = "Navete", RaisedOn = new(2024, 3, 12) });
        var other = await world.Idea("Verger");
        Assert.NotNull((await world.Remi.Open($"/pistes/{mine}")).QuerySelector($"a[href$='/pistes/{mine}/modifier']"));
        Assert.Null((await world.Remi.Open($"/pistes/{other}")).QuerySelector("a[href$='/modifier']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get($"/pistes/{other}/modifier")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await world.Remi.Submit($"/pistes/{mine}/modifier", [Promises.Field("Input.Title", "Navette"), Promises.Field("Input.RaisedOn", "2024-03-12")])).StatusCode);
        Assert.Equal("Navette", await world.Read(db => db.Set<Lead>().Where(l => l.Id == mine).Select(l => l.Title).SingleAsync()));

        var open = await world.Remi.Sends(new EditLead.Form(mine));
        await world.Screen(mine, Verdict.Yes);
        Assert.Null((await world.Remi.Open($"/pistes/{mine}")).QuerySelector("a[href$='/modifier']"));
        Assert.Equal("lead.screened", (await Assert.ThrowsAsync<RuleViolation>(() => world.Remi.Sends(open))).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get($"/pistes/{mine}/modifier")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.Fanny.Get($"/pistes/{mine}/modifier")).StatusCode);
    }
}
