using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Stands;

/// <summary>The posters of the stands: one per running coalition, with the code that opens its page.</summary>
public static class ShowPosters
{
    [Needs(ForumPermissions.Stands)]
    public sealed record Query(Guid EditionId) : IRequest<Answer>;

    /// <param name="IsPublic">The edition's page is open; without it no code leads anywhere.</param>
    public sealed record Answer(Guid Id, string Title, DateOnly StartsOn, DateOnly EndsOn, bool IsPublic, bool IsOpen, IReadOnlyList<Poster> Posters);

    /// <param name="Address">Null: the coalition is not shown to everybody, or the platform's own address is not set.</param>
    public sealed record Poster(Guid CoalitionId, string Name, string? Purpose, string? Address);

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, MailSettings mails) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var e = await db.Set<ForumEdition>().Where(e => e.Id == query.EditionId).Select(e => new { e.Title, e.StartsOn, e.EndsOn, e.IsPublic, e.CancelledOn }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));
            var root = mails.Root(tenant.Space);
            var coalitions = tenant.Space.Has(SpaceModules.Coalitions) ? await mediator.Send(new CoalitionStands.Query(), ct) : [];
            return new(query.EditionId, e.Title, e.StartsOn, e.EndsOn, e.IsPublic, e.CancelledOn is null,
                [.. coalitions.Select(c => new Poster(c.Id, c.Name, c.Purpose, root is null || !c.IsPublic || !e.IsPublic ? null : $"{root}/public/forum/{query.EditionId}/coalition/{c.Id}"))]);
        }
    }
}
