using Platform.Kernel;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>What a table says of a commitment's steps, and what becomes of those stored.</summary>
internal static class StepsImport
{
    public sealed record Step(string Title, DateOnly? DueOn);

    // Two steps may have one title ("Comité de suivi", twice a year): each one said goes to a stored one of its own, that of its date first.
    public static IReadOnlyList<Step> Completed(IReadOnlyList<Step> stored, IReadOnlyList<Step> said)
    {
        var (wanted, free, left) = (stored.ToList(), Enumerable.Range(0, stored.Count).ToList(), new List<Step>());
        foreach (var step in said)
            if (!Take(step, i => stored[i].DueOn == step.DueOn)) left.Add(step);
        foreach (var step in left)
            if (!Take(step, _ => true)) wanted.Add(step);
        return wanted;

        bool Take(Step step, Predicate<int> fits)
        {
            var at = free.FindIndex(i => Folding.Fold(stored[i].Title) == Folding.Fold(step.Title) && fits(i));
            if (at < 0) return false;
            wanted[free[at]] = wanted[free[at]] with { DueOn = step.DueOn ?? wanted[free[at]].DueOn };
            free.RemoveAt(at);
            return true;
        }
    }

    /// <summary>The stored steps for which those wanted have no place.</summary>
    public static IReadOnlyList<Measure> Gone(Commitment commitment, IReadOnlyList<Step> wanted)
    {
        var left = wanted.Select(s => Folding.Fold(s.Title)).ToList();
        return [.. commitment.Measures.OrderBy(m => m.Order).Where(m => !left.Remove(Folding.Fold(m.Title)))];
    }

    public static void Put(Commitment commitment, List<Step> steps)
    {
        foreach (var old in commitment.Measures.OrderBy(m => m.Order).ToList())
        {
            var at = steps.FindIndex(s => Folding.Fold(s.Title) == Folding.Fold(old.Title));
            if (at < 0) commitment.Measures.Remove(old);
            else
            {
                if (old.DueOn != steps[at].DueOn) old.Describe(old.Title, old.Details, old.OrganisationId, old.PersonId, steps[at].DueOn);
                steps.RemoveAt(at);
            }
        }
        var last = commitment.Measures.Select(m => m.Order).DefaultIfEmpty().Max();
        foreach (var step in steps) commitment.Measures.Add(new Measure(step.Title, ++last, step.DueOn));
    }
}
