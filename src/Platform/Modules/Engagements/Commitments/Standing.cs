using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Where a commitment stands on a day: its state, and what time and its last news make of it.</summary>
public sealed record Standing(CommitmentState State, DateOnly? OpenDueOn, DateOnly? NextNewsDueOn, DateOnly? LastNewsOn, bool IsBlocked)
{
    public bool IsLate(DateOnly today) => OpenDueOn < today;

    public bool IsSilent(DateOnly today) => NextNewsDueOn < today;

    /// <summary>The one badge of a row: what worries first, else the state.</summary>
    public Badge Main(Word word, DateOnly today) =>
        State.IsOpen() && IsBlocked ? Blocked(word)
        : IsLate(today) ? Late
        : IsSilent(today) ? Silent
        : OfState(State, word);

    /// <summary>All that is true, the state first: for the sheet.</summary>
    public IEnumerable<Badge> All(Word word, DateOnly today) => Worries(word, today).Prepend(OfState(State, word));

    /// <summary>What calls for an act, if anything does.</summary>
    public IEnumerable<Badge> Worries(Word word, DateOnly today)
    {
        if (State.IsOpen() && IsBlocked) yield return Blocked(word);
        if (IsLate(today)) yield return Late;
        if (IsSilent(today)) yield return Silent;
    }

    /// <summary>"En cours, en retard de 12 jours, sans nouvelles depuis 4 mois": the sheet's first line.</summary>
    /// <param name="stateOn">Since when it is in its state.</param>
    /// <param name="aliveSince">Since when news is owed.</param>
    public string Sentence(Word word, DateOnly stateOn, DateOnly? aliveSince, DateOnly today)
    {
        var said = new List<string> { State is CommitmentState.Draft or CommitmentState.UnderWay ? State.Label(word) : $"{State.Label(word)} le {French.Date(stateOn)}" };
        if (State.IsOpen() && IsBlocked) said.Add(word.Agree("bloqué"));
        if (OpenDueOn is { } due) said.Add(due < today ? "en retard de " + French.Span(due, today) : "échéance " + French.Ago(due, today));
        if (IsSilent(today)) said.Add("sans nouvelles depuis " + French.Span(LastNewsOn > aliveSince ? LastNewsOn.Value : aliveSince!.Value, today));
        else if (State.IsAlive() && LastNewsOn is { } last) said.Add("dernière nouvelle " + French.Ago(last, today));
        return string.Join(", ", said);
    }

    public static Badge Late { get; } = new("En retard", Tone.Late, "clock-exclamation");

    public static Badge Silent { get; } = new("Sans nouvelles", Tone.Silent, "volume-off");

    public static Badge Blocked(Word word) => new(word.Agree("Bloqué"), Tone.Blocked, "ban");

    public static Badge OfState(CommitmentState state, Word word) => state switch
    {
        CommitmentState.Draft => new(state.Label(word), Tone.Draft, "pencil"),
        CommitmentState.Proposed => new(state.Label(word), Tone.Neutral, "send"),
        CommitmentState.Adopted => new(state.Label(word), Tone.Accent, "checks"),
        CommitmentState.UnderWay => new(state.Label(word), Tone.Active, "player-play"),
        CommitmentState.Kept => new(state.Label(word), Tone.Ok, "circle-check"),
        CommitmentState.PartlyKept => new(state.Label(word), Tone.Ok, "circle-half-2"),
        CommitmentState.Abandoned => new(state.Label(word), Tone.Neutral, "circle-x"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
