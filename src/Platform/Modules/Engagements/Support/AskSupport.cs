using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Support;

/// <summary>A coalition asks its host structure for support. Who runs coalitions asks for any; a referent, for those of the own organisation.</summary>
public static class AskSupport
{
    [Needs(EngagementPermissions.SpeakForMember)]
    public sealed record Form(Guid CoalitionId) : IRequest<Answer>;

    public sealed record Answer(string Coalition, IReadOnlyList<Kind> Kinds);

    public sealed record Kind(Guid Id, string Text);

    [Needs(EngagementPermissions.SpeakForMember)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid CoalitionId { get; set; }
        [Display(Name = "Appui")] public string? Kind { get; init; }
        [Display(Name = "Précisions")] public string? Details { get; init; }
        [Display(Name = "Pour le")] public DateOnly? DueOn { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.Kind).NotEmpty().WithMessage("Choisissez un appui dans la liste.");
            RuleFor(c => c.Details).MaximumLength(SupportRequest.DetailsLength);
            RuleFor(c => c.DueOn).Must(on => on is null || on >= tenant.Space.Today(clock)).WithMessage("Cette date est passée.");
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentUser user, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Form, Answer>, IRequestHandler<Command, Guid>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var name = await db.Set<Coalition>().Where(c => c.Id == form.CoalitionId).Select(c => c.Name).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Coalition));
            await MemberRight.Check(db, mediator, memberships, form.CoalitionId, tenant.Space.Today(clock), ct);
            var kinds = await db.Set<GuideLine>().Where(l => l.Part == GuidePart.Support && l.RetiredOn == null).OrderBy(l => l.Position).Select(l => new Kind(l.Id, l.Text)).ToListAsync(ct);
            if (kinds.Count == 0 && !await db.Set<GuideLine>().AnyAsync(l => l.Part == GuidePart.Support, ct))
                kinds = [.. GuideBook.Usual.Where(l => l.Part == GuidePart.Support).Select(l => new Kind(l.Id, l.Text))];
            return new(name, kinds);
        }

        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var coalition = await db.Set<Coalition>().SingleOrDefaultAsync(x => x.Id == c.CoalitionId, ct) ?? throw new NotFound(nameof(Coalition));
            var today = tenant.Space.Today(clock);
            await MemberRight.Check(db, mediator, memberships, c.CoalitionId, today, ct);
            if (coalition.State == CoalitionState.Ended) throw new RuleViolation("support.ended");
            // By its words: the kinds that ship with the platform become rows of the space with its first request.
            var kind = (await GuideBook.Open(db, ct)).Find(l => l.Part == GuidePart.Support && l.Text == c.Kind) ?? throw new Invalid(c, nameof(c.Kind), "Choisissez un appui dans la liste.");
            var asked = db.Add(new SupportRequest(coalition, kind.Id, c.Details, c.DueOn, today, Author.Of(user))).Entity;
            SearchTerms.Add(db, SearchKind.Support, asked.Id, [asked.Details]);
            return asked.Id;
        }
    }
}
