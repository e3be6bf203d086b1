using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Reminders.Rules;

/// <summary>The last look before a reminder goes: it may have waited for a server or for a digest while the thing was done, put off, or
/// passed on to somebody else.</summary>
internal sealed class StillOwed(PlatformDb db, IEnumerable<IReminderSource> sources, Receivers receivers) : ILastLook
{
    public string Name => ReminderLetters.Look;

    public async Task<string?> WhyNot(Guid? subjectId, string key, CancellationToken ct)
    {
        if (key.Split(':') is not [_, _, var who, var on] || !Guid.TryParseExact(who, "N", out var receiver)
            || !DateOnly.TryParseExact(on, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        var written = await db.Set<Reminded>().AsNoTracking().Where(r => r.ReceiverId == receiver && r.Day == day && r.MailKey == key).ToListAsync(ct);
        if (written.Count == 0) return null;
        var rules = await RuleBook.Of(db, ct);
        var why = "C’est fait depuis : ce rappel n’a plus d’objet";
        foreach (var of in written.GroupBy(r => r.Kind))
        {
            var rule = rules[of.Key];
            var open = (await sources.Single(s => s.Kind == of.Key).Open([.. of.Select(r => r.SubjectId)], rule.Stop, ct)).ToDictionary(o => o.Id);
            var people = await receivers.Of(open.Values, ct);
            foreach (var row in of)
            {
                if (!open.TryGetValue(row.SubjectId, out var owed)) continue;
                if (!row.ByHand && !rule.IsOn) why = "La règle a été arrêtée depuis";
                else if (owed.AnchorOn != row.AnchorOn) why = "La date a changé depuis : le rappel suivra la nouvelle";
                else if (!await IsOn(owed, receiver, people, ct)) why = "Cette personne n’est plus sollicitée pour cela";
                else return null;
            }
        }
        return why;
    }

    private async Task<bool> IsOn(Owed owed, Guid receiver, IReadOnlyDictionary<Guid, Receiver> people, CancellationToken ct)
    {
        foreach (var rung in KindBook.Of(owed.Kind).Ladder)
            if ((await receivers.On(rung, owed, people, ct)).Any(p => p.Id == receiver)) return true;
        return false;
    }
}
