using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Engagements.Support;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Engagements.Contract;

/// <summary>Enters into the search terms what was written before they knew it: the stems of titles, the words of requests for support.
/// What is there stays: a second run adds nothing. Answers how many things can be found that could not.</summary>
public static class CompleteSearch
{
    [System]
    public sealed record Command : ICommand<int>;

    private const int Handful = 500;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct) =>
            await Complete(db.Set<Commitment>().Select(c => new Text { Id = c.Id, Said = c.Title }), SearchKind.Title, TitleIndex.Add, ct)
            + await Complete(db.Set<Lead>().Select(l => new Text { Id = l.Id, Said = l.Title }), SearchKind.Title, TitleIndex.Add, ct)
            + await Complete(db.Set<SupportRequest>().Where(r => r.Details != null).Select(r => new Text { Id = r.Id, Said = r.Details! }), SearchKind.Support,
                (to, id, said) => SearchTerms.Add(to, SearchKind.Support, id, [said]), ct);

        private async Task<int> Complete(IQueryable<Text> texts, SearchKind kind, Action<PlatformDb, Guid, string> add, CancellationToken ct)
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

        private sealed class Text
        {
            public Guid Id { get; init; }
            public string Said { get; init; } = "";
        }
    }
}
