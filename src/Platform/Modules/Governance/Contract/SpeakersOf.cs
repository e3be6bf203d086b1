using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Contract;

/// <summary>Who sits for these organisations today, in any body; those who are only invited do not.</summary>
public static class SpeakersOf
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> Organisations) : IRequest<ILookup<Guid, Guid>>;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, ILookup<Guid, Guid>>
    {
        public async Task<ILookup<Guid, Guid>> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            return query.Organisations.Count == 0 ? Array.Empty<Guid>().ToLookup(id => id)
                : (await Mandate.RunningOn(db, today).Where(m => m.PersonId != null && m.OrganisationId != null && query.Organisations.Contains(m.OrganisationId!.Value)
                        && m.Function != MandateFunction.Guest)
                    .Select(m => new { Organisation = m.OrganisationId!.Value, Person = m.PersonId!.Value }).Distinct().ToListAsync(ct)).ToLookup(m => m.Organisation, m => m.Person);
        }
    }
}
