using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Makes personal links and finds them again. Every module that mails one comes here, and shows <c>/Modules/Access/Links/_Refused.cshtml</c>
/// for any that does not serve: mistyped, used, too old, another space's.</summary>
internal sealed class PersonalLinks(PlatformDb db, CurrentTenant tenant, MailSettings mail, Throttle throttle, TimeProvider clock)
{
    /// <summary>A new link, saved with what the caller saves; earlier ones live on.</summary>
    /// <returns>Its absolute address; null where the space's own is not known, and so nothing can be mailed.</returns>
    public string? Make(PersonalPurpose purpose, Guid subject, Guid? person, DateTimeOffset until)
    {
        if (mail.Root(tenant.Space) is not { } root) return null;
        var secret = SecretLink.New();
        db.Add(new PersonalLink(purpose, subject, person, secret, until));
        return $"{root}/r/{Word(purpose)}-{secret}";
    }

    /// <summary>The link of that secret, used or not; null for one that is too old or is none. Tries from one address are counted.</summary>
    public async Task<PersonalLink?> Find(PersonalPurpose purpose, string? secret, CancellationToken ct)
    {
        if (await throttle.IsOver(Limits.Link, throttle.Caller, ct)) return null;
        var (digest, now) = (PersonalLink.DigestOf(purpose, secret), clock.GetUtcNow());
        var link = await db.Set<PersonalLink>().AsTracking().SingleOrDefaultAsync(l => l.Hash == digest, ct);
        if (link is not null && SecretLink.Same(link.Hash, digest) && link.Until >= now) return link;
        await throttle.Count(Limits.Link, throttle.Caller, ct);
        return null;
    }

    private static string Word(PersonalPurpose purpose) => purpose switch
    {
        PersonalPurpose.News => "nouvelle",
        PersonalPurpose.Meeting => "reunion",
        PersonalPurpose.Forum => "forum",
        PersonalPurpose.Opinion => "avis",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };
}
