using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Reference;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Members.Reference;

[Trait("Category", "integration")]
public sealed class ReferenceImportTests
{
    [Fact]
    public async Task A_second_import_writes_nothing()
    {
        var reference = await ImportedReference.Get();
        await using var db = Migrator.Open((await TestDatabase.Get()).Configuration());

        var changes = await new ReferenceImport(db).Run(reference, CancellationToken.None);

        Assert.Equal(7, changes.Count);
        Assert.All(changes, change => Assert.Equal((0, 0, 0), (change.Added, change.Changed, change.Removed)));
        Assert.Equal(1_273, changes.Single(change => change.Table == "epci").Rows);
    }

    [Fact]
    public async Task What_differs_is_brought_back_and_nothing_else_is_touched()
    {
        var reference = await ImportedReference.Get();
        var database = await TestDatabase.Get();
        await using var db = Migrator.Open(database.Configuration());
        // A transaction that is rolled back at the end: the reference is common to all tests.
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Set<EpciPopulation>().Where(p => p.Siren == "200027027" && p.Year == 2020).ExecuteUpdateAsync(s => s.SetProperty(p => p.Population, 27_239));
        await db.Set<PlaceTerm>().Where(t => t.Code == "200027027").ExecuteDeleteAsync();
        db.Add(new Region("99", "Région disparue"));
        db.Add(new Department("99", "99", "Département disparu"));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        var changes = (await new ReferenceImport(db).Run(reference, CancellationToken.None)).ToDictionary(c => c.Table);

        Assert.Equal((0, 1, 0), (changes["epci_population"].Added, changes["epci_population"].Changed, changes["epci_population"].Removed));
        Assert.Equal(6, changes["place_term"].Added); // cc, arc, sud, bretagne, communaute, communes
        Assert.Equal((1, 1), (changes["region"].Removed, changes["department"].Removed));
        Assert.Equal(0, changes["commune"].Added + changes["commune"].Changed + changes["commune"].Removed);
        Assert.Equal(27_942, (await db.Set<EpciPopulation>().SingleAsync(p => p.Siren == "200027027" && p.Year == 2020)).Population);
        Assert.False(await db.Set<Region>().AnyAsync(r => r.Code == "99"));
    }

    [Fact]
    public async Task The_application_role_only_reads_the_reference()
    {
        await using var connection = new NpgsqlConnection((await TestDatabase.Postgres()).App);
        await connection.OpenAsync();

        foreach (var table in GlobalTables.ReadOnly)
        {
            await new NpgsqlCommand($"SELECT count(*) FROM {table}", connection).ExecuteScalarAsync();
            var refused = await Assert.ThrowsAsync<PostgresException>(() => new NpgsqlCommand($"DELETE FROM {table}", connection).ExecuteNonQueryAsync());
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task Only_the_platform_imports()
    {
        var world = await World.New();

        await Assert.ThrowsAsync<NotFound>(() => world.Alice.Sends(new ImportReference.Command()));
    }
}
