using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Members.People;

namespace Platform.Modules.Members.Contract;

/// <summary>The person for whom the signed-in account stands in this space, and that person's organisation; null when the account stands for nobody.</summary>
public static class WhoAmI
{
    [AnyMember]
    public sealed record Query : IRequest<Row?>;

    public sealed record Row(Guid PersonId, string Name, Guid? OrganisationId);

    internal sealed class Handler(PlatformDb db, Memberships memberships) : IRequestHandler<Query, Row?>
    {
        public async Task<Row?> Handle(Query query, CancellationToken ct)
        {
            if (memberships.Known?.PersonId is not { } person) return null;
            return await db.Set<Person>().Where(p => p.Id == person)
                .Select(p => new Row(p.Id, p.GivenName + " " + p.FamilyName, p.OrganisationId)).SingleOrDefaultAsync(ct);
        }
    }
}
