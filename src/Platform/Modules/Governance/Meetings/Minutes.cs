using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>The minutes are approved, most often at the body's next meeting.</summary>
public static class ApproveMinutes
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        [Display(Name = "Approuvé le")] public DateOnly? On { get; init; }
        [Display(Name = "Comment")] public string? How { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.On).NotNull().Must(on => on is null || on <= tenant.Space.Today(clock)).WithMessage("Cette date est à venir.");
            RuleFor(c => c.How).IsLine(Meeting.ApprovalLength);
        }
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var meeting = await db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == c.Id, ct) ?? throw new NotFound(nameof(Meeting));
            if (c.On < meeting.Date) throw new Invalid(c, nameof(c.On), "L’approbation vient après la réunion.");
            meeting.Approve(c.On!.Value, c.How);
            return Unit.Value;
        }
    }
}

/// <summary>Tells those who sit, and if asked the partners, what was said and decided.</summary>
public static class RestituteMeeting
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Form(Guid Id) : IRequest<Filled>;

    /// <param name="Seats">Who sat and has an address.</param>
    /// <param name="Partners">Of the partners and funders, who has an address and did not sit.</param>
    public sealed record Filled(int Version, int Seats, int Partners);

    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand<int>
    {
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Aussi aux partenaires et financeurs")] public bool Partners { get; init; }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, MeetingLetters letters, IMediator mediator) : IRequestHandler<Form, Filled>, IRequestHandler<Command, int>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var meeting = await db.Set<Meeting>().AsNoTracking().Include(m => m.Attendances).SingleOrDefaultAsync(m => m.Id == form.Id, ct) ?? throw new NotFound(nameof(Meeting));
            var sat = MeetingLetters.People(meeting).ToHashSet();
            var partners = await mediator.Send(new Members.Contract.PeopleOfRoles.Query([Members.Contract.RoleKind.Partner, Members.Contract.RoleKind.Funder]), ct);
            return new(meeting.Version, (await letters.Reach(sat, ct)).Reachable.Count, partners.Count(p => !sat.Contains(p)));
        }

        public async Task<int> Handle(Command c, CancellationToken ct)
        {
            var meeting = await db.Set<Meeting>().Include(m => m.Attendances).Include(m => m.Items).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == c.Id, ct) ?? throw new NotFound(nameof(Meeting));
            // Sent twice by a double click, the second finds the first.
            if (meeting.Version != c.Version) throw new Conflict();
            meeting.Restitute(clock.GetUtcNow());
            var body = await db.Set<Body>().Where(b => b.Id == meeting.BodyId).Select(b => b.Name).SingleAsync(ct);
            var decided = await db.Set<Decision>().Where(d => d.MeetingId == meeting.Id).OrderBy(d => d.Rank).Select(d => new { d.Code, d.Title, d.Outcome, d.OutcomeNote }).ToListAsync(ct);
            var told = await letters.Restituted(tenant.Space, meeting, body,
                decided.ConvertAll(d => $"{(d.Code is null ? "" : d.Code + " ")}{d.Title}\u00a0: {EnumNames.Of(d.Outcome).ToLowerInvariant()}{(d.OutcomeNote is null ? "" : ", " + d.OutcomeNote)}"), c.Partners, ct);
            return told > 0 ? told : throw new RuleViolation("meeting.nobody");
        }
    }
}
