using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>Enters a coalition (no <c>Id</c>) or changes its sheet.</summary>
public static class SaveCoalition
{
    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Form(Guid? Id) : IRequest<Command>;

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid? Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Objectif")] public string? Purpose { get; init; }
        [Display(Name = "Nature du périmètre")] public PerimeterKind? PerimeterKind { get; init; }
        [Display(Name = "Périmètre")] public string? Perimeter { get; init; }
        [Display(Name = "Thème")] public Guid? ThemeId { get; init; }
        [Display(Name = "Lancement")] public DateOnly? StartedOn { get; init; }
        [Display(Name = "Visible du public")] public bool IsPublic { get; init; }

        internal static Command From(Coalition c) => new()
        {
            Id = c.Id, Version = c.Edition, Name = c.Name, Purpose = c.Purpose, PerimeterKind = c.PerimeterKind,
            Perimeter = c.Perimeter, ThemeId = c.ThemeId, StartedOn = c.StartedOn, IsPublic = c.IsPublic,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsNameLine(Coalition.NameLength);
            RuleFor(c => c.Purpose).MaximumLength(Coalition.PurposeLength);
            RuleFor(c => c.PerimeterKind).NotNull().IsInEnum();
            RuleFor(c => c.Perimeter).IsLine(Coalition.PerimeterLength);
            RuleFor(c => c.Perimeter).NotEmpty().When(c => c.PerimeterKind is { } kind && kind != Coalitions.PerimeterKind.Theme)
                .WithMessage("Dites de quelle zone ou de quel secteur il s’agit.");
            RuleFor(c => c.Perimeter).NotEmpty().When(c => c.PerimeterKind == Coalitions.PerimeterKind.Theme && c.ThemeId is null)
                .WithMessage("Choisissez un thème, ou décrivez-le ici.");
            RuleFor(c => c.StartedOn).NotNull();
        }
    }

    internal sealed class FormHandler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Command>
    {
        public async Task<Command> Handle(Form form, CancellationToken ct) => form.Id is not { } id
            ? new Command { StartedOn = tenant.Space.Today(clock), PerimeterKind = Coalitions.PerimeterKind.Theme }
            : Command.From(await db.Set<Coalition>().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotFound(nameof(Coalition)));
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var coalition = c.Id is { } id
                ? await db.Set<Coalition>().SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new NotFound(nameof(Coalition)) : null;
            if (coalition is not null && coalition.Edition != c.Version) throw new Conflict(stored: Command.From(coalition), typed: c);
            var key = Folding.Key(c.Name);
            if (await db.Set<Coalition>().AnyAsync(x => x.NameKey == key && x.Id != c.Id, ct))
                throw new Invalid(c, nameof(c.Name), "Ce nom est déjà pris dans l’espace.");
            var theme = c.ThemeId is { } themeId
                ? await db.Set<Theme>().Where(t => t.Id == themeId).Select(t => t.Name).SingleOrDefaultAsync(ct)
                    ?? throw new Invalid(c, nameof(c.ThemeId), "Choisissez dans la liste.")
                : null;
            if (coalition is null)
            {
                await GuideBook.Open(db, ct);
                db.Add(coalition = new Coalition(c.Name!, c.StartedOn!.Value));
            }
            coalition.Describe(c.Name!, c.Purpose, c.PerimeterKind!.Value, c.Perimeter ?? theme!, c.ThemeId, c.StartedOn!.Value);
            coalition.Show(c.IsPublic);
            await SearchTerms.Replace(db, SearchKind.Coalition, coalition.Id, [coalition.Name, coalition.Perimeter], ct);
            return coalition.Id;
        }
    }
}
