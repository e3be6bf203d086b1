using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

/// <summary>What the legal pages say: of the space, or of the platform itself (settings <c>Legal:…</c>) outside spaces.</summary>
public static class GetLegalInformation
{
    [Anonymous(OutsideSpaces = true)]
    public sealed record Query : IRequest<View>;

    /// <param name="Service">Name of the site that the statement is about.</param>
    public sealed record View(string Service, string? Publisher, string? Address, string? Director, string? Host, string? Contact, string? DataContact,
        DateOnly? AuditedOn, string? Auditor, int? Score, string? Gaps, string? Plan, Conformity Conformity);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, IConfiguration configuration, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            if (tenant.SpaceOrNull is not { } space) return OfThePlatform(configuration.GetSection("Legal"));
            var today = space.Today(clock);
            return await db.Set<LegalInformation>().AsNoTracking().Select(l => new View(space.Name, l.Publisher ?? space.Name, l.Address, l.Director, l.Host, l.Contact,
                    l.DataContact, l.AuditedOn, l.Auditor, l.Score, l.Gaps, l.Plan, LegalInformation.ConformityOf(l.AuditedOn, l.Score, today)))
                .SingleOrDefaultAsync(ct) ?? new View(space.Name, space.Name, null, null, null, null, null, null, null, null, null, null, Conformity.None);
        }

        private static View OfThePlatform(IConfiguration legal) => new("Plateforme des coopérations territoriales", legal["Publisher"], legal["Address"], legal["Director"],
            legal["Host"], legal["Contact"], legal["DataContact"], null, null, null, null, null, Conformity.None);
    }
}
