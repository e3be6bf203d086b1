using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite;

/// <summary>What anybody reads of a space: who it is, how many are in it, and, where the road map is open, what became of what it promised.</summary>
public static class GetPublicHome
{
    [Anonymous]
    public sealed record Query : IRequest<View>;

    /// <param name="Roadmap">Null where it is not open.</param>
    /// <param name="Forum">The next one whose page is open.</param>
    public sealed record View(CountMembers.Counts Members, Conformity Conformity, Roadmap? Roadmap, ShowPublicEdition.Coming? Forum);

    public sealed record Roadmap(string? Text, Totals Totals, IReadOnlyList<LatestPublicNews.Row> News, IReadOnlyList<ListPublicFrameworks.Row> Frameworks,
        IReadOnlyList<ListPublicCoalitions.Row> Coalitions);

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var (space, open) = (tenant.Space, tenant.Space.Has(SpaceModules.Roadmap));
            return new(await mediator.Send(new CountMembers.Query(), ct),
                (await mediator.Send(new GetLegalInformation.Query(), ct)).Conformity,
                !open ? null : new(await db.Tenants.Where(t => t.Id == space.Id).Select(t => t.RoadmapText).SingleAsync(ct), await mediator.Send(new ReadTotals.Query(), ct),
                    await mediator.Send(new LatestPublicNews.Query(), ct), await mediator.Send(new ListPublicFrameworks.Query(), ct), await mediator.Send(new ListPublicCoalitions.Query(), ct)),
                await mediator.Send(new ShowPublicEdition.Next(), ct));
        }
    }
}
