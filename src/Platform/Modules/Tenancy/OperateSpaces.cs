using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

/// <summary>Every space with its state: for the operator, who sees no space's data.</summary>
public static class ListTenants
{
    [System]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(string Identifier, TenantKind Kind, string Name, TenantState State);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) => await db.Tenants.OrderBy(t => t.Identifier)
            .Select(t => new Row(t.Identifier, t.Kind, t.Name, t.State)).ToListAsync(ct);
    }
}

/// <summary>Suspends a space (its addresses answer 404), resumes it, or archives it for good.</summary>
public static class ChangeTenantState
{
    [System]
    public sealed record Command(string Identifier, TenantState State) : ICommand<Unit>, IChangesSpace;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var tenant = await db.Tenants.SingleOrDefaultAsync(t => t.Identifier == command.Identifier, ct) ?? throw new NotFound($"Space {command.Identifier}");
            switch (command.State)
            {
                case TenantState.Suspended: tenant.Suspend(); break;
                case TenantState.Archived: tenant.Archive(); break;
                default: tenant.Resume(); break;
            }
            return Unit.Value;
        }
    }
}

/// <summary>How much room the space's files have.</summary>
public static class GiveFileRoom
{
    [System]
    public sealed record Command(string Identifier, int Megabytes) : ICommand<Unit>, IChangesSpace;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var tenant = await db.Tenants.SingleOrDefaultAsync(t => t.Identifier == command.Identifier, ct) ?? throw new NotFound($"Space {command.Identifier}");
            tenant.GiveRoom(command.Megabytes);
            return Unit.Value;
        }
    }
}
