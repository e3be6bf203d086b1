using System.Globalization;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

public enum CommitmentState : short { Draft = 1, Proposed, Adopted, UnderWay, Kept, PartlyKept, Abandoned }

/// <summary>Who may see it: the members of the space, or everybody.</summary>
public enum Visibility : short { Internal = 1, Public }

/// <summary>One allowed change of state.</summary>
/// <param name="Verb">What the button reads; {0} is "tenu" as the space's word wants it.</param>
/// <param name="NeedsReason">The journal must say why.</param>
public sealed record Move(CommitmentState From, CommitmentState To, string Verb, string Icon, bool NeedsReason)
{
    public string Text(Word word) => string.Format(CultureInfo.InvariantCulture, Verb, word.Agree("tenu"));
}

/// <summary>The whole state machine. A move that is not here does not exist; nothing else in the application decides it.</summary>
public static class Moves
{
    public static IReadOnlyList<Move> All { get; } =
    [
        new(CommitmentState.Draft, CommitmentState.Proposed, "Proposer", "send", false),
        new(CommitmentState.Draft, CommitmentState.Abandoned, "Abandonner", "ban", true),
        new(CommitmentState.Proposed, CommitmentState.Adopted, "Adopter", "checks", false),
        new(CommitmentState.Proposed, CommitmentState.Draft, "Remettre en brouillon", "arrow-back-up", false),
        new(CommitmentState.Proposed, CommitmentState.Abandoned, "Abandonner", "ban", true),
        new(CommitmentState.Adopted, CommitmentState.UnderWay, "Démarrer", "player-play", false),
        new(CommitmentState.Adopted, CommitmentState.Proposed, "Revenir sur l’adoption", "arrow-back-up", true),
        new(CommitmentState.Adopted, CommitmentState.Abandoned, "Abandonner", "ban", true),
        new(CommitmentState.UnderWay, CommitmentState.Kept, "Déclarer {0}", "circle-check", false),
        new(CommitmentState.UnderWay, CommitmentState.PartlyKept, "Déclarer {0} en partie", "circle-half-2", false),
        new(CommitmentState.UnderWay, CommitmentState.Abandoned, "Abandonner", "ban", true),
        new(CommitmentState.Kept, CommitmentState.UnderWay, "Rouvrir", "arrow-back-up", true),
        new(CommitmentState.PartlyKept, CommitmentState.UnderWay, "Rouvrir", "arrow-back-up", true),
        new(CommitmentState.Abandoned, CommitmentState.Proposed, "Reprendre", "arrow-back-up", true),
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
