using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Imports.Batches;

/// <summary>Says how far a work is while its own transaction shows nothing yet: in another scope, in transactions of an instant.</summary>
public sealed class ImportProgress(IServiceScopeFactory scopes, CurrentTenant tenant, CurrentUser user, TimeProvider clock)
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(400);

    private DateTimeOffset said;

    /// <exception cref="RuleViolation">Another try has taken over.</exception>
    public async Task Report(Guid batchId, Guid? attempt, int done, CancellationToken ct)
    {
        if (attempt is not { } mine || clock.GetUtcNow() - said < Often) return;
        said = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        Enter(scope.ServiceProvider, tenant.Space, user);
        if (!await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new NoteProgress.Command(batchId, mine, done), ct)) throw new RuleViolation("import.overtaken");
    }

    /// <summary>The same space and the same person, in a scope of one's own.</summary>
    internal static void Enter(IServiceProvider services, Space space, CurrentUser user)
    {
        services.GetRequiredService<CurrentTenant>().Enter(space);
        var mine = services.GetRequiredService<CurrentUser>();
        if (user.AccountId is { } account) mine.SignedInAs(account, user.Name, isProven: true);
        else mine.ActAsSystem(user.Reason ?? "import");
    }
}

/// <summary>Renews a run: it lives, and this is how far it is. False when it is no longer the one that counts.</summary>
public static class NoteProgress
{
    /// <param name="Done">Null leaves it.</param>
    [Needs(ImportPermissions.Use)]
    public sealed record Command(Guid BatchId, Guid Attempt, int? Done) : ICommand<bool>
    {
        public bool Stops { get; init; }
        /// <summary>Why it stopped before its end.</summary>
        public string? Failure { get; init; }
    }

    internal sealed class Handler(PlatformDb db, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            var run = await db.Set<ImportRun>().SingleOrDefaultAsync(r => r.BatchId == c.BatchId, ct);
            if (run?.Attempt != c.Attempt) return false;
            if (c.Stops) run.Stop(clock.GetUtcNow(), c.Failure);
            else run.Advance(c.Done ?? run.Done, clock.GetUtcNow());
            return true;
        }
    }
}
