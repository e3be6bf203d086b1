using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Programme;

namespace Platform.Modules.Forum.Contract;

/// <summary>What a document of a forum hangs on: a session, or the edition as a whole. Whoever organises changes what hangs there.</summary>
public static class ForumSpot
{
    [Needs(ForumPermissions.Organise)]
    public sealed record Query(Guid? EditionId, Guid? SessionId) : IRequest<Row>;

    /// <param name="Owner">The edition.</param>
    /// <param name="Part">The session; null for the edition as a whole.</param>
    /// <param name="Back">Address of the sheet.</param>
    public sealed record Row(string Owner, string? Part, string Back);

    /// <summary>Where documents that everybody may read hang: the edition whose page is open, and its sessions. Nothing when it is not.</summary>
    [Anonymous]
    public sealed record Open(Guid EditionId) : IRequest<IReadOnlyCollection<Guid>>;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, Row>, IRequestHandler<Open, IReadOnlyCollection<Guid>>
    {
        public async Task<Row> Handle(Query query, CancellationToken ct)
        {
            if (query.SessionId is { } id)
            {
                var session = await db.Set<ForumSession>().Where(s => s.Id == id).Join(db.Set<ForumEdition>(), s => s.EditionId, e => e.Id, (s, e) => new { s.Title, s.EditionId, Edition = e.Title })
                    .SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumSession));
                return new(session.Edition, session.Title, $"~/forum/{session.EditionId}/programme");
            }
            var edition = await db.Set<ForumEdition>().Where(e => e.Id == query.EditionId).Select(e => e.Title).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));
            return new(edition, null, $"~/forum/{query.EditionId}/programme");
        }

        public async Task<IReadOnlyCollection<Guid>> Handle(Open query, CancellationToken ct) => !await db.Set<ForumEdition>().AnyAsync(e => e.Id == query.EditionId && e.IsPublic, ct) ? []
            : [query.EditionId, .. await db.Set<ForumSession>().Where(s => s.EditionId == query.EditionId).Select(s => s.Id).ToListAsync(ct)];
    }
}
