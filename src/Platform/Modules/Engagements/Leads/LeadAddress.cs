using Microsoft.AspNetCore.Mvc;

namespace Platform.Modules.Engagements.Leads;

/// <summary>The filter of the leads as the addresses of the list and of the comparison hold it.</summary>
public sealed class LeadAddress
{
    [FromQuery(Name = "q")] public string? Words { get; set; }
    [FromQuery(Name = "etat")] public List<string> States { get; set; } = [];
    [FromQuery(Name = "examen")] public List<string> Screenings { get; set; } = [];
    [FromQuery(Name = "theme")] public List<string> Themes { get; set; } = [];
    [FromQuery(Name = "porteur")] public List<string> Sponsors { get; set; } = [];

    public LeadFilter Filter => new()
    {
        Words = Words, States = [.. States.Select(LeadStates.FromSlug).OfType<LeadState>()], Screenings = Screenings, Themes = Ids(Themes), Sponsors = Ids(Sponsors),
    };

    // An address edited by hand: what is no identifier narrows nothing.
    public static List<Guid> Ids(IEnumerable<string> values) => [.. values.Where(v => Guid.TryParse(v, out _)).Select(Guid.Parse).Distinct().Take(50)];
}
