using System.ComponentModel.DataAnnotations;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

// The names are the journal's; pages say CommitmentStates.Label, which agrees with the space's word.
public enum CommitmentState : short
{
    [Display(Name = "Brouillon")] Draft = 1,
    [Display(Name = "Proposé")] Proposed,
    [Display(Name = "Adopté")] Adopted,
    [Display(Name = "En cours")] UnderWay,
    [Display(Name = "Tenu")] Kept,
    [Display(Name = "Tenu en partie")] PartlyKept,
    [Display(Name = "Abandonné")] Abandoned,
}

/// <summary>Who may see it: the members of the space, or everybody.</summary>
public enum Visibility : short
{
    [Display(Name = "Interne", Description = "Les personnes de l’espace seulement.")] Internal = 1,
    [Display(Name = "Public", Description = "Tout le monde, sur la feuille de route publique : ce qui est promis, par qui, pour quand, et ce qui est fait.")] Public,
}

/// <summary>One allowed change of state. In its words, {e} is the ending that agrees with the space's noun.</summary>
/// <param name="Act">What the button reads.</param>
/// <param name="Fact">What the history reads afterwards.</param>
/// <param name="NeedsReason">The history must say why.</param>
public sealed record Move(CommitmentState From, CommitmentState To, string Act, string Fact, string Icon, bool NeedsReason = false)
{
    public string ActFor(Word word) => Agreed(Act, word);

    public string FactFor(Word word) => Agreed(Fact, word);

    private static string Agreed(string text, Word word) => text.Replace("{e}", word.Feminine ? "e" : "", StringComparison.Ordinal);
}

/// <summary>The whole state machine. A move that is not here does not exist; nothing else in the application decides it.</summary>
public static class Moves
{
    public static IReadOnlyList<Move> All { get; } =
    [
        new(CommitmentState.Draft, CommitmentState.Proposed, "Proposer", "Proposé{e}", "send"),
        new(CommitmentState.Draft, CommitmentState.Abandoned, "Abandonner", "Abandonné{e}", "ban", NeedsReason: true),
        new(CommitmentState.Proposed, CommitmentState.Adopted, "Adopter", "Adopté{e}", "gavel"),
        new(CommitmentState.Proposed, CommitmentState.Draft, "Remettre en brouillon", "Remis{e} en brouillon", "arrow-back-up"),
        new(CommitmentState.Proposed, CommitmentState.Abandoned, "Abandonner", "Abandonné{e}", "ban", NeedsReason: true),
        new(CommitmentState.Adopted, CommitmentState.UnderWay, "Démarrer", "Démarré{e}", "player-play"),
        new(CommitmentState.Adopted, CommitmentState.Proposed, "Revenir sur l’adoption", "Adoption annulée", "arrow-back-up", NeedsReason: true),
        new(CommitmentState.Adopted, CommitmentState.Abandoned, "Abandonner", "Abandonné{e}", "ban", NeedsReason: true),
        new(CommitmentState.UnderWay, CommitmentState.Kept, "Déclarer tenu{e}", "Tenu{e}", "circle-check"),
        new(CommitmentState.UnderWay, CommitmentState.PartlyKept, "Déclarer tenu{e} en partie", "Tenu{e} en partie", "circle-half-2"),
        new(CommitmentState.UnderWay, CommitmentState.Abandoned, "Abandonner", "Abandonné{e}", "ban", NeedsReason: true),
        new(CommitmentState.Kept, CommitmentState.UnderWay, "Rouvrir", "Rouvert{e}", "arrow-back-up", NeedsReason: true),
        new(CommitmentState.PartlyKept, CommitmentState.UnderWay, "Rouvrir", "Rouvert{e}", "arrow-back-up", NeedsReason: true),
        new(CommitmentState.Abandoned, CommitmentState.Proposed, "Reprendre", "Repris{e}", "arrow-back-up", NeedsReason: true),
    ];

    public static IEnumerable<Move> From(CommitmentState state) => All.Where(m => m.From == state);

    public static Move? Find(CommitmentState from, CommitmentState to) => All.FirstOrDefault(m => m.From == from && m.To == to);

    /// <summary>The states from draft to <paramref name="to"/>, for what is logged after the fact ("already adopted in March").</summary>
    public static IReadOnlyList<CommitmentState> Road(CommitmentState to) =>
        [.. new[] { CommitmentState.Proposed, CommitmentState.Adopted, CommitmentState.UnderWay }.TakeWhile(s => s <= to)];
}

public static class CommitmentStates
{
    /// <summary>Can still be kept: neither kept, nor partly kept, nor abandoned.</summary>
    public static bool IsOpen(this CommitmentState state) => state < CommitmentState.Kept;

    /// <summary>Somebody may say how it goes: it has been proposed and is not closed.</summary>
    public static bool TakesNews(this CommitmentState state) => state != CommitmentState.Draft && state.IsOpen();

    /// <summary>A promise that binds: news of it is owed.</summary>
    public static bool IsAlive(this CommitmentState state) => state is CommitmentState.Adopted or CommitmentState.UnderWay;

    /// <summary>"Adopté", "Adoptée": agrees with the space's word.</summary>
    public static string Label(this CommitmentState state, Word word) => state switch
    {
        CommitmentState.Draft => "Brouillon",
        CommitmentState.Proposed => word.Agree("Proposé"),
        CommitmentState.Adopted => word.Agree("Adopté"),
        CommitmentState.UnderWay => "En cours",
        CommitmentState.Kept => word.Agree("Tenu"),
        CommitmentState.PartlyKept => word.Agree("Tenu") + " en partie",
        CommitmentState.Abandoned => word.Agree("Abandonné"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>As the state stands in an address: "tenu-en-partie".</summary>
    public static string Slug(this CommitmentState state) => state switch
    {
        CommitmentState.Draft => "brouillon",
        CommitmentState.Proposed => "propose",
        CommitmentState.Adopted => "adopte",
        CommitmentState.UnderWay => "en-cours",
        CommitmentState.Kept => "tenu",
        CommitmentState.PartlyKept => "tenu-en-partie",
        CommitmentState.Abandoned => "abandonne",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static CommitmentState? FromSlug(string? slug) => Enum.GetValues<CommitmentState>().Cast<CommitmentState?>().FirstOrDefault(s => s!.Value.Slug() == slug);
}
