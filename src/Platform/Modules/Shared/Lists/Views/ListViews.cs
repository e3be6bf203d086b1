using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Shared.Lists.Views;

/// <summary>The views of one list: one's own, then those shown to everybody.</summary>
public static class ListViews
{
    [AnyMember]
    public sealed record Query(string List) : IRequest<Answer>;

    /// <param name="Title">What the menu calls the list.</param>
    /// <param name="Opening">The view on which the list opens for who asks; null for the whole list.</param>
    /// <param name="ForAll">That which the space has chosen.</param>
    /// <param name="IsOwnChoice">Who asks has chosen, be it the whole list.</param>
    public sealed record Answer(string Title, IReadOnlyList<Row> Views, Guid? Opening, Guid? ForAll, bool IsOwnChoice)
    {
        public IEnumerable<Row> Own => Views.Where(v => !v.IsShared);
        public IEnumerable<Row> Shared => Views.Where(v => v.IsShared);
    }

    public sealed record Row(Guid Id, string Name, string Query, bool IsShared, int Version);

    internal sealed class Handler(PlatformDb db, Memberships memberships, CurrentTenant tenant) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var me = memberships.Known!;
            var views = await db.Set<SavedView>().Where(v => v.List == query.List && (v.IsShared || v.OwnerId == me.AccountId))
                .OrderBy(v => v.NameKey).ThenBy(v => v.Id).Select(v => new Row(v.Id, v.Name, v.Query, v.IsShared, v.Version)).ToListAsync(ct);
            var openings = await OpeningViews.Read(db, query.List, ct);
            return new(TitleOf(query.List, tenant.Space, me) ?? throw new NotFound(query.List), views, OpeningViews.For(me.AccountId, openings)?.ViewId,
                openings.Find(o => o.OwnerKey == Guid.Empty && o.IsShared)?.ViewId, openings.Exists(o => o.OwnerKey == me.AccountId && o.IsSeenBy(me.AccountId)));
        }
    }

    /// <summary>Null when this member's menu has no such list.</summary>
    internal static string? TitleOf(string list, Space space, Member member) =>
        Menu.For(space, member).SelectMany(g => g).FirstOrDefault(i => i.Address == "~/" + list)?.Label;

    /// <summary>A view that this member may change; another's own is as if it were not there.</summary>
    internal static async Task<SavedView> Changeable(PlatformDb db, Guid id, Member member, CancellationToken ct)
    {
        var view = await db.Set<SavedView>().SingleOrDefaultAsync(v => v.Id == id && (v.IsShared || v.OwnerId == member.AccountId), ct) ?? throw new NotFound(nameof(SavedView));
        return !view.IsShared || member.May(ViewPermissions.Share) ? view : throw new Forbidden(ViewPermissions.Share);
    }
}
