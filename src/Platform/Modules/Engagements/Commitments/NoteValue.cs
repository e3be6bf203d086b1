using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>A dated value of an indicator, measured or aimed at. Another of the same kind and day replaces it; the journal keeps both.</summary>
public static class NoteValue
{
    [Needs(EngagementPermissions.GiveNews)]
    public sealed record Form(Guid CommitmentId, Guid IndicatorId) : IRequest<Answer>;

    public sealed record Answer(string Commitment, string Name, string? Unit, DateOnly Today);

    [Needs(EngagementPermissions.GiveNews)]
    public sealed record Command : ICommand
    {
        public Guid CommitmentId { get; set; }
        public Guid IndicatorId { get; set; }
        [Display(Name = "Nature")] public IndicatorValueKind? Kind { get; init; } = IndicatorValueKind.Actual;
        [Display(Name = "Date")] public DateOnly? On { get; init; }
        [Display(Name = "Valeur")] public decimal? Value { get; init; }
        [Display(Name = "Commentaire")] public string? Comment { get; init; }
        [Display(Name = "Source")] public string? Source { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.Kind).NotNull().IsInEnum();
            RuleFor(c => c.On).NotNull().Must((c, on) => c.Kind != IndicatorValueKind.Actual || !(on > tenant.Space.Today(clock)))
                .WithMessage("Une valeur constatée ne peut pas être à venir.");
            RuleFor(c => c.Value).NotNull();
            RuleFor(c => c.Value).IsFigure();
            RuleFor(c => c.Comment).MaximumLength(IndicatorValue.CommentLength);
            RuleFor(c => c.Source).IsLine(IndicatorValue.SourceLength);
        }
    }

    internal sealed class FormHandler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var indicator = await SaveIndicator.Read(db, form.CommitmentId, form.IndicatorId, ct);
            await NewsRight.Check(form.CommitmentId, db, mediator, memberships, ct);
            var commitment = await db.Set<Commitment>().Where(c => c.Id == form.CommitmentId).Select(c => c.Title).SingleAsync(ct);
            return new(commitment, indicator.Name, indicator.Unit, tenant.Space.Today(clock));
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var indicator = await db.Set<Indicator>().Include(i => i.Values).SingleOrDefaultAsync(i => i.Id == c.IndicatorId && i.CommitmentId == c.CommitmentId, ct)
                ?? throw new NotFound(nameof(Indicator));
            await NewsRight.Check(c.CommitmentId, db, mediator, memberships, ct);
            indicator.Note(c.Kind!.Value, c.On!.Value, c.Value!.Value, c.Comment, c.Source, clock.GetUtcNow(), Author.Of(user));
            return Unit.Value;
        }
    }
}
