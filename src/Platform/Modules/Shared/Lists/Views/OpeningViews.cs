using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Shared.Lists.Views;

/// <summary>On which view a list opens, and who chooses it.</summary>
public static class OpeningViews
{
    /// <summary>The state in which the list opens for this member; null for the whole list.</summary>
    [AnyMember]
    public sealed record Query(string List) : IRequest<string?>;

    /// <summary>One's own choice. No view: the whole list, whatever the space has chosen.</summary>
    [AnyMember]
    public sealed record Choose(string List, Guid? ViewId) : ICommand;

    /// <summary>No choice of one's own any more: the space's holds.</summary>
    [AnyMember]
    public sealed record Follow(string List) : ICommand;

    /// <summary>For all those who have made no choice of their own. No view: the whole list.</summary>
    [Needs(ViewPermissions.Share)]
    public sealed record ChooseForAll(string List, Guid? ViewId) : ICommand;

    internal sealed record Row(Guid OwnerKey, Guid? ViewId, string? State, bool IsShared, Guid? MadeBy)
    {
        // A view that is shown to nobody any more is its maker's alone.
        public bool IsSeenBy(Guid account) => ViewId is null || IsShared || MadeBy == account;
    }

    internal static Task<List<Row>> Read(PlatformDb db, string list, CancellationToken ct) => db.Set<OpeningView>().AsNoTracking().Where(o => o.List == list).Select(o => new Row(o.OwnerKey, o.ViewId,
        db.Set<SavedView>().Where(v => v.Id == o.ViewId).Select(v => v.Query).FirstOrDefault(), db.Set<SavedView>().Any(v => v.Id == o.ViewId && v.IsShared),
        db.Set<SavedView>().Where(v => v.Id == o.ViewId).Select(v => (Guid?)v.OwnerId).FirstOrDefault())).ToListAsync(ct);

    /// <summary>The choice that holds for an account: its own before the space's.</summary>
    internal static Row? For(Guid account, IReadOnlyCollection<Row> rows) => rows.FirstOrDefault(r => r.OwnerKey == account && r.IsSeenBy(account))
        ?? rows.FirstOrDefault(r => r.OwnerKey == Guid.Empty && r.IsShared);

    internal sealed class Handler(PlatformDb db, KeptAnswers kept, Memberships memberships, CurrentTenant tenant)
        : IRequestHandler<Query, string?>, IRequestHandler<Choose, Unit>, IRequestHandler<Follow, Unit>, IRequestHandler<ChooseForAll, Unit>
    {
        public async Task<string?> Handle(Query query, CancellationToken ct) =>
            query.List.Length > SavedView.ListLength ? null : For(memberships.Known!.AccountId, await kept.Get(query, default, () => Read(db, query.List, ct), weight: 1))?.State;

        public Task<Unit> Handle(Choose c, CancellationToken ct) => Put(c.List, memberships.Known!.AccountId, c.ViewId, false, ct);

        public async Task<Unit> Handle(Follow c, CancellationToken ct)
        {
            await Drop(c.List, memberships.Known!.AccountId, ct);
            return Unit.Value;
        }

        public async Task<Unit> Handle(ChooseForAll c, CancellationToken ct)
        {
            if (c.ViewId is not null) return await Put(c.List, Guid.Empty, c.ViewId, true, ct);
            await Drop(c.List, Guid.Empty, ct);
            return Unit.Value;
        }

        private async Task<Unit> Put(string list, Guid owner, Guid? viewId, bool forAll, CancellationToken ct)
        {
            var me = memberships.Known!;
            var chosen = await db.Set<OpeningView>().AsTracking().SingleOrDefaultAsync(o => o.List == list && o.OwnerKey == owner, ct);
            if (ListViews.TitleOf(list, tenant.Space, me) is null) throw new NotFound(list);
            if (viewId is not null && !await db.Set<SavedView>().AnyAsync(v => v.Id == viewId && v.List == list && (v.IsShared || (!forAll && v.OwnerId == me.AccountId)), ct)) throw new NotFound(nameof(SavedView));
            if (chosen is not null) chosen.Become(viewId);
            else db.Add(new OpeningView(list, owner, viewId));
            return Unit.Value;
        }

        private async Task Drop(string list, Guid owner, CancellationToken ct) =>
            db.RemoveRange(await db.Set<OpeningView>().AsTracking().Where(o => o.List == list && o.OwnerKey == owner).ToListAsync(ct));
    }
}
