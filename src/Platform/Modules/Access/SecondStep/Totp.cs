using System.Security.Cryptography;
using System.Text;

namespace Platform.Modules.Access;

/// <summary>Six digits every thirty seconds (RFC 6238, SHA-1 as every authenticator application has it).</summary>
internal static class Totp
{
    private const int Seconds = 30, Digits = 6, KeyBytes = 20;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key, in the letters that people type.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Base32, KeyBytes * 8 / 5);

    /// <summary>What the QR code says.</summary>
    public static string Address(string issuer, string account, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={Seconds}";

    /// <summary>The step of time for which the code is right, one before and one after included; null when it is wrong.</summary>
    /// <param name="after">The last step used: a code serves once.</param>
    public static long? Match(string key, string code, long after, DateTimeOffset now)
    {
        var typed = string.Concat(code.Where(char.IsAsciiDigit));
        var current = now.ToUnixTimeSeconds() / Seconds;
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
            if (step > after && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(key, step)), Encoding.ASCII.GetBytes(typed))) found = step;
        return found;
    }

    public static string Code(string key, DateTimeOffset now) => Code(key, now.ToUnixTimeSeconds() / Seconds);

    private static string Code(string key, long step)
    {
        var counter = BitConverter.GetBytes(step);
        if (BitConverter.IsLittleEndian) Array.Reverse(counter);
#pragma warning disable CA5350 // The algorithm of the standard; as a keyed digest it is not broken.
        var digest = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var at = digest[^1] & 0xf;
        var number = ((digest[at] & 0x7f) << 24) | (digest[at + 1] << 16) | (digest[at + 2] << 8) | digest[at + 3];
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var bytes = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var letter in key)
        {
            (bits, held) = ((bits << 5) | Base32.IndexOf(letter), held + 5);
            if (held < 8) continue;
            bytes.Add((byte)(bits >> (held -= 8)));
            bits &= (1 << held) - 1;
        }
        return [.. bytes];
    }
}
