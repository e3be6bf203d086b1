using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;

namespace Platform.Modules.Governance.Meetings;

/// <summary>Somebody who is called says whether they come, for their own seat; whoever prepares meetings notes it for anybody.</summary>
public static class AnswerMeeting
{
    [AnyMember]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        /// <summary>Null: my own seat.</summary>
        [Display(Name = "Siège")] public Guid? SeatId { get; init; }
        [Display(Name = "Réponse")] public Coming? Answer { get; init; }
        [Display(Name = "Suppléance")] public Guid? SubstituteId { get; init; }
        [Display(Name = "Pouvoir à")] public Guid? ProxyId { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Answer).NotNull().IsInEnum();
            RuleFor(c => c.SubstituteId).NotNull().When(c => c.Answer == Coming.Substitute).WithMessage("Choisissez qui vous supplée.");
            RuleFor(c => c.ProxyId).NotNull().When(c => c.Answer == Coming.Proxy).WithMessage("Choisissez à qui vous donnez pouvoir.");
        }
    }

    /// <summary>Those who are called may still answer: it is not over, and its day has not passed. Once it is open, presence is noted in the room.</summary>
    internal static bool Takes(Meeting meeting, DateOnly today) => meeting.State is MeetingState.Planned or MeetingState.Convened && meeting.Date >= today;

    /// <param name="meeting">Locked, with all its seats.</param>
    internal static async Task Note(PlatformDb db, Meeting meeting, Attendance seat, Coming answer, Guid? substitute, Guid? proxy, CurrentUser by, DateTimeOffset now, CancellationToken ct)
    {
        var to = answer switch { Coming.Substitute => substitute, Coming.Proxy => proxy, _ => null };
        var body = await db.Set<Body>().AsNoTracking().SingleAsync(b => b.Id == meeting.BodyId, ct);
        new Hall(body, meeting.Attendances).Check(seat, answer, to, meeting.Attendances.Count(a => a != seat && a.Answer == answer && a.AnswerToId == to));
        seat.Reply(answer, to, by.AccountId ?? by.PersonId, by.Name, now);
    }

    internal sealed class Handler(PlatformDb db, CurrentUser user, Memberships memberships, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            // Two proxies to the same person at the same moment: the second waits, and is refused.
            await db.Lock<Meeting>(c.Id, ct);
            var meeting = await db.Set<Meeting>().Include(m => m.Attendances).SingleOrDefaultAsync(m => m.Id == c.Id, ct) ?? throw new NotFound(nameof(Meeting));
            if (meeting.IsOver) throw new RuleViolation("meeting.over");
            var me = await memberships.Current(ct);
            var seat = c.SeatId is { } id
                ? meeting.Attendances.Find(a => a.Id == id) ?? throw new NotFound(nameof(Attendance))
                : meeting.Attendances.Find(a => a.PersonId is not null && a.PersonId == me?.PersonId) ?? throw new RuleViolation("attendance.own");
            if (!user.IsSystem && (seat.PersonId is null || seat.PersonId != me?.PersonId) && me?.May(GovernancePermissions.Write) != true) throw new RuleViolation("attendance.own");
            await Note(db, meeting, seat, c.Answer!.Value, c.SubstituteId, c.ProxyId, user, clock.GetUtcNow(), ct);
            return Unit.Value;
        }
    }
}
