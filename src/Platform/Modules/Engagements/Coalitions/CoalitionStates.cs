using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

public static class CoalitionStates
{
    /// <summary>"En lancement", "Engagée": agrees with the space's word.</summary>
    public static Badge Badge(this CoalitionState state, Word word) => state switch
    {
        CoalitionState.Launching => new("En lancement", Tone.Accent, "player-play"),
        CoalitionState.Active => new(word.Agree("Engagé"), Tone.Ok, "circle-check"),
        CoalitionState.Dormant => new("En sommeil", Tone.Silent, "player-pause"),
        CoalitionState.Ended => new(word.Agree("Terminé"), Tone.Neutral, "archive"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>"Porteur", "Soutien", and the space's own word for a member.</summary>
    public static string Label(this CoalitionRole role, Vocabulary words) => role == CoalitionRole.Member ? Word.Capital(words.Member.Singular) : EnumNames.Of(role);

    /// <summary>As the state stands in an address.</summary>
    public static string Slug(this CoalitionState state) => state switch
    {
        CoalitionState.Launching => "lancement",
        CoalitionState.Active => "engagees",
        CoalitionState.Dormant => "sommeil",
        CoalitionState.Ended => "terminees",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>What one may make of a coalition from a state, with the verb of its button.</summary>
    public static IReadOnlyList<(CoalitionState To, string Verb)> Moves(this CoalitionState state, Word word) => state switch
    {
        CoalitionState.Launching => [(CoalitionState.Active, $"Déclarer {word.Agree("engagé")}"), (CoalitionState.Dormant, "Mettre en sommeil"), (CoalitionState.Ended, $"Mettre fin {word.ToThe}")],
        CoalitionState.Active => [(CoalitionState.Dormant, "Mettre en sommeil"), (CoalitionState.Ended, $"Mettre fin {word.ToThe}")],
        CoalitionState.Dormant => [(CoalitionState.Active, "Réveiller"), (CoalitionState.Ended, $"Mettre fin {word.ToThe}")],
        _ => [(CoalitionState.Active, "Rouvrir")],
    };

    /// <summary>As the kind of perimeter stands in an address.</summary>
    public static string Slug(this PerimeterKind kind) => kind switch
    {
        PerimeterKind.Theme => "theme",
        PerimeterKind.Area => "zone",
        PerimeterKind.Sector => "secteur",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <param name="Orphans">Of those in launching and active, the ones that nobody facilitates today.</param>
    public sealed record Totals(int Launching, int Active, int Dormant, int Orphans);

    /// <summary>"6 coalitions : 2 en lancement, 4 engagées". Ended ones are not counted.</summary>
    public static string Sentence(Word word, Totals all)
    {
        string[] parts =
        [
            .. Part(all.Launching, "en lancement"),
            .. Part(all.Active, word.Agree("engagé", all.Active)),
            .. Part(all.Dormant, "en sommeil"),
        ];
        return parts.Length == 0 ? word.No : $"{word.Count(all.Launching + all.Active + all.Dormant)}\u00a0: {string.Join(", ", parts)}";
    }

    private static string[] Part(int count, string text) => count == 0 ? [] : [$"{count}\u00a0{text}"];
}
