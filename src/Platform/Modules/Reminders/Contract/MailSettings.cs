using System.Globalization;
using System.Net.Mail;
using Platform.Data;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Contract;

public enum MailSecurity { StartTls, Tls, None }

/// <summary>Whether mails reach anybody, by which server, and the address that their links begin with.</summary>
public sealed class MailSettings(IConfiguration configuration, IHostEnvironment environment, IHttpContextAccessor http)
{
    private readonly bool mailbox = configuration.GetValue("Mail:Mailbox", configuration.GetValue<bool>("Demo:Enabled"));
    private readonly string? site = (configuration["Site:Address"] ?? Here(configuration, environment))?.TrimEnd('/');

    public string? Host { get; } = configuration["Mail:Host"] is { Length: > 0 } host ? host : null;
    public MailSecurity Security { get; } = Enum.TryParse<MailSecurity>(configuration["Mail:Security"] ?? nameof(MailSecurity.StartTls), true, out var security)
        ? security : throw new SettingError("Mail:Security is StartTls, Tls or None.");
    public int Port => configuration.GetValue("Mail:Port", Security == MailSecurity.Tls ? 465 : 587);
    public string? User { get; } = configuration["Mail:User"];
    public string? Password { get; } = configuration["Mail:Password"];
    /// <summary>SHA-256 of the server's certificate, where no authority vouches for it.</summary>
    public string? Certificate { get; } = configuration["Mail:Certificate"]?.Replace(":", "", StringComparison.Ordinal);
    /// <summary>The address that mails come from.</summary>
    public string From => MailAddress.TryCreate(configuration["Mail:From"], out var from) ? from.Address : throw new SettingError("Mail:From is the address that mails come from, for instance nepasrepondre@example.org.");
    /// <summary>The same for a calendar entry, which is written long before anything is sent: an address that nobody has where none is set.</summary>
    public string Organiser(Space space) => MailAddress.TryCreate(configuration["Mail:From"], out var from) ? from.Address : $"ne-pas-repondre@{space.Identifier}.invalid";
    public int Connections { get; } = Whole(configuration, "Mail:Connections", 4);
    /// <summary>Of one space, on all nodes together.</summary>
    public int PerMinute { get; } = Whole(configuration, "Mail:PerMinute", 3000);
    public TimeSpan FirstRetry { get; } = Time(configuration, "Mail:FirstRetry", TimeSpan.FromMinutes(1));
    /// <summary>How long a node that says nothing more keeps what it claimed.</summary>
    public TimeSpan Lease { get; } = Time(configuration, "Mail:Lease", TimeSpan.FromMinutes(3));
    /// <summary>For one answer of the server.</summary>
    public TimeSpan Timeout { get; } = Time(configuration, "Mail:Timeout", TimeSpan.FromSeconds(60));

    /// <summary>Something takes mails: a server, or the page of the demonstration.</summary>
    public bool HasOutlet => Host is not null || mailbox;

    /// <summary>The page that shows a space's mails to whoever comes by: in a demonstration, or on a developer's machine.</summary>
    public bool ShowsMailbox(Space space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return mailbox && (space.IsDemonstration || environment.IsDevelopment());
    }

    /// <summary>Where nothing delivers, a link is shown to the one who asked for it, to be handed over.</summary>
    public bool Delivers(Space space) => (Host is not null || ShowsMailbox(space)) && Root(space) is not null;

    /// <summary>The beginning of the space's addresses, without a final slash; null when it cannot be known for sure. A host that
    /// anybody may write into a request never ends up in a mail: only the configured one, one that has just been recognised as the
    /// space's own, or this very machine.</summary>
    public string? Root(Space space)
    {
        ArgumentNullException.ThrowIfNull(space);
        var request = http.HttpContext?.Request;
        var here = request is null ? null : request.Scheme + Uri.SchemeDelimiter + request.Host;
        if (request is { PathBase.HasValue: false } && request.HttpContext.RequestServices.GetRequiredService<CurrentTenant>().IdOrNull == space.Id) return here;
        if (!string.IsNullOrEmpty(site)) return $"{site}/{space.Identifier}";
        // Without a request nobody has just been recognised; the host's scheme is the one that every deployment has.
        if (request is null && space.Host is { } own) return Uri.UriSchemeHttps + Uri.SchemeDelimiter + own;
        return request?.Host.Host is "localhost" or "127.0.0.1" ? $"{here}/{space.Identifier}" : null;
    }

    // A developer's node knows where it listens: jobs write links too.
    private static string? Here(IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() && configuration["urls"]?.Split(';')[0] is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback ? url : null;

    private static int Whole(IConfiguration configuration, string name, int usual) =>
        configuration[name] is not { Length: > 0 } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new SettingError($"{name} is a number above zero, not “{text}”.");

    private static TimeSpan Time(IConfiguration configuration, string name, TimeSpan usual) =>
        configuration[name] is not { Length: > 0 } text ? usual
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero ? time : throw new SettingError($"{name} is a time as hours:minutes:seconds, not “{text}”.");
}
