using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

/// <summary>One body and who sits in it, function by function, today and before.</summary>
public static class GetBody
{
    /// <summary>Past mandates shown until all are asked for.</summary>
    public const int MostPast = 20;

    /// <param name="Whole">All that ever sat in it, up to a thousand.</param>
    [AnyMember]
    public sealed record Query(Guid Id, bool Whole = false) : IRequest<Answer>;

    public sealed record Answer(Sheet Sheet, IReadOnlyList<Seat> Seats, DateOnly Today)
    {
        /// <summary>Others sat in it before.</summary>
        public bool HidesPast { get; init; }
        public bool IsEnded => Sheet.EndedOn < Today;
        /// <summary>Today's and those to come, in the order of a composition.</summary>
        public IReadOnlyList<Seat> Running => [.. Seats.Where(s => !s.IsPast(Today)).OrderBy(s => s.Function).ThenBy(s => s.Title, StringComparer.CurrentCulture).ThenBy(s => s.Organisation, StringComparer.CurrentCulture).ThenBy(s => s.Start)];
        public IReadOnlyList<Seat> Past => [.. Seats.Where(s => s.IsPast(Today)).OrderByDescending(s => s.End).ThenBy(s => s.Function)];
        public int Held => Running.Count(s => s.PersonId is not null && s.Start <= Today);
        public int Vacant => Running.Count(s => s.PersonId is null && s.Start <= Today);
    }

    public sealed record Sheet(Guid Id, BodyKind Kind, string Name, int? CadencePerYear, string? Composition, bool Decides, DateOnly? EndedOn)
    {
        public string Code { get; init; } = "";
        public Quorum Quorum { get; init; }
        public bool QuorumByCollege { get; init; }
        public Majority Majority { get; init; }
        public int ProxiesEach { get; init; }
        public string? RuleSource { get; init; }
        /// <summary>The next three.</summary>
        public IReadOnlyList<Next> Meetings { get; init; } = [];
    }

    public sealed record Next(Guid Id, DateOnly Date, int? StartMinute, string? Place);

    public sealed record Seat(Guid Id, MandateFunction Function, string Title, Guid? PersonId, string? Person, Guid? OrganisationId, string? Organisation, DateOnly Start, DateOnly? End)
    {
        public bool IsPast(DateOnly today) => End < today;
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var (today, most) = (tenant.Space.Today(clock), query.Whole ? Keyset.Printed : MostPast);
            var body = await db.Set<Body>().AsNoTracking().Include(b => b.Mandates.Where(m => m.End == null || m.End >= today)).SingleOrDefaultAsync(b => b.Id == query.Id, ct) ?? throw new NotFound(nameof(Body));
            var past = await db.Set<Mandate>().AsNoTracking().Where(m => m.BodyId == query.Id && m.End < today).OrderByDescending(m => m.End).ThenBy(m => m.Id).Take(most + 1).ToListAsync(ct);
            List<Mandate> seats = [.. body.Mandates, .. past.Take(most)];
            var names = await mediator.Send(new NamesOf.Query(seats.SelectMany(m => new[] { m.PersonId, m.OrganisationId })), ct);
            var meetings = await db.Set<Meeting>().Where(m => m.BodyId == query.Id && m.Date >= today && m.State != MeetingState.Cancelled).OrderBy(m => m.Date).Take(3)
                .Select(m => new Next(m.Id, m.Date, m.StartMinute, m.Place)).ToListAsync(ct);
            string? Name(Guid? id) => id is { } known ? names[known].Name : null;
            return new(new(body.Id, body.Kind, body.Name, body.CadencePerYear, body.Composition, body.Decides, body.EndedOn)
                {
                    Code = body.Code, Quorum = body.Quorum, QuorumByCollege = body.QuorumByCollege, Majority = body.Majority, ProxiesEach = body.ProxiesEach, RuleSource = body.RuleSource, Meetings = meetings,
                },
                [.. seats.Select(m => new Seat(m.Id, m.Function, m.Title, m.PersonId, Name(m.PersonId), m.OrganisationId, Name(m.OrganisationId), m.Start, m.End))],
                today) { HidesPast = past.Count > most };
        }
    }
}
