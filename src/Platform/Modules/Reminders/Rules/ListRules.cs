using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Rules;

/// <summary>What the space writes by itself: each rule in a sentence, on or off, and at what hour.</summary>
public static class ListRules
{
    /// <summary>Over which what went is counted.</summary>
    public const int Lately = 30;

    [Needs(RemindersPermissions.Rules)]
    public sealed record Query : IRequest<Answer>;

    /// <param name="Delivers">Mails leave from here.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, SetHour Hour, bool Delivers)
    {
        public int On => Rows.Count(r => r.IsOn);
        public int Sent => Rows.Sum(r => r.Sent);
    }

    /// <param name="Steps">"7 jours avant et le jour même : référent"</param>
    /// <param name="IsOwn">The space says it in its own way.</param>
    /// <param name="Sent">Reminders of the last <see cref="Lately"/> days.</param>
    public sealed record Row(ReminderKind Kind, string Slug, string Icon, string Name, string Anchor, bool IsOn, IReadOnlyList<string> Steps, StopWhen Stop, bool IsOwn, int Sent);

    [Needs(RemindersPermissions.Rules)]
    public sealed record Switch(ReminderKind Kind, bool On) : ICommand<string>;

    [Needs(RemindersPermissions.Rules)]
    public sealed record SetHour : ICommand<Unit>, IChangesSpace
    {
        public int Version { get; init; }
        [Display(Name = "Heure des rappels")] public int? Hour { get; init; }
    }

    internal sealed class Validator : AbstractValidator<SetHour>
    {
        public Validator() => RuleFor(c => c.Hour).NotNull().InclusiveBetween(0, 23).WithMessage("Une heure entière, de 0 à 23.");
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, MailSettings mails) : IRequestHandler<Query, Answer>, IRequestHandler<Switch, string>, IRequestHandler<SetHour, Unit>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var space = tenant.Space;
            var since = space.Today(clock).AddDays(-Lately);
            var sent = await db.Set<Reminded>().Where(r => r.Day > since).GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var rules = await RuleBook.Of(db, ct);
            var version = await db.Tenants.Where(t => t.Id == space.Id).Select(t => t.Version).SingleAsync(ct);
            return new([.. KindBook.All.Where(k => k.IsIn(space)).Select(k => Of(k, rules[k.Kind]))], new SetHour { Version = version, Hour = space.ReminderHour }, mails.Delivers(space));

            Row Of(KindBook book, ReminderRule rule) => new(book.Kind, book.Slug, book.Icon, book.Name(space), book.Anchor, rule.IsOn, Sentences(book, Step.Read(rule.Steps)), rule.Stop,
                rule.IsOwn, sent.GetValueOrDefault(book.Kind));
        }

        public async Task<string> Handle(Switch c, CancellationToken ct)
        {
            var book = KindBook.For(c.Kind, tenant.Space);
            var rule = await db.Set<ReminderRule>().AsTracking().SingleOrDefaultAsync(r => r.Kind == book.Kind, ct);
            if (rule is null) db.Add(rule = new ReminderRule(book));
            rule.Switch(c.On);
            return book.Name(tenant.Space);
        }

        public async Task<Unit> Handle(SetHour c, CancellationToken ct)
        {
            var space = await db.Tenants.SingleAsync(t => t.Id == tenant.Id, ct);
            if (space.Version != c.Version) throw new Conflict(stored: new SetHour { Version = space.Version, Hour = space.ReminderHour }, typed: c);
            space.RemindAt(c.Hour!.Value);
            return Unit.Value;
        }
    }

    /// <summary>Steps that follow one another to the same people are one sentence.</summary>
    private static List<string> Sentences(KindBook book, IReadOnlyList<Step> steps)
    {
        var runs = new List<(List<string> When, Rungs To)>();
        foreach (var step in steps)
            if (runs.Count > 0 && runs[^1].To == step.To) runs[^1].When.Add(step.When);
            else runs.Add(([step.When], step.To));
        return runs.ConvertAll(r => $"{Word.Capital(French.List(r.When))}\u00a0: {French.List([.. book.Ladder.Where(l => r.To.HasFlag(l)).Select(l => book.Names[l])])}");
    }
}
