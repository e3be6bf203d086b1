using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Forum.Invitations;

/// <summary>Where an invitation is. Up to <see cref="Bounced"/> the mail says it, then the guest, then the door.</summary>
public enum GuestState : short
{
    [Display(Name = "À inviter")] Draft = 1,
    [Display(Name = "En partance")] Queued,
    [Display(Name = "Sans réponse")] Sent,
    [Display(Name = "Non remise")] Bounced,
    [Display(Name = "Vient")] Accepted,
    [Display(Name = "Ne vient pas")] Declined,
    [Display(Name = "Peut-être")] Maybe,
    [Display(Name = "Se fait remplacer")] Delegated,
    [Display(Name = "En liste d’attente")] Waiting,
    [Display(Name = "Retirée")] Cancelled,
    [Display(Name = "Présence notée")] Attended,
    /// <summary>Came by the open page, and has not followed the mailed link yet: counted nowhere.</summary>
    [Display(Name = "Inscription à confirmer")] Unconfirmed,
}

/// <summary>Why somebody is invited.</summary>
[Flags]
public enum GuestSource
{
    None = 0,
    [Display(Name = "Membres des coalitions", Description = "Les personnes des organisations membres.")] Coalitions = 1,
    [Display(Name = "Référents et animateurs", Description = "De ce qui est promis, et des coalitions.")] Referents = 2,
    [Display(Name = "Mandats", Description = "Qui siège aujourd’hui dans une instance.")] Mandates = 4,
    [Display(Name = "Partenaires et financeurs", Description = "Les personnes de ces organisations.")] Partners = 8,
    [Display(Name = "Invités de l’édition précédente", Description = "Ceux que le message avait atteints.")] Past = 16,
    [Display(Name = "Un engagement en retard", Description = "Qui en répond.")] Late = 32,
    [Display(Name = "Liste collée ou classeur")] Pasted = 64,
    [Display(Name = "Inscription")] Registration = 128,
    [Display(Name = "Remplace une personne invitée")] Delegation = 256,
    [Display(Name = "Sur place", Description = "Venus sans invitation, inscrits à l’entrée.")] OnSite = 512,
}
