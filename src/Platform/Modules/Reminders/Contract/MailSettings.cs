using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Contract;

/// <summary>Whether mails reach anybody, and the address that their links begin with.</summary>
public sealed class MailSettings(IConfiguration configuration, IHostEnvironment environment, IHttpContextAccessor http)
{
    private readonly bool mailbox = configuration.GetValue("Mail:Mailbox", configuration.GetValue<bool>("Demo:Enabled"));
    private readonly bool server = !string.IsNullOrWhiteSpace(configuration["Mail:Host"]);
    private readonly string? site = configuration["Site:Address"]?.TrimEnd('/');

    /// <summary>The page that shows a space's mails to whoever comes by: in a demonstration, or on a developer's machine.</summary>
    public bool ShowsMailbox(Space space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return mailbox && (space.IsDemonstration || environment.IsDevelopment());
    }

    /// <summary>Where nothing delivers, a link is shown to the one who asked for it, to be handed over.</summary>
    public bool Delivers(Space space) => (server || ShowsMailbox(space)) && Root(space) is not null;

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
        return request?.Host.Host is "localhost" or "127.0.0.1" ? $"{here}/{space.Identifier}" : null;
    }
}
