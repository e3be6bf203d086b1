using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Access;

/// <summary>Who may come in, by name; those whose access has ended apart.</summary>
public static class ListAccess
{
    [Needs(AccessPermissions.Manage)]
    public sealed record Query(string? Text, bool Ended, string? Cursor) : IRequest<Answer>;

    public sealed record Answer(PageOf<Row> Page, int Current, int Waiting, int Over);

    /// <param name="Person">Name of the person of the space that the access stands for, when it is another.</param>
    public sealed record Row(Guid Id, string Name, string Email, Roles Roles, string? Person, DateTimeOffset Since, DateTimeOffset? EndedAt, DateTimeOffset? InvitationUntil, bool IsPersona)
    {
        public Badge State(DateTimeOffset now) =>
            EndedAt is not null ? new("Terminé", Tone.Neutral, "ban")
            : InvitationUntil is { } until ? until < now ? new("Invitation périmée", Tone.Late, "clock-exclamation") : new("Invitation envoyée", Tone.Silent, "hourglass")
            : new("Actif", Tone.Ok, "circle-check");
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var counts = await db.Memberships.GroupBy(m => new { Over = m.EndedAt != null, Waits = m.InvitationHash != null }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
            var current = counts.Where(c => !c.Key.Over).Sum(c => c.Count);
            var found = db.Memberships.Where(m => m.EndedAt != null == query.Ended);
            var key = Folding.Key(query.Text);
            if (key.Length > 0) found = found.Where(m => m.NameKey.Contains(key));
            var total = key.Length > 0 ? await found.CountCapped(ct) : query.Ended ? counts.Sum(c => c.Count) - current : current;
            var rows = (await found.After(m => m.NameKey, m => m.Id, false, query.Cursor)
                .Select(m => new { m.Id, m.NameKey, m.Name, m.Roles, m.PersonId, m.Since, m.EndedAt, m.InvitationUntil, IsPersona = m.PersonaNote != null,
                    Email = db.Users.Where(a => a.Id == m.AccountId).Select(a => a.Email!).First() }).ToListAsync(ct)).Page(m => m.NameKey, m => m.Id, total);
            var people = await mediator.Send(new NamesOf.Query(rows.Rows.Select(r => r.PersonId)), ct);
            return new(
                rows.Select(m => new Row(m.Id, m.Name, m.Email, m.Roles, m.PersonId is { } p && people.TryGetValue(p, out var person) ? person.Name : null, m.Since, m.EndedAt, m.InvitationUntil, m.IsPersona)),
                current, counts.Where(c => !c.Key.Over && c.Key.Waits).Sum(c => c.Count), counts.Sum(c => c.Count) - current);
        }
    }
}
