using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Shared.Search;

public enum SearchKind : short
{
    Commitment = 1,
    Organisation,
    Person,
    Coalition,
    Support,
    Body,
    Meeting,
    Decision,
    Lead = 20,
    /// <summary>Stems of the titles of commitments and leads, see <see cref="TitleIndex"/>.</summary>
    Title,
}

/// <summary>One folded word of a text that people search. Equality and prefix range on it stay on the index under row-level
/// security, on both engines; LIKE and full-text operators do not.</summary>
[NotAudited]
public sealed class SearchTerm : ITenantOwned
{
    private SearchTerm() { }

    internal SearchTerm(SearchKind kind, string term, Guid ownerId) => (Kind, Term, OwnerId) = (kind, term, ownerId);

    public Guid TenantId { get; private set; }
    public SearchKind Kind { get; private set; }
    public string Term { get; private set; } = "";
    public Guid OwnerId { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<SearchTerm>
    {
        public void Configure(EntityTypeBuilder<SearchTerm> b)
        {
            b.HasKey(t => new { t.TenantId, t.Kind, t.Term, t.OwnerId });
            b.Property(t => t.Term).HasMaxLength(40).UseCollation(PlatformDb.Byte);
            b.HasIndex(t => new { t.TenantId, t.Kind, t.OwnerId });
        }
    }
}

public static class SearchTerms
{
    /// <summary>Makes the owner findable by the words of these texts, and by no other.</summary>
    public static Task Replace(PlatformDb db, SearchKind kind, Guid ownerId, IEnumerable<string?> texts, CancellationToken ct) =>
        Become(db, kind, ownerId, texts.SelectMany(Folding.Words).ToHashSet(StringComparer.Ordinal), ct);

    internal static async Task Become(PlatformDb db, SearchKind kind, Guid ownerId, HashSet<string> wanted, CancellationToken ct)
    {
        foreach (var term in await db.Set<SearchTerm>().AsTracking().Where(t => t.Kind == kind && t.OwnerId == ownerId).ToListAsync(ct))
            if (!wanted.Remove(term.Term)) db.Remove(term);
        db.AddRange(wanted.Select(word => new SearchTerm(kind, word, ownerId)));
    }

    /// <summary>Makes these owners findable by nothing.</summary>
    public static async Task Forget(PlatformDb db, SearchKind kind, IReadOnlyCollection<Guid> owners, CancellationToken ct) =>
        db.RemoveRange(await db.Set<SearchTerm>().AsTracking().Where(t => t.Kind == kind && owners.Contains(t.OwnerId)).ToListAsync(ct));

    /// <summary>Same for an owner that has just been made: nothing to read first.</summary>
    public static void Add(PlatformDb db, SearchKind kind, Guid ownerId, IEnumerable<string?> texts) =>
        db.AddRange(texts.SelectMany(Folding.Words).Distinct(StringComparer.Ordinal).Select(word => new SearchTerm(kind, word, ownerId)));

    /// <summary>The owners in which every word of <paramref name="typed"/> begins some word; null when nothing was typed.
    /// To be used as <c>ids.Contains(x.Id)</c>: it stays a subquery.</summary>
    public static IQueryable<Guid>? Matching(PlatformDb db, SearchKind kind, string? typed)
    {
        IQueryable<Guid>? found = null;
        foreach (var word in Typed(typed))
        {
            var owners = Beginning(db, kind, word);
            found = found is null ? owners : found.Where(id => owners.Contains(id));
        }
        return found;
    }

    /// <summary>The words that count of what somebody typed.</summary>
    internal static IEnumerable<string> Typed(string? typed) => Folding.Words(typed).Take(8);

    /// <summary>The owners in which <paramref name="word"/> begins some word.</summary>
    internal static IQueryable<Guid> Beginning(PlatformDb db, SearchKind kind, string word)
    {
        var end = word + char.MaxValue;
        db.PlanForValues();
        return db.Set<SearchTerm>().Where(t => t.Kind == kind && t.Term.CompareTo(word) >= 0 && t.Term.CompareTo(end) < 0).Select(t => t.OwnerId);
    }
}
