using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Governance.Contract;

public enum BodyKind : short
{
    [Display(Name = "Assemblée générale")] GeneralAssembly = 1,
    [Display(Name = "Bureau")] Bureau,
    [Display(Name = "Conférence des présidents")] PresidentsConference,
    [Display(Name = "Conférence des maires")] MayorsConference,
    [Display(Name = "Conférence de l’entente")] EntenteConference,
    [Display(Name = "Comité de programmation")] ProgrammingCommittee,
    [Display(Name = "Comité technique")] TechnicalCommittee,
    [Display(Name = "Groupe de travail")] WorkingGroup,
    [Display(Name = "Conseil de développement")] DevelopmentCouncil,
    [Display(Name = "Séminaire")] Seminar,
    [Display(Name = "Autre")] Other,
}

/// <summary>What a mandate gives; in the order in which a composition is read.</summary>
public enum MandateFunction : short
{
    [Display(Name = "Présidence")] President = 1,
    [Display(Name = "Vice-présidence")] VicePresident,
    [Display(Name = "Secrétariat")] Secretary,
    [Display(Name = "Secrétariat adjoint")] DeputySecretary,
    [Display(Name = "Trésorerie")] Treasurer,
    [Display(Name = "Trésorerie adjointe")] DeputyTreasurer,
    [Display(Name = "Titulaire")] Titular,
    [Display(Name = "Suppléance")] Substitute,
    [Display(Name = "Participation")] Participant,
    [Display(Name = "Invité ou invitée")] Guest,
    [Display(Name = "Autre fonction")] Other,
}
