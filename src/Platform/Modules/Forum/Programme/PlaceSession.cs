using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Forum.Programme;

/// <summary>A session is given a place, or another: a time and a room, as it is dragged there. It keeps its length and all the rest; what overlaps is refused by
/// the same rules as in its form.</summary>
public static class PlaceSession
{
    public const int UsualMinutes = 30;

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand
    {
        public Guid EditionId { get; set; }
        [Display(Name = "Séance")] public Guid? SessionId { get; init; }
        [Display(Name = "Salle")] public Guid? RoomId { get; init; }
        public int Day { get; set; }
        /// <summary>After midnight.</summary>
        [Display(Name = "Heure")] public int? Minute { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SessionId).NotNull().WithMessage("Choisissez une séance.");
            RuleFor(c => c.Minute).NotNull().InclusiveBetween(0, (24 * 60) - ForumSlot.Minutes).WithMessage("Choisissez une heure.");
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var session = await db.Set<ForumSession>().AsNoTracking().Include(s => s.Speakers).SingleOrDefaultAsync(s => s.Id == c.SessionId && s.EditionId == c.EditionId, ct) ?? throw new NotFound(nameof(ForumSession));
            var start = c.Minute!.Value / ForumSlot.Minutes * ForumSlot.Minutes;
            var length = session is { StartMinute: { } from, EndMinute: { } until } ? until - from : UsualMinutes;
            if (start + length >= 24 * 60) throw new RuleViolation("session.late");
            try
            {
                await mediator.Send(SaveSession.Command.From(session) with { Day = c.Day, Start = Shared.MeetingTime.Field(start), End = Shared.MeetingTime.Field(start + length), RoomId = c.RoomId }, ct);
            }
            catch (Invalid refused)
            {
                // Said at the top of the grid: the field that it is about is not there.
                throw new Invalid(c, nameof(c.SessionId), string.Join(" ", refused.Errors.Select(e => e.ErrorMessage)));
            }
            return Unit.Value;
        }
    }
}
