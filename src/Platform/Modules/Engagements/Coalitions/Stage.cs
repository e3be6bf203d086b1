namespace Platform.Modules.Engagements.Coalitions;

/// <summary>How far a coalition is through a guide, and what remains.</summary>
public sealed record Stage(int Done, int Total, IReadOnlyList<string> Remaining)
{
    /// <param name="steps">The steps in force, in their order.</param>
    public static Stage Of(IEnumerable<(string Text, bool Done)> steps)
    {
        var all = steps.ToList();
        return new(all.Count(s => s.Done), all.Count, [.. all.Where(s => !s.Done).Select(s => s.Text)]);
    }

    /// <summary>"étape 3 sur 7": the one at hand, or all behind.</summary>
    public static string Short(int done, int total) => total == 0 ? "" : done >= total ? "guide terminé" : $"étape {done + 1} sur {total}";

    /// <summary>"Il reste 2 étapes : … ; …."</summary>
    public string Sentence => Remaining.Count switch
    {
        0 when Total == 0 => "Le guide n’a pas d’étape.",
        0 => "Toutes les étapes sont franchies.",
        1 => $"Il reste une étape\u00a0: {Remaining[0]}.",
        _ => $"Il reste {Remaining.Count} étapes\u00a0: {string.Join("\u00a0; ", Remaining)}.",
    };
}
