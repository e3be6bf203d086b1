using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Outbox;

/// <summary>A mail claimed by a node, until it says more.</summary>
internal sealed record Claim(long Id, Guid SpaceId, Guid Token);

/// <summary>The queue of all spaces. Every change is one statement that names the claim's token: whoever has lost it changes nothing.</summary>
internal sealed class MailQueue(PlatformDb db, MailSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>At most that many mails that are due, as many from each space as from the next: what one has too much waits, nobody else does.</summary>
    public async Task<IReadOnlyList<Claim>> Take(int most, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var minute = now - Minute;
        var free = db.Set<MailDue>().Where(d => d.NextAttemptAt <= now && (d.LeaseUntil == null || d.LeaseUntil < now)
            && !db.Set<MailDue>().Any(before => before.Lane == d.Lane && before.Id < d.Id && before.NotBefore <= now));
        var spaces = await db.Tenants.Where(t => t.State == TenantState.Active && free.Any(d => d.SpaceId == t.Id)
            && !db.Set<MailPace>().Any(p => p.SpaceId == t.Id && p.Since > minute && p.Count >= settings.PerMinute)).Select(t => t.Id).ToListAsync(ct);
        if (spaces.Count == 0) return [];
        // Others claim at the same time: chance keeps them from all asking for the same rows.
        var served = spaces.OrderBy(_ => Random.Shared.Next()).Take(most).ToList();
        var each = Math.Max(1, most / served.Count);
        var found = await db.Tenants.Where(t => served.Contains(t.Id))
            .SelectMany(t => free.Where(d => d.SpaceId == t.Id).OrderBy(d => d.NextAttemptAt).ThenBy(d => d.Id).Take(each).Select(d => d.Id)).ToListAsync(ct);
        var (token, until) = (Guid.NewGuid(), now + settings.Lease);
        if (await db.Set<MailDue>().Where(d => found.Contains(d.Id) && (d.LeaseUntil == null || d.LeaseUntil < now))
                .ExecuteUpdateAsync(u => u.SetProperty(d => d.Token, token).SetProperty(d => d.LeaseUntil, until), ct) == 0) return [];
        var claims = await db.Set<MailDue>().Where(d => d.Token == token).OrderBy(d => d.Id).Select(d => new Claim(d.Id, d.SpaceId, token)).ToListAsync(ct);
        foreach (var space in claims.CountBy(c => c.SpaceId)) await CountPace(space.Key, space.Value, minute, now, ct);
        return claims;
    }

    private async Task CountPace(Guid space, int count, DateTimeOffset minute, DateTimeOffset now, CancellationToken ct)
    {
        if (await Add() > 0) return;
        db.Add(new MailPace(space, now, count));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node has just made the row.
            db.ChangeTracker.Clear();
            await Add();
        }

        Task<int> Add() => db.Set<MailPace>().Where(p => p.SpaceId == space).ExecuteUpdateAsync(u => u
            .SetProperty(p => p.Count, p => p.Since <= minute ? count : p.Count + count)
            .SetProperty(p => p.Since, p => p.Since <= minute ? now : p.Since), ct);
    }

    /// <summary>An attempt begins: counted, and the lease starts again.</summary>
    /// <returns>False: somebody else has it by now.</returns>
    public async Task<bool> Begin(Claim claim, CancellationToken ct)
    {
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow() + settings.Lease);
        return await Held(claim, now).ExecuteUpdateAsync(u => u.SetProperty(d => d.Attempts, d => d.Attempts + 1).SetProperty(d => d.LeaseUntil, until), ct) == 1;
    }

    /// <summary>The server is about to be given the text.</summary>
    public async Task<bool> StartData(Claim claim, CancellationToken ct)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        var until = now + settings.Lease;
        return await Held(claim, now.Value).ExecuteUpdateAsync(u => u.SetProperty(d => d.DataStartedAt, now).SetProperty(d => d.LeaseUntil, until), ct) == 1;
    }

    /// <summary>Takes the mail out: sent, or never to be sent.</summary>
    public async Task<bool> Leave(Claim claim, CancellationToken ct) => await Mine(claim).ExecuteDeleteAsync(ct) == 1;

    public async Task<bool> Retry(Claim claim, DateTimeOffset at, CancellationToken ct) =>
        await Mine(claim).ExecuteUpdateAsync(u => u.SetProperty(d => d.NextAttemptAt, at).SetProperty(d => d.Token, (Guid?)null)
            .SetProperty(d => d.LeaseUntil, (DateTimeOffset?)null).SetProperty(d => d.DataStartedAt, (DateTimeOffset?)null), ct) == 1;

    /// <summary>Not tried at all.</summary>
    public Task Postpone(Claim claim, DateTimeOffset to, CancellationToken ct) =>
        Mine(claim).ExecuteUpdateAsync(u => u.SetProperty(d => d.NextAttemptAt, to).SetProperty(d => d.Attempts, 0).SetProperty(d => d.Token, (Guid?)null)
            .SetProperty(d => d.LeaseUntil, (DateTimeOffset?)null), ct);

    /// <summary>Gives back what was claimed and not begun.</summary>
    public async Task<bool> Release(Claim claim, CancellationToken ct) =>
        await Mine(claim).ExecuteUpdateAsync(u => u.SetProperty(d => d.Token, (Guid?)null).SetProperty(d => d.LeaseUntil, (DateTimeOffset?)null), ct) == 1;

    /// <summary>Takes mails out, whoever claims them.</summary>
    public static Task Remove(PlatformDb db, IReadOnlyCollection<Guid> messages, CancellationToken ct) =>
        db.Set<MailDue>().Where(d => messages.Contains(d.MessageId)).ExecuteDeleteAsync(ct);

    private IQueryable<MailDue> Mine(Claim claim) => db.Set<MailDue>().Where(d => d.Id == claim.Id && d.Token == claim.Token);

    private IQueryable<MailDue> Held(Claim claim, DateTimeOffset now) => Mine(claim).Where(d => d.LeaseUntil > now);
}
