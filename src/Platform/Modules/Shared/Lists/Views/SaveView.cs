using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Shared.Lists.Views;

/// <summary>Keeps the state of a list under a name. The same name again: the view is brought up to date.</summary>
public static class SaveView
{
    [AnyMember]
    public sealed record Command : ICommand<Guid>
    {
        public string? List { get; set; }
        [Display(Name = "Nom de la vue")] public string? Name { get; init; }
        public string? Query { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsNameLine(SavedView.NameLength);
            RuleFor(c => c.Query).MaximumLength(SavedView.QueryLength).WithMessage("Cette vue a trop de filtres pour être enregistrée.");
        }
    }

    internal sealed class Handler(PlatformDb db, Memberships memberships, CurrentTenant tenant) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var me = memberships.Known!;
            var own = await db.Set<SavedView>().Where(v => v.List == c.List && v.OwnerId == me.AccountId).ToListAsync(ct);
            if (c.List is null || ListViews.TitleOf(c.List, tenant.Space, me) is null) throw new NotFound(nameof(SavedView));
            if (own.Find(v => v.NameKey == Folding.Key(c.Name)) is { } same)
            {
                // A shared one may be somebody's daily work by now: it is not changed by the way.
                if (same.IsShared) throw new Invalid(c, nameof(c.Name), "Une de vos vues partagées porte déjà ce nom : choisissez-en un autre.");
                same.Keep(ListAddress.Clean(c.Query));
                return same.Id;
            }
            if (own.Count >= SavedView.Most) throw new Invalid(c, nameof(c.Name), $"Vous avez déjà {SavedView.Most} vues de cette liste : supprimez celles qui ne servent plus.");
            return db.Add(new SavedView(c.List, c.Name!, ListAddress.Clean(c.Query), me.AccountId)).Entity.Id;
        }
    }
}
