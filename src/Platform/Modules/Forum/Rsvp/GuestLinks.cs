using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Rsvp;

/// <summary>Who holds a link of the forum.</summary>
internal sealed class GuestLinks(PlatformDb db, PersonalLinks links, CurrentUser user, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>The guest of that link; null when it serves no more: mistyped, too old, another space's, or its guest was taken off.</summary>
    public async Task<ForumGuest?> Find(string? secret, CancellationToken ct) => await links.Find(PersonalPurpose.Forum, secret, ct) is { UsedAt: null } link
        ? await Mine(link.SubjectId).AsNoTracking().SingleOrDefaultAsync(ct) : null;

    /// <summary>The same, to act: the edition is locked, so that whoever gives or takes a place does it alone.</summary>
    public async Task<(ForumGuest?, ForumEdition?)> Act(string? secret, CancellationToken ct)
    {
        if (await links.Find(PersonalPurpose.Forum, secret, ct) is not { UsedAt: null } link) return default;
        if (await db.Set<ForumGuest>().Where(g => g.Id == link.SubjectId).Select(g => (Guid?)g.EditionId).SingleOrDefaultAsync(ct) is not { } id) return default;
        await db.Lock<ForumEdition>(id, ct);
        if (await Mine(link.SubjectId).AsTracking().SingleOrDefaultAsync(ct) is not { } guest) return default;
        var edition = await db.Set<ForumEdition>().AsNoTracking().SingleAsync(e => e.Id == id, ct);
        if (!edition.TakesAnswers(tenant.Space.Today(clock)) || guest.State == GuestState.Attended) throw new RuleViolation("answer.late");
        if (guest.State == GuestState.Delegated) throw new RuleViolation("answer.passed");
        // Names of guests stay out of the journal; a person of the space is named by the identifier.
        user.AnswersByLink(guest.PersonId, guest.PersonId is null ? "Une personne invitée" : guest.Name ?? guest.Email);
        return (guest, edition);
    }

    private IQueryable<ForumGuest> Mine(Guid id) => db.Set<ForumGuest>().Include(g => g.Companions).Include(g => g.Choices).Include(g => g.Tickets).AsSplitQuery().Where(g => g.Id == id && g.State != GuestState.Cancelled && g.Email != "");
}
