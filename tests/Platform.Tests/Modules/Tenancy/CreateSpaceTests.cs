using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Operations;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Tenancy;

public sealed class CreateSpaceTests
{
    [Fact]
    public async Task An_operator_opens_a_space_administers_it_and_lands_on_the_first_steps()
    {
        var world = await World.New();
        var alice = await Operator(world);
        var name = $"PETR de l’Essai {Guid.NewGuid():N}";
        var answer = await alice.Submit("//espaces/nouveau", Fields(name));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var address = answer.Headers.Location!.OriginalString;
        Assert.StartsWith("/petr-de-l-essai", address, StringComparison.Ordinal);

        var steps = await alice.Open("/" + address);
        Assert.Contains("L’espace est ouvert.", steps.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("L’espace est ouvert.", (await alice.Open("/" + address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Encore 4 étapes", steps.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        var space = (await world.App.Services.GetRequiredService<SpaceDirectory>().ByIdentifier(address.Split('/')[1], default))!;
        var trail = await world.Within(db => db.Audit.Select(a => a.Kind).ToListAsync(), space);
        Assert.Contains(nameof(Tenant), trail);
        Assert.Contains(nameof(Membership), trail);
        Assert.Contains(name, (await alice.Open("//mes-espaces")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_no_operator_is_refused_and_nobody_is_led_to_sign_in()
    {
        var world = await World.New();
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Alice.Get("//espaces/nouveau")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Alice.Post("//espaces/nouveau", Fields("Espace volé"))).StatusCode);
        Assert.Equal("/connexion?retour=%2Fespaces%2Fnouveau", (await world.Nobody.Get("//espaces/nouveau")).Headers.Location?.OriginalString);
        Assert.False(await world.Within(db => db.Tenants.AnyAsync(t => t.Name == "Espace volé")));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_lost()
    {
        var world = await World.New();
        var alice = await Operator(world);
        var answer = await alice.Submit("//espaces/nouveau", [
            new("Input.Name", "Entente \U0001F33E النهر"), new("Input.Siren", "123 456 789"), new("Input.Identifier", "Connexion"), new("Input.TimeZone", "Mars/Olympus"), new("Input.Acronym", new string('x', 5000))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Person.Read(answer);
        foreach (var field in new[] { "Kind", "Siren", "Identifier", "TimeZone", "Acronym" })
            Assert.NotNull(page.QuerySelector($"#Input_{field}_error"));
        Assert.Equal("Entente \U0001F33E النهر", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Equal("123 456 789", page.QuerySelector("#Input_Siren")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_identifier_is_never_given_twice()
    {
        var world = await World.New();
        var alice = await Operator(world);
        var acronym = "z" + Guid.NewGuid().ToString("N")[..12];
        var first = await alice.Sends(Given("Un", acronym), null);
        var second = await alice.Sends(Given("Deux", acronym), null);
        Assert.Equal(acronym, first.Identifier);
        Assert.Equal(acronym + "-2", second.Identifier);
        var refused = await Assert.ThrowsAsync<Invalid>(() => alice.Sends(Given("Trois", null) with { Identifier = acronym }, null));
        Assert.Equal("Identifier", Assert.Single(refused.Errors).PropertyName);
    }

    [Theory]
    [Trait("Category", "unit")]
    [InlineData("Alliance des intercommunalités de Loire-Bretagne", "AILB", "ailb")]
    [InlineData("PETR du Pays d’Épinal, Cœur des Vosges", null, "petr-du-pays-d-epinal-coeur-des")]
    [InlineData("44e rendez-vous", null, "rendez-vous")]
    [InlineData("\U0001F33E", null, "espace")]
    [InlineData("Espaces ruraux", "api", "espaces-ruraux")]
    public void An_identifier_is_proposed_from_the_acronym_or_the_name(string name, string? acronym, string expected) =>
        Assert.Equal(expected, Tenant.Propose(name, acronym));

    private static CreateSpace.Command Given(string name, string? acronym) => new() { Kind = TenantKind.Petr, Name = name, Acronym = acronym };

    private static Dictionary<string, string> Fields(string name) => new() { ["Input.Kind"] = "Petr", ["Input.Name"] = name, ["Input.TimeZone"] = "Indian/Reunion", ["Input.Siren"] = "200 072 726" };

    internal static async Task<Person> Operator(World world)
    {
        await world.Within(async db =>
        {
            var account = await db.Users.SingleAsync(a => a.Id == world.Alice.AccountId);
            account.MakeOperator();
            return account;
        });
        return world.Alice;
    }
}
