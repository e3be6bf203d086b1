using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Modules.Shared.Search;

/// <summary>Enters into the search terms what was written before they knew it. What is there stays: a second run adds nothing.</summary>
internal static class MissingTerms
{
    private const int Handful = 500;

    public sealed class Text
    {
        public Guid Id { get; init; }
        public string Said { get; init; } = "";
    }

    /// <returns>How many things can be found that could not.</returns>
    public static async Task<int> Complete(PlatformDb db, IQueryable<Text> texts, SearchKind kind, Action<PlatformDb, Guid, string> add, CancellationToken ct)
    {
        var (count, last) = (0, Guid.Empty);
        for (; ; )
        {
            var from = last;
            var missing = await texts.Where(t => t.Id.CompareTo(from) > 0 && !db.Set<SearchTerm>().Any(s => s.Kind == kind && s.OwnerId == t.Id)).OrderBy(t => t.Id).Take(Handful).ToListAsync(ct);
            foreach (var text in missing) add(db, text.Id, text.Said);
            // A title made of nothing but grammar has no stem: it is no more findable than before.
            count += db.ChangeTracker.Entries<SearchTerm>().Select(e => e.Entity.OwnerId).Distinct().Count();
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            if (missing.Count < Handful) return count;
            last = missing[^1].Id;
        }
    }
}
