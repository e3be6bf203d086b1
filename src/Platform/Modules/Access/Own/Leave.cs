using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>A member leaves the space of their own accord. What they wrote stays, signed.</summary>
public static class Leave
{
    [AnyMember]
    public sealed record Form : IRequest<Unit>;

    [AnyMember]
    public sealed record Command : ICommand<Unit>;

    internal sealed class FormHandler : IRequestHandler<Form, Unit>
    {
        public Task<Unit> Handle(Form form, CancellationToken ct) => Task.FromResult(Unit.Value);
    }

    internal sealed class Handler(PlatformDb db, CurrentUser me, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var mine = await db.Memberships.SingleAsync(m => m.TenantId == tenant.Id && m.AccountId == me.AccountId, ct);
            await db.KeepAnAdministrator(mine, tenant, ct);
            mine.End(clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
