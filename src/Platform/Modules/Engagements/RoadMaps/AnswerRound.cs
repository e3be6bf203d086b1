using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.RoadMaps;

/// <summary>A version of the road map with every member's answer; an answer noted by who runs coalitions, or by a member's referent for the
/// own organisation; the end of the round.</summary>
public static class AnswerRound
{
    [AnyMember]
    public sealed record Query(Guid CoalitionId, Guid Id) : IRequest<Answer>;

    /// <param name="Mine">Organisations for which the asker may answer; empty once closed.</param>
    public sealed record Answer(Guid Id, Guid CoalitionId, string Coalition, int Number, string Text, DateOnly? DueOn, DateOnly OpenedOn, string OpenedBy, DateOnly? ClosedOn, DateOnly Today,
        IReadOnlyList<Line> Lines, IReadOnlyList<Line> Mine)
    {
        public RoadMapCount Count => new(Of(RoadMapChoice.Yes), Of(RoadMapChoice.No), Of(RoadMapChoice.None));
        public bool IsLate => ClosedOn is null && DueOn < Today;

        private int Of(RoadMapChoice choice) => Lines.Count(l => l.Choice == choice);
    }

    public sealed record Line(Guid OrganisationId, string Organisation, RoadMapChoice Choice, string? Reason, DateOnly? On, string? By);

    [Needs(EngagementPermissions.SpeakForMember)]
    public sealed record Command : ICommand
    {
        public Guid CoalitionId { get; set; }
        public Guid Id { get; set; }
        [Display(Name = "Au nom de")] public Guid? OrganisationId { get; init; }
        [Display(Name = "Réponse")] public RoadMapChoice? Choice { get; init; }
        [Display(Name = "Raison")] public string? Reason { get; init; }
    }

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Close(Guid CoalitionId, Guid Id) : ICommand;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.OrganisationId).NotNull().WithMessage("Choisissez dans la liste.");
            RuleFor(c => c.Choice).NotNull().WithMessage("Oui ou non ?").IsInEnum();
            RuleFor(c => c.Reason).MaximumLength(RoadMapAnswer.ReasonLength);
            RuleFor(c => c.Reason).NotEmpty().When(c => c.Choice == RoadMapChoice.No).WithMessage("Un non se dit avec sa raison : c’est elle qui fera avancer la version suivante.");
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentUser user, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Query, Answer>, IRequestHandler<Command, Unit>, IRequestHandler<Close, Unit>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var round = await db.Set<RoadMapRound>().AsNoTracking().Include(r => r.Answers).SingleOrDefaultAsync(r => r.Id == query.Id && r.CoalitionId == query.CoalitionId, ct) ?? throw new NotFound(nameof(RoadMapRound));
            var coalition = await db.Set<Coalition>().Where(c => c.Id == round.CoalitionId).Select(c => c.Name).SingleAsync(ct);
            var names = await mediator.Send(new NamesOf.Query(round.Answers.Select(a => (Guid?)a.OrganisationId)), ct);
            List<Line> lines = [.. round.Answers.Select(a => new Line(a.OrganisationId, names[a.OrganisationId].Name, a.Choice, a.Reason, a.AnsweredOn, a.AnsweredBy)).OrderBy(l => Folding.Key(l.Organisation), StringComparer.Ordinal)];
            var speaks = round.ClosedOn is null && memberships.May(EngagementPermissions.SpeakForMember);
            var own = speaks ? await MemberRight.OwnOnly(mediator, memberships, ct) : Guid.Empty;
            return new(round.Id, round.CoalitionId, coalition, round.Number, round.Text, round.DueOn, round.OpenedOn, round.OpenedBy, round.ClosedOn, tenant.Space.Today(clock),
                lines, [.. lines.Where(l => own is null || l.OrganisationId == own)]);
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var round = await Find(c.CoalitionId, c.Id, ct);
            if (await MemberRight.OwnOnly(mediator, memberships, ct) is { } own && own != c.OrganisationId) throw new Forbidden(EngagementPermissions.ManageCoalitions);
            if (round.Answers.TrueForAll(a => a.OrganisationId != c.OrganisationId)) throw new Invalid(c, nameof(c.OrganisationId), "Choisissez dans la liste.");
            round.Note(c.OrganisationId!.Value, c.Choice!.Value, c.Reason, tenant.Space.Today(clock), user.Name);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Close c, CancellationToken ct)
        {
            (await Find(c.CoalitionId, c.Id, ct)).Close(tenant.Space.Today(clock));
            return Unit.Value;
        }

        private async Task<RoadMapRound> Find(Guid coalitionId, Guid id, CancellationToken ct) => await db.Set<RoadMapRound>().AsTracking().Include(r => r.Answers)
            .SingleOrDefaultAsync(r => r.Id == id && r.CoalitionId == coalitionId, ct) ?? throw new NotFound(nameof(RoadMapRound));
    }
}
