using Platform.Modules.Shared;

namespace Platform.Modules.Engagements.Evidence;

internal static class FileSizes
{
    /// <summary>"12 Ko", "3,4 Mo", "1 Go": as machines count, by 1,024.</summary>
    public static string Of(long bytes) => bytes switch
    {
        >= 1024 * 1024 * 1024 => French.Number(bytes / 1024m / 1024 / 1024, 1) + "\u00a0Go",
        >= 1024 * 1024 => French.Number(bytes / 1024m / 1024, 1) + "\u00a0Mo",
        >= 1024 => French.Number(Math.Round(bytes / 1024m), 0) + "\u00a0Ko",
        _ => French.Count((int)bytes, "octet", "octets"),
    };
}
