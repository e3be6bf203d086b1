using System.Security.Cryptography;
using System.Text;

namespace Platform.Modules.Access;

/// <summary>What an administrator hands over to somebody who is let in: sixty random bits, easy to read out on the telephone.</summary>
internal static class AccessCode
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    // No I, O, 0 or 1.
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>"K7QF-2M9X-ABCD"; only its digest is stored.</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Signs, 12).Chunk(4).Select(part => new string(part)));

    public static string Digest(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));

    public static bool Matches(string? digest, string code) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digest ?? ""), Encoding.ASCII.GetBytes(Digest(code)));
}
