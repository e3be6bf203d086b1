using System.Globalization;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Rules;

/// <summary>A reminder as a mail.</summary>
internal sealed class ReminderLetters(PlatformDb db, MailSettings mails)
{
    public const string Look = "rappel";

    private const string Prefix = "rappel:";

    /// <summary>One a day about a group to a receiver: the outbox has one row per key.</summary>
    public static string KeyOf(Guid group, Guid receiver, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{group:N}:{receiver:N}:{day:yyyyMMdd}");

    /// <summary>Writes to one receiver and notes who was told of what: nothing tells them of it again today.</summary>
    /// <param name="by">Who reminds by hand; null: the rule.</param>
    public void Queue(Space space, IReminderSource source, ReminderRule rule, IReadOnlyList<Owed> owed, Told to, IReadOnlyList<string> asked, DateOnly today, Hand? by = null)
    {
        var personal = to.ActsAlone ? source.PersonalAddress(owed[0], to.To.Id) : null;
        var letter = Write(space, Wording.Of(rule), rule.Stop, owed, to, asked, personal, today, by?.Note);
        if (by is not null) letter = letter with { Cause = $"Relance de {by.Name}, pour {to.To.Name}", IsDirect = true, CausedById = by.AccountId, ReplyTo = by.Email };
        Mail.Queue(db, space, letter);
        foreach (var thing in owed) db.Add(new Reminded(thing, to.To.Id, today, letter.Key, byHand: by is not null));
    }

    /// <param name="owed">Of one group.</param>
    /// <param name="asked">Names of those who are asked, for those who are told.</param>
    /// <param name="personal">The receiver's own address; null: where everybody does it.</param>
    /// <param name="note">What somebody adds by hand.</param>
    public Letter Write(Space space, Wording words, StopWhen stop, IReadOnlyList<Owed> owed, Told to, IReadOnlyList<string> asked, string? personal, DateOnly today, string? note = null)
    {
        var (book, values, first) = (KindBook.Of(words.Kind), Wording.Values(owed, asked, space.Name), owed[0]);
        var root = mails.Root(space);
        var subject = Braces.Fill(words.Subject, values);
        List<string> paragraphs = [.. note?.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? []];
        paragraphs.AddRange(Braces.Paragraphs(to.IsAsked ? words.Text : words.Escalation, values));
        return new(KeyOf(first.GroupId, to.To.Id, today), book.Category, to.To.Name, to.To.Email, to.IsAsked ? subject : $"Pour information : {subject}", $"Rappel « {book.Name(space)} » du {French.Date(today)}, pour {to.To.Name}", paragraphs)
        {
            Parts = owed.Count == 1 ? [] : [new(first.Group, null, [.. owed.Select(o => $"{o.Short ?? o.Title} : {o.Situation}")])],
            Act = personal is not null ? new(book.Do, personal, IsSecret: true)
                : root is null ? null : to.IsAsked ? new(book.Do, root + first.Path, IsSecret: false) : new("Ouvrir la fiche", root + first.Sheet, IsSecret: false),
            After = [$"Vous le recevez au titre de « {book.Names[to.Rung]} ». Il s’arrête de lui-même quand {Word.Lower(EnumNames.Of(stop))}."],
            SubjectId = first.GroupId, About = first.Group, Thread = $"rappel:{first.GroupId:N}", IsDirect = to.IsAsked, LastLook = Look,
            // Past the grace, the next step says it better.
            NotAfter = space.Dawn(words.Kind == ReminderKind.Meeting ? first.AnchorOn.AddDays(1) : today.AddDays(Step.Grace + 1)),
        };
    }
}

/// <summary>Somebody who reminds others by hand.</summary>
/// <param name="Email">Where answers go.</param>
internal sealed record Hand(Guid? AccountId, string Name, string? Email, string? Note);
