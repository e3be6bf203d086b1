using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Members.Contract;

/// <summary>What an organisation is in law or in fact.</summary>
public enum OrganisationKind : short
{
    [Display(Name = "EPCI")] Epci = 1,
    [Display(Name = "Commune")] Commune,
    [Display(Name = "Département")] Department,
    [Display(Name = "Région")] Region,
    [Display(Name = "État")] State,
    [Display(Name = "Établissement public")] PublicBody,
    [Display(Name = "Entreprise")] Company,
    [Display(Name = "Association")] Association,
    [Display(Name = "Établissement d’enseignement")] School,
    [Display(Name = "Club ou réseau")] Network,
    [Display(Name = "Collectif citoyen")] CitizenCollective,
    [Display(Name = "Autre")] Other,
}

/// <summary>What an organisation is to the space. "Membre" is shown with the space's own word, see <see cref="MemberWords"/>.</summary>
public enum RoleKind : short
{
    [Display(Name = "Membre")] Member = 1,
    [Display(Name = "Partenaire")] Partner,
    [Display(Name = "Financeur")] Funder,
    [Display(Name = "Invité")] Guest,
}

public enum Standing : short
{
    [Display(Name = "Élu ou élue")] Elected = 1,
    [Display(Name = "Agent ou salarié")] Staff,
    [Display(Name = "Autre")] Other,
}
