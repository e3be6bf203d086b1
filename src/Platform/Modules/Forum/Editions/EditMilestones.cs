using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Series;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Editions;

/// <summary>What an organiser makes of a milestone, one line at a time: done, open again, moved, back to the plan, added, taken away.</summary>
public static class EditMilestones
{
    public enum Act { Do = 1, Reopen, Attach, Remove }

    [Needs(ForumPermissions.Organise)]
    public sealed record Command(Guid EditionId, Guid Id, Act Act) : ICommand;

    [Needs(ForumPermissions.Organise)]
    public sealed record Move : ICommand
    {
        public Guid EditionId { get; set; }
        public Guid Id { get; init; }
        [Display(Name = "Pour le")] public DateOnly? On { get; init; }
    }

    [Needs(ForumPermissions.Organise)]
    public sealed record Add : ICommand
    {
        public Guid EditionId { get; set; }
        [Display(Name = "Étape")] public string? Title { get; init; }
        [Display(Name = "Pour le")] public DateOnly? On { get; init; }
    }

    internal sealed class MoveValidator : AbstractValidator<Move>
    {
        public MoveValidator() => RuleFor(c => c.On).NotNull();
    }

    internal sealed class AddValidator : AbstractValidator<Add>
    {
        public AddValidator()
        {
            RuleFor(c => c.Title).IsNameLine(ForumStep.TitleLength);
            RuleFor(c => c.On).NotNull();
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Unit>, IRequestHandler<Move, Unit>, IRequestHandler<Add, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var milestone = await Find(c.EditionId, c.Id, ct);
            var day = await db.Set<ForumEdition>().Where(e => e.Id == c.EditionId).Select(e => e.StartsOn).SingleAsync(ct);
            switch (c.Act)
            {
                case Act.Do: milestone.Do(tenant.Space.Today(clock), user.AccountId, user.Name); break;
                case Act.Reopen: milestone.Reopen(day); break;
                case Act.Attach: milestone.Attach(day); break;
                case Act.Remove when milestone.DoneOn is not null: throw new RuleViolation("milestone.done");
                case Act.Remove: db.Remove(milestone); break;
                default: throw new NotFound(nameof(Act));
            }
            return Unit.Value;
        }

        public async Task<Unit> Handle(Move c, CancellationToken ct)
        {
            (await Find(c.EditionId, c.Id, ct)).Move(c.On!.Value);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Add c, CancellationToken ct)
        {
            var edition = await db.Set<ForumEdition>().SingleOrDefaultAsync(e => e.Id == c.EditionId, ct) ?? throw new NotFound(nameof(ForumEdition));
            if (await db.Set<ForumMilestone>().CountAsync(m => m.EditionId == c.EditionId, ct) >= ForumEdition.MostMilestones) throw new Invalid(c, nameof(c.Title), $"Au plus {ForumEdition.MostMilestones} étapes.");
            db.Add(new ForumMilestone(edition, c.Title!, c.On!.Value));
            return Unit.Value;
        }

        private async Task<ForumMilestone> Find(Guid editionId, Guid id, CancellationToken ct) =>
            await db.Set<ForumMilestone>().SingleOrDefaultAsync(m => m.Id == id && m.EditionId == editionId, ct) ?? throw new NotFound(nameof(ForumMilestone));
    }
}
