using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract;

/// <summary>Who has a part in what is promised today: to invite them.</summary>
public static class PeopleAtStake
{
    [AnyMember]
    public sealed record Query : IRequest<Answer>;

    /// <param name="CoalitionMembers">Organisations in a running coalition.</param>
    /// <param name="Referents">People who answer for an open commitment, or facilitate a running coalition.</param>
    /// <param name="Late">Those of them whose commitment is late.</param>
    public sealed record Answer(IReadOnlyCollection<Guid> CoalitionMembers, IReadOnlyCollection<Guid> Referents, IReadOnlyCollection<Guid> Late);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var members = await db.Set<CoalitionMember>().Where(m => m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today)
                && db.Set<Coalition>().Any(c => c.Id == m.CoalitionId && c.State != CoalitionState.Ended)).Select(m => m.OrganisationId).Distinct().ToListAsync(ct);
            var facilitators = await CoalitionFacilitator.On(db, today).Where(f => f.PersonId != null).Select(f => f.PersonId!.Value).Distinct().ToListAsync(ct);
            // Each person once or twice, however many commitments they answer for.
            var open = db.Set<Commitment>().Where(c => c.State < CommitmentState.Kept && c.State != CommitmentState.Draft);
            var people = await open.Where(c => c.ReferentId != null).Select(c => new { Id = c.ReferentId!.Value, IsLate = c.OpenDueOn != null && c.OpenDueOn < today })
                .Union(open.Where(c => c.FacilitatorId != null).Select(c => new { Id = c.FacilitatorId!.Value, IsLate = c.OpenDueOn != null && c.OpenDueOn < today })).ToListAsync(ct);
            return new(members, [.. people.Select(p => p.Id).Concat(facilitators).Distinct()], [.. people.Where(p => p.IsLate).Select(p => p.Id)]);
        }
    }
}
