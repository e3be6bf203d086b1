using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Takes away an axis, a theme, an objective or a value entered by mistake. The database keeps what something refers to.</summary>
public static class RemovePart
{
    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Axis(Guid Id) : ICommand;

    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Theme(Guid Id) : ICommand;

    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Objective(Guid Id) : ICommand;

    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Value(Guid ObjectiveId, Guid Id) : ICommand;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Axis, Unit>, IRequestHandler<Theme, Unit>, IRequestHandler<Objective, Unit>, IRequestHandler<Value, Unit>
    {
        public Task<Unit> Handle(Axis c, CancellationToken ct) => Remove(db.Set<Frameworks.Axis>().Where(a => a.Id == c.Id), ct);

        public Task<Unit> Handle(Theme c, CancellationToken ct) => Remove(db.Set<Frameworks.Theme>().Where(t => t.Id == c.Id), ct);

        public Task<Unit> Handle(Objective c, CancellationToken ct) => Remove(db.Set<Frameworks.Objective>().Where(o => o.Id == c.Id), ct);

        public Task<Unit> Handle(Value c, CancellationToken ct) =>
            Remove(db.Set<ObjectiveValue>().Where(v => v.Id == c.Id && v.ObjectiveId == c.ObjectiveId), ct);

        private async Task<Unit> Remove<T>(IQueryable<T> found, CancellationToken ct) where T : TenantOwned
        {
            db.Remove(await found.SingleOrDefaultAsync(ct) ?? throw new NotFound(typeof(T).Name));
            return Unit.Value;
        }
    }
}
