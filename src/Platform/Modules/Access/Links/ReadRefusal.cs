using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>What stands on the page of a link that does not serve, the same whatever the reason.</summary>
/// <param name="Why">What such links are good for, and for how long.</param>
/// <param name="Contact">Whom to write to at the space; null when it has said nobody.</param>
public sealed record RefusedLink(string Why, string? Contact, string? Phone);

/// <summary>Whom to contact when a link does not serve: the address to which answers go, else the one of the legal notice.</summary>
public static class ReadRefusal
{
    [Anonymous]
    public sealed record Query(string Why) : IRequest<RefusedLink>;

    internal sealed class Handler(IMediator mediator, CurrentTenant tenant) : IRequestHandler<Query, RefusedLink>
    {
        public async Task<RefusedLink> Handle(Query query, CancellationToken ct)
        {
            var legal = await mediator.Send(new GetLegalInformation.Query(), ct);
            return new(query.Why, tenant.Space.ReplyTo ?? legal.Contact, legal.Phone);
        }
    }
}
