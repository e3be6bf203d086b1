using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Members.Contract;

/// <summary>EPCI à fiscalité propre (code général des collectivités territoriales, art. L. 5210-1-1 A).</summary>
public enum EpciKind : short
{
    [Display(Name = "Communauté de communes")] CommunauteDeCommunes = 1,
    [Display(Name = "Communauté d’agglomération")] CommunauteAgglomeration,
    [Display(Name = "Communauté urbaine")] CommunauteUrbaine,
    [Display(Name = "Métropole")] Metropole,
}
