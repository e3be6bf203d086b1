using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Rules;

public enum Side : short
{
    [Display(Name = "jours avant")] Before = 1,
    [Display(Name = "jours après")] After,
}

/// <summary>When the space reminds of one kind of thing, who is written to, until when and in which words; and how that reads as a mail.</summary>
public static class EditRule
{
    [Needs(RemindersPermissions.Rules)]
    public sealed record Form(ReminderKind Kind) : IRequest<Filled>;

    /// <param name="Ladder">The rungs that the kind has, in its own words.</param>
    /// <param name="IsOwn">The space says it in its own way: there is something to come back from.</param>
    public sealed record Filled(string Name, string Anchor, IReadOnlyList<(Rungs Rung, string Name)> Ladder, IReadOnlyList<StopWhen> Stops, IReadOnlyList<(string Name, string Meaning)> Placeholders, bool IsOwn, Command Command);

    [Needs(RemindersPermissions.Rules)]
    public sealed record Command : ICommand
    {
        public ReminderKind Kind { get; set; }
        public int Version { get; init; }
        [Display(Name = "En service")] public bool IsOn { get; init; }
        [Display(Name = "Rappels")] public List<StepLine> Steps { get; init; } = [];
        [Display(Name = "S’arrête quand")] public StopWhen? Stop { get; init; }
        [Display(Name = "Objet du message")] public string? Subject { get; init; }
        [Display(Name = "Texte pour qui est sollicité")] public string? Text { get; init; }
        [Display(Name = "Texte pour qui est prévenu ensuite")] public string? Escalation { get; init; }
    }

    /// <summary>A line of the form; without days, no reminder. Zero days are the day itself, on either side.</summary>
    public sealed record StepLine
    {
        [Display(Name = "Jours")] public int? Days { get; init; }
        public Side Side { get; init; } = Side.After;
        public bool Referent { get; init; }
        public bool Facilitator { get; init; }
        public bool Elected { get; init; }
        public bool Administrator { get; init; }

        public bool Has(Rungs rung) => To.HasFlag(rung);

        internal Rungs To => (Referent ? Rungs.Referent : Rungs.None) | (Facilitator ? Rungs.Facilitator : Rungs.None) | (Elected ? Rungs.Elected : Rungs.None) | (Administrator ? Rungs.Administrator : Rungs.None);

        internal Step Step => new(Side == Side.Before ? -Days!.Value : Days!.Value, To);

        internal static StepLine Of(Step s) => new()
        {
            Days = Math.Abs(s.Days), Side = s.Days < 0 ? Side.Before : Side.After,
            Referent = s.To.HasFlag(Rungs.Referent), Facilitator = s.To.HasFlag(Rungs.Facilitator), Elected = s.To.HasFlag(Rungs.Elected), Administrator = s.To.HasFlag(Rungs.Administrator),
        };

        public override string ToString() => Days is null ? "" : $"{Step.When} : {EnumNames.Of(To)}";
    }

    /// <summary>Back to the rule as it ships.</summary>
    [Needs(RemindersPermissions.Rules)]
    public sealed record Reset(ReminderKind Kind) : ICommand<Unit>;

    /// <summary>The mails as the form has them now, with an example in the place of the thing. Nothing is saved.</summary>
    [Needs(RemindersPermissions.Rules)]
    public sealed record Preview(Command Of) : IRequest<IReadOnlyList<Sample>>;

    public sealed record Sample(string To, string Subject, string Text, string Html);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Steps).Must(s => s.Any(l => l.Days is not null)).When(c => c.IsOn).WithMessage("Prévoyez au moins un rappel, ou arrêtez la règle.");
            RuleFor(c => c.Steps).Must(s => s.Count <= Step.Most).WithMessage($"Au plus {Step.Most} rappels.");
            RuleForEach(c => c.Steps).Must(l => l.Days is null or (>= 0 and <= Step.Farthest)).WithMessage($"De 0 à {Step.Farthest} jours.");
            RuleForEach(c => c.Steps).Must(l => l.Days is null || l.To != Rungs.None).WithMessage("Dites à qui ce rappel s’adresse.");
            RuleFor(c => c.Steps).Must(s => s.Where(l => l.Days is not null).Select(l => l.Step.Days).Distinct().Count() == s.Count(l => l.Days is not null)).WithMessage("Deux rappels tombent le même jour : gardez-en un.");
            RuleFor(c => c.Stop).NotNull().IsInEnum();
            RuleFor(c => c.Subject).NotEmpty().IsLine(ReminderRule.SubjectLength).Must(Known).WithMessage(c => Said(c.Subject));
            RuleFor(c => c.Text).NotEmpty().MaximumLength(ReminderRule.TextLength).Must(Known).WithMessage(c => Said(c.Text));
            RuleFor(c => c.Escalation).NotEmpty().MaximumLength(ReminderRule.TextLength).Must(Known).WithMessage(c => Said(c.Escalation));
        }

        private static bool Known(string? text) => Braces.Unknown(text, Wording.Placeholders).Count == 0;

        private static string Said(string? text) => $"Rien ne prend la place de {French.List([.. Braces.Unknown(text, Wording.Placeholders).Select(n => $"{{{n}}}")])} : les mots possibles sont {French.List([.. Wording.Placeholders.Select(p => $"{{{p.Name}}}")])}.";
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, ReminderLetters letters)
        : IRequestHandler<Form, Filled>, IRequestHandler<Command, Unit>, IRequestHandler<Reset, Unit>, IRequestHandler<Preview, IReadOnlyList<Sample>>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var book = KindBook.For(form.Kind, tenant.Space);
            var own = await db.Set<ReminderRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Kind == book.Kind, ct);
            return new(book.Name(tenant.Space), book.Anchor, [.. book.Ladder.Select(r => (r, book.Names[r]))], book.Stops, Wording.Placeholders, own?.IsOwn == true, From(own ?? new ReminderRule(book)));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var book = KindBook.For(c.Kind, tenant.Space);
            var rule = await db.Set<ReminderRule>().AsTracking().SingleOrDefaultAsync(r => r.Kind == book.Kind, ct);
            if ((rule?.Version ?? 0) != c.Version) throw new Conflict(stored: From(rule ?? new ReminderRule(book)), typed: c);
            if (rule is null) db.Add(rule = new ReminderRule(book));
            rule.Switch(c.IsOn);
            rule.StopAt(c.Stop!.Value);
            rule.Plan(Chosen(book, c));
            rule.Word(c.Subject!, c.Text!, c.Escalation!);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Reset c, CancellationToken ct)
        {
            var book = KindBook.For(c.Kind, tenant.Space);
            if (await db.Set<ReminderRule>().AsTracking().SingleOrDefaultAsync(r => r.Kind == book.Kind, ct) is not { } rule) return Unit.Value;
            rule.Follow(book);
            return Unit.Value;
        }

        public Task<IReadOnlyList<Sample>> Handle(Preview preview, CancellationToken ct)
        {
            var (c, book, space) = (preview.Of, KindBook.For(preview.Of.Kind, tenant.Space), tenant.Space);
            var words = new Wording(book.Kind, c.Subject ?? book.Subject, c.Text ?? book.Text, c.Escalation ?? book.Escalation);
            var (owed, today) = (book.Example(space.Today(clock)), space.Today(clock));
            IReadOnlyList<Sample> samples = [.. book.Ladder.Take(2).Select(rung =>
            {
                var letter = letters.Write(space, words, c.Stop ?? book.Stops[0], [owed], new(new(Guid.Empty, "Camille Exemple", "camille@exemple.fr", true), rung), ["Camille Exemple"], null, today);
                return new Sample(book.Names[rung], letter.Subject, LetterLayout.Text(letter, space), LetterLayout.Html(letter, space));
            })];
            return Task.FromResult(samples);
        }

        // A rung that the kind has not is nobody.
        private static IEnumerable<Step> Chosen(KindBook book, Command c) =>
            c.Steps.Where(l => l.Days is not null).Select(l => l.Step with { To = book.Ladder.Where(r => l.Has(r)).Aggregate(Rungs.None, (all, r) => all | r) }).Where(s => s.To != Rungs.None);

        private static Command From(ReminderRule r) => new()
        {
            Kind = r.Kind, Version = r.Version, IsOn = r.IsOn, Stop = r.Stop, Subject = r.Subject, Text = r.Text, Escalation = r.Escalation, Steps = [.. Step.Read(r.Steps).Select(StepLine.Of)],
        };
    }
}
