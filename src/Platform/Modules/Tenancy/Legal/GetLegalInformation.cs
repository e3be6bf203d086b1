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
    public sealed record View(string Service)
    {
        public string? Publisher { get; init; }
        public string? Siren { get; init; }
        public string? Address { get; init; }
        public string? Director { get; init; }
        public string? Host { get; init; }
        public string? Contact { get; init; }
        public string? Phone { get; init; }
        public string? DataContact { get; init; }
        public DateOnly? AuditedOn { get; init; }
        public string? Auditor { get; init; }
        public int? Score { get; init; }
        public string? Gaps { get; init; }
        public string? Exemptions { get; init; }
        public string? OutOfScope { get; init; }
        public DateOnly? StatedOn { get; init; }
        public string? Plan { get; init; }
        public Conformity Conformity { get; init; } = Conformity.None;
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, IConfiguration configuration, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            if (tenant.SpaceOrNull is not { } space) return OfThePlatform(configuration.GetSection("Legal"));
            var today = space.Today(clock);
            var siren = await db.Tenants.Where(t => t.Id == space.Id).Select(t => t.Siren).SingleAsync(ct);
            return await db.Set<LegalInformation>().AsNoTracking().Select(l => new View(space.Name)
            {
                Publisher = l.Publisher ?? space.Name, Siren = siren, Address = l.Address, Director = l.Director, Host = l.Host, Contact = l.Contact, Phone = l.Phone,
                DataContact = l.DataContact, AuditedOn = l.AuditedOn, Auditor = l.Auditor, Score = l.Score, Gaps = l.Gaps, Exemptions = l.Exemptions,
                OutOfScope = l.OutOfScope, StatedOn = l.StatedOn, Plan = l.Plan, Conformity = LegalInformation.ConformityOf(l.AuditedOn, l.Score, today),
            }).SingleOrDefaultAsync(ct) ?? new View(space.Name) { Publisher = space.Name, Siren = siren };
        }

        // The platform itself is audited by nobody but its operator, who then says so here.
        private static View OfThePlatform(IConfiguration legal) => new("Plateforme des coopérations territoriales")
        {
            Publisher = legal["Publisher"], Address = legal["Address"], Director = legal["Director"], Host = legal["Host"], Contact = legal["Contact"],
            Phone = legal["Phone"], DataContact = legal["DataContact"],
        };
    }
}
