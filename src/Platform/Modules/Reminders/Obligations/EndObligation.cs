using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Obligations;

/// <summary>It comes back no more; its open tasks lose their object. Taken up again, it goes on from its next occurrence.</summary>
public static class EndObligation
{
    [Needs(RemindersPermissions.Obligations)]
    public sealed record Command(Guid Id, bool End) : ICommand;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, CurrentUser user, TimeProvider clock, IMediator mediator) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var obligation = await db.Set<Obligation>().AsTracking().Include(o => o.Tasks.Where(t => t.DoneOn == null && t.DroppedOn == null)).SingleOrDefaultAsync(o => o.Id == c.Id, ct) ?? throw new NotFound(nameof(Obligation));
            if (c.End)
            {
                obligation.End(today);
                foreach (var task in obligation.Tasks) task.Drop(obligation, today, "L’obligation a pris fin.", user.AccountId, user.Name);
            }
            else if (obligation.EndedOn is not null)
            {
                obligation.Resume(today);
                await OpenTasks.Of(db, mediator, [obligation], today, ct);
            }
            return Unit.Value;
        }
    }
}
