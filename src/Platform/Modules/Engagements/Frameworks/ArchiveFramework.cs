using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>A framework whose time has passed leaves the lists; what refers to it keeps it.</summary>
public static class ArchiveFramework
{
    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Command(Guid Id, bool Restore = false) : ICommand;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var framework = await db.Set<Framework>().SingleOrDefaultAsync(f => f.Id == c.Id, ct) ?? throw new NotFound(nameof(Framework));
            if (c.Restore) framework.Restore();
            else framework.Archive(tenant.Space.Today(clock));
            return Unit.Value;
        }
    }
}
