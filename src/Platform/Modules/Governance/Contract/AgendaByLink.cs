using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Governance.Meetings;

namespace Platform.Modules.Governance.Contract;

/// <summary>The points of the meeting that a convocation's link opens, whose documents its holder may read; none for a link that does not serve.</summary>
public static class AgendaByLink
{
    [Anonymous]
    public sealed record Query(string? Secret) : IRequest<IReadOnlyCollection<Guid>>;

    internal sealed class Handler(PlatformDb db, PersonalLinks links) : IRequestHandler<Query, IReadOnlyCollection<Guid>>
    {
        public async Task<IReadOnlyCollection<Guid>> Handle(Query query, CancellationToken ct) => await links.Find(PersonalPurpose.Meeting, query.Secret, ct) is not { } link ? []
            : await db.Set<AgendaItem>().Where(i => i.MeetingId == link.SubjectId && db.Set<Attendance>().Any(a => a.MeetingId == i.MeetingId && a.PersonId == link.PersonId)).Select(i => i.Id).ToListAsync(ct);
    }
}
