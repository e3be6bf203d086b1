using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Forum.Contract;

public enum StandKind : short
{
    [Display(Name = "Je rejoins cette coalition")] Join = 1,
    [Display(Name = "Je propose un engagement")] Pledge,
}

/// <summary>What the stand's own page and the organiser's form have in common.</summary>
public abstract record StandFields
{
    public Guid EditionId { get; set; }
    [Display(Name = "Ce que je fais")] public StandKind? Kind { get; init; }
    [Display(Name = "Nom")] public string? Name { get; init; }
    [Display(Name = "Adresse électronique")] public string? Email { get; init; }
    [Display(Name = "Organisation")] public string? Organisation { get; init; }
    [Display(Name = "En une phrase")] public string? Text { get; init; }
}
