using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Rules;

/// <summary>The day's reminders of a space. Run again, it writes nothing twice; run late, it writes what is still worth writing. Nothing
/// is planned ahead: what is due is read from the dates themselves, so a date that moves takes its reminders along.</summary>
public static class RunRules
{
    [System]
    public sealed record Command : ICommand<int>;

    /// <summary>Things read, told and saved at a time: what a space has to say never stands in memory all at once.</summary>
    internal const int AtOnce = 250;

    /// <summary>Longer than any step reaches back.</summary>
    private const int KeptDays = 400;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, MailSettings mails, IEnumerable<IReminderSource> sources, Receivers receivers, ReminderLetters letters)
        : IRequestHandler<Command, int>
    {
        /// <returns>How many mails were written now.</returns>
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var space = tenant.Space;
            // Without a way out they would only wait until they are too late.
            if (!mails.Delivers(space)) return 0;
            var today = space.Today(clock);
            var rules = await RuleBook.Of(db, ct);
            var written = 0;
            foreach (var source in sources.OrderBy(s => s.Kind))
            {
                var rule = rules[source.Kind];
                if (!rule.IsOn || !KindBook.Of(source.Kind).IsIn(space)) continue;
                var steps = Step.Read(rule.Steps);
                foreach (var some in Handfuls(await source.On(Step.Anchors(steps, today), rule.Stop, ct)))
                {
                    written += await Tell(rule, steps, source, await source.Open(some, rule.Stop, ct), today, ct);
                    await db.SaveChangesAsync(ct);
                    db.ChangeTracker.Clear();
                }
            }
            var old = today.AddDays(-KeptDays);
            await db.Set<Reminded>().Where(r => r.Day < old).ExecuteDeleteAsync(ct);
            return written;
        }

        private async Task<int> Tell(ReminderRule rule, IReadOnlyList<Step> steps, IReminderSource source, IReadOnlyList<Owed> open, DateOnly today, CancellationToken ct)
        {
            var people = await receivers.Of(open, ct);
            var owed = new List<(Owed Of, Told To, DateOnly Since)>();
            foreach (var of in open)
                if (Step.Reached(steps, of.AnchorOn, today) is { } step)
                    foreach (var to in await receivers.Audience(of, step, people, ct)) owed.Add((of, to, of.AnchorOn.AddDays(step.Days)));
            if (owed.Count == 0) return 0;
            var (since, subjects, who) = (today.AddDays(-Step.Grace), owed.Select(o => o.Of.Id).Distinct().ToList(), owed.Select(o => o.To.To.Id).Distinct().ToList());
            var told = (await db.Set<Reminded>().Where(r => subjects.Contains(r.SubjectId) && r.Day >= since).Select(r => new { r.SubjectId, r.ReceiverId, r.Day }).ToListAsync(ct))
                .GroupBy(r => (r.SubjectId, r.ReceiverId)).ToDictionary(g => g.Key, g => g.Max(r => r.Day));
            var keys = (await db.Set<Reminded>().Where(r => r.Day == today && who.Contains(r.ReceiverId)).Select(r => r.MailKey).Distinct().ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            var written = 0;
            // Whoever has heard of it since the step came due, by whatever way, is not told again: there is nothing new to say.
            foreach (var mail in owed.Where(o => !told.TryGetValue((o.Of.Id, o.To.To.Id), out var last) || last < o.Since).GroupBy(o => (o.Of.GroupId, o.To.To.Id)))
            {
                var (things, to) = (mail.Select(m => m.Of).ToList(), mail.MinBy(m => m.To.Rung).To);
                // Another rule has written about the same today: tomorrow will do.
                if (keys.Contains(ReminderLetters.KeyOf(mail.Key.GroupId, to.To.Id, today))) continue;
                letters.Queue(tenant.Space, source, rule, things, to, [.. (await receivers.On(Rungs.Referent, things[0], people, ct)).Select(p => p.Name)], today);
                written++;
            }
            return written;
        }

        /// <summary>Whole groups, so that what goes in one mail is read together.</summary>
        private static IEnumerable<IReadOnlyList<Guid>> Handfuls(IReadOnlyList<(Guid Id, Guid GroupId)> found)
        {
            var some = new List<Guid>();
            for (var i = 0; i < found.Count; i++)
            {
                if (some.Count >= AtOnce && found[i].GroupId != found[i - 1].GroupId)
                {
                    yield return some;
                    some = [];
                }
                some.Add(found[i].Id);
            }
            if (some.Count > 0) yield return some;
        }
    }
}
