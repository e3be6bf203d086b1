using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Adds a theme to the space (no <c>Id</c>) or changes it.</summary>
public static class SaveTheme
{
    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Form(Guid? Id) : IRequest<Command>;

    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid? Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Rang")] public int? Position { get; init; }
        [Display(Name = "Axe")] public Guid? AxisId { get; init; }

        internal static Command From(Theme t) => new() { Id = t.Id, Version = t.Version, Name = t.Name, Position = t.Position, AxisId = t.AxisId };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsNameLine(Theme.NameLength);
            RuleFor(c => c.Position).InclusiveBetween(1, 999);
        }
    }

    internal sealed class FormHandler(PlatformDb db) : IRequestHandler<Form, Command>
    {
        public async Task<Command> Handle(Form form, CancellationToken ct) => form.Id is not { } id
            ? new Command { Position = Math.Min(999, (await db.Set<Theme>().MaxAsync(t => (int?)t.Position, ct) ?? 0) + 1) }
            : Command.From(await db.Set<Theme>().SingleOrDefaultAsync(t => t.Id == id, ct) ?? throw new NotFound(nameof(Theme)));
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var key = Folding.Key(c.Name, Theme.NameLength);
            var others = await db.Set<Theme>().Where(t => t.Id != c.Id).Select(t => new { t.NameKey, t.Colour, t.Position }).ToListAsync(ct);
            if (others.Exists(t => t.NameKey == key)) throw new Invalid(c, nameof(c.Name), "Ce nom est déjà pris dans l’espace.");
            if (c.AxisId is { } axis && !await db.Set<Axis>().AnyAsync(a => a.Id == axis, ct)) throw new Invalid(c, nameof(c.AxisId), "Choisissez dans la liste.");
            var position = c.Position ?? others.Select(t => t.Position).DefaultIfEmpty().Max() + 1;
            if (c.Id is not { } id)
            {
                // The colour least in use, so that neighbours in a picture differ.
                var colour = Enumerable.Range(0, Theme.Colours).MinBy(candidate => others.Count(t => t.Colour == candidate));
                var added = new Theme(c.Name!, colour, position, c.AxisId);
                db.Add(added);
                return added.Id;
            }
            var theme = await db.Set<Theme>().SingleOrDefaultAsync(t => t.Id == id, ct) ?? throw new NotFound(nameof(Theme));
            if (theme.Version != c.Version) throw new Conflict(stored: Command.From(theme), typed: c);
            theme.Describe(c.Name!, theme.Colour, position, c.AxisId);
            return id;
        }
    }
}
