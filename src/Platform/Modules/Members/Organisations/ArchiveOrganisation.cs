using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Organisations;

/// <summary>Takes an organisation out of the lists, or puts it back. Whatever refers to it keeps its name.</summary>
public static class ArchiveOrganisation
{
    [Needs(MembersPermissions.Write)]
    public sealed record Command : ICommand<Unit>
    {
        public Guid Id { get; set; }
        public bool Restore { get; init; }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var organisation = await db.Set<Organisation>().Include(o => o.Roles).SingleOrDefaultAsync(o => o.Id == c.Id, ct) ?? throw new NotFound(nameof(Organisation));
            if (c.Restore) organisation.Restore();
            else organisation.Archive(clock.GetUtcNow(), tenant.Space.Today(clock));
            return Unit.Value;
        }
    }
}
