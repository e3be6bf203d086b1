using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Preferences;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Outbox;

/// <summary>The two ends of an attempt, each in a transaction of the mail's own space; between them nothing is open.</summary>
internal static class Deliveries
{
    /// <summary>In units of <see cref="MailSettings.FirstRetry"/>: from a minute to a day, some forty hours in all.</summary>
    private static readonly int[] Waits = [1, 5, 15, 60, 240, 720, 1440];

    private static readonly TimeSpan NoServer = TimeSpan.FromMinutes(10);

    /// <returns>Null: there is nothing to send, any more or for now.</returns>
    [System]
    internal sealed record Prepare(Claim Claim) : ICommand<Parcel?>;

    [System]
    internal sealed record Settle(Claim Claim, Outcome Outcome) : ICommand<Unit>;

    internal sealed class PrepareHandler(PlatformDb db, MailQueue queue, CurrentTenant tenant, MailSettings settings, ChoiceLinks links, IEnumerable<ILastLook> looks, IMediator mediator, TimeProvider clock)
        : IRequestHandler<Prepare, Parcel?>
    {
        public async Task<Parcel?> Handle(Prepare prepare, CancellationToken ct)
        {
            var due = await db.Set<MailDue>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == prepare.Claim.Id && d.Token == prepare.Claim.Token, ct);
            if (due is null) return null;
            var message = await db.Set<OutboxMessage>().AsTracking().SingleOrDefaultAsync(m => m.Id == due.MessageId, ct);
            var now = clock.GetUtcNow();
            if (message is null || message.State is not (MailState.Queued or MailState.Retrying)) return await Out();
            // An attempt before this one ended in silence after the text was given.
            if (due.DataStartedAt is not null) message.Doubt();
            if (message.NotAfter < now) return await Hold(MailState.TooLate, "L’heure après laquelle il ne servait plus est passée");
            if (message.LastLook is { } name && await looks.Single(l => l.Name == name).WhyNot(message.SubjectId, message.IdempotencyKey, ct) is { } why) return await Hold(MailState.Withdrawn, why);
            var receiver = message.ToAddress.ToUpperInvariant();
            if (message.CausedById is { } author && await db.Users.AnyAsync(u => u.Id == author && u.NormalizedEmail == receiver, ct))
                return await Hold(MailState.Silenced, "Personne n’est prévenu de ce qu’il a fait lui-même");
            switch (await Wanted(message, ct))
            {
                case MailFrequency.Never: return await Hold(MailState.Silenced, "Cette personne ne souhaite pas ces messages");
                case MailFrequency.Daily or MailFrequency.Weekly when !message.IsDirect: return await Hold(MailState.Digest, null);
            }
            if (MimeText.Envelope(message.ToAddress) is not { } to)
            {
                message.Die(due.Attempts, "Aucun serveur n’accepte cette adresse", now);
                await mediator.Publish(message.Settled(), ct);
                return await Out();
            }
            if (settings.ShowsMailbox(tenant.Space)) return await Hold(MailState.Kept, "Espace de démonstration : rien ne part");
            if (settings.Host is null)
            {
                // Nobody takes it here: it waits for a server without counting tries.
                await queue.Postpone(prepare.Claim, now + NoServer, ct);
                return null;
            }
            var choices = message.Category == MailCategory.Account ? null : links.For(tenant.Space, message.ToAddress, message.Category);
            return new(message.Id, settings.From, message.FromName, to, message.ToName, MimeText.Envelope(message.ReplyTo ?? tenant.Space.ReplyTo ?? ""), message.Subject,
                message.TextAsSent(choices ?? ""), message.HtmlAsSent(choices ?? ""), message.CalendarName, message.CalendarMethod, message.Calendar, message.Thread, choices is null ? null : choices + ChoiceLinks.OneClick, now);

            async Task<Parcel?> Hold(MailState state, string? reason)
            {
                message.Hold(state, reason, now);
                await mediator.Publish(message.Settled(), ct);
                return await Out();
            }

            async Task<Parcel?> Out()
            {
                await queue.Leave(prepare.Claim, ct);
                return null;
            }
        }

        private async Task<MailFrequency> Wanted(OutboxMessage message, CancellationToken ct)
        {
            if (!MailPreference.Choices.Contains(message.Category)) return MailFrequency.AtOnce;
            var address = MailPreference.Normal(message.ToAddress);
            return await db.Set<MailPreference>().Where(p => p.Address == address && p.Category == message.Category).Select(p => (MailFrequency?)p.Frequency).SingleOrDefaultAsync(ct)
                ?? MailPreference.Usual(message.Category);
        }
    }

    internal sealed class SettleHandler(PlatformDb db, MailQueue queue, MailSettings settings, IMediator mediator, TimeProvider clock) : IRequestHandler<Settle, Unit>
    {
        public async Task<Unit> Handle(Settle settle, CancellationToken ct)
        {
            var ((fate, reply), claim, now) = (settle.Outcome, settle.Claim, clock.GetUtcNow());
            var due = await db.Set<MailDue>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == claim.Id, ct);
            if (due is null || due.Token != claim.Token)
            {
                // Taken over, or taken back, while the server had it: what we know is still told.
                if (fate == Fate.Sent && due is not null) (await Message(due.MessageId, ct))?.Doubt();
                return Unit.Value;
            }
            var message = await Message(due.MessageId, ct);
            if (fate == Fate.Uncertain) message?.Doubt();
            if (fate == Fate.Sent)
            {
                message?.Sent(due.Attempts, reply, now);
                if (message is not null) await mediator.Publish(message.Settled(), ct);
                await queue.Leave(claim, ct);
            }
            else if (fate == Fate.Refused || due.Attempts > Waits.Length)
            {
                message?.Die(due.Attempts, reply, now);
                if (message is not null) await mediator.Publish(message.Settled(), ct);
                await queue.Leave(claim, ct);
            }
            else
            {
                // Spread, so that what failed together does not come back together.
                var next = now + (settings.FirstRetry * Waits[Math.Max(0, due.Attempts - 1)] * (0.9 + (Random.Shared.NextDouble() * 0.2)));
                message?.RetryAt(next, due.Attempts, reply, now);
                await queue.Retry(claim, next, ct);
            }
            return Unit.Value;
        }

        private Task<OutboxMessage?> Message(Guid id, CancellationToken ct) => db.Set<OutboxMessage>().AsTracking().SingleOrDefaultAsync(m => m.Id == id, ct);
    }
}
