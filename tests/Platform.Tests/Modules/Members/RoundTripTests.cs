using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Members;

public sealed class RoundTripTests
{
    [Fact]
    public async Task Lists_and_sheets_ask_the_database_at_most_five_times_however_much_they_show()
    {
        var world = await World.New();
        var body = await world.Given(new SaveBody.Command { Name = "Bureau", Kind = BodyKind.Bureau, Decides = true });
        var (organisation, person) = (Guid.Empty, Guid.Empty);
        for (var i = 0; i < 6; i++)
        {
            organisation = await world.Given(new RegisterOrganisation.Command { Name = $"Organisation {i}", Kind = OrganisationKind.Epci, Role = RoleKind.Member, Since = new(2019, 4, 12) });
            person = await world.Given(new RegisterPerson.Command { GivenName = "Claire", FamilyName = $"Morvan {i}", Standing = Standing.Elected, OrganisationId = organisation });
            await world.Given(new AddMandate.Command { BodyId = body, Function = MandateFunction.Titular, PersonId = person, Start = new(2020, 1, 1) });
        }
        var mandate = (await world.Given(new MandatesOf.Query(PersonId: person))).Single().Id;
        string[] pages = ["/membres?q=organ&role=membre", $"/membres/{organisation}", $"/membres/{organisation}/modifier", "/personnes?q=claire&mandat=en-cours", $"/personnes/{person}",
            $"/personnes/{person}/modifier", "/instances", $"/instances/{body}", $"/instances/{body}/mandats/{mandate}"];
        foreach (var page in pages)
        {
            using var trips = RoundTrips.Of(world);
            await world.Fanny.Open(page);
            Assert.True(trips.Commands.Count is >= 1 and <= 5, $"{page}: {trips.Commands.Count}\n{string.Join("\n\n", trips.Commands)}");
        }
    }
}
