using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Access;

/// <summary>What the space holds about the signed-in member.</summary>
public static class ReadMyData
{
    [AnyMember]
    public sealed record Query : IRequest<Archive>;

    internal sealed class Handler(PlatformDb db, Memberships memberships, DataArchive archive) : IRequestHandler<Query, Archive>
    {
        public async Task<Archive> Handle(Query query, CancellationToken ct)
        {
            var me = (await memberships.Current(ct))!;
            var address = await db.Users.Where(a => a.Id == me.AccountId).Select(a => a.Email!).SingleAsync(ct);
            var sheet = me.PersonId is { } person ? (await AddressesOf.Read(db, [person], ct)).SingleOrDefault() : null;
            var whose = new Traces.Whose(me.AccountId, me.PersonId, [.. new[] { me.Name, sheet?.Name }.OfType<string>().Distinct()], [.. new[] { address, sheet?.Email }.OfType<string>().Distinct()]);
            return await archive.Write("mes-donnees", whose, [me.AccountId], [me.MembershipId, .. me.PersonId is { } id ? [id] : Array.Empty<Guid>()], ct);
        }
    }
}
