using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Platform.Modules.Access;

/// <param name="Options">What the browser's own function takes, as JSON.</param>
/// <param name="State">The challenge, sealed: the form gives it back with the answer.</param>
public sealed record PasskeyForm(string Options, string State);

/// <summary>Challenges for passkeys, and the check of their answers. What was asked travels sealed in the form: nothing is stored,
/// so that looking at a page changes nothing and any node may check.</summary>
internal sealed class PasskeyForms(IPasskeyHandler<Account> passkeys, IHttpContextAccessor http, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector creation = protection.CreateProtector("passkey-creation").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector request = protection.CreateProtector("passkey-request").ToTimeLimitedDataProtector();

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Passkeys belong to a host: outside a request there is none.");

    public async Task<PasskeyForm> ToAdd(Account account)
    {
        var made = await passkeys.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Name }, Http);
        return new(made.CreationOptionsJson, creation.Protect($"{account.Id} {made.AttestationState}", Lasts));
    }

    public async Task<PasskeyForm> ToSignIn()
    {
        var made = await passkeys.MakeRequestOptionsAsync(null, Http);
        return new(made.RequestOptionsJson, request.Protect(made.AssertionState ?? "", Lasts));
    }

    /// <summary>Whether this account was given that challenge to add a key, a moment ago.</summary>
    public bool Asked(Account account, string? state) => Challenge(account, state) is not null;

    /// <summary>The new key, null when the answer does not fit what was asked.</summary>
    public async Task<UserPasskeyInfo?> Added(Account account, string? state, string? credential)
    {
        if (Challenge(account, state) is not { } asked || string.IsNullOrEmpty(credential)) return null;
        var result = await passkeys.PerformAttestationAsync(new() { HttpContext = Http, CredentialJson = credential, AttestationState = asked });
        return result.Succeeded ? result.Passkey : null;
    }

    public async Task<(Account Account, UserPasskeyInfo Key)?> SignedIn(string? state, string? credential)
    {
        if (Open(request, state) is not { } asked || string.IsNullOrEmpty(credential)) return null;
        var result = await passkeys.PerformAssertionAsync(new() { HttpContext = Http, CredentialJson = credential, AssertionState = asked });
        return result.Succeeded ? (result.User, result.Passkey) : null;
    }

    private string? Challenge(Account account, string? state) => Open(creation, state)?.Split(' ', 2) is [var id, var asked] && id == account.Id.ToString() ? asked : null;

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
}
