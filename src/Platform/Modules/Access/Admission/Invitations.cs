using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Makes the link of an invitation, mails it where mails are delivered, and finds the invitation of a link again.</summary>
internal sealed class Invitations(PlatformDb db, CurrentTenant tenant, CurrentUser me, MailSettings mail, IHttpContextAccessor http, TimeProvider clock)
{
    private const string Purpose = "invitation";

    public bool ByMail => mail.Delivers(tenant.Space);

    /// <returns>The link when it was not mailed: whoever invites hands it over.</returns>
    public async Task<string?> Send(Membership membership, string email, CancellationToken ct)
    {
        var secret = SecretLink.New();
        var until = clock.GetUtcNow().AddDays(await db.Tenants.Where(t => t.Id == tenant.Id).Select(t => t.InvitationDays).SingleAsync(ct));
        // Of the link before, which serves no more.
        await Mail.Withdraw(db, KeyOf(membership), "Une autre invitation la remplace.", ct);
        membership.Invite(SecretLink.Digest(Purpose, secret), until, ByMail);
        if (!ByMail) return $"{mail.Root(tenant.Space) ?? Here()}/invitation/{secret}";
        Mail.Queue(db, tenant.Space, AccessLetters.Invitation(membership, email, me.Name, tenant.Space, $"{mail.Root(tenant.Space)}/invitation/{secret}", until));
        return null;
    }

    /// <summary>The invitation that may still be accepted with this link, null whatever the reason.</summary>
    public async Task<Membership?> Find(string? secret, CancellationToken ct)
    {
        var digest = SecretLink.Digest(Purpose, secret);
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.TenantId == tenant.Id && m.InvitationHash == digest && m.EndedAt == null, ct);
        return membership is not null && SecretLink.Same(membership.InvitationHash, digest) && membership.InvitationUntil >= clock.GetUtcNow() ? membership : null;
    }

    /// <summary>What the keys of an invitation's mails begin with.</summary>
    public static string KeyOf(Membership invited) => $"invitation:{invited.Id}:";

    // Shown to the one who made the request and to nobody else: the host they wrote themselves harms nobody.
    private string Here() => http.HttpContext is { Request: var r } ? r.Scheme + Uri.SchemeDelimiter + r.Host + r.PathBase : "";
}
