using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Updates;

/// <summary>The links by which referents give news without an account.</summary>
internal sealed class NewsLinks(PlatformDb db, PersonalLinks links, CurrentTenant tenant, TimeProvider clock) : IPersonalLinks
{
    public Task<string> For(Guid commitmentId, Guid personId, CancellationToken cancellationToken) =>
        Task.FromResult(links.Make(PersonalPurpose.News, commitmentId, personId, clock.GetUtcNow().AddDays(tenant.Space.LinkDays))
            ?? throw new InvalidOperationException("The space has no address of its own yet: ask MailSettings.Delivers first."));

    /// <summary>What the link asks about, as long as that person answers for it and it takes news. Null whatever the reason.</summary>
    public async Task<(PersonalLink Link, Commitment About)?> Find(string? secret, CancellationToken ct)
    {
        if (await links.Find(PersonalPurpose.News, secret, ct) is not { } link) return null;
        // By name and not through an organisation: the referent who follows is another person.
        var about = await NewsRight.AnsweredFor(db, link.PersonId, null).AsTracking().SingleOrDefaultAsync(c => c.Id == link.SubjectId, ct);
        return about is not null && about.TakesNews ? (link, about) : null;
    }
}
