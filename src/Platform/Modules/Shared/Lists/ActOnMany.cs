using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Shared.Lists;

/// <summary>One act on many rows, in one transaction: those ticked, or all that a filter leaves. What a rule of the domain refuses is left as
/// it was and named, with the reason.</summary>
public static class ActOnMany
{
    /// <summary>More at once would hold too many rows locked for too long.</summary>
    public const int Most = 1000;

    private const int Named = 5, FirstOnes = 3;

    /// <summary>The rows of an act.</summary>
    /// <param name="Ticked">Only these, whatever the filter; none: what the filter leaves.</param>
    public sealed record Which<TFilter>(TFilter Filter, IReadOnlyList<Guid> Ticked)
    {
        public IQueryable<T> In<T>(IQueryable<T> all, Func<TFilter, IQueryable<T>> filtered) where T : TenantOwned => Ticked.Count > 0 ? all.Where(x => Ticked.Contains(x.Id)) : filtered(Filter);

        /// <summary>Same when the filter must be read first.</summary>
        public async Task<IQueryable<T>> In<T>(IQueryable<T> all, Func<TFilter, Task<IQueryable<T>>> filtered) where T : TenantOwned =>
            Ticked.Count > 0 ? all.Where(x => Ticked.Contains(x.Id)) : await filtered(Filter);
    }

    /// <param name="Sentence">"14 engagements confiés à Zoé Josselin, 2 l’étaient déjà. 1 inchangé : n° 8 – Haies. Ce qui est clos reste tel quel."</param>
    public sealed record Outcome(int Changed, int Same, IReadOnlyList<string> Left, string Sentence)
    {
        /// <summary>By which it can be taken back; null when it cannot.</summary>
        public Guid? Undo { get; init; }
    }

    /// <summary>Before the act: how many, and which first.</summary>
    public sealed record Preview(int Count, IReadOnlyList<string> First)
    {
        /// <summary>"12 pistes : « Navette », « Verger » et 10 autres."</summary>
        public string Sentence(Word word)
        {
            if (Count == 0) return $"{Word.Capital(word.No)} ne répond à ces filtres.";
            var (first, more) = (First.Select(t => $"«\u00a0{t}\u00a0»").ToList(), Count - First.Count);
            return $"{word.Count(Count)}\u00a0: {(more > 0 ? $"{string.Join(", ", first)} et {French.Count(more, "autre", "autres")}" : French.List(first))}.";
        }
    }

    /// <param name="names">In the order of the list.</param>
    public static async Task<Preview> Ahead<T>(IQueryable<T> found, IQueryable<string> names, CancellationToken ct) =>
        new(await found.CountAsync(ct), await names.Take(FirstOnes).ToListAsync(ct));

    /// <summary>The identifiers to act on.</summary>
    /// <exception cref="Invalid">None, or too many.</exception>
    public static async Task<List<Guid>> Ids(IQueryable<Guid> found, object command, string field, CancellationToken ct)
    {
        var ids = await found.Take(Most + 1).ToListAsync(ct);
        if (ids.Count == 0) throw new Invalid(command, field, "Il n’y a rien à changer : cochez des lignes, ou élargissez les filtres.");
        if (ids.Count > Most) throw new Invalid(command, field, $"Au plus {French.Number(Most)} à la fois : ajoutez un filtre, puis recommencez avec la suite.");
        return ids;
    }

    /// <param name="act">Masculine participle: "confié".</param>
    /// <param name="to">What follows it: "à Zoé Josselin".</param>
    /// <param name="change">False: it was so already.</param>
    public static Outcome Do<T>(IEnumerable<T> rows, Word word, string act, string to, Func<T, bool> change, Func<T, string> label)
    {
        var (changed, same, left) = (0, 0, new List<(string Reason, string Label)>());
        foreach (var row in rows)
            try
            {
                if (change(row)) changed++;
                else same++;
            }
            catch (RuleViolation refused)
            {
                left.Add((refused.Sentence, label(row)));
            }
        return new(changed, same, [.. left.Select(l => l.Label)], Said(word, act, to, changed, same, left));
    }

    private static string Said(Word word, string act, string to, int changed, int same, List<(string Reason, string Label)> left)
    {
        var said = (changed == 0 ? $"{Word.Capital(word.No)} {word.Agree(act)} {to}" : $"{word.Count(changed)} {word.Agree(act, changed)} {to}").TrimEnd();
        if (same > 0) said += $", {French.Number(same)} l’{(same < 2 ? "était" : "étaient")} déjà";
        said += ".";
        foreach (var because in left.GroupBy(l => l.Reason, l => l.Label))
            said += $" {French.Number(because.Count())} {word.Agree("inchangé", because.Count())}\u00a0: {string.Join(", ", because.Take(Named))}{(because.Count() > Named ? "…" : ".")} {because.Key}";
        return said;
    }
}
