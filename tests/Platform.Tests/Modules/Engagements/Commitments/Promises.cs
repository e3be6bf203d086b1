using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;
using Occupation = Platform.Modules.Members.Contract.Standing;
using Being = Platform.Modules.Members.People.Person;

namespace Platform.Tests.Modules.Engagements.Commitments;

/// <summary>What tests of commitments arrange first.</summary>
internal static class Promises
{
    public static Task<Guid> Organisation(this World world, string name, Space? space = null) =>
        world.Within(db =>
        {
            var organisation = new Organisation(OrganisationKind.Association, name);
            organisation.StartRole(RoleKind.Member, new DateOnly(2020, 1, 1));
            db.Add(organisation);
            SearchTerms.Add(db, SearchKind.Organisation, organisation.Id, organisation.Searched);
            return Task.FromResult(organisation.Id);
        }, space);

    public static Task<Guid> Being(this World world, string givenName, string familyName, Guid? organisation = null, Space? space = null) => world.Within(db =>
    {
        var person = new Being(givenName, familyName, Occupation.Staff);
        person.Serve(Occupation.Staff, null, organisation);
        db.Add(person);
        SearchTerms.Add(db, SearchKind.Person, person.Id, person.Searched);
        return Task.FromResult(person.Id);
    }, space);

    public static Task<Guid> Promise(this World world, string title, Guid holder, CommitmentState state = CommitmentState.UnderWay, Func<LogCommitment.Command, LogCommitment.Command>? and = null)
    {
        var command = new LogCommitment.Command { FormKey = Guid.NewGuid(), Title = title, Holders = [holder], State = state };
        return world.Alice.Sends(and?.Invoke(command) ?? command);
    }

    /// <summary>A link by which that person gives news, as a reminder carries it: its path inside the space.</summary>
    public static async Task<string> NewsLink(this World world, Guid promise, Guid person)
    {
        var link = await world.InSpace(async s =>
        {
            var db = s.GetRequiredService<PlatformDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var made = s.GetRequiredService<IPersonalLinks>().For(promise, person);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return made;
        });
        var root = $"https://localhost/{world.Space.Identifier}";
        Assert.Matches($"^{root}/r/nouvelle-[0-9a-f]{{64}}$", link);
        return link[root.Length..];
    }

    /// <summary>The account stands for this person of the space.</summary>
    public static Task StandsFor(this World world, Person who, Guid person) => world.Db(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        (await db.Memberships.SingleAsync(m => m.AccountId == who.AccountId)).StandFor(person);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return true;
    });

    public static Task<Guid> Insert<T>(this World world, Func<T> make, Space? space = null) where T : TenantOwned => world.Db(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var made = make();
        db.Add(made);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return made.Id;
    }, space);

    /// <summary>What is stored, read in a transaction of the space.</summary>
    public static Task<T> Read<T>(this World world, Func<PlatformDb, Task<T>> read) => world.Db(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        return await read(db);
    });

    /// <summary>What is read, with ordinary spaces.</summary>
    public static string Plain(this string text) => text.Replace('\u00a0', ' ').Trim();

    public static KeyValuePair<string, string> Field(string name, string value) => KeyValuePair.Create(name, value);
}
