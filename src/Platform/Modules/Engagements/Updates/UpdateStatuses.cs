using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Updates;

public static class UpdateStatuses
{
    /// <summary>"Tout va bien", "Bloquée"…: agrees with the space's word.</summary>
    public static string Label(this UpdateStatus status, Word word) => status switch
    {
        UpdateStatus.OnTrack => "Tout va bien",
        UpdateStatus.Attention => "À surveiller",
        UpdateStatus.Blocked => word.Agree("Bloqué"),
        UpdateStatus.Done => word.Agree("Terminé"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static Badge Badge(this UpdateStatus status, Word word) => status switch
    {
        UpdateStatus.OnTrack => new(status.Label(word), Tone.Active, "message-2"),
        UpdateStatus.Attention => new(status.Label(word), Tone.Late, "alert-triangle"),
        UpdateStatus.Blocked => new(status.Label(word), Tone.Blocked, "ban"),
        UpdateStatus.Done => new(status.Label(word), Tone.Ok, "circle-check"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What a form proposes, so that one sentence is enough: a block stands until somebody says that it is over.</summary>
    public static UpdateStatus Proposed(bool isBlocked) => isBlocked ? UpdateStatus.Blocked : UpdateStatus.OnTrack;

    public static IEnumerable<SelectListItem> Choices(Word word) =>
        Enum.GetValues<UpdateStatus>().Select(s => new SelectListItem(s.Label(word), s.ToString()));
}
