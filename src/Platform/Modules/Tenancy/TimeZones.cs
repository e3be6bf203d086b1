namespace Platform.Modules.Tenancy;

/// <summary>The time zones of France, the mainland first.</summary>
public static class TimeZones
{
    public static IReadOnlyList<(string Id, string Name)> All { get; } =
    [
        ("Europe/Paris", "France hexagonale et Corse"),
        ("America/Guadeloupe", "Guadeloupe"),
        ("America/Cayenne", "Guyane"),
        ("America/Martinique", "Martinique"),
        ("Indian/Mayotte", "Mayotte"),
        ("Pacific/Noumea", "Nouvelle-Calédonie"),
        ("Pacific/Tahiti", "Polynésie française (Tahiti)"),
        ("Pacific/Gambier", "Polynésie française (Gambier)"),
        ("Pacific/Marquesas", "Polynésie française (Marquises)"),
        ("Indian/Reunion", "La Réunion"),
        ("America/St_Barthelemy", "Saint-Barthélemy"),
        ("America/Marigot", "Saint-Martin"),
        ("America/Miquelon", "Saint-Pierre-et-Miquelon"),
        ("Pacific/Wallis", "Wallis-et-Futuna"),
    ];

    public static bool Knows(string? id) => All.Any(z => z.Id == id);
}
