using System.ComponentModel.DataAnnotations;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

// The names are the journal's; pages say LeadStates.Label, which agrees with the space's word.
public enum LeadState : short
{
    [Display(Name = "À l’étude")] UnderStudy = 1,
    [Display(Name = "À engager prochainement")] Soon,
    [Display(Name = "Engagée")] Converted,
    [Display(Name = "Écartée")] Dropped,
}

public enum Verdict : short
{
    [Display(Name = "Oui")] Yes = 1,
    [Display(Name = "Non")] No,
    [Display(Name = "Ne sait pas")] Unknown,
}

public static class LeadStates
{
    /// <summary>Still to be decided: neither converted nor dropped.</summary>
    public static bool IsOpen(this LeadState state) => state < LeadState.Converted;

    /// <summary>"Engagée", "Engagé": agrees with the space's word.</summary>
    public static string Label(this LeadState state, Word word, int n = 1) => state switch
    {
        LeadState.UnderStudy => "À l’étude",
        LeadState.Soon => "À engager prochainement",
        LeadState.Converted => word.Agree("Engagé", n),
        LeadState.Dropped => word.Agree("Écarté", n),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static Badge Badge(this LeadState state, Word word) => new(state.Label(word), state switch
    {
        LeadState.UnderStudy => Tone.Draft,
        LeadState.Soon => Tone.Accent,
        LeadState.Converted => Tone.Ok,
        _ => Tone.Neutral,
    }, state switch
    {
        LeadState.UnderStudy => "search",
        LeadState.Soon => "hourglass",
        LeadState.Converted => "flag",
        _ => "archive",
    });

    /// <summary>As the state stands in an address.</summary>
    public static string Slug(this LeadState state) => state switch
    {
        LeadState.UnderStudy => "a-l-etude",
        LeadState.Soon => "a-engager",
        LeadState.Converted => "engagees",
        LeadState.Dropped => "ecartees",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static LeadState? FromSlug(string? slug) => Enum.GetValues<LeadState>().Cast<LeadState?>().FirstOrDefault(s => s!.Value.Slug() == slug);

    /// <summary>What one may make of a lead from a state by hand, with the verb; converting has its own form.</summary>
    public static IReadOnlyList<(LeadState To, string Verb)> Moves(this LeadState state) => state switch
    {
        LeadState.UnderStudy => [(LeadState.Soon, "À engager prochainement"), (LeadState.Dropped, "Écarter")],
        LeadState.Soon => [(LeadState.UnderStudy, "Remettre à l’étude"), (LeadState.Dropped, "Écarter")],
        LeadState.Dropped => [(LeadState.UnderStudy, "Reprendre l’étude"), (LeadState.Soon, "À engager prochainement")],
        _ => [],
    };

    public static Badge Badge(this Verdict? verdict) => verdict switch
    {
        Verdict.Yes => new("Oui", Tone.Ok, "circle-check"),
        Verdict.No => new("Non", Tone.Late, "circle-x"),
        Verdict.Unknown => new("À vérifier", Tone.Silent, "help-circle"),
        _ => new("Sans réponse", Tone.Draft, "circle-dashed"),
    };
}

/// <summary>What the space's questions in force say of a lead: what is unknown or not answered is still to be checked.</summary>
public sealed record Screening(int Yes, int No, int ToCheck)
{
    public static Screening Of(IEnumerable<Verdict?> verdicts)
    {
        var all = verdicts.ToList();
        return new(all.Count(v => v == Verdict.Yes), all.Count(v => v == Verdict.No), all.Count(v => v is null or Verdict.Unknown));
    }

    public bool IsComplete => ToCheck == 0;

    /// <summary>"3 oui, 1 à vérifier"; "rien d’examiné" when every question is open.</summary>
    public string Sentence
    {
        get
        {
            if (Yes + No == 0) return ToCheck == 0 ? "aucune question" : "rien d’examiné";
            string[] parts = [.. Part(Yes, "oui"), .. Part(No, "non"), .. Part(ToCheck, "à vérifier")];
            return string.Join(", ", parts);
        }
    }

    private static string[] Part(int count, string text) => count == 0 ? [] : [$"{count}\u00a0{text}"];
}
