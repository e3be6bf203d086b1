using Platform.Data;

namespace Platform.Modules.Access;

/// <summary>What may be tried how often. Whoever goes over gets the same answer as whoever is wrong.</summary>
internal static class Limits
{
    /// <summary>Wrong passwords and codes from one address: a town hall is one address, so many.</summary>
    public static readonly Limit SignIn = new("signin", 60, TimeSpan.FromMinutes(10));
    /// <summary>Wrong passwords for one address of e-mail, known or not.</summary>
    public static readonly Limit Account = new("account", 20, TimeSpan.FromMinutes(30));
    /// <summary>Links that do not exist, from one address.</summary>
    public static readonly Limit Link = new("link", 30, TimeSpan.FromMinutes(10));
    /// <summary>New passwords asked for, from one address and for one account: nobody's mailbox is filled.</summary>
    public static readonly Limit Forgotten = new("forgotten", 30, TimeSpan.FromHours(1));
    public static readonly Limit ForgottenAccount = new("forgotten-account", 5, TimeSpan.FromHours(1));
}
