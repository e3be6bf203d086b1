using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;

namespace Platform.Modules.Governance.Contract;

/// <summary>What a document of governance hangs on: a point of an agenda, or a member's line of a decision; and whether the asker may change what hangs there.</summary>
public static class DocumentSpot
{
    [AnyMember]
    public sealed record Query(Guid? AgendaItemId, Guid? CascadeLineId) : IRequest<Row>;

    /// <param name="Owner">The meeting or the decision.</param>
    /// <param name="Part">The point, or the member.</param>
    /// <param name="Back">Address of the sheet.</param>
    public sealed record Row(string Owner, string Part, string Back, bool MayChange);

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships) : IRequestHandler<Query, Row>
    {
        public async Task<Row> Handle(Query query, CancellationToken ct)
        {
            var writes = memberships.May(GovernancePermissions.Write);
            if (query.AgendaItemId is { } item)
            {
                var point = await db.Set<AgendaItem>().Where(i => i.Id == item).Join(db.Set<Meeting>(), i => i.MeetingId, m => m.Id, (i, m) => new { i.Title, m.Id, m.Date, Body = db.Set<Body>().Where(b => b.Id == m.BodyId).Select(b => b.Name).First() })
                    .SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(AgendaItem));
                return new($"{point.Body}, {French.Date(point.Date)}", point.Title, $"~/reunions/{point.Id}", writes);
            }
            var line = await db.Set<CascadeLine>().Where(l => l.Id == query.CascadeLineId).Join(db.Set<Decision>(), l => l.DecisionId, d => d.Id, (l, d) => new { l.OrganisationId, d.Id, d.Title })
                .SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(CascadeLine));
            var names = await mediator.Send(new NamesOf.Query([line.OrganisationId]), ct);
            var speaks = writes || (memberships.May(GovernancePermissions.SpeakForMember) && (await mediator.Send(new WhoAmI.Query(), ct))?.OrganisationId == line.OrganisationId);
            return new(line.Title, names[line.OrganisationId].Name, $"~/decisions/{line.Id}", speaks);
        }
    }
}
