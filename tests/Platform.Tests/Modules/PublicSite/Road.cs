using Microsoft.EntityFrameworkCore;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.PublicSite;

/// <summary>What tests of the public road map arrange first.</summary>
internal static class Road
{
    /// <summary>A commitment that everybody may read.</summary>
    public static Task<Guid> PublicPromise(this World world, string title, Guid holder, CommitmentState state = CommitmentState.UnderWay, Func<LogCommitment.Command, LogCommitment.Command>? and = null) =>
        world.Promise(title, holder, state, c => (and?.Invoke(c) ?? c) with { Visibility = Visibility.Public });

    public static Task<Guid> News(this World world, Guid commitment, string text, bool isPublic, UpdateStatus status = UpdateStatus.OnTrack, DateOnly? on = null) =>
        world.Fanny.Sends(new GiveNews.Command { CommitmentId = commitment, FormKey = Guid.NewGuid(), Status = status, Text = text, HappenedOn = on, IsPublic = isPublic });

    public static Task<Guid> Framework(this World world, string name, bool isPublic, string axis = "Sobriété") => world.Insert(() =>
    {
        var framework = new Framework(name, null, 2024, 2030);
        framework.AddAxis(1, axis);
        framework.Show(isPublic);
        return framework;
    });

    public static Task<Guid> Coalition(this World world, string name, bool isPublic) => world.Insert(() =>
    {
        var coalition = new Coalition(name, new DateOnly(2024, 1, 1));
        coalition.Describe(name, null, PerimeterKind.Theme, "Énergie", null, new DateOnly(2024, 1, 1));
        coalition.Show(isPublic);
        return coalition;
    });

    public static Task Close(this World world) => world.Open(false);

    public static async Task Open(this World world, bool open = true)
    {
        await world.Within(async db => { (await db.Tenants.SingleAsync(t => t.Id == world.Space.Id)).Publish(open, null, OpenLicence.Etalab); return true; });
        world.Forget();
    }

    public static void Forget(this World world) => ((SpaceDirectory)world.App.Services.GetService(typeof(SpaceDirectory))!).Forget();
}
