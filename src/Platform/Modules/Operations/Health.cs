using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations;

internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).WithMetadata(new AnywhereAttribute());
        app.MapGet("/health/ready", Ready).WithMetadata(new AnywhereAttribute());
    }

    // Ready: the database answers and its schema is the one this build expects.
    private static async Task<IResult> Ready(PlatformDb db, CancellationToken ct)
    {
        try
        {
            var behind = (await db.Database.GetPendingMigrationsAsync(ct)).Any();
            return behind ? Results.Text("schema behind", statusCode: 503) : Results.Text("ready");
        }
        catch (Exception error) when (DatabaseErrors.IsUnavailable(error))
        {
            return Results.Text("database unavailable", statusCode: 503);
        }
    }
}
