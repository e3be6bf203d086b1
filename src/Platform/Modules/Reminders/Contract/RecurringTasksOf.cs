using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Obligations;

namespace Platform.Modules.Reminders.Contract;

/// <summary>The open recurring tasks of the signed-in person, due before a day: one's own, and for whoever runs obligations those that nobody owns.</summary>
public static class RecurringTasksOf
{
    [AnyMember]
    public sealed record Query(DateOnly Before, int Most) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Title, string? Member, DateOnly DueOn);

    internal sealed class Handler(PlatformDb db, Memberships memberships, IMediator mediator) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var (me, runs) = (memberships.Known?.PersonId, memberships.Known?.May(RemindersPermissions.Obligations) == true);
            var rows = await db.Set<ObligationTask>().Where(t => t.DoneOn == null && t.DroppedOn == null && t.DueOn < query.Before)
                .Join(db.Set<Obligation>(), t => t.ObligationId, o => o.Id, (t, o) => new { t.Id, t.DueOn, t.OrganisationId, o.Title, o.OwnerId })
                .Where(x => (me != null && x.OwnerId == me) || (runs && x.OwnerId == null)).OrderBy(x => x.DueOn).ThenBy(x => x.Id).Take(query.Most).ToListAsync(ct);
            var names = await mediator.Send(new NamesOf.Query(rows.Select(r => r.OrganisationId)), ct);
            return rows.ConvertAll(r => new Row(r.Id, r.Title, r.OrganisationId is { } member ? names.GetValueOrDefault(member)?.Name : null, r.DueOn));
        }
    }
}
