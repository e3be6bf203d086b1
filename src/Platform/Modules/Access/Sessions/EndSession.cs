using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>Ends one of the account's own sessions, or all the others.</summary>
public static class EndSession
{
    [AnyAccount]
    public sealed record Command : ICommand<Unit>
    {
        /// <summary>Null: every session but this one.</summary>
        public Guid? Id { get; init; }
    }

    internal sealed class Handler(PlatformDb db, Sessions sessions, CurrentUser me) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            if (c.Id is not { } id) await sessions.EndAll(me.AccountId!.Value, sessions.Mine, ct);
            // Already gone is as good as ended.
            else if (await db.Set<AccountSession>().SingleOrDefaultAsync(s => s.Id == id && s.AccountId == me.AccountId, ct) is { } session) sessions.End(session);
            return Unit.Value;
        }
    }
}
