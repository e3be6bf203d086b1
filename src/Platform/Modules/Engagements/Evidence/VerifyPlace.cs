using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>Somebody of the structure says that a commitment, one of its news or steps is verified, and how; or takes that back, and why.</summary>
public static class VerifyPlace
{
    [Needs(EngagementPermissions.Verify)]
    public sealed record Form(Guid CommitmentId, Guid? UpdateId, Guid? MeasureId) : IRequest<Answer>;

    /// <param name="What">The news or the step; null for the commitment itself.</param>
    public sealed record Answer(string Commitment, string? What, IReadOnlyList<Line> Documents, Mark? Standing);

    public sealed record Line(Guid Id, string Name, string? Address, string? MediaType);

    public sealed record Mark(DateOnly On, string By, string Note);

    [Needs(EngagementPermissions.Verify)]
    public sealed record Command : ICommand
    {
        public Guid CommitmentId { get; set; }
        public Guid? UpdateId { get; set; }
        public Guid? MeasureId { get; set; }
        [Display(Name = "Comment")] public string? Note { get; init; }
        /// <summary>Today when it is not said.</summary>
        [Display(Name = "Date")] public DateOnly? VerifiedOn { get; init; }
    }

    [Needs(EngagementPermissions.Verify)]
    public sealed record Withdraw : ICommand
    {
        public Guid CommitmentId { get; set; }
        public Guid? UpdateId { get; set; }
        public Guid? MeasureId { get; set; }
        [Display(Name = "Motif")] public string? Reason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.Note).NotEmpty().WithMessage("Dites en une phrase comment\u00a0: vu sur place, délibération lue, factures…").MaximumLength(Verification.NoteLength);
            RuleFor(c => c.VerifiedOn).Must(on => on is null || on <= tenant.Space.Today(clock)).WithMessage("Cette date est à venir.");
        }
    }

    internal sealed class WithdrawValidator : AbstractValidator<Withdraw>
    {
        public WithdrawValidator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("Dites pourquoi en une phrase : ce motif restera dans l’historique.").MaximumLength(Verification.NoteLength);
    }

    internal sealed class Handler(PlatformDb db, CurrentUser user, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Form, Answer>, IRequestHandler<Command, Unit>, IRequestHandler<Withdraw, Unit>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var place = new Place(form.CommitmentId, form.UpdateId, form.MeasureId, null);
            var (title, what) = await Find(place, ct);
            var key = place.Key;
            var documents = await db.Set<Document>().Where(d => d.OwnerKey == key && d.RemovedOn == null).OrderBy(d => d.AddedAt).Select(d => new Line(d.Id, d.Name, d.Address, d.MediaType)).ToListAsync(ct);
            var standing = await db.Set<Verification>().Where(v => v.StandingKey == key).Select(v => new Mark(v.VerifiedOn, v.VerifiedBy, v.Note)).SingleOrDefaultAsync(ct);
            return new(title, what, documents, standing);
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var place = new Place(c.CommitmentId, c.UpdateId, c.MeasureId, null);
            await Find(place, ct);
            var key = place.Key;
            if (await db.Set<Verification>().AnyAsync(v => v.StandingKey == key, ct)) throw new RuleViolation("verification.standing");
            db.Add(new Verification(place, c.Note!, c.VerifiedOn ?? tenant.Space.Today(clock), Author.Of(user), clock.GetUtcNow()));
            await EvidenceLevels.Weigh(db, c.CommitmentId, ct);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Withdraw c, CancellationToken ct)
        {
            var place = new Place(c.CommitmentId, c.UpdateId, c.MeasureId, null);
            await Find(place, ct);
            var key = place.Key;
            var standing = await db.Set<Verification>().AsTracking().SingleOrDefaultAsync(v => v.StandingKey == key, ct) ?? throw new RuleViolation("verification.withdrawn");
            standing.Withdraw(tenant.Space.Today(clock), user.Name, c.Reason!);
            await EvidenceLevels.Weigh(db, c.CommitmentId, ct);
            return Unit.Value;
        }

        private async Task<(string Title, string? What)> Find(Place place, CancellationToken ct)
        {
            var found = await db.Set<Commitment>().Where(c => c.Id == place.CommitmentId).Select(c => new
            {
                c.Title,
                News = c.Updates.Where(u => u.Id == place.UpdateId).Select(u => u.Text).FirstOrDefault(),
                Step = c.Measures.Where(m => m.Id == place.MeasureId).Select(m => m.Title).FirstOrDefault(),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Commitment));
            if (place.UpdateId is not null && found.News is null) throw new NotFound(nameof(Update));
            if (place.MeasureId is not null && found.Step is null) throw new NotFound(nameof(Measure));
            return (found.Title, found.News ?? found.Step);
        }
    }
}
