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

    /// <summary>The same as a part of another question, for what follows that one: nobody is counted, and the link stands in the question itself.</summary>
    public static IQueryable<Guid> Points(PlatformDb db, string? secret)
    {
        ArgumentNullException.ThrowIfNull(db);
        return Of(db, PersonalLink.Live(db, PersonalPurpose.Meeting, secret));
    }

    private static IQueryable<Guid> Of(PlatformDb db, IQueryable<PersonalLink> links) =>
        links.SelectMany(l => db.Set<AgendaItem>().Where(i => i.MeetingId == l.SubjectId && db.Set<Attendance>().Any(a => a.MeetingId == i.MeetingId && a.PersonId == l.PersonId)).Select(i => i.Id));

    internal sealed class Handler(PlatformDb db, PersonalLinks links) : IRequestHandler<Query, IReadOnlyCollection<Guid>>
    {
        public async Task<IReadOnlyCollection<Guid>> Handle(Query query, CancellationToken ct) => await links.Find(PersonalPurpose.Meeting, query.Secret, ct) is not { Id: var id } ? []
            : await Of(db, db.Set<PersonalLink>().Where(l => l.Id == id)).ToListAsync(ct);
    }
}
