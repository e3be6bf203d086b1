using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>A coalition shown to everybody: what it is for, which organisations are in it, what it has promised. No person, no
/// facilitator, no answer about how it works.</summary>
public static class ShowPublicCoalition
{
    public const int Most = 60;

    [Anonymous]
    public sealed record Query(Guid Id) : IRequest<Sheet>;

    public sealed record Sheet(Guid Id, string Name, string? Purpose, string PerimeterKind, string Perimeter, string? Theme, DateOnly StartedOn, Badge Badge,
        IReadOnlyList<Member> Members, Totals Totals, IReadOnlyList<Card> Commitments);

    public sealed record Member(string Name, string Role, DateOnly JoinedOn);

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var (today, words) = (tenant.Space.Today(clock), tenant.Space.Words);
            if (!tenant.Space.Has(SpaceModules.Coalitions)) throw new NotFound(nameof(Coalition));
            var c = await db.Set<Coalition>().Where(c => c.Id == query.Id && c.IsPublic).Select(c => new
            {
                c.Id, c.Name, c.Purpose, c.PerimeterKind, c.Perimeter, Theme = db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => t.Name).FirstOrDefault(), c.StartedOn, c.State,
                Members = c.Members.Where(m => m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today)).OrderBy(m => m.Role).Select(m => new { m.OrganisationId, m.Role, m.JoinedOn }).ToList(),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Coalition));
            var names = await mediator.Send(new OrganisationNames.Query(c.Members.Select(m => m.OrganisationId)), ct);
            var found = new RoadmapFilter { Holder = c.Id }.Apply(db, today);
            var totals = await Totals.Read(found, today, ct);
            var cards = await Card.Read(db, mediator, words.Commitment, found, today, null, Most, totals.All, ct);
            return new(c.Id, c.Name, c.Purpose, EnumNames.Of(c.PerimeterKind), c.Perimeter, c.Theme, c.StartedOn, c.State.Badge(words.Coalition),
                [.. c.Members.Select(m => (Row: m, Member: new Member(names[m.OrganisationId], m.Role.Label(words), m.JoinedOn)))
                    .OrderBy(m => m.Row.Role).ThenBy(m => Folding.Key(m.Member.Name), StringComparer.Ordinal).Select(m => m.Member)],
                totals, cards.Rows);
        }
    }
}
