using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Log;

/// <summary>One mail as it went, personal links hidden; and sending again what was refused.</summary>
public static class Messages
{
    [Needs(RemindersPermissions.Messages)]
    public sealed record Query(Guid Id) : IRequest<View>;

    /// <param name="Text">Empty when the mail is old, or its receiver erased.</param>
    public sealed record View(Guid Id, string FromName, string? ReplyTo, string? ToName, string ToAddress, string Subject, string Text, string Html, string? CalendarName, string Cause, MailCategory Category,
        MailState State, bool IsUncertain, DateTimeOffset At, DateTimeOffset? NotBefore, DateTimeOffset? StateAt, DateTimeOffset? NextAttemptAt, int Attempts, string? Reply)
    {
        public Badge Badge => Messages.Badge(State, IsUncertain);
    }

    [Needs(RemindersPermissions.Messages)]
    public sealed record Resend(Guid Id) : ICommand<string>;

    internal static Badge Badge(MailState state, bool uncertain) => state switch
    {
        MailState.Sent when uncertain => new("Envoyé, peut-être deux fois", Tone.Silent, "question-mark"),
        MailState.Sent => new(EnumNames.Of(state), Tone.Ok, "circle-check"),
        MailState.Kept => new(EnumNames.Of(state), Tone.Ok, "inbox"),
        MailState.Queued => new(EnumNames.Of(state), Tone.Active, "send"),
        MailState.Digest or MailState.Digested => new(EnumNames.Of(state), Tone.Active, "list"),
        MailState.Retrying => new(EnumNames.Of(state), Tone.Silent, "refresh"),
        MailState.Dead => new(EnumNames.Of(state), Tone.Late, "circle-x"),
        MailState.Silenced => new(EnumNames.Of(state), Tone.Neutral, "volume-off"),
        _ => new(EnumNames.Of(state), Tone.Neutral, "ban"),
    };

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var m = await db.Set<OutboxMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == query.Id, ct) ?? throw new NotFound(nameof(OutboxMessage));
            return new(m.Id, m.FromName, m.ReplyTo ?? tenant.Space.ReplyTo, m.ToName, m.ToAddress, m.Subject, m.Text, m.Html, m.CalendarName, m.Cause, m.Category, m.State, m.IsUncertain,
                m.CreatedAt, m.NotBefore, m.StateAt, m.NextAttemptAt, m.Attempts, m.Reply);
        }
    }

    internal sealed class ResendHandler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Resend, string>
    {
        public async Task<string> Handle(Resend resend, CancellationToken ct)
        {
            var message = await db.Set<OutboxMessage>().AsTracking().SingleOrDefaultAsync(m => m.Id == resend.Id, ct) ?? throw new NotFound(nameof(OutboxMessage));
            message.Resend(clock.GetUtcNow());
            db.Add(new MailDue(message, tenant.Id));
            return message.ToName ?? message.ToAddress;
        }
    }
}
