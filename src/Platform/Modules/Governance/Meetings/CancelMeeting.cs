using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>Calls a meeting off; those who had been called are told.</summary>
public static class CancelMeeting
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand<int>
    {
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Motif")] public string? Reason { get; init; }
    }

    internal sealed class Validator : FluentValidation.AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsLine(300);
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, MeetingLetters letters) : IRequestHandler<Command, int>
    {
        /// <returns>How many people are told.</returns>
        public async Task<int> Handle(Command c, CancellationToken ct)
        {
            var meeting = await db.Set<Meeting>().Include(m => m.Attendances).SingleOrDefaultAsync(m => m.Id == c.Id, ct) ?? throw new NotFound(nameof(Meeting));
            if (meeting.Version != c.Version) throw new Conflict();
            var told = meeting.State == MeetingState.Convened;
            meeting.Cancel();
            return told ? await letters.Cancelled(tenant.Space, meeting, await db.Set<Body>().Where(b => b.Id == meeting.BodyId).Select(b => b.Name).SingleAsync(ct), c.Reason, ct) : 0;
        }
    }
}
