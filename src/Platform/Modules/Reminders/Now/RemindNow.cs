using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Reminders.Rules;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Now;

/// <summary>Reminds by hand: who would receive what, then sends it to those who are ticked. The rule need not be on; that nobody hears of
/// the same thing twice on one day holds here too.</summary>
public static class RemindNow
{
    public const int NoteLength = 1000;

    [Needs(RemindersPermissions.Remind)]
    public sealed record Form(ReminderKind Kind, Guid Id) : IRequest<View>;

    /// <param name="Last">The last reminder about it, by a rule or by hand.</param>
    public sealed record View(string Kind, string Title, IReadOnlyList<Row> Rows, IReadOnlyList<Mailed> Mails, DateOnly? Last, string? Back, bool Delivers, Command Command);

    /// <param name="Key">What the form carries back.</param>
    /// <param name="Hindrance">Why this person cannot be written to now; null: nothing.</param>
    public sealed record Row(Guid Key, string Name, string Email, string As, string About, string? Hindrance);

    /// <summary>A mail as it will be.</summary>
    public sealed record Mailed(string To, string Subject, string Text, string Html);

    [Needs(RemindersPermissions.Remind)]
    public sealed record Command : ICommand<Done>
    {
        public ReminderKind Kind { get; set; }
        public Guid Id { get; set; }
        [Display(Name = "Destinataires")] public List<Guid> To { get; init; } = [];
        [Display(Name = "Votre mot")] public string? Note { get; init; }
    }

    /// <param name="Back">Where what it is about is read, inside the space.</param>
    public sealed record Done(string Sentence, string Back);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.To).NotEmpty().WithMessage("Cochez au moins une personne.");
            RuleFor(c => c.Note).MaximumLength(NoteLength);
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, CurrentUser user, TimeProvider clock, MailSettings mails, IEnumerable<IReminderSource> sources, Receivers receivers, ReminderLetters letters)
        : IRequestHandler<Form, View>, IRequestHandler<Command, Done>
    {
        /// <summary>One mail that may be written.</summary>
        private sealed record Candidate(Guid GroupId, Told To, IReadOnlyList<Owed> Owed, IReadOnlyList<string> Asked, string? Hindrance)
        {
            /// <summary>Tells the mails of a page apart: what it is about, and to whom.</summary>
            public Guid Key => new([.. GroupId.ToByteArray().Zip(To.To.Id.ToByteArray(), (one, other) => (byte)(one ^ other))]);
        }

        public async Task<View> Handle(Form form, CancellationToken ct)
        {
            var (book, source, rule) = await Find(form.Kind, ct);
            var owed = await Owing(source, rule, form.Id, ct);
            var candidates = await Candidates(book, owed, ct);
            var ids = owed.Select(o => o.Id).ToList();
            var last = await db.Set<Reminded>().Where(r => ids.Contains(r.SubjectId)).Select(r => (DateOnly?)r.Day).MaxAsync(ct);
            var shown = candidates.Where(c => c.Hindrance is null).GroupBy(c => c.To.IsAsked).Select(g => g.First()).OrderByDescending(c => c.To.IsAsked);
            return new(book.Name(tenant.Space), owed.Count == 0 ? "" : Title(owed), [.. candidates.Select(c => new Row(c.Key, c.To.To.Name, c.To.To.Email, book.Names[c.To.Rung], c.Owed[0].Group, c.Hindrance))],
                [.. shown.Select(c => Shown(book, source, rule, c))], last, owed.Count == 0 ? null : Sheet(owed), mails.Delivers(tenant.Space),
                new Command { Kind = form.Kind, Id = form.Id, To = [.. candidates.Where(c => c.To.IsAsked && c.Hindrance is null).Select(c => c.Key)] });
        }

        public async Task<Done> Handle(Command c, CancellationToken ct)
        {
            var (book, source, rule) = await Find(c.Kind, ct);
            if (!mails.Delivers(tenant.Space)) throw new RuleViolation("reminder.outlet");
            var owed = await Owing(source, rule, c.Id, ct);
            if (owed.Count == 0) throw new RuleViolation("reminder.done");
            var (today, now) = (tenant.Space.Today(clock), clock.GetUtcNow());
            var hand = new Hand(user.AccountId, user.Name, await db.Users.Where(u => u.Id == user.AccountId).Select(u => u.Email).SingleOrDefaultAsync(ct), c.Note);
            var told = new List<string>();
            foreach (var one in (await Candidates(book, owed, ct)).Where(x => x.Hindrance is null && c.To.Contains(x.Key)))
            {
                letters.Queue(tenant.Space, source, rule, one.Owed, one.To, one.Asked, today, hand);
                told.Add(one.To.To.Name);
            }
            if (told.Count == 0) throw new RuleViolation("reminder.nobody");
            db.Add(new HandReminder(book.Kind, c.Id, Title(owed), told.Count, now));
            return new($"Rappel envoyé à {French.List([.. told.Distinct(StringComparer.Ordinal)])}.", Sheet(owed));
        }

        private async Task<(KindBook Book, IReminderSource Source, ReminderRule Rule)> Find(ReminderKind kind, CancellationToken ct) =>
            (KindBook.For(kind, tenant.Space), sources.Single(s => s.Kind == kind), (await RuleBook.Of(db, ct))[kind]);

        private static async Task<IReadOnlyList<Owed>> Owing(IReminderSource source, ReminderRule rule, Guid id, CancellationToken ct) =>
            await source.Open(await source.Under(id, ct) ?? throw new NotFound(nameof(Owed)), rule.Stop, ct);

        private async Task<IReadOnlyList<Candidate>> Candidates(KindBook book, IReadOnlyList<Owed> owed, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var people = await receivers.Of(owed, ct);
            var found = new List<(Owed Of, Told To)>();
            foreach (var of in owed)
                foreach (var rung in book.Ladder)
                    foreach (var person in await receivers.On(rung, of, people, ct))
                        if (!found.Exists(f => f.Of == of && (f.To.To.Id == person.Id || string.Equals(f.To.To.Email, person.Email, StringComparison.OrdinalIgnoreCase)))) found.Add((of, new Told(person, rung)));
            var unwanted = await Mail.Unwanted(db, book.Category, [.. found.Select(f => f.To.To.Email).Distinct()], ct);
            var who = found.Select(f => f.To.To.Id).Distinct().ToList();
            var told = (await db.Set<Reminded>().Where(r => r.Day == today && who.Contains(r.ReceiverId)).Select(r => new { r.SubjectId, r.ReceiverId, r.MailKey }).ToListAsync(ct)).ToHashSet();
            var candidates = new List<Candidate>();
            foreach (var mail in found.GroupBy(f => (f.Of.GroupId, f.To.To.Id)))
            {
                var (to, things) = (mail.MinBy(m => m.To.Rung).To, mail.Select(m => m.Of).ToList());
                var key = ReminderLetters.KeyOf(mail.Key.GroupId, to.To.Id, today);
                var hindrance = told.Any(t => t.MailKey == key || (t.ReceiverId == to.To.Id && things.Exists(x => x.Id == t.SubjectId))) ? "a déjà reçu un rappel aujourd’hui"
                    : unwanted.Contains(to.To.Email) ? "ne souhaite pas ces messages" : null;
                candidates.Add(new(mail.Key.GroupId, to, things, [.. (await receivers.On(Rungs.Referent, things[0], people, ct)).Select(p => p.Name)], hindrance));
            }
            return [.. candidates.OrderBy(c => c.To.Rung).ThenBy(c => c.Owed[0].Group, StringComparer.CurrentCulture).ThenBy(c => c.To.To.Name, StringComparer.CurrentCulture)];
        }

        private Mailed Shown(KindBook book, IReminderSource source, ReminderRule rule, Candidate of)
        {
            var letter = letters.Write(tenant.Space, Wording.Of(rule), rule.Stop, of.Owed, of.To, of.Asked, source.IsPersonal && of.To.ActsAlone ? LetterLayout.HiddenLink : null, tenant.Space.Today(clock));
            return new($"{of.To.To.Name}, {book.Names[of.To.Rung]}", letter.Subject, LetterLayout.Text(letter, tenant.Space), LetterLayout.Html(letter, tenant.Space));
        }

        private static string Sheet(IReadOnlyList<Owed> owed) => owed[0].Sheet.Split('#')[0];

        private static string Title(IReadOnlyList<Owed> owed) => owed.Count == 1 || owed[0].Short is not null ? owed.Count == 1 ? owed[0].Title : owed[0].Group : $"{owed[0].Title} et {French.Count(owed.Count - 1, "autre", "autres")}";
    }
}
