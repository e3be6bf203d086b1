using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;

namespace Platform.Modules.Forum.Stands;

internal abstract class StandFieldsValidator<T> : AbstractValidator<T> where T : StandFields
{
    protected StandFieldsValidator()
    {
        RuleFor(c => c.Kind).NotNull().WithMessage("Choisissez ce que vous faites.").IsInEnum();
        RuleFor(c => c.Name).IsNameLine(ForumGuest.NameLength);
        RuleFor(c => c.Email).IsEmail(ForumGuest.EmailLength);
        RuleFor(c => c.Organisation).IsLine(ForumGuest.OrganisationLength);
        RuleFor(c => c.Text).MaximumLength(StandRequest.TextLength);
        RuleFor(c => c.Text).NotEmpty().When(c => c.Kind == StandKind.Pledge).WithMessage("Dites en une phrase ce que vous proposez.");
    }
}

internal static class StandWriting
{
    /// <summary>Days after the edition during which stands still take requests.</summary>
    public const int Late = 14;

    /// <param name="by">Null: by the code of the stand.</param>
    public static async Task Keep(this StandFields c, PlatformDb db, Guid coalitionId, CurrentUser? by, DateOnly today, CancellationToken ct)
    {
        // Two devices at once, and the last of a flood: one after the other.
        await db.Lock<ForumEdition>(c.EditionId, ct);
        var edition = await ForumEdition.Of(db, c.EditionId, ct);
        if (edition.CancelledOn is not null) throw new RuleViolation("edition.cancelled");
        if (today > edition.EndsOn.AddDays(Late)) throw new RuleViolation("stand.over");
        var key = StandRequest.KeyOf(coalitionId, c.Kind!.Value, c.Name!, c.Email, c.Text);
        if (await db.Set<StandRequest>().AnyAsync(r => r.EditionId == c.EditionId && r.FormKey == key, ct)) return;
        if (await db.Set<StandRequest>().CountAsync(r => r.EditionId == c.EditionId, ct) >= StandRequest.Most) throw new RuleViolation("stand.busy");
        db.Add(new StandRequest(c.EditionId, coalitionId, c.Kind.Value, c.Name!, c.Email, c.Organisation, c.Text, db.Clock.GetUtcNow(), by?.AccountId, by?.Name));
    }
}
