using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;

namespace Platform.Modules.Forum.Tickets;

/// <summary>Who comes, by family name, companions after their guest: what badges and the sheet to sign are printed from, a lot at a time.</summary>
public static class ListExpected
{
    /// <summary>Guests on one page: what a browser still prints at once.</summary>
    public const int Size = 200;

    /// <param name="Only">These guests, whatever else is asked; none: all.</param>
    /// <param name="Lot">From 1.</param>
    [Needs(ForumPermissions.Welcome)]
    public sealed record Query(Guid EditionId, string? Words, Guid? GroupId, IReadOnlyList<Guid> Only, int Lot) : IRequest<Answer>;

    /// <param name="Guests">Of all lots.</param>
    public sealed record Answer(Guid Id, string Title, DateOnly StartsOn, DateOnly EndsOn, string? Place, IReadOnlyList<Group> Groups, int Guests, int Lot, IReadOnlyList<Row> Rows)
    {
        public int Lots => Math.Max(1, (Guests + Size - 1) / Size);
    }

    public sealed record Group(Guid Id, string Name);

    /// <param name="With">The guest whom a companion comes with; null for a guest.</param>
    /// <param name="Code">Of the ticket; companions come in with their guest's.</param>
    public sealed record Row(Guid GuestId, string Name, string? Organisation, string? Coalition, string? Code, string? With, DateTimeOffset? ArrivedAt);

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var edition = await db.Set<ForumEdition>().Where(e => e.Id == query.EditionId).Select(e => new
            {
                e.Title, e.StartsOn, e.EndsOn, e.Place, Groups = db.Set<ForumGroup>().Where(g => g.EditionId == e.Id).OrderBy(g => g.NameKey).Select(g => new Group(g.Id, g.Name)).ToList(),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));
            var found = db.Set<ForumGuest>().Where(g => g.EditionId == query.EditionId && (g.State == GuestState.Accepted || g.State == GuestState.Attended));
            if (query.Only.Count > 0) found = found.Where(g => query.Only.Contains(g.Id));
            foreach (var word in Folding.Words(query.Words)) found = found.Where(g => g.SearchKey.Contains(word));
            if (query.GroupId is { } group) found = found.Where(g => g.GroupId == group);
            // The database knows a name as one text: who stands where is told here, and only one lot is read whole.
            var all = (await found.Select(g => new { g.Id, g.Name }).ToListAsync(ct)).OrderBy(g => g.Name is null).ThenBy(g => Surname.Key(g.Name ?? ""), StringComparer.Ordinal).ThenBy(g => g.Id).Select(g => g.Id).ToList();
            var (guests, lot) = (all.Count, Math.Clamp(query.Lot, 1, Math.Max(1, (all.Count + Size - 1) / Size)));
            var here = all.Skip((lot - 1) * Size).Take(Size).ToList();
            var rows = await db.Set<ForumGuest>().Where(g => here.Contains(g.Id)).Select(g => new
            {
                g.Id, g.Name, g.Organisation, g.OrganisationId, g.ArrivedAt, Companions = g.Companions.OrderBy(c => c.Position).Select(c => c.Name).ToList(), Code = db.Set<ForumTicket>().Where(t => t.GuestId == g.Id).Select(t => t.Code).FirstOrDefault(),
            }).ToListAsync(ct);
            var coalitions = await mediator.Send(new CoalitionsOf.Query([.. rows.Select(r => r.OrganisationId).OfType<Guid>().Distinct()]), ct);
            return new(query.EditionId, edition.Title, edition.StartsOn, edition.EndsOn, edition.Place, edition.Groups, guests, lot,
                [.. rows.OrderBy(r => here.IndexOf(r.Id)).SelectMany(r => r.Companions.Select(c => new Row(r.Id, c, r.Organisation, null, null, r.Name, null))
                    .Prepend(new Row(r.Id, r.Name ?? "Sans\u00a0nom", r.Organisation, r.OrganisationId is { } of ? coalitions[of].FirstOrDefault() : null, r.Code, null, r.ArrivedAt)))]);
        }
    }
}
