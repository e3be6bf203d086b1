using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Rsvp;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Editions;

/// <summary>Calls an edition off. Its page says so, guests and their calendars are told, and what was to go does not.</summary>
public static class CancelEdition
{
    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Motif")] public string? Reason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsLine(ForumEdition.ReasonLength);
    }

    internal sealed class Handler(PlatformDb db, TellGuests tell, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            await db.Lock<ForumEdition>(c.Id, ct);
            var edition = await db.Set<ForumEdition>().SingleOrDefaultAsync(e => e.Id == c.Id, ct) ?? throw new NotFound(nameof(ForumEdition));
            if (edition.Version != c.Version) throw new Conflict();
            edition.Cancel(tenant.Space.Today(clock), c.Reason);
            await tell.Cancelled(edition, ct);
            return Unit.Value;
        }
    }
}
