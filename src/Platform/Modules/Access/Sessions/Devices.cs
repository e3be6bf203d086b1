namespace Platform.Modules.Access;

/// <summary>A browser and a system, in words, from what the browser says of itself.</summary>
internal static class Devices
{
    // In this order: each of the first also claims to be one of the last.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    public static string Of(string? agent)
    {
        var browser = Find(Browsers) ?? "Navigateur inconnu";
        return Find(Systems) is { } system ? $"{browser} sur {system}" : browser;

        string? Find((string Mark, string Name)[] among) => among.FirstOrDefault(a => agent?.Contains(a.Mark, StringComparison.Ordinal) == true).Name;
    }
}
