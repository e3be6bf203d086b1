using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Support;

/// <summary>A request for support, for every member to read; the structure answers it: who takes care of it, until when, or why not.</summary>
public static class AnswerSupport
{
    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="People">Who may take care of it; empty for who does not answer.</param>
    public sealed record Answer(Guid Id, Guid CoalitionId, string Coalition, string Kind, string? Details, DateOnly? DueOn, DateOnly AskedOn, string AskedBy, SupportState State, DateOnly StateOn,
        string? Reason, DateOnly Today, string? Owner, IReadOnlyList<PersonOptions.Row> People, Command Command)
    {
        public bool IsLate => State < SupportState.Given && DueOn < Today;
    }

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Réponse")] public SupportState? State { get; init; }
        [Display(Name = "Suivie par")] public Guid? OwnerId { get; init; }
        [Display(Name = "Pour le")] public DateOnly? DueOn { get; init; }
        [Display(Name = "Motif ou résultat")] public string? Reason { get; init; }

        internal static Command From(SupportRequest r) => new() { Id = r.Id, Version = r.Version, State = r.State, OwnerId = r.OwnerId, DueOn = r.DueOn, Reason = r.Reason };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.State).NotNull().IsInEnum();
            RuleFor(c => c.Reason).MaximumLength(SupportRequest.ReasonLength);
            RuleFor(c => c.Reason).NotEmpty().When(c => c.State == SupportState.Refused).WithMessage("Un refus se dit avec son motif.");
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Query, Answer>, IRequestHandler<Command, Unit>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var found = await db.Set<SupportRequest>().AsNoTracking().Where(r => r.Id == query.Id).Select(r => new
            {
                Request = r,
                Coalition = db.Set<Coalition>().Where(c => c.Id == r.CoalitionId).Select(c => c.Name).First(),
                Kind = db.Set<GuideLine>().Where(l => l.Id == r.KindId).Select(l => l.Text).First(),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(SupportRequest));
            var r = found.Request;
            var manages = memberships.May(EngagementPermissions.ManageCoalitions);
            var names = await mediator.Send(new NamesOf.Query([r.OwnerId]), ct);
            return new(r.Id, r.CoalitionId, found.Coalition, found.Kind, r.Details, r.DueOn, r.AskedOn, r.AskedBy, r.State, r.StateOn, r.Reason, tenant.Space.Today(clock),
                r.OwnerId is { } owner ? names.GetValueOrDefault(owner)?.Name : null, manages ? await mediator.Send(new PersonOptions.Query(), ct) : [], Command.From(r));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var request = await db.Set<SupportRequest>().AsTracking().SingleOrDefaultAsync(r => r.Id == c.Id, ct) ?? throw new NotFound(nameof(SupportRequest));
            if (request.Version != c.Version) throw new Conflict(stored: Command.From(request), typed: c);
            if (c.OwnerId is { } owner && !(await mediator.Send(new AreKnown.Query([], [owner]), ct)).People) throw new Invalid(c, nameof(c.OwnerId), "Choisissez dans la liste.");
            var coalition = await db.Set<Coalition>().AsNoTracking().SingleAsync(x => x.Id == request.CoalitionId, ct);
            request.Answer(coalition, c.State!.Value, c.OwnerId, c.DueOn, c.Reason, tenant.Space.Today(clock));
            return Unit.Value;
        }
    }
}
