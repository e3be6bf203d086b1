using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Updates;

/// <summary>News of a commitment, with the steps done since; or the correction of an earlier one.</summary>
public static class GiveNews
{
    /// <param name="Corrects">The update to correct; null for news.</param>
    [Needs(EngagementPermissions.GiveNews)]
    public sealed record Form(Guid CommitmentId, Guid? Corrects = null) : IRequest<Answer>;

    /// <param name="Suggested">First values of the form.</param>
    /// <param name="Corrected">When the update to correct was recorded and by whom; null for news.</param>
    public sealed record Answer(Guid Id, int Number, string Title, Standing Standing, int? Progress, DateOnly Today, IReadOnlyList<Step> Steps, Command Suggested, Before? Corrected)
    {
        /// <summary>Everybody may read the commitment: the form asks whether everybody may read this too.</summary>
        public bool IsPublished { get; init; }
    }

    public sealed record Step(Guid Id, string Title, DateOnly? DueOn);

    public sealed record Before(string Text, string AuthorName, DateOnly HappenedOn);

    [Needs(EngagementPermissions.GiveNews)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid CommitmentId { get; set; }
        public Guid? CorrectsId { get; set; }
        public Guid FormKey { get; init; }
        [Display(Name = "Situation")] public UpdateStatus? Status { get; init; }
        [Display(Name = "Nouvelle")] public string? Text { get; init; }
        [Display(Name = "Avancement")] public int? Progress { get; init; }
        /// <summary>Today when it is not said.</summary>
        [Display(Name = "Date")] public DateOnly? HappenedOn { get; init; }
        [Display(Name = "Étapes faites")] public List<Guid> Done { get; init; } = [];
        /// <summary>What backs the news.</summary>
        [Display(Name = "Fichiers")] public List<IFormFile> Files { get; init; } = [];
        [Display(Name = "Texte visible du public")] public bool IsPublic { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.Status).NotNull().WithMessage("Dites où cela en est.").IsInEnum();
            RuleFor(c => c.Text).NotEmpty().WithMessage("Une phrase suffit, mais il en faut une.").MaximumLength(Update.TextLength);
            RuleFor(c => c.Progress).InclusiveBetween(0, 100).WithMessage("De 0 à 100.");
            RuleFor(c => c.HappenedOn).Must(on => !(on > tenant.Space.Today(clock))).WithMessage("Cette date est à venir : mettez celle d’aujourd’hui ou une date passée.");
        }
    }

    internal sealed class FormHandler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var c = await db.Set<Commitment>().Where(c => c.Id == form.CommitmentId).Select(c => new
            {
                c.Id, c.Number, c.Title, c.Progress, c.LastStatus, c.State, c.Visibility,
                Standing = new Standing(c.State, c.OpenDueOn, c.NextNewsDueOn, c.LastNewsOn, c.IsBlocked),
                Steps = c.Measures.Where(m => m.DoneOn == null && m.DroppedOn == null).OrderBy(m => m.Order).ThenBy(m => m.Id).Select(m => new Step(m.Id, m.Title, m.DueOn)).ToList(),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Commitment));
            await NewsRight.Check(c.Id, db, mediator, memberships, ct);
            var today = tenant.Space.Today(clock);
            var published = c.Visibility == Visibility.Public && tenant.Space.Has(SpaceModules.Roadmap);
            if (form.Corrects is not { } corrected)
                return new(c.Id, c.Number, c.Title, c.Standing, c.Progress, today, c.Steps,
                    new Command { FormKey = Guid.CreateVersion7(), Status = UpdateStatuses.Proposed(c.Standing.IsBlocked), Progress = c.Progress, HappenedOn = today }, null) { IsPublished = published };
            var before = await db.Set<Update>().SingleOrDefaultAsync(u => u.Id == corrected && u.CommitmentId == c.Id, ct) ?? throw new NotFound(nameof(Update));
            return new(c.Id, c.Number, c.Title, c.Standing, c.Progress, today, [], new Command
            {
                FormKey = Guid.CreateVersion7(), CorrectsId = before.Id, Status = before.Status, Text = before.Text, Progress = before.Progress, HappenedOn = before.HappenedOn, IsPublic = before.IsPublic,
            }, new(before.Text, before.AuthorName, before.HappenedOn)) { IsPublished = published || before.IsPublic };
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentUser user, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var commitment = await db.Set<Commitment>().Include(x => x.Updates).SingleOrDefaultAsync(x => x.Id == c.CommitmentId, ct)
                ?? throw new NotFound(nameof(Commitment));
            await NewsRight.Check(c.CommitmentId, db, mediator, memberships, ct);
            if (commitment.Updates.Find(u => u.FormKey == c.FormKey && c.FormKey != Guid.Empty) is { } already) return already.Id;
            if (c.CorrectsId is { } corrected)
            {
                if (commitment.Updates.TrueForAll(u => u.Id != corrected)) throw new NotFound(nameof(Update));
                if (commitment.Updates.Exists(u => u.CorrectsId == corrected)) throw new RuleViolation("update.corrected");
            }
            var (now, by) = (clock.GetUtcNow(), Author.Of(user));
            var today = tenant.Space.On(now);
            var on = c.HappenedOn ?? today;
            var news = commitment.Tell(new Update(commitment.Id, c.FormKey == Guid.Empty ? Guid.CreateVersion7() : c.FormKey,
                c.Status!.Value, c.Progress, c.Text!, on, now, today, by, c.CorrectsId, c.IsPublic));
            foreach (var step in await Steps(c, ct)) step.Done(on, now, by);
            if ((await Filing.Put(db, c, nameof(c.Files), new Place(commitment.Id, news.Id, null, null), c.Files, by, now, ct)).Count > 0)
                await EvidenceLevels.Weigh(db, commitment.Id, ct);
            await mediator.Publish(new NewsGiven(commitment, news), ct);
            return news.Id;
        }

        private async Task<List<Measure>> Steps(Command c, CancellationToken ct)
        {
            if (c.Done.Count == 0) return [];
            var steps = await db.Set<Measure>().Where(m => m.CommitmentId == c.CommitmentId && c.Done.Contains(m.Id)).ToListAsync(ct);
            return steps.Count == c.Done.Distinct().Count() ? steps : throw new Invalid(c, nameof(c.Done), "Une des étapes cochées n’existe plus : rechargez la page.");
        }
    }
}
