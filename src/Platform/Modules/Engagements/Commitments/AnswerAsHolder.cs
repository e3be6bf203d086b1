using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>The holder's public answer: written, put right, or (without a text) taken back. Whoever may give news of the commitment may.</summary>
public static class AnswerAsHolder
{
    /// <summary>Version of what was never written.</summary>
    private const int None = -1;

    [Needs(EngagementPermissions.GiveNews)]
    public sealed record Form(Guid CommitmentId) : IRequest<Answer>;

    /// <param name="IsPublished">Everybody reads the commitment, and so the answer.</param>
    public sealed record Answer(string Title, bool IsPublished, Command Current);

    [Needs(EngagementPermissions.GiveNews)]
    public sealed record Command : ICommand<Unit>
    {
        public Guid CommitmentId { get; set; }
        public int Version { get; init; } = None;
        [Display(Name = "Réponse")] public string? Text { get; init; }
        [Display(Name = "Date")] public DateOnly? AnsweredOn { get; init; }
        public bool Withdraw { get; set; }

        internal static Command From(HolderAnswer? a, DateOnly today) => a is null ? new() { AnsweredOn = today } : new() { Version = a.Version, Text = a.Text, AnsweredOn = a.AnsweredOn };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.Text).NotEmpty().WithMessage("Écrivez ce que le porteur veut dire au public.").MaximumLength(HolderAnswer.TextLength).When(c => !c.Withdraw);
            RuleFor(c => c.AnsweredOn).Must(on => !(on > tenant.Space.Today(clock))).WithMessage("Cette date est à venir : mettez celle d’aujourd’hui ou une date passée.");
        }
    }

    internal sealed class FormHandler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var found = db.Set<Commitment>().Where(c => c.Id == form.CommitmentId);
            var title = await found.Select(c => c.Title).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Commitment));
            await NewsRight.Check(form.CommitmentId, db, mediator, memberships, ct);
            var stored = await db.Set<HolderAnswer>().AsNoTracking().SingleOrDefaultAsync(a => a.CommitmentId == form.CommitmentId, ct);
            return new(title, tenant.Space.Has(SpaceModules.Roadmap) && await found.AnyAsync(Commitment.Published, ct), Command.From(stored, tenant.Space.Today(clock)));
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentUser user, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var commitment = await db.Set<Commitment>().Include(x => x.Answers).SingleOrDefaultAsync(x => x.Id == c.CommitmentId, ct) ?? throw new NotFound(nameof(Commitment));
            await NewsRight.Check(c.CommitmentId, db, mediator, memberships, ct);
            var (stored, today) = (commitment.Answers.SingleOrDefault(), tenant.Space.Today(clock));
            if (c.Withdraw)
            {
                if (stored is not null) commitment.Answers.Remove(stored);
                return Unit.Value;
            }
            if ((stored?.Version ?? None) != c.Version) throw new Conflict(stored: Command.From(stored, today), typed: c);
            if (stored is null) commitment.Answers.Add(stored = new HolderAnswer(commitment));
            stored.Say(commitment, c.Text!, c.AnsweredOn ?? today, Author.Of(user));
            return Unit.Value;
        }
    }
}
