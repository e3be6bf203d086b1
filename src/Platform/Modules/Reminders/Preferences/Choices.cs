using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Preferences;

/// <summary>What a receiver hears of, and how often: a member for the own account, anybody by the link that stands in each mail.</summary>
public static class Choices
{
    [AnyMember]
    public sealed record Mine : IRequest<View>;

    /// <summary>By the link of a mail. Null: this space signed no such link.</summary>
    [Anonymous]
    public sealed record ByLink(string Token) : IRequest<View?>;

    /// <param name="Category">Of the mail that the link stood in; null for a member's own page.</param>
    public sealed record View(string Address, MailCategory? Category, Input Current);

    public record Input
    {
        [Display(Name = "Réunions et convocations")] public MailFrequency? Meetings { get; init; }
        [Display(Name = "Rappels")] public MailFrequency? Reminders { get; init; }
        [Display(Name = "Nouvelles")] public MailFrequency? News { get; init; }
        [Display(Name = "Décisions")] public MailFrequency? Decisions { get; init; }

        internal IEnumerable<(MailCategory, MailFrequency?)> All => [(MailCategory.Meetings, Meetings), (MailCategory.Reminders, Reminders), (MailCategory.News, News), (MailCategory.Decisions, Decisions)];
    }

    [AnyMember]
    public sealed record Save : Input, ICommand<Unit>;

    [Anonymous]
    public sealed record SaveByLink : Input, ICommand<bool>
    {
        public string Token { get; set; } = "";
    }

    /// <summary>One click: no more mails of the kind that the link stood in.</summary>
    [Anonymous]
    public sealed record Unsubscribe(string Token) : ICommand<bool>;

    internal sealed class Validator : AbstractValidator<Save>
    {
        public Validator() => Frequencies(this);
    }

    internal sealed class LinkValidator : AbstractValidator<SaveByLink>
    {
        public LinkValidator() => Frequencies(this);
    }

    private static void Frequencies<T>(AbstractValidator<T> rules) where T : Input
    {
        rules.RuleFor(c => c.Meetings).IsInEnum();
        rules.RuleFor(c => c.Reminders).IsInEnum();
        rules.RuleFor(c => c.News).IsInEnum();
        rules.RuleFor(c => c.Decisions).IsInEnum();
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, CurrentUser me, ChoiceLinks links)
        : IRequestHandler<Mine, View>, IRequestHandler<ByLink, View?>, IRequestHandler<Save, Unit>, IRequestHandler<SaveByLink, bool>, IRequestHandler<Unsubscribe, bool>
    {
        public async Task<View> Handle(Mine query, CancellationToken ct)
        {
            var address = await MyAddress(ct);
            return new(address, null, await Read(address, ct));
        }

        public async Task<View?> Handle(ByLink query, CancellationToken ct) =>
            links.Read(tenant.Id, query.Token) is var (address, category) ? new(address, category, await Read(address, ct)) : null;

        public async Task<Unit> Handle(Save c, CancellationToken ct)
        {
            await Write(await MyAddress(ct), c.All, ct);
            return Unit.Value;
        }

        public async Task<bool> Handle(SaveByLink c, CancellationToken ct)
        {
            if (links.Read(tenant.Id, c.Token) is not var (address, _)) return false;
            await Write(address, c.All, ct);
            return true;
        }

        public async Task<bool> Handle(Unsubscribe c, CancellationToken ct)
        {
            if (links.Read(tenant.Id, c.Token) is not var (address, category)) return false;
            // Out of a digest: out of everything that is gathered into one.
            var current = await Read(address, ct);
            var over = category == MailCategory.Digest ? current.All.Where(k => k.Item2 is MailFrequency.Daily or MailFrequency.Weekly).Select(k => k.Item1) : [category];
            await Write(address, over.Select(k => (k, (MailFrequency?)MailFrequency.Never)), ct);
            return true;
        }

        private async Task<Input> Read(string address, CancellationToken ct)
        {
            var chosen = await db.Set<MailPreference>().AsNoTracking().Where(p => p.Address == address).ToDictionaryAsync(p => p.Category, p => p.Frequency, ct);
            return new() { Meetings = Of(MailCategory.Meetings), Reminders = Of(MailCategory.Reminders), News = Of(MailCategory.News), Decisions = Of(MailCategory.Decisions) };

            MailFrequency Of(MailCategory category) => chosen.TryGetValue(category, out var frequency) ? frequency : MailPreference.Usual(category);
        }

        private async Task Write(string address, IEnumerable<(MailCategory Category, MailFrequency? Frequency)> choices, CancellationToken ct)
        {
            var known = await db.Set<MailPreference>().AsTracking().Where(p => p.Address == address).ToDictionaryAsync(p => p.Category, ct);
            foreach (var (category, frequency) in choices)
                if (frequency is not { } chosen || !MailPreference.Choices.Contains(category)) continue;
                else if (known.TryGetValue(category, out var stored)) stored.Become(chosen);
                else db.Add(new MailPreference(address, category, chosen));
        }

        private async Task<string> MyAddress(CancellationToken ct) =>
            MailPreference.Normal(await db.Users.Where(u => u.Id == me.AccountId).Select(u => u.Email).SingleOrDefaultAsync(ct) ?? throw new SignInRequired());
    }
}
