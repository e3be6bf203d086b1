using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Governance.Contract;

/// <summary>How many of those who vote must be there.</summary>
public enum Quorum : short
{
    [Display(Name = "Aucun quorum")] None = 1,
    [Display(Name = "Plus de la moitié")] MoreThanHalf,
    [Display(Name = "Au moins la moitié")] Half,
    [Display(Name = "Au moins un quart")] Quarter,
    [Display(Name = "Au moins un tiers")] Third,
    [Display(Name = "Au moins deux tiers")] TwoThirds,
}

/// <summary>What carries a vote. Abstentions count for nobody.</summary>
public enum Majority : short
{
    [Display(Name = "Majorité simple", Description = "Plus de voix pour que contre.")] Simple = 1,
    [Display(Name = "Deux tiers", Description = "Au moins deux tiers des voix exprimées.")] TwoThirds,
    [Display(Name = "Unanimité", Description = "Aucune voix contre.")] Unanimity,
}

public enum MeetingState : short
{
    [Display(Name = "Prévue")] Planned = 1,
    [Display(Name = "Convoquée")] Convened,
    [Display(Name = "En séance")] Open,
    [Display(Name = "Tenue")] Held,
    [Display(Name = "Annulée")] Cancelled,
}

public enum AgendaKind : short
{
    [Display(Name = "Information")] Information = 1,
    [Display(Name = "Échange")] Discussion,
    [Display(Name = "Décision")] Decision,
}

/// <summary>What somebody answers to a convocation, and what is seen on the day.</summary>
public enum Coming : short
{
    [Display(Name = "Présence")] Present = 1,
    [Display(Name = "Absence")] Absent,
    [Display(Name = "Par suppléance")] Substitute,
    [Display(Name = "Par pouvoir")] Proxy,
}

public enum VoteMode : short
{
    [Display(Name = "À main levée")] Hands = 1,
    [Display(Name = "Par membre")] PerMember,
}

public enum Ballot : short
{
    [Display(Name = "Pour")] For = 1,
    [Display(Name = "Contre")] Against,
    [Display(Name = "Abstention")] Abstained,
    [Display(Name = "Ne prend pas part")] Recused,
}

public enum Outcome : short
{
    [Display(Name = "Adoptée")] Adopted = 1,
    [Display(Name = "Rejetée")] Rejected,
    [Display(Name = "Ajournée")] Deferred,
}

/// <summary>Where a member stands with what a decision asks of it.</summary>
public enum CascadeState : short
{
    [Display(Name = "À faire")] ToDo = 1,
    [Display(Name = "À l’ordre du jour")] OnAgenda,
    [Display(Name = "Adoptée")] Adopted,
    [Display(Name = "Amendée")] Amended,
    [Display(Name = "Refusée")] Refused,
    [Display(Name = "Non concerné")] NotConcerned,
}
