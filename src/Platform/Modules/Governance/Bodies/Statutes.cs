using Platform.Modules.Governance.Contract;

namespace Platform.Modules.Governance.Bodies;

/// <summary>What the statutes make of figures: how many must be there, what a vote gives.</summary>
public static class Statutes
{
    /// <summary>How many of so many; 0 without a quorum.</summary>
    public static int Needed(this Quorum quorum, int seats) => quorum switch
    {
        Quorum.MoreThanHalf => seats / 2 + 1,
        Quorum.Half => Above(seats, 1, 2),
        Quorum.Quarter => Above(seats, 1, 4),
        Quorum.Third => Above(seats, 1, 3),
        Quorum.TwoThirds => Above(seats, 2, 3),
        _ => 0,
    };

    /// <summary>Null when nobody voted for or against: there is nothing to decide by.</summary>
    public static Outcome? Of(this Majority majority, int votesFor, int votesAgainst)
    {
        if (votesFor + votesAgainst == 0) return null;
        var carried = majority switch
        {
            Majority.TwoThirds => 3L * votesFor >= 2L * ((long)votesFor + votesAgainst),
            Majority.Unanimity => votesAgainst == 0,
            _ => votesFor > votesAgainst,
        };
        return carried ? Outcome.Adopted : Outcome.Rejected;
    }

    private static int Above(int seats, int part, int of) => (seats * part + of - 1) / of;
}
