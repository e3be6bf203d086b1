using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Reminders.Preferences;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Mailbox;

/// <summary>The mails that a demonstration would have sent, as their receivers would read them: links included, to anybody. It
/// exists nowhere else.</summary>
public static class ReadMailbox
{
    private const int Shown = 50;

    [Anonymous]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    [Anonymous]
    public sealed record One(Guid Id) : IRequest<Message>;

    public sealed record Row(Guid Id, string? ToName, string ToAddress, string Subject, DateTimeOffset At);

    public sealed record Message(Guid Id, string FromName, string? ToName, string ToAddress, string Subject, string Text, string Html, string Cause, DateTimeOffset At);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, MailSettings settings, Memberships memberships) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            if (!settings.ShowsMailbox(tenant.Space)) throw new NotFound(nameof(ReadMailbox));
            // Whoever is signed in keeps the space's menu around the page.
            await memberships.Current(ct);
            return await db.Set<OutboxMessage>().OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(Shown)
                .Select(m => new Row(m.Id, m.ToName, m.ToAddress, m.Subject, m.CreatedAt)).ToListAsync(ct);
        }
    }

    internal sealed class OneHandler(PlatformDb db, CurrentTenant tenant, MailSettings settings, ChoiceLinks links, Memberships memberships) : IRequestHandler<One, Message>
    {
        public async Task<Message> Handle(One query, CancellationToken ct)
        {
            if (!settings.ShowsMailbox(tenant.Space)) throw new NotFound(nameof(ReadMailbox));
            await memberships.Current(ct);
            var m = await db.Set<OutboxMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == query.Id, ct) ?? throw new NotFound(nameof(OutboxMessage));
            return new(m.Id, m.FromName, m.ToName, m.ToAddress, m.Subject, m.TextAsSent(Choices(m)), m.HtmlAsSent(Choices(m)), m.Cause, m.CreatedAt);

            string? Choices(OutboxMessage m) => m.Category == MailCategory.Account ? null : links.For(tenant.Space, m.ToAddress, m.Category);
        }
    }
}
