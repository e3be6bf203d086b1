using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Reminders.Contract;

/// <summary>What a rule of reminders looks at; one rule of each in a space. In the order in which a day's reminders are made: who hears
/// of a thing by the first is not told of it again by the next.</summary>
public enum ReminderKind : short
{
    [Display(Name = "Réunion à venir")] Meeting = 1,
    [Display(Name = "Nouvelles attendues")] News,
    [Display(Name = "Échéance qui approche ou passée")] CommitmentDue,
    [Display(Name = "Étape à faire")] Measure,
    [Display(Name = "Compte rendu à envoyer")] Minutes,
    [Display(Name = "Décision à décliner")] Cascade,
    [Display(Name = "Obligation récurrente")] Obligation,
}

/// <summary>The ladder: who is asked first, and who is told when that brought nothing.</summary>
[Flags]
public enum Rungs : short
{
    None = 0,
    [Display(Name = "référent")] Referent = 1,
    [Display(Name = "animation")] Facilitator = 2,
    [Display(Name = "élu référent")] Elected = 4,
    [Display(Name = "administration")] Administrator = 8,
}

/// <summary>What ends the reminders of a thing.</summary>
public enum StopWhen : short
{
    [Display(Name = "Une nouvelle est donnée ou l’affaire est close")] NewsGiven = 1,
    [Display(Name = "C’est tenu, tenu en partie ou abandonné")] Closed,
    [Display(Name = "C’est clos ou une nouvelle est venue après l’échéance")] ClosedOrTold,
    [Display(Name = "C’est fait ou abandonné")] MeasureDone,
    [Display(Name = "La réunion est tenue ou annulée")] MeetingOver,
    [Display(Name = "La personne a répondu à la convocation")] MeetingAnswered,
    [Display(Name = "La restitution est envoyée")] MinutesSent,
    [Display(Name = "Le compte rendu est approuvé")] MinutesApproved,
    [Display(Name = "Le conseil a délibéré ou n’est pas concerné")] CouncilVoted,
    [Display(Name = "Le conseil a au moins une date pour l’examiner")] CouncilDated,
    [Display(Name = "C’est fait ou sans objet")] TaskClosed,
}

/// <summary>A thing that calls for an act of somebody.</summary>
/// <param name="GroupId">What goes to the same person about the same group goes in one mail: the measures of a commitment.</param>
/// <param name="Group">What the group is called; of a thing alone, its title.</param>
/// <param name="AnchorOn">The date from which the rule counts.</param>
/// <param name="Situation">Where it stands, in the middle of a sentence: "sans nouvelles depuis 4 mois".</param>
/// <param name="Path">Where it is done, inside the space: "/engagements/…/nouvelles".</param>
/// <param name="Sheet">Where it is read.</param>
public sealed record Owed(ReminderKind Kind, Guid Id, Guid GroupId, string Title, string Group, DateOnly AnchorOn, string Situation, string Path, string Sheet)
{
    /// <summary>What tells it from the others of its group, when its title says more than that: a member's name.</summary>
    public string? Short { get; init; }
    /// <summary>What exactly is expected, when somebody wrote it down.</summary>
    public string? Expected { get; init; }
    /// <summary>People of the space, by rung. Without a facilitator of its own, those of the space are told.</summary>
    public IReadOnlyList<Guid> Referents { get; init; } = [];
    public IReadOnlyList<Guid> Facilitators { get; init; } = [];
    public IReadOnlyList<Guid> Elected { get; init; } = [];
}

/// <summary>Tells the rules of one kind what is owed in the space in scope. Registered by the module that knows:
/// <c>services.AddScoped&lt;IReminderSource, …&gt;()</c>.</summary>
public interface IReminderSource
{
    ReminderKind Kind { get; }

    /// <summary>What is anchored on one of these days and still open, group by group: identifiers only, however many there are.</summary>
    Task<IReadOnlyList<(Guid Id, Guid GroupId)>> On(IReadOnlyCollection<DateOnly> anchors, StopWhen stop, CancellationToken ct);

    /// <summary>Those of these that are open now.</summary>
    Task<IReadOnlyList<Owed>> Open(IReadOnlyCollection<Guid> ids, StopWhen stop, CancellationToken ct);

    /// <summary>What a reminder by hand about this is about: itself, or its open parts. Null: the space has no such thing.</summary>
    Task<IReadOnlyList<Guid>?> Under(Guid id, CancellationToken ct);

    /// <summary>Whoever is asked gets an address of one’s own, see <see cref="PersonalAddress"/>.</summary>
    bool IsPersonal => false;

    /// <summary>An address under which this person acts without an account; null: there is none for this kind.</summary>
    string? PersonalAddress(Owed owed, Guid personId) => null;
}
