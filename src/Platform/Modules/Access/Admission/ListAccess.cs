using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Who may come in, by name; those whose access has ended apart.</summary>
public static class ListAccess
{
    [Needs(AccessPermissions.Manage)]
    public sealed record Query(string? Text, bool Ended, string? Cursor, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size, bool Descending = false) : IRequest<Answer>;

    /// <summary>The list as a file.</summary>
    [Needs(AccessPermissions.Manage)]
    public sealed record Export(Query Of, ListFile To) : IRequest<int>;

    public sealed record Answer(PageOf<Row> Page, ListColumns<Row> Columns, int Current, int Waiting, int Over);

    /// <param name="Person">Name of the person of the space that the access stands for, when it is another.</param>
    public sealed record Row(Guid Id, string Name, string Email, Roles Roles, string? Person, DateTimeOffset Since, DateTimeOffset? EndedAt, DateTimeOffset? InvitationUntil, bool IsPersona)
    {
        public Badge State(DateTimeOffset now) =>
            EndedAt is not null ? new("Terminé", Tone.Neutral, "ban")
            : InvitationUntil is { } until ? until < now ? new("Invitation périmée", Tone.Late, "clock-exclamation") : new("Invitation envoyée", Tone.Silent, "hourglass")
            : new("Actif", Tone.Ok, "circle-check");
    }

    /// <summary>What the list may show and what files hold.</summary>
    public static IReadOnlyList<Column<Row>> Columns(Space space, DateTimeOffset now) =>
    [
        new("nom", "Nom", r => r.Name) { Label = "Personne" },
        new("courriel", "Adresse électronique", r => r.Email),
        new("roles", "Rôles", r => RoleMap.Names(r.Roles)) { Usual = true },
        new("personne", "Pour la personne", r => r.Person),
        new("etat", "État", r => r.State(now).Text) { Usual = true },
        new("depuis", "Depuis le", r => space.On(r.Since), ColumnKind.Date) { Label = "Depuis", Usual = true },
        new("fin", "Terminé le", r => r.EndedAt is { } end ? space.On(end) : null, ColumnKind.Date),
    ];

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        private sealed record Raw(Guid Id, string NameKey, string Name, Roles Roles, Guid? PersonId, DateTimeOffset Since, DateTimeOffset? EndedAt, DateTimeOffset? InvitationUntil, bool IsPersona, string Email);

        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var counts = await db.Memberships.GroupBy(m => new { Over = m.EndedAt != null, Waits = m.InvitationHash != null }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
            var current = counts.Where(c => !c.Key.Over).Sum(c => c.Count);
            var found = Found(query);
            var total = Folding.Key(query.Text).Length > 0 ? await found.CountCapped(ct) : query.Ended ? counts.Sum(c => c.Count) - current : current;
            var rows = (await Raws(found.After(m => m.NameKey, m => m.Id, query.Descending, query.Cursor, query.Size)).ToListAsync(ct)).Page(m => m.NameKey, m => m.Id, total, query.Size);
            var people = await mediator.Send(new NamesOf.Query(rows.Rows.Select(r => r.PersonId)), ct);
            return new(rows.Select(m => Shown(m, people)), new(Columns(tenant.Space, clock.GetUtcNow()), query.Columns),
                current, counts.Where(c => !c.Key.Over && c.Key.Waits).Sum(c => c.Count), counts.Sum(c => c.Count) - current);
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var ids = await Found(export.Of).InOrder(m => m.NameKey, m => m.Id, export.Of.Descending).Select(m => m.Id).ToListAsync(ct);
            var columns = new ListColumns<Row>(Columns(tenant.Space, clock.GetUtcNow()), export.Of.Columns).InFile;
            return await export.To.Write("Accès", tenant.Space, tenant.Space.Today(clock), columns, ListFile.InOrder(ids, Read, r => r.Id), ct);

            async Task<IReadOnlyList<Row>> Read(IReadOnlyList<Guid> handful)
            {
                var rows = await Raws(db.Memberships.Where(m => handful.Contains(m.Id))).ToListAsync(ct);
                var people = await mediator.Send(new NamesOf.Query(rows.Select(r => r.PersonId)), ct);
                return rows.ConvertAll(m => Shown(m, people));
            }
        }

        private IQueryable<Membership> Found(Query query)
        {
            var key = Folding.Key(query.Text);
            var found = db.Memberships.Where(m => m.TenantId == tenant.Id && m.EndedAt != null == query.Ended);
            return key.Length > 0 ? found.Where(m => m.NameKey.Contains(key)) : found;
        }

        private IQueryable<Raw> Raws(IQueryable<Membership> found) => found.Select(m => new Raw(m.Id, m.NameKey, m.Name, m.Roles, m.PersonId, m.Since, m.EndedAt, m.InvitationUntil,
            m.PersonaNote != null, db.Users.Where(a => a.Id == m.AccountId).Select(a => a.Email!).First()));

        private static Row Shown(Raw m, IReadOnlyDictionary<Guid, NamesOf.Row> people) =>
            new(m.Id, m.Name, m.Email, m.Roles, m.PersonId is { } p && people.TryGetValue(p, out var person) ? person.Name : null, m.Since, m.EndedAt, m.InvitationUntil, m.IsPersona);
    }
}
