using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Forum.Invitations;

/// <summary>How the guests of an edition are narrowed. Those taken off, and those who have not confirmed, stay out unless asked for.</summary>
public sealed record GuestFilter(Guid EditionId)
{
    public string? Words { get; init; }
    public IReadOnlyList<GuestState> States { get; init; } = [];
    public IReadOnlyList<Guid> Groups { get; init; } = [];

    /// <summary>A guest of this state and this group is shown.</summary>
    internal bool Shows(GuestState state) => States.Count > 0 ? States.Contains(state) : state is not (GuestState.Cancelled or GuestState.Unconfirmed);

    internal bool Shows(Guid? group) => Groups.Count == 0 || (group is { } id && Groups.Contains(id));

    internal IQueryable<ForumGuest> Apply(PlatformDb db, bool states = true, bool groups = true)
    {
        var found = db.Set<ForumGuest>().AsNoTracking().Where(g => g.EditionId == EditionId);
        foreach (var word in Folding.Words(Words)) found = found.Where(g => g.SearchKey.Contains(word));
        if (states) found = States.Count > 0 ? found.Where(g => States.Contains(g.State)) : found.Where(g => g.State != GuestState.Cancelled && g.State != GuestState.Unconfirmed);
        if (groups && Groups.Count > 0) found = found.Where(g => g.GroupId != null && Groups.Contains(g.GroupId.Value));
        return found;
    }
}
