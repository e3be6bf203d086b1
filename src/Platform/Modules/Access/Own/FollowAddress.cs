using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>In a space that the account opens, what stood under the former address goes on under the new one: the choices of mails, and the
/// person's sheet where it says the same address.</summary>
public static class FollowAddress
{
    [System]
    public sealed record Command(Guid AccountId, string Former, string Address) : ICommand<Unit>;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            await Mail.Move(db, c.Former, c.Address, ct);
            if (await db.Memberships.Where(m => m.TenantId == tenant.Id && m.AccountId == c.AccountId).Select(m => m.PersonId).SingleOrDefaultAsync(ct) is { } person)
                await PersonAddress.Move(db, person, c.Former, c.Address, ct);
            return Unit.Value;
        }
    }
}
