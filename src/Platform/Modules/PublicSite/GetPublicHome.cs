using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite;

/// <summary>What anybody reads of a space: who it is, how many are in it, how many promises it has made public.</summary>
public static class GetPublicHome
{
    [Anonymous]
    public sealed record Query : IRequest<View>;

    /// <param name="Commitments">Null where the space does not use the module.</param>
    public sealed record View(CountMembers.Counts Members, CountPublicCommitments.Counts? Commitments, Conformity Conformity);

    internal sealed class Handler(IMediator mediator, CurrentTenant tenant) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct) => new(
            await mediator.Send(new CountMembers.Query(), ct),
            tenant.Space.Has(SpaceModules.Engagements) ? await mediator.Send(new CountPublicCommitments.Query(), ct) : null,
            (await mediator.Send(new GetLegalInformation.Query(), ct)).Conformity);
    }
}
