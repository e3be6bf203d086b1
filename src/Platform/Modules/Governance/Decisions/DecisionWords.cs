using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared;

namespace Platform.Modules.Governance.Decisions;

internal static class DecisionWords
{
    public static Badge Badge(Outcome outcome) => outcome switch
    {
        Outcome.Adopted => new(EnumNames.Of(outcome), Tone.Ok, "circle-check"),
        Outcome.Rejected => new(EnumNames.Of(outcome), Tone.Late, "circle-x"),
        _ => new(EnumNames.Of(outcome), Tone.Silent, "clock"),
    };

    public static Badge Badge(CascadeState state, bool isLate) => isLate ? new(state == CascadeState.OnAgenda ? "À l’ordre du jour, en retard" : "En retard", Tone.Late, "clock-exclamation") : state switch
    {
        CascadeState.ToDo => new(EnumNames.Of(state), Tone.Draft, "circle-dashed"),
        CascadeState.OnAgenda => new(EnumNames.Of(state), Tone.Active, "calendar"),
        CascadeState.Adopted => new(EnumNames.Of(state), Tone.Ok, "circle-check"),
        CascadeState.Amended => new(EnumNames.Of(state), Tone.Silent, "pencil"),
        CascadeState.Refused => new(EnumNames.Of(state), Tone.Blocked, "circle-x"),
        _ => new(EnumNames.Of(state), Tone.Neutral, "minus"),
    };

    /// <summary>"12 pour, 1 contre, 2 abstentions"; nothing when nothing was counted.</summary>
    public static string Votes(int? votesFor, int? against, int? abstentions, int? recused)
    {
        if (votesFor is not { } pour) return "";
        var parts = new List<string> { $"{pour} pour", $"{against ?? 0} contre" };
        if (abstentions > 0) parts.Add(French.Count(abstentions.Value, "abstention", "abstentions"));
        if (recused > 0) parts.Add($"{recused} sans prendre part");
        return string.Join(", ", parts);
    }

    public static IReadOnlyList<SelectListItem> Subjects { get; } = MakeSubjects();

    private static List<SelectListItem> MakeSubjects()
    {
        var groups = ActSubjects.All.Select(s => s.Group).Distinct().ToDictionary(g => g, g => new SelectListGroup { Name = g });
        return [.. ActSubjects.All.Select(s => new SelectListItem($"{s.Code} {s.Name}", s.Code) { Group = groups[s.Group] })];
    }
}
