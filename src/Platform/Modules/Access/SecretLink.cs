using System.Security.Cryptography;
using System.Text;

namespace Platform.Modules.Access;

/// <summary>The secret of a personal link: 32 random bytes, of which only the digest is stored. A digest serves one purpose: a link
/// for one thing is nothing to another page.</summary>
internal static class SecretLink
{
    public const int DigestLength = 64;

    // Lower case: the addresses that the application writes are.
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string Digest(string purpose, string? secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{secret}")));

    public static bool Same(string? stored, string digest) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(stored ?? ""), Encoding.ASCII.GetBytes(digest));
}
