using System.Net;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Tenancy;

public sealed class SpaceAddressTests
{
    [Fact]
    public async Task The_platforms_home_exists_outside_spaces_and_an_unknown_space_does_not()
    {
        var world = await World.New();
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Get("//")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get("//nulle-part/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.Alice.Get("//")).StatusCode);
    }
}
