using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>A document is shown to the public or not, or taken away: its content is deleted, the line stays with who, when and why.</summary>
public static class EditDocument
{
    /// <summary>Who may is a matter of the place: <see cref="DocumentRight"/>.</summary>
    [AnyMember]
    public sealed record Form(Guid Id) : IRequest<Answer>;

    /// <param name="MayShow">What it hangs on is public, and the asker decides what is shown.</param>
    /// <param name="MayRemove">The asker put it, or decides for all.</param>
    /// <param name="Verified">Taking it away also withdraws a verification.</param>
    public sealed record Answer(DocumentKind Kind, string Name, int Size, DateTimeOffset AddedAt, string AddedBy, string Owner, string Back, bool MayShow, bool MayRemove, bool Verified, Command Command);

    [AnyMember]
    public sealed record Command : ICommand<string>
    {
        public Guid Id { get; set; }
        [Display(Name = "Montré au public")] public bool IsPublic { get; init; }
    }

    [AnyMember]
    public sealed record Remove : ICommand<string>
    {
        public Guid Id { get; set; }
        [Display(Name = "Motif")] public string? Reason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Remove>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("Dites pourquoi en quelques mots\u00a0: ce motif restera, à la place du document.").MaximumLength(Document.ReasonLength);
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentUser user, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Form, Answer>, IRequestHandler<Command, string>, IRequestHandler<Remove, string>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var (document, spot) = await Find(form.Id, ct);
            return new(document.Kind, document.Name, document.Size, document.AddedAt, document.AddedBy, spot.Owner, spot.Back,
                spot.IsPublic && spot.Decides, MayRemove(document, spot),
                await Resting(document).AnyAsync(ct), new() { Id = document.Id, IsPublic = document.IsPublic });
        }

        public async Task<string> Handle(Command c, CancellationToken ct)
        {
            var (document, spot) = await Find(c.Id, ct);
            if (!spot.Decides) throw new Forbidden(EngagementPermissions.Write);
            if (c.IsPublic && !spot.IsPublic) throw new RuleViolation("document.internal");
            document.Show(c.IsPublic);
            return spot.Back;
        }

        public async Task<string> Handle(Remove c, CancellationToken ct)
        {
            var (document, spot) = await Find(c.Id, ct);
            if (!MayRemove(document, spot)) throw new Forbidden(EngagementPermissions.Write);
            var today = tenant.Space.Today(clock);
            document.Remove(today, user.Name, c.Reason!);
            await db.Set<DocumentChunk>().Where(k => k.DocumentId == document.Id).ExecuteDeleteAsync(ct);
            if (await Resting(document).AsTracking().SingleOrDefaultAsync(ct) is { } verification)
                verification.Withdraw(today, user.Name, "Un document sur lequel elle reposait a été retiré.");
            if (document.CommitmentId is { } commitment) await EvidenceLevels.Weigh(db, commitment, ct);
            return spot.Back;
        }

        // Who gives news of their own commitments takes away what they put themselves; the others' is for who runs the space.
        private bool MayRemove(Document document, DocumentRight.Spot spot) => spot.Decides || document.AddedById == user.AccountId;

        // What was checked was checked with it in hand, unless it came afterwards.
        private IQueryable<Verification> Resting(Document document) => db.Set<Verification>().Where(v => v.StandingKey == document.OwnerKey && v.VerifiedAt >= document.AddedAt);

        private async Task<(Document, DocumentRight.Spot)> Find(Guid id, CancellationToken ct)
        {
            var document = await db.Set<Document>().AsTracking().SingleOrDefaultAsync(d => d.Id == id && d.RemovedOn == null, ct) ?? throw new NotFound(nameof(Document));
            return (document, await DocumentRight.Check(document.Place, db, mediator, memberships, ct));
        }
    }
}
