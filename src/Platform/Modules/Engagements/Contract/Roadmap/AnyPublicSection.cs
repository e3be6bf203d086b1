using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>Whether a framework, or a coalition, is shown to everybody.</summary>
public static class AnyPublicSection
{
    [Anonymous]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(bool Frameworks, bool Coalitions);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var space = tenant.Space;
            if (!space.Has(SpaceModules.Roadmap)) return new(false, false);
            var any = await db.Tenants.Where(t => t.Id == space.Id)
                .Select(t => new { Frameworks = db.Set<Framework>().Any(f => f.IsPublic && f.ArchivedOn == null), Coalitions = db.Set<Coalition>().Any(c => c.IsPublic) }).SingleAsync(ct);
            return new(space.Has(SpaceModules.Frameworks) && any.Frameworks, space.Has(SpaceModules.Coalitions) && any.Coalitions);
        }
    }
}
