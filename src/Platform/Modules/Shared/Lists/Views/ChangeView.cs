using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;

namespace Platform.Modules.Shared.Lists.Views;

/// <summary>What becomes of a view: another name, shown to everybody or taken back, gone.</summary>
public static class ChangeView
{
    [AnyMember]
    public sealed record Rename : ICommand
    {
        public Guid Id { get; init; }
        public int Version { get; init; }
        [Display(Name = "Nom de la vue")] public string? Name { get; init; }
    }

    /// <summary>Shared, it is everybody's; taken back, its maker's again.</summary>
    [Needs(ViewPermissions.Share)]
    public sealed record Share(Guid Id, bool Shared) : ICommand;

    [AnyMember]
    public sealed record Remove(Guid Id) : ICommand;

    internal sealed class Validator : AbstractValidator<Rename>
    {
        public Validator() => RuleFor(c => c.Name).IsNameLine(SavedView.NameLength);
    }

    internal sealed class Handler(PlatformDb db, Memberships memberships) : IRequestHandler<Rename, Unit>, IRequestHandler<Share, Unit>, IRequestHandler<Remove, Unit>
    {
        public async Task<Unit> Handle(Rename c, CancellationToken ct)
        {
            var view = await ListViews.Changeable(db, c.Id, memberships.Known!, ct);
            if (view.Version != c.Version) throw new Conflict();
            if (await db.Set<SavedView>().AnyAsync(v => v.Id != view.Id && v.List == view.List && v.OwnerId == view.OwnerId && v.NameKey == Folding.Key(c.Name), ct))
                throw new Invalid(c, nameof(c.Name), "Une autre vue de cette liste porte déjà ce nom.");
            view.Rename(c.Name!);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Share c, CancellationToken ct)
        {
            (await ListViews.Changeable(db, c.Id, memberships.Known!, ct)).Share(c.Shared);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Remove c, CancellationToken ct)
        {
            var view = await ListViews.Changeable(db, c.Id, memberships.Known!, ct);
            // Whoever opened the list on it finds the whole list, or what the space has chosen.
            db.RemoveRange(await db.Set<OpeningView>().AsTracking().Where(o => o.ViewId == view.Id).ToListAsync(ct));
            db.Remove(view);
            return Unit.Value;
        }
    }
}
