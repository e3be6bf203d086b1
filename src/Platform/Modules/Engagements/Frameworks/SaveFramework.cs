using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Enters a framework (no <c>Id</c>) or changes it.</summary>
public static class SaveFramework
{
    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Form(Guid? Id) : IRequest<Command>;

    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid? Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Description")] public string? Description { get; init; }
        [Display(Name = "Première année")] public int? StartYear { get; init; }
        [Display(Name = "Dernière année")] public int? EndYear { get; init; }
        [Display(Name = "Visible du public")] public bool IsPublic { get; init; }

        internal static Command From(Framework f) => new()
        {
            Id = f.Id, Version = f.Version, Name = f.Name, Description = f.Description, StartYear = f.StartYear, EndYear = f.EndYear, IsPublic = f.IsPublic,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsNameLine(Framework.NameLength);
            RuleFor(c => c.Description).MaximumLength(Framework.DescriptionLength);
            RuleFor(c => c.StartYear).NotNull().InclusiveBetween(Framework.FirstYear, Framework.LastYear);
            RuleFor(c => c.EndYear).NotNull().InclusiveBetween(Framework.FirstYear, Framework.LastYear);
            RuleFor(c => c.EndYear).Must((c, end) => end is null || c.StartYear is null || end >= c.StartYear)
                .WithMessage("La dernière année ne peut pas venir avant la première.");
        }
    }

    internal sealed class FormHandler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Command>
    {
        public async Task<Command> Handle(Form form, CancellationToken ct)
        {
            var year = tenant.Space.Today(clock).Year;
            return form.Id is not { } id
                ? new Command { StartYear = year, EndYear = year + 5 }
                : Command.From(await db.Set<Framework>().SingleOrDefaultAsync(f => f.Id == id, ct) ?? throw new NotFound(nameof(Framework)));
        }
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var key = Folding.Key(c.Name);
            if (await db.Set<Framework>().AnyAsync(f => f.NameKey == key && f.Id != c.Id, ct))
                throw new Invalid(c, nameof(c.Name), "Ce nom est déjà pris dans l’espace.");
            if (c.Id is not { } id)
            {
                var entered = new Framework(c.Name!, c.Description, c.StartYear!.Value, c.EndYear!.Value);
                entered.Show(c.IsPublic);
                db.Add(entered);
                return entered.Id;
            }
            var framework = await db.Set<Framework>().SingleOrDefaultAsync(f => f.Id == id, ct) ?? throw new NotFound(nameof(Framework));
            if (framework.Version != c.Version) throw new Conflict(stored: Command.From(framework), typed: c);
            framework.Describe(c.Name!, c.Description, c.StartYear!.Value, c.EndYear!.Value);
            framework.Show(c.IsPublic);
            return id;
        }
    }
}
