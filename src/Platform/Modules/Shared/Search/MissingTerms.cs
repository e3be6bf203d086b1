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
            count += db.ChangeTracker.Entries<SearchTerm>().Select(e => e.Entity.OwnerId).Distinct().Count();
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            if (missing.Count < Handful) return count;
            last = missing[^1].Id;
        }
    }

    /// <summary>Gives titles the stems that they have today: those of an earlier version of the rules would find less.</summary>
    /// <returns>How many were put right.</returns>
    public static async Task<int> Renew(PlatformDb db, IQueryable<Text> titles, CancellationToken ct)
    {
        var (count, last) = (0, Guid.Empty);
        for (; ; )
        {
            var from = last;
            var some = await titles.Where(t => t.Id.CompareTo(from) > 0).OrderBy(t => t.Id).Take(Handful).ToListAsync(ct);
            var ids = some.ConvertAll(t => t.Id);
            var stored = (await db.Set<SearchTerm>().AsTracking().Where(s => s.Kind == SearchKind.Title && ids.Contains(s.OwnerId)).ToListAsync(ct)).ToLookup(s => s.OwnerId);
            foreach (var title in some)
            {
                var wanted = Similarity.Stems(title.Said).ToHashSet(StringComparer.Ordinal);
                var gone = stored[title.Id].Where(s => !wanted.Remove(s.Term)).ToList();
                if (gone.Count + wanted.Count == 0) continue;
                count++;
                db.RemoveRange(gone);
                db.AddRange(wanted.Select(stem => new SearchTerm(SearchKind.Title, stem, title.Id)));
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            if (some.Count < Handful) return count;
            last = some[^1].Id;
        }
    }
}
