using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Platform.Modules.Access;

/// <summary>The second step of a sign-in: keys as they are stored, codes checked, and the proof that the first step was passed.</summary>
internal sealed class SecondStep(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int RecoveryCodes = 10;
    private static readonly TimeSpan TicketLasts = TimeSpan.FromMinutes(5), EnrolmentLasts = TimeSpan.FromMinutes(30);

    private readonly IDataProtector keys = protection.CreateProtector("totp");
    private readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("second-step").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector enrolments = protection.CreateProtector("totp-enrolment").ToTimeLimitedDataProtector();

    /// <summary>Says that this account gave its password a moment ago.</summary>
    public string Ticket(Account account, bool remember) => tickets.Protect(JsonSerializer.Serialize(new Passed(account.Id, account.SecurityStamp, remember)), TicketLasts);

    public Passed? Read(string? ticket) => Open(tickets, ticket) is { } json ? JsonSerializer.Deserialize<Passed>(json) : null;

    /// <summary>A key that nothing stores until its first code has been given.</summary>
    public string Enrolment(Guid account, string key) => enrolments.Protect($"{account} {key}", EnrolmentLasts);

    public string? Enrolled(Guid account, string? enrolment) => Open(enrolments, enrolment)?.Split(' ') is [var id, var key] && id == account.ToString() ? key : null;

    /// <returns>The recovery codes, stored as digests only; null when the code is wrong. That code has now served.</returns>
    public IReadOnlyList<string>? TurnOn(Account account, string key, string code)
    {
        if (Totp.Match(key, code, 0, clock.GetUtcNow()) is not { } step) return null;
        var codes = NewCodes();
        account.TakeSecondStep(keys.Protect(key), step, Digests(codes));
        return codes;
    }

    public static IReadOnlyList<string> Renew(Account account)
    {
        var codes = NewCodes();
        account.RenewRecovery(Digests(codes));
        return codes;
    }

    /// <summary>A code of the application, or a recovery code; either serves once.</summary>
    public bool Use(Account account, string code)
    {
        if (account.TotpKey is null) return false;
        if (Totp.Match(keys.Unprotect(account.TotpKey), code, account.TotpStep, clock.GetUtcNow()) is { } step)
        {
            account.UsedStep(step);
            return true;
        }
        return account.SpendRecovery(Digest(code));
    }

    private static List<string> NewCodes() => [.. Enumerable.Range(0, RecoveryCodes).Select(_ => ReadableCode.New(10).Insert(5, "-"))];

    private static string Digests(IEnumerable<string> codes) => string.Join(' ', codes.Select(Digest));

    // Fifty random bits: a plain digest is enough, there is no dictionary of them.
    private static string Digest(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant())));

    private static string? Open(ITimeLimitedDataProtector protector, string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    internal sealed record Passed(Guid AccountId, string? Stamp, bool Remember);
}
