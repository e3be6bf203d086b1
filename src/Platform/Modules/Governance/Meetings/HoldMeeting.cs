using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Governance.Meetings;

/// <summary>The session: opened with those who sit that day, closed, opened again when something was forgotten.</summary>
public static class HoldMeeting
{
    public enum Move { Open, Close, Reopen }

    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public Move Move { get; set; }
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var meeting = await db.Set<Meeting>().Include(m => m.Attendances).SingleOrDefaultAsync(m => m.Id == c.Id, ct) ?? throw new NotFound(nameof(Meeting));
            switch (c.Move)
            {
                case Move.Open:
                    var body = await db.Set<Body>().Include(b => b.Mandates).SingleAsync(b => b.Id == meeting.BodyId, ct);
                    meeting.Seat(body.Mandates);
                    foreach (var seat in meeting.Attendances.Where(a => db.Entry(a).State == EntityState.Detached).ToList()) db.Add(seat);
                    var president = meeting.Attendances.Find(a => a.Function == MandateFunction.President)?.PersonId;
                    meeting.Open(meeting.ChairId ?? president, meeting.SecretaryId ?? meeting.Attendances.Find(a => a.Function == MandateFunction.Secretary)?.PersonId);
                    break;
                case Move.Close:
                    meeting.Close();
                    break;
                default:
                    meeting.Reopen();
                    break;
            }
            db.Touch(meeting);
            return Unit.Value;
        }
    }
}

/// <summary>Who is there, seat by seat; the quorum follows. Changed as people come and go: each point keeps the count of its moment.</summary>
public static class NotePresence
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        [Display(Name = "Présidence de séance")] public Guid? ChairId { get; init; }
        [Display(Name = "Secrétariat de séance")] public Guid? SecretaryId { get; init; }
        [Display(Name = "Présences")] public List<Line> Lines { get; init; } = [];
    }

    public sealed record Line
    {
        public Guid SeatId { get; init; }
        [Display(Name = "Présence")] public Coming? How { get; init; }
        [Display(Name = "Représenté par")] public Guid? ToId { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleForEach(c => c.Lines).ChildRules(line =>
        {
            line.RuleFor(l => l.How).IsInEnum();
            line.RuleFor(l => l.ToId).NotNull().When(l => l.How is Coming.Substitute or Coming.Proxy).WithMessage("Par qui\u00a0?");
        });
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var meeting = await db.Set<Meeting>().Include(m => m.Attendances).SingleOrDefaultAsync(m => m.Id == c.Id, ct) ?? throw new NotFound(nameof(Meeting));
            if (meeting.State != MeetingState.Open) throw new RuleViolation("meeting.notopen");
            if (!(await mediator.Send(new AreKnown.Query([], [.. new[] { c.ChairId, c.SecretaryId }.OfType<Guid>()]), ct)).People) throw new Invalid(c, nameof(c.ChairId), "Choisissez dans la liste.");
            var body = await db.Set<Body>().AsNoTracking().SingleAsync(b => b.Id == meeting.BodyId, ct);
            foreach (var line in c.Lines)
            {
                var seat = meeting.Attendances.Find(a => a.Id == line.SeatId) ?? throw new NotFound(nameof(Attendance));
                seat.Come(line.How, line.How is Coming.Substitute or Coming.Proxy ? line.ToId : null);
            }
            // A substitute who takes somebody's place is there.
            foreach (var stand in meeting.Attendances.Where(a => a.Presence == Coming.Substitute).Select(a => a.PresenceToId).ToList())
                if (meeting.Attendances.Find(a => a.Id == stand) is { Presence: null or Coming.Absent } present) present.Come(Coming.Present, null);
            var hall = new Hall(body, meeting.Attendances);
            foreach (var seat in meeting.Attendances.Where(a => a.Presence is not null))
                hall.Check(seat, seat.Presence!.Value, seat.PresenceToId, meeting.Attendances.Count(a => a != seat && a.Presence == seat.Presence && a.PresenceToId == seat.PresenceToId));
            meeting.Open(c.ChairId, c.SecretaryId);
            db.Touch(meeting);
            return Unit.Value;
        }
    }
}
