using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Organisations;

/// <summary>A role as a page shows it.</summary>
public sealed record RoleSpan(Guid Id, RoleKind Kind, DateOnly Start, DateOnly? End)
{
    public bool RunsOn(DateOnly day) => Start <= day && (End is null || End >= day);

    public Badge Badge(Vocabulary words, DateOnly today) => RunsOn(today)
        ? new(words.Label(Kind), Kind == RoleKind.Member ? Tone.Accent : Tone.Active, Icon)
        : new($"{words.Label(Kind)} ({(Start > today ? "à venir" : "terminé")})", Tone.Neutral, "clock");

    private string Icon => Kind switch
    {
        RoleKind.Member => "user-check",
        RoleKind.Partner => "heart-handshake",
        RoleKind.Funder => "coin-euro",
        _ => "ticket",
    };

    /// <summary>"depuis le 12 avril 2019", "du 12 avril 2019 au 31 décembre 2024", "à partir du 1er janvier 2027"</summary>
    public string Said(DateOnly today) => End is { } end ? $"du {French.Date(Start)} au {French.Date(end)}"
        : Start > today ? $"à partir du {French.Date(Start)}" : $"depuis le {French.Date(Start)}";
}
