using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Tests.Modules.Access;

public sealed class PersonaTests
{
    [Fact]
    public async Task A_visitor_of_the_demonstration_becomes_somebody_in_one_click()
    {
        var (world, id) = await Demonstration(await DemonstrationApp.Get());
        var page = await world.Nobody.Open("/connexion");
        Assert.Contains("Claire Essai", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vous voyez tout.", page.Body.TextContent, StringComparison.Ordinal);

        var entered = await world.Nobody.Submit("/connexion", [new("Persona.Id", id.ToString())]);
        Assert.Equal($"/{world.Space.Identifier}/tableau-de-bord", entered.Headers.Location?.OriginalString);
        Assert.Contains(entered.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-platform=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_real_cannot_be_become()
    {
        var (world, _) = await Demonstration(await DemonstrationApp.Get());
        var alice = await world.Within(async db => (await db.Memberships.SingleAsync(m => m.AccountId == world.Alice.AccountId)).Id);
        var answer = await world.Nobody.Submit("/connexion", [new("Persona.Id", alice.ToString())]);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_persona_of_another_space_cannot_be_become_from_here()
    {
        var app = await DemonstrationApp.Get();
        var (world, _) = await Demonstration(app);
        var (_, foreign) = await Demonstration(app);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Submit("/connexion", [new("Persona.Id", foreign.ToString())])).StatusCode);
    }

    [Fact]
    public async Task Without_the_setting_no_persona_is_offered_nor_accepted()
    {
        var (world, id) = await Demonstration(await App.Get());
        Assert.Empty((await world.Nobody.Open("/connexion")).QuerySelectorAll("[name='Persona.Id']"));
        var answer = await world.Nobody.Submit("/connexion", [new("Input.Email", ""), new("Persona.Id", id.ToString())]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await Assert.ThrowsAsync<NotFound>(() => world.Nobody.Sends(new SignInAsPersona.Command { Id = id }));
    }

    [Fact]
    public async Task A_space_that_is_no_demonstration_takes_no_persona()
    {
        var world = await World.New(await DemonstrationApp.Get());
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => world.Given(new AddPersona.Command($"{Guid.NewGuid():N}@example.org", "Claire", Roles.Reader, "Rien.")));
        Assert.Equal("persona.real", refused.Code);
    }

    private static async Task<(World World, Guid MembershipId)> Demonstration(App app)
    {
        var world = await World.New(app);
        await world.Within(async db =>
        {
            var tenant = await db.Tenants.FindAsync(world.Space.Id);
            tenant!.MarkAsDemonstration();
            return tenant;
        });
        app.Services.GetRequiredService<SpaceDirectory>().Forget();
        var account = await world.Given(new AddPersona.Command($"{Guid.NewGuid():N}@example.org", "Claire Essai", Roles.Facilitator, "Vous voyez tout."));
        return (world, await world.Within(async db => (await db.Memberships.SingleAsync(m => m.AccountId == account)).Id));
    }
}

/// <summary>The application as infra/run starts it.</summary>
public sealed class DemonstrationApp : App
{
    private static readonly Lazy<Task<DemonstrationApp>> Shared = new(async () => new DemonstrationApp(await TestDatabase.Get()));

    private DemonstrationApp(TestDatabase database) : base(database) { }

    public new static Task<DemonstrationApp> Get() => Shared.Value;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Demo:Enabled"] = "true" };
}
