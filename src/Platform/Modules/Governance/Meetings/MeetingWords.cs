using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Calendars;

namespace Platform.Modules.Governance.Meetings;

internal static class MeetingWords
{
    /// <param name="isPast">The day is over: a meeting still planned then was not recorded.</param>
    public static Badge Badge(MeetingState state, bool isPast) => state switch
    {
        MeetingState.Planned or MeetingState.Convened when isPast => new("À compléter", Tone.Silent, "question-mark"),
        MeetingState.Planned => new(EnumNames.Of(state), Tone.Draft, "circle-dashed"),
        MeetingState.Convened => new(EnumNames.Of(state), Tone.Active, "send"),
        MeetingState.Open => new(EnumNames.Of(state), Tone.Accent, "player-play"),
        MeetingState.Held => new(EnumNames.Of(state), Tone.Ok, "circle-check"),
        _ => new(EnumNames.Of(state), Tone.Neutral, "circle-x"),
    };

    public static Badge Badge(AgendaKind kind) => kind switch
    {
        AgendaKind.Decision => new(EnumNames.Of(kind), Tone.Accent, "gavel"),
        AgendaKind.Discussion => new(EnumNames.Of(kind), Tone.Active, "message-2"),
        _ => new(EnumNames.Of(kind), Tone.Neutral, "info-circle"),
    };

    public static Badge Answer(Coming? answer) => answer switch
    {
        Coming.Present => new("Sera là", Tone.Ok, "circle-check"),
        Coming.Absent => new("Absence annoncée", Tone.Late, "circle-x"),
        Coming.Substitute => new("Sera suppléé", Tone.Active, "switch-horizontal"),
        Coming.Proxy => new("Donne pouvoir", Tone.Active, "file-text"),
        _ => new("Sans réponse", Tone.Silent, "question-mark"),
    };

    public static Badge Presence(Coming? presence) => presence switch
    {
        Coming.Present => new("Présence", Tone.Ok, "circle-check"),
        Coming.Absent => new("Absence", Tone.Neutral, "circle-x"),
        Coming.Substitute => new("Par suppléance", Tone.Active, "switch-horizontal"),
        Coming.Proxy => new("Par pouvoir", Tone.Active, "file-text"),
        _ => new("Non pointé", Tone.Draft, "circle-dashed"),
    };

    /// <summary>"Redon et en visioconférence"</summary>
    public static string? Where(string? place, string? videoLink) => (place, videoLink) switch
    {
        ({ } p, { }) when !Folding.Fold(p).StartsWith("visio", StringComparison.Ordinal) => $"{p}, et en visioconférence",
        ({ } p, _) => p,
        (null, { }) => "en visioconférence",
        _ => null,
    };

    public static CalendarEntry Entry(Guid id, int sequence, string body, string? title, DateOnly date, int? start, int? end, string? place, string? videoLink, MeetingState state, string? root) =>
        new(id, sequence, title is null ? body : $"{body} : {title}", date, start, end)
        {
            Place = place ?? videoLink,
            Description = videoLink is null ? null : $"Visioconférence : {videoLink}",
            Address = root is null ? null : $"{root}/reunions/{id}",
            IsCancelled = state == MeetingState.Cancelled,
            IsTentative = state == MeetingState.Planned,
        };
}
