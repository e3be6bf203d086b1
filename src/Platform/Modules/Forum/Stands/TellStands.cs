using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Stands;

/// <summary>In the evening, whoever speaks for a coalition is told what was said at its stand since the day before and still waits: one mail for all
/// of it, however many passed. Run twice the same day, it tells nothing more.</summary>
public static class TellStands
{
    [System]
    public sealed record Command : ICommand<int>;

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, MailSettings mails, TimeProvider clock) : IRequestHandler<Command, int>
    {
        private const int Lines = 12;

        /// <returns>How many mails were written.</returns>
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            if (!tenant.Space.Has(SpaceModules.Forum) || !tenant.Space.Has(SpaceModules.Coalitions)) return 0;
            var today = tenant.Space.Today(clock);
            var since = tenant.Space.Dawn(today.AddDays(-1));
            // The sentence and the name stay where they are erased with the address: the mail says how much waits, of what kind and from whom it comes.
            var said = (await db.Set<StandRequest>().Where(r => r.State == StandState.Waiting && r.TakenAt >= since).OrderBy(r => r.TakenAt).ThenBy(r => r.Id)
                .Select(r => new { r.EditionId, r.CoalitionId, r.Kind, r.Organisation }).ToListAsync(ct)).GroupBy(r => (r.EditionId, r.CoalitionId)).ToList();
            if (said.Count == 0) return 0;
            var editions = said.ConvertAll(g => g.Key.EditionId);
            var titles = await db.Set<ForumEdition>().Where(e => editions.Contains(e.Id)).Select(e => new { e.Id, e.Title }).ToDictionaryAsync(e => e.Id, e => e.Title, ct);
            var coalitions = (await mediator.Send(new CoalitionSheets.Query([.. said.Select(g => g.Key.CoalitionId).Distinct()]), ct)).ToDictionary(c => c.Id);
            var people = (await mediator.Send(new ContactsOf.Query(coalitions.Values.SelectMany(c => c.Contacts).Select(c => (Guid?)c)), ct)).ToDictionary(p => p.Id);
            var (root, letters) = (mails.Root(tenant.Space), new List<Letter>());
            foreach (var group in said.Where(g => coalitions.ContainsKey(g.Key.CoalitionId)))
            {
                var (coalition, title, count) = (coalitions[group.Key.CoalitionId], titles[group.Key.EditionId], group.Count());
                foreach (var person in coalition.Contacts.Where(people.ContainsKey).Select(c => people[c]).DistinctBy(p => p.Email, StringComparer.OrdinalIgnoreCase))
                    letters.Add(new Letter($"forum-stand:{group.Key.EditionId:N}:{coalition.Id:N}:{person.Id:N}:{today:yyyyMMdd}", MailCategory.Meetings, person.Name, person.Email,
                        $"{French.Count(count, "demande reçue", "demandes reçues")} au stand « {coalition.Name} »", $"Demandes du stand « {coalition.Name} », à {person.Name}",
                        [$"{title} : {French.Count(count, "personne attend une réponse", "personnes attendent une réponse")} de « {coalition.Name} »."])
                    {
                        Parts = [new("Ce qu’on vous demande", null, [.. group.Take(Lines).Select(r => $"{EnumNames.Of(r.Kind)}{(r.Organisation is { } of ? $" – {of}" : "")}"), .. count > Lines ? [$"… et {French.Number(count - Lines)} autres"] : Array.Empty<string>()])],
                        Act = root is null ? null : new Act("Répondre à ces demandes", $"{root}/forum/{group.Key.EditionId}/demandes?etat=a-traiter&coalition={coalition.Id}", false),
                        SubjectId = group.Key.EditionId, About = title, Thread = $"forum-stand:{coalition.Id:N}",
                    });
            }
            return await Mail.QueueOnce(db, tenant.Space, letters, ct);
        }
    }
}
