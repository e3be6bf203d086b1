using System.Security.Cryptography;

namespace Platform.Modules.Access;

/// <summary>Random letters and digits that are read aloud and typed: none of those that look alike.</summary>
internal static class ReadableCode
{
    /// <summary>Five bits each.</summary>
    public static string New(int length) => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", length);
}
