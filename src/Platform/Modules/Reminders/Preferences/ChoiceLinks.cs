using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Preferences;

/// <summary>The address where a receiver chooses what to receive, signed for one space and one receiver: it opens nothing else.</summary>
internal sealed class ChoiceLinks(IDataProtectionProvider protection, MailSettings settings)
{
    /// <summary>After the address: what mail readers post to when somebody presses their own button.</summary>
    public const string OneClick = "?handler=Stop";

    /// <summary>Null when the space's address is not known.</summary>
    public string? For(Space space, string address, MailCategory category) =>
        settings.Root(space) is { } root ? $"{root}/mes-messages/{Token(space.Id, address, category)}" : null;

    public string Token(Guid space, string address, MailCategory category) =>
        WebEncoders.Base64UrlEncode(Protector(space).Protect(Encoding.UTF8.GetBytes($"{(int)category} {MailPreference.Normal(address)}")));

    /// <summary>Null for anything that this space did not sign.</summary>
    public (string Address, MailCategory Category)? Read(Guid space, string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        try
        {
            var parts = Encoding.UTF8.GetString(Protector(space).Unprotect(WebEncoders.Base64UrlDecode(token))).Split(' ', 2);
            return parts is [var number, { Length: > 0 } address] && Enum.TryParse<MailCategory>(number, out var category) ? (address, category) : null;
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Protector(Guid space) => protection.CreateProtector("mail-choices", space.ToString());
}
