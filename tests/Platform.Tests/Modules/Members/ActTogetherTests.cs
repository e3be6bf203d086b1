using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;
using Platform.Modules.Operations;
using Platform.Modules.Shared.Lists;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using Standing = Platform.Modules.Members.Contract.Standing;

namespace Platform.Tests.Modules.Members;

public sealed class ActTogetherTests
{
    [Fact]
    public async Task Fanny_gives_ends_and_files_the_roles_of_many_organisations_at_once()
    {
        var world = await World.New();
        var (redon, blain, nozay) = (await Member(world, "Redon"), await Member(world, "Blain"), await Member(world, "Nozay"));
        var ticked = $"?sur=coches&choix={redon}&choix={blain}";
        Assert.Equal(3, (await world.Fanny.Open("/membres")).QuerySelectorAll("input[name=choix][form=ensemble]").Length);
        Assert.Equal("2 organisations : « Blain » et « Redon ».", (await world.Fanny.Open("/membres/ensemble" + ticked)).QuerySelector(".answer")!.TextContent.Plain());

        await Said(ticked, "Rank", "2 organisations rangées sous « Commune ».", Promises.Field("Rank.Kind", nameof(OrganisationKind.Commune)));
        await Said(ticked, "Begin", "2 organisations inscrites au rôle « Financeur » depuis le 1er janvier 2026.", Promises.Field("Begin.Role", nameof(RoleKind.Funder)), Promises.Field("Begin.Since", "2026-01-01"));
        await Said("?sur=tout", "Begin", "1 organisation inscrite au rôle « Financeur » depuis le 1er janvier 2026, 2 l’étaient déjà.", Promises.Field("Begin.Role", nameof(RoleKind.Funder)), Promises.Field("Begin.Since", "2026-01-01"));
        // One still has a role: it is named with the reason, the others are filed.
        await Said(ticked, "End", "2 organisations sorties du rôle « Membre » le 1er février 2026.", Promises.Field("End.Role", nameof(RoleKind.Member)), Promises.Field("End.On", "2026-02-01"));
        await Said($"?sur=coches&choix={redon}", "End", "1 organisation sortie du rôle « Financeur » le 1er février 2026.", Promises.Field("End.Role", nameof(RoleKind.Funder)), Promises.Field("End.On", "2026-02-01"));
        await Said(ticked, "File", "1 organisation archivée. 1 inchangée : Blain. Cette organisation a encore un rôle en cours : donnez-lui d’abord une date de fin.", Promises.Field("Filing.Restore", "false"));
        Assert.Equal([redon], await world.Read(db => db.Set<Organisation>().Where(o => o.ArchivedAt != null).Select(o => o.Id).ToListAsync()));
        await Said("?situation=archive&sur=tout", "File", "1 organisation rétablie dans les listes.", Promises.Field("Filing.Restore", "true"));
        Assert.Equal(2, await world.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Kind == nameof(Organisation) && a.Action == AuditAction.Changed && a.Changes.Contains("ArchivedAt"))));
        Assert.NotEqual(nozay, redon);

        Task Said(string which, string act, string sentence, params KeyValuePair<string, string>[] fields) => Check(world, "/membres", which, act, sentence, fields);
    }

    [Fact]
    public async Task Fanny_attaches_qualifies_and_files_many_people_at_once_and_who_has_an_account_keeps_it()
    {
        var world = await World.New();
        var redon = await Member(world, "Redon");
        var (claire, jean) = (await Being(world, "Claire"), await Being(world, "Jean"));
        await Being(world, "Zoé");
        var ticked = $"?sur=coches&choix={claire}&choix={jean}";
        await Said(ticked, "Join", "2 personnes rattachées à Redon.", Promises.Field("Join.OrganisationId", redon.ToString()));
        await Said($"?organisation={redon}&sur=tout", "Stand", "2 personnes notées « Élu ou élue ».", Promises.Field("Stand.Standing", nameof(Standing.Elected)));
        await Said(ticked, "File", "2 personnes archivées.", Promises.Field("Filing.Restore", "false"));
        Assert.Equal(1, await world.Read(db => db.Set<Platform.Modules.Members.People.Person>().CountAsync(p => p.ArchivedAt == null)));
        await Said("?fiche=archive&sur=tout", "File", "2 personnes rétablies dans les listes.", Promises.Field("Filing.Restore", "true"));
        var refused = await world.Fanny.Submit("/personnes/ensemble?sur=tout", [Promises.Field("Join.OrganisationId", Guid.NewGuid().ToString())], "Join");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        foreach (var list in new[] { "/personnes", "/membres" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Get($"{list}/ensemble?sur=coches")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get($"{list}/ensemble?sur=tout")).StatusCode);
            Assert.Empty((await world.Bob.Open(list)).QuerySelectorAll("input[name=choix], #ensemble"));
        }

        Task Said(string which, string act, string sentence, params KeyValuePair<string, string>[] fields) => Check(world, "/personnes", which, act, sentence, fields);
    }

    [Fact]
    public async Task Roles_begun_and_ended_and_people_filed_by_an_act_are_as_before_once_it_is_taken_back()
    {
        var world = await World.New();
        var (redon, blain) = (await Member(world, "Redon"), await Member(world, "Blain"));
        var (claire, jean) = (await Being(world, "Claire"), await Being(world, "Jean"));
        var before = await Roles();
        var which = new ActOnMany.Which<ListOrganisations.Query>(null!, [redon, blain]);
        var begun = await world.Fanny.Sends(new ActOnOrganisations.Begin { Which = which, Role = RoleKind.Funder, Since = new(2026, 1, 1) });
        Assert.Equal(4, (await Roles()).Count);
        Assert.Equal("2 organisations revenues comme avant.", (await world.Fanny.Sends(new ActOnOrganisations.Undo(begun.Undo!.Value))).Sentence);
        Assert.Equal(before, await Roles());
        var ended = await world.Fanny.Sends(new ActOnOrganisations.End { Which = which, Role = RoleKind.Member, On = new(2026, 2, 1) });
        // Somebody else has begun another role meanwhile: putting the first back could make two of one kind run at once.
        await world.Alice.Sends(new ActOnOrganisations.Begin { Which = which with { Ticked = [blain] }, Role = RoleKind.Member, Since = new(2026, 3, 1) });
        Assert.StartsWith("1 organisation revenue comme avant. 1 inchangée : Blain.", (await world.Fanny.Sends(new ActOnOrganisations.Undo(ended.Undo!.Value))).Sentence.Plain(), StringComparison.Ordinal);
        Assert.Equal(3, (await Roles()).Count);

        var people = new ActOnMany.Which<ListPeople.Query>(null!, [claire, jean]);
        var filed = await world.Fanny.Sends(new ActOnPeople.File { Which = people });
        var last = await world.Fanny.Sends(new ActOnPeople.Stand { Which = people, Standing = Standing.Elected });
        // Only the last act: the one before it may be what it rests on.
        Assert.StartsWith("Cet acte ne peut plus être annulé", (await world.Fanny.Sends(new ActOnPeople.Undo(filed.Undo!.Value))).Sentence, StringComparison.Ordinal);
        Assert.Equal("2 personnes revenues comme avant.", (await world.Fanny.Sends(new ActOnPeople.Undo(last.Undo!.Value))).Sentence);
        Assert.Equal(2, await world.Read(db => db.Set<Platform.Modules.Members.People.Person>().CountAsync(p => p.ArchivedAt != null && p.Standing == Standing.Staff)));

        Task<List<Held>> Roles() => world.Read(db => db.Set<OrganisationRole>().OrderBy(r => r.OrganisationId).ThenBy(r => r.Id).Select(r => new Held(r.OrganisationId, r.Kind, r.Start, r.End)).ToListAsync());
    }

    private sealed record Held(Guid Organisation, RoleKind Kind, DateOnly Start, DateOnly? End);

    private static async Task Check(World world, string list, string which, string act, string sentence, KeyValuePair<string, string>[] fields)
    {
        var done = await world.Fanny.Submit($"{list}/ensemble{which}", fields, act);
        Assert.True(done.StatusCode == HttpStatusCode.Redirect, (await Kit.Person.Read(done)).Body!.TextContent.Plain());
        Assert.Contains(sentence, (await world.Fanny.Open(list)).Body!.TextContent.Plain(), StringComparison.Ordinal);
    }

    private static Task<Guid> Member(World world, string name) =>
        world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = name, Role = RoleKind.Member, Since = new(2019, 4, 12) });

    private static Task<Guid> Being(World world, string name) => world.Given(new RegisterPerson.Command { GivenName = name, FamilyName = "Morvan", Standing = Standing.Staff });
}
