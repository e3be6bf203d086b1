namespace Platform.Modules.Shared;

/// <summary>The logo of a space, or its initials on its colour, where several spaces are listed.</summary>
public sealed record SpaceMark(string? Logo, string Accent, string Initials)
{
    public static SpaceMark Of(string identifier, string name, string? acronym, string accent, bool hasLogo, int version) =>
        new(hasLogo ? $"/{identifier}/logo?v={version}" : null, accent,
            French.Initials(acronym is { Length: > 0 and < 4 } ? string.Join(' ', acronym.Take(2)) : name));
}
