using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Members.People;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Preferences;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>A few mails of each fate. They are written like any other: what becomes of them is the dispatcher's own doing.</summary>
internal static class DemoMails
{
    private const int Asked = 7, Invited = 3;

    public static async Task Write(PlatformDb db, Space space, MailSettings settings, IPersonalLinks links, MeetingLetters meetings, GuestLetters guests, DateTimeOffset now, CancellationToken ct)
    {
        if (settings.Root(space) is not { } root) return;
        await db.SaveChangesAsync(ct);
        var asked = await db.Set<Commitment>().Where(c => c.ReferentId != null && c.State == CommitmentState.UnderWay).OrderBy(c => c.Number)
            .Join(db.Set<Person>().Where(p => p.Email != null), c => c.ReferentId, p => p.Id, (c, p) => new { c.Id, c.Title, Person = p }).Take(Asked).ToListAsync(ct);
        foreach (var (one, i) in asked.Select((a, i) => (a, i)))
        {
            var (address, name) = (one.Person.Email!, $"{one.Person.GivenName} {one.Person.FamilyName}");
            var link = new Act("Lire et donner des nouvelles", $"{root}/engagements/{one.Id}", IsSecret: false);
            Mail.Queue(db, space, new Letter($"demo:ask:{one.Id}", MailCategory.Reminders, name, i == Asked - 1 ? "adresse incomplète" : address, $"Où en est « {French.Cut(one.Title, 80)} » ?", "Relance de l’équipe d’animation",
                [$"Nous préparons le prochain point avec les membres de {space.Name}, et nous n’avons pas de nouvelles récentes de cet engagement.", "Une phrase suffit : ce qui a avancé, ce qui bloque, ou ce dont vous auriez besoin."])
            {
                Act = new("Donner des nouvelles", links.For(one.Id, one.Person.Id), IsSecret: true), SubjectId = one.Id, About = one.Title, IsDirect = true,
                // The next reminder waits for its day; the one before has gone.
                NotBefore = i == 1 ? now.AddDays(6) : null,
            });
            Mail.Queue(db, space, new Letter($"demo:news:{one.Id}", MailCategory.News, name, asked[0].Person.Email!, "Une étape de plus est franchie", "Nouvelle publiée", ["L’équipe d’animation a publié une nouvelle de cet engagement."])
            {
                Act = link, SubjectId = one.Id, About = one.Title,
            });
        }
        if (await db.Set<Meeting>().Include(m => m.Items).Include(m => m.Attendances).AsSplitQuery().FirstOrDefaultAsync(m => m.State == MeetingState.Convened, ct) is { } next)
            await meetings.Convened(space, next, await db.Set<Body>().Where(b => b.Id == next.BodyId).Select(b => b.Name).SingleAsync(ct), null, ct);
        // Of those who have not answered the coming forum, some get its invitation: their links open the page that answers.
        if (await db.Set<ForumEdition>().Where(e => e.StartsOn > space.On(now) && e.CancelledOn == null).OrderBy(e => e.StartsOn).FirstOrDefaultAsync(ct) is { } edition)
            foreach (var guest in await db.Set<ForumGuest>().Where(g => g.EditionId == edition.Id && g.State == GuestState.Draft).OrderBy(g => g.NameKey).Take(Invited).ToListAsync(ct))
            {
                guest.Queue(now);
                Mail.Queue(db, space, guests.Invitation(space, edition, new ForumTemplate(edition.Id), guest, null));
            }
        // Somebody wants no reminders; not whoever is asked most, so that there are some to read.
        if (asked.Find(a => a.Person.Id != asked[0].Person.Id) is { } silent) db.Add(new MailPreference(silent.Person.Email!, MailCategory.Reminders, MailFrequency.Never));
    }
}
