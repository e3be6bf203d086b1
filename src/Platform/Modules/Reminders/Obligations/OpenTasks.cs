using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Obligations;

/// <summary>Opens the tasks whose time has come. Run again, it opens nothing twice.</summary>
public static class OpenTasks
{
    [System]
    public sealed record Command : ICommand<int>;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct) =>
            await Of(db, mediator, await db.Set<Obligation>().AsTracking().Where(o => o.EndedOn == null).ToListAsync(ct), tenant.Space.Today(clock), ct);
    }

    /// <summary>Same for these, in the transaction of what changed them.</summary>
    internal static async Task<int> Of(PlatformDb db, IMediator mediator, IReadOnlyList<Obligation> obligations, DateOnly today, CancellationToken ct)
    {
        var ready = obligations.Where(o => o.EndedOn is null && (o.PerMember || o.NextOn.AddDays(-o.LeadDays) <= today)).ToList();
        if (ready.Count == 0) return 0;
        var (ids, from) = (ready.ConvertAll(o => o.Id), ready.Select(o => o.NextOn).Append(today).Min());
        var known = (await db.Set<ObligationTask>().Where(t => ids.Contains(t.ObligationId) && t.DueOn >= from).Select(t => new { t.ObligationId, t.SlotId, t.DueOn }).ToListAsync(ct))
            .ToLookup(t => t.ObligationId, t => (t.SlotId, t.DueOn));
        IReadOnlyList<Guid> members = ready.Exists(o => o.PerMember) ? [.. (await mediator.Send(new OrganisationOptions.Query(Role: RoleKind.Member), ct)).Select(m => m.Id)] : [];
        var opened = ready.SelectMany(o => o.Open(members, known[o.Id].ToHashSet(), today)).ToList();
        db.AddRange(opened);
        return opened.Count;
    }
}
