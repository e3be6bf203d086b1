using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>Personal links that have served or are too old say who was asked what: a month later nobody needs to know.</summary>
public static class ForgetOldLinks
{
    [System]
    public sealed record Command : ICommand<int>;

    internal sealed class Handler(PlatformDb db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public Task<int> Handle(Command command, CancellationToken ct)
        {
            var old = clock.GetUtcNow().AddMonths(-1);
            return db.Set<PersonalLink>().Where(l => l.Until < old || l.UsedAt < old).ExecuteDeleteAsync(ct);
        }
    }
}
