using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Forum.Contract;

/// <summary>What a milestone is for; the platform knows what to propose for it.</summary>
public enum MilestoneKind : short
{
    [Display(Name = "Ouverture de l’édition")] Opening = 1,
    [Display(Name = "Annonce de la date")] SaveTheDate,
    [Display(Name = "Fiches à rafraîchir")] Sheets,
    [Display(Name = "Invitations")] Invitations,
    [Display(Name = "Relance")] Reminder,
    [Display(Name = "Dernier appel")] LastCall,
    [Display(Name = "Le jour du forum")] Day,
    [Display(Name = "Remerciements")] Thanks,
    [Display(Name = "Suites")] FollowUp,
    [Display(Name = "Autre")] Other,
}

public enum OffsetUnit : short
{
    [Display(Name = "jours")] Days = 1,
    [Display(Name = "semaines")] Weeks,
    [Display(Name = "mois")] Months,
}

public enum SessionKind : short
{
    [Display(Name = "Plénière")] Plenary = 1,
    [Display(Name = "Présentation")] Presentation,
    [Display(Name = "Atelier")] Workshop,
    [Display(Name = "Stand")] Stand,
    [Display(Name = "Pause")] Break,
}
