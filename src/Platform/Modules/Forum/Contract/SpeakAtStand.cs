using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Stands;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Contract;

/// <summary>The page behind the code of a coalition's stand: anybody says that they join it, or what they propose. For editions whose page is open.</summary>
public static class SpeakAtStand
{
    // A hall full of people is one address.
    private static readonly Limit Rate = new("stand", 120, TimeSpan.FromMinutes(10));

    [Anonymous]
    public sealed record Query(Guid EditionId, Guid CoalitionId) : IRequest<Stand>;

    /// <param name="IsOpen">Requests are still taken.</param>
    public sealed record Stand(Guid EditionId, string Edition, Guid CoalitionId, string Coalition, string? Purpose, bool IsOpen);

    [Anonymous]
    public sealed record Command : StandFields, ICommand
    {
        public Guid CoalitionId { get; set; }
        /// <summary>Nobody sees this field: whoever fills it is a robot.</summary>
        public string? WebPage { get; init; }
    }

    internal sealed class Validator : StandFieldsValidator<Command>
    {
        public Validator() => RuleFor(c => c.Email).NotEmpty().WithMessage("Sans adresse, personne ne pourra vous répondre.");
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, Throttle throttle, TimeProvider clock) : IRequestHandler<Query, Stand>, IRequestHandler<Command, Unit>
    {
        public async Task<Stand> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var edition = await db.Set<ForumEdition>().Where(e => e.Id == query.EditionId && e.IsPublic).Select(e => new { e.Title, e.EndsOn, e.CancelledOn }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));
            var coalition = await mediator.Send(new CoalitionStands.Public(query.CoalitionId), ct) ?? throw new NotFound("Coalition");
            return new(query.EditionId, edition.Title, coalition.Id, coalition.Name, coalition.Purpose, edition.CancelledOn is null && today <= edition.EndsOn.AddDays(StandWriting.Late));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            await Handle(new Query(c.EditionId, c.CoalitionId), ct);
            if (await throttle.IsOver(Rate, throttle.Caller, ct)) throw new RuleViolation("stand.busy");
            await throttle.Count(Rate, throttle.Caller, ct);
            if (c.WebPage is { Length: > 0 }) return Unit.Value;
            await c.Keep(db, c.CoalitionId, null, tenant.Space.Today(clock), ct);
            return Unit.Value;
        }
    }
}
