using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Updates;

/// <summary>The links by which referents give news without an account.</summary>
internal sealed class NewsLinks(PlatformDb db, PersonalLinks links, CurrentTenant tenant, TimeProvider clock) : IPersonalLinks
{
    public string For(Guid commitmentId, Guid personId) =>
        links.Make(PersonalPurpose.News, commitmentId, personId, clock.GetUtcNow().AddDays(tenant.Space.LinkDays))
            ?? throw new InvalidOperationException("The space has no address of its own yet: ask MailSettings.Delivers first.");

    /// <summary>What the link asks about and the name of whom it asks, as long as that person answers for it and it takes news. Null whatever the reason.</summary>
    public async Task<(PersonalLink Link, Commitment About, string Name)?> Find(string? secret, CancellationToken ct)
    {
        if (await links.Find(PersonalPurpose.News, secret, ct) is not { } link) return null;
        var person = link.Holder;
        if ((await NamesOf.Read(db, [person], ct)).GetValueOrDefault(person) is not { IsArchived: false, Name: var name, OrganisationId: var organisation }) return null;
        var (named, facilitators) = (NewsRight.AnsweredFor(db, person, null).Select(c => c.Id), CoalitionFacilitator.On(db, tenant.Space.Today(clock)));
        // Somebody named answers, and nobody else of the same organisation: whoever refers now is another person. Where nobody refers, who runs
        // the coalition or sits for the holder may have been asked.
        var about = await db.Set<Commitment>().AsTracking().SingleOrDefaultAsync(c => c.Id == link.SubjectId && (named.Contains(c.Id)
            || facilitators.Any(f => f.CoalitionId == c.CoalitionId && f.PersonId == person)
            || (c.ReferentId == null && organisation != null && c.Holders.Any(h => h.OrganisationId == organisation))), ct);
        return about is not null && about.State.TakesNews() ? (link, about, name) : null;
    }
}
