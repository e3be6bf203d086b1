using System.Text;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Imports;

namespace Platform.Tests.Faults;

/// <summary>A process killed in the middle of an import: nothing half-written, and the import can be run again.</summary>
public sealed class ImportKillTests : IAsyncLifetime
{
    private Cluster cluster = null!;
    private TestDatabase database = null!;

    public async Task InitializeAsync()
    {
        cluster = await Cluster.Start();
        database = await TestDatabase.On(cluster);
    }

    public async Task DisposeAsync() => await cluster.DisposeAsync();

    [Fact]
    public async Task Killed_in_the_middle_an_import_has_written_nothing_and_runs_again()
    {
        await using var host = App.On(database);
        var world = await World.New(host);
        await using var node = await Node.Start(database.Settings);
        var there = world.Fanny.At(node.Address);
        var holder = await world.Given(new Platform.Modules.Members.Contract.RegisterOrganisation.Command
        {
            Kind = Platform.Modules.Members.Contract.OrganisationKind.Epci, Name = "Nozay", Role = Platform.Modules.Members.Contract.RoleKind.Member, Since = new(2019, 4, 12),
        });
        Assert.NotEqual(Guid.Empty, holder);
        const int Lines = 4000;
        var table = new StringBuilder("Intitulé;Organisations;Mesures\n");
        for (var i = 1; i <= Lines; i++) table.Append("Engagement ").Append(i).Append(";Nozay;Première étape – 30/09/2027\n");
        var batch = (await world.Fanny.Sends("engagements-et-mesures", "suivi.csv", Encoding.UTF8.GetBytes(table.ToString()))).Batch();
        await world.Fanny.Checks(batch);

        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await there.Submit($"/imports/{batch}", [], "Apply")).StatusCode);
        var seen = 0;
        while (seen is 0 or Lines) seen = await Progress();
        node.Kill();
        Assert.InRange(seen, 1, Lines - 1);
        await Task.Delay(500);
        Assert.Equal(0, await Count("commitment"));
        Assert.Equal(0, await Count("measure"));
        Assert.Equal("2", await State());

        // Nobody renews the run: once its time is over, it can be asked again, on another node.
        Assert.NotNull((await world.Fanny.Open($"/imports/{batch}")).QuerySelector("progress"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("interrompu avant sa fin : rien n’a été écrit", (await world.Fanny.Open($"/imports/{batch}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Importé", (await world.Fanny.Does(batch, "Apply")).Answer(), StringComparison.Ordinal);
        Assert.Equal(Lines, await Count("commitment"));
        Assert.Equal(Lines, await Count("measure"));
        var numbers = (await Sql.Rows(cluster.Superuser, "SELECT min(number), max(number), count(DISTINCT number)::int FROM commitment WHERE tenant_id = $1", world.Space.Id))[0];
        Assert.Equal((1, Lines, Lines), ((int)numbers[0], (int)numbers[1], (int)numbers[2]));

        async Task<int> Progress() => (int)(await Sql.Rows(cluster.Superuser, "SELECT done FROM import_run WHERE tenant_id = $1 AND work = 2", world.Space.Id)).Select(r => r[0]).FirstOrDefault(0);
        async Task<int> Count(string name) => (int)(await Sql.Rows(cluster.Superuser, $"SELECT count(*)::int FROM {name} WHERE tenant_id = $1", world.Space.Id))[0][0];
        async Task<string> State() => (await Sql.Rows(cluster.Superuser, "SELECT state::text FROM import_batch WHERE tenant_id = $1", world.Space.Id))[0][0].ToString()!;
    }
}
