using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Reminders.Preferences;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Digests;

/// <summary>Gathers what waits into one mail per receiver, on weekdays; what is weekly goes on the first weekday of the week. Nobody
/// gets an empty one: a digest is made of the mails that wait for it.</summary>
public static class SendDigests
{
    [System]
    public sealed record Command : ICommand<int>;

    private const int MostLines = 60;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, MailSettings settings, IEnumerable<ILastLook> looks, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var (space, now) = (tenant.Space, clock.GetUtcNow());
            var today = space.On(now);
            if (today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) return 0;
            var monday = LocalTime.Instant(space.TimeZone, today.AddDays(-(((int)today.DayOfWeek + 6) % 7)), new TimeOnly(space.DigestHour, 0));
            var waiting = await db.Set<OutboxMessage>().AsTracking().Where(m => m.State == MailState.Digest).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync(ct);
            if (waiting.Count == 0) return 0;
            var choices = (await db.Set<MailPreference>().AsNoTracking().ToListAsync(ct)).ToDictionary(p => (p.Address, p.Category), p => p.Frequency);
            var sent = 0;
            foreach (var of in waiting.GroupBy(m => MailPreference.Normal(m.ToAddress)))
            {
                var ready = new List<OutboxMessage>();
                foreach (var mail in of)
                    switch (choices.TryGetValue((of.Key, mail.Category), out var chosen) ? chosen : MailPreference.Usual(mail.Category))
                    {
                        case MailFrequency.Never: mail.Hold(MailState.Silenced, "Cette personne ne souhaite pas ces messages", now); break;
                        case MailFrequency.Weekly when mail.CreatedAt >= monday: break;
                        // It waited for this moment, during which the thing may have been done.
                        case var _ when mail.LastLook is { } name && await looks.Single(l => l.Name == name).WhyNot(mail.SubjectId, mail.IdempotencyKey, ct) is { } why: mail.Hold(MailState.Withdrawn, why, now); break;
                        default: ready.Add(mail); break;
                    }
                if (ready.Count == 0 || await Mail.QueueOnce(db, space, [Gather(ready, today, of.Key)], ct) == 0) continue;
                foreach (var mail in ready) mail.Hold(MailState.Digested, null, now);
                sent++;
            }
            return sent;
        }

        private Letter Gather(List<OutboxMessage> mails, DateOnly today, string address)
        {
            var (space, shown) = (tenant.Space, mails.Take(MostLines).ToList());
            var parts = shown.GroupBy(m => (m.SubjectId, Title: m.About ?? EnumNames.Of(m.Category))).Select(g =>
                new LetterPart(g.Key.Title, g.Select(m => m.Link).LastOrDefault(l => l is not null), [.. g.Select(m => $"{French.DayAndMonth(space.On(m.CreatedAt))}\u00a0: {m.Subject}")])).ToList();
            var who = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 12));
            return new($"digest:{today:yyyy-MM-dd}:{who}", MailCategory.Digest, mails[^1].ToName, mails[^1].ToAddress,
                $"Votre récapitulatif\u00a0: {French.Count(mails.Count, "nouvelle", "nouvelles")}", "Récapitulatif",
                [$"Voici ce qui s’est passé dans l’espace {space.Name} depuis le {French.Date(space.On(mails[0].CreatedAt))}."])
            {
                Parts = parts,
                Act = settings.Root(space) is { } root ? new("Ouvrir l’espace", $"{root}/tableau-de-bord", IsSecret: false) : null,
                After = mails.Count > MostLines ? [$"Et {French.Number(mails.Count - MostLines)} autres, à lire dans l’espace."] : [],
            };
        }
    }
}
