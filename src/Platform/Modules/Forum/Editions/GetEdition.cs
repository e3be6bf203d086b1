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

    /// <param name="Coming">People, with those who come along.</param>
    public sealed record Answer(Guid Id, int Version, string Title, string? Series, DateOnly StartsOn, DateOnly EndsOn, int? StartMinute, int? EndMinute, string? Place, string? Address, string? Access, string? Accessibility,
        string? OnlineLink, int? Capacity, DateOnly? RegistrationFrom, DateOnly? RegistrationUntil, string? Host, string? Summary, string? BudgetNote, bool IsPublic, DateOnly? CancelledOn, string? CancelledReason,
        IReadOnlyList<Milestone> Milestones, int Sessions, int Unplaced, int Guests, int Coming, bool IsOpenToAll, bool ChasesByItself, int? ChaseAfterDays, DateOnly NamesUntil, DateOnly? PurgedOn, DateOnly Today, bool MayOrganise)
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

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock, Memberships memberships) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var read = await db.Set<ForumEdition>().AsNoTracking().Where(e => e.Id == query.Id).Select(e => new
            {
                Edition = e, e.Milestones, Series = db.Set<ForumSeries>().Where(s => s.Id == e.SeriesId).Select(s => s.Name).FirstOrDefault(),
                Sessions = db.Set<ForumSession>().Count(s => s.EditionId == e.Id), Unplaced = db.Set<ForumSession>().Count(s => s.EditionId == e.Id && s.StartMinute == null),
                Guests = db.Set<ForumGuest>().Count(g => g.EditionId == e.Id && g.State != GuestState.Cancelled && g.State != GuestState.Unconfirmed),
                Coming = db.Set<ForumGuest>().Where(g => g.EditionId == e.Id && (g.State == GuestState.Accepted || g.State == GuestState.Attended)).Sum(g => g.Seats),
            }).AsSingleQuery().SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));
            var e = read.Edition;
            var names = e.HostId is null ? null : await mediator.Send(new NamesOf.Query([e.HostId]), ct);
            var organises = memberships.May(ForumPermissions.Organise);
            return new(e.Id, e.Version, e.Title, read.Series, e.StartsOn, e.EndsOn, e.StartMinute, e.EndMinute, e.Place, e.Address, e.Access, e.Accessibility, e.OnlineLink, e.Capacity, e.RegistrationFrom, e.RegistrationUntil,
                e.HostId is { } host ? names?.GetValueOrDefault(host)?.Name : null, e.Summary, organises ? e.BudgetNote : null, e.IsPublic, e.CancelledOn, e.CancelledReason,
                [.. read.Milestones.OrderBy(m => m.DueOn).ThenBy(m => m.Kind).ThenBy(m => m.Id).Select(m => new Milestone(m.Id, m.Kind, m.Title, m.Offset, m.Unit, m.DueOn, m.IsMoved, m.DoneOn, m.DoneBy))],
                read.Sessions, read.Unplaced, read.Guests, read.Coming, e.IsOpenToAll, e.ChasesByItself, e.ChaseAfterDays, e.NamesUntil(tenant.Space.GuestMonths), e.PurgedOn, tenant.Space.Today(clock), organises);
        }
    }
}
