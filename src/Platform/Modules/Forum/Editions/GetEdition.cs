using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Series;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Editions;

/// <summary>An edition: when and where, its plan, how far its programme is.</summary>
public static class GetEdition
{
    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    public sealed record Answer(Guid Id, int Version, string Title, string? Series, DateOnly StartsOn, DateOnly EndsOn, int? StartMinute, int? EndMinute, string? Place, string? Address, string? Access, string? Accessibility,
        string? OnlineLink, int? Capacity, DateOnly? RegistrationFrom, DateOnly? RegistrationUntil, string? Host, string? Summary, string? BudgetNote, bool IsPublic, DateOnly? CancelledOn, string? CancelledReason,
        IReadOnlyList<Milestone> Milestones, int Sessions, int Unplaced, int Guests, int Coming, DateOnly Today, bool MayOrganise)
    {
        public bool IsPast => EndsOn < Today;
        public bool IsOpen => CancelledOn is null;
        public int Done => Milestones.Count(m => m.DoneOn is not null);
        public int Late => Milestones.Count(m => m.IsLate(Today));
        public Milestone? Next => Milestones.FirstOrDefault(m => m.DoneOn is null);
    }

    public sealed record Milestone(Guid Id, MilestoneKind Kind, string Title, int? Offset, OffsetUnit Unit, DateOnly DueOn, bool IsMoved, DateOnly? DoneOn, string? DoneBy)
    {
        public bool IsLate(DateOnly today) => DoneOn is null && DueOn < today;
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock, Memberships memberships, CurrentUser user) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var e = await db.Set<ForumEdition>().AsNoTracking().Include(e => e.Milestones).SingleOrDefaultAsync(e => e.Id == query.Id, ct) ?? throw new NotFound(nameof(ForumEdition));
            var more = await db.Set<ForumEdition>().Where(x => x.Id == query.Id).Select(x => new
            {
                Series = db.Set<ForumSeries>().Where(s => s.Id == x.SeriesId).Select(s => s.Name).FirstOrDefault(),
                Sessions = db.Set<ForumSession>().Count(s => s.EditionId == x.Id), Unplaced = db.Set<ForumSession>().Count(s => s.EditionId == x.Id && s.StartMinute == null),
                Guests = db.Set<ForumGuest>().Count(g => g.EditionId == x.Id && g.State != GuestState.Cancelled), Coming = db.Set<ForumGuest>().Count(g => g.EditionId == x.Id && (g.State == GuestState.Accepted || g.State == GuestState.Attended)),
            }).SingleAsync(ct);
            var names = e.HostId is null ? null : await mediator.Send(new NamesOf.Query([e.HostId]), ct);
            var organises = user.IsSystem || memberships.Known?.May(ForumPermissions.Organise) == true;
            return new(e.Id, e.Version, e.Title, more.Series, e.StartsOn, e.EndsOn, e.StartMinute, e.EndMinute, e.Place, e.Address, e.Access, e.Accessibility, e.OnlineLink, e.Capacity, e.RegistrationFrom, e.RegistrationUntil,
                e.HostId is { } host ? names?.GetValueOrDefault(host)?.Name : null, e.Summary, organises ? e.BudgetNote : null, e.IsPublic, e.CancelledOn, e.CancelledReason,
                [.. e.Milestones.OrderBy(m => m.DueOn).ThenBy(m => m.Kind).ThenBy(m => m.Id).Select(m => new Milestone(m.Id, m.Kind, m.Title, m.Offset, m.Unit, m.DueOn, m.IsMoved, m.DoneOn, m.DoneBy))],
                more.Sessions, more.Unplaced, more.Guests, more.Coming, tenant.Space.Today(clock), organises);
        }
    }
}
