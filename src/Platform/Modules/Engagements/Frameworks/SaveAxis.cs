using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Adds an axis to a framework (no <c>Id</c>) or changes it.</summary>
public static class SaveAxis
{
    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Form(Guid FrameworkId, Guid? Id) : IRequest<Answer>;

    public sealed record Answer(string Framework, Command Command);

    [Needs(EngagementPermissions.ManageFrameworks)]
    public sealed record Command : ICommand
    {
        public Guid? Id { get; set; }
        public Guid FrameworkId { get; set; }
        public int Version { get; init; }
        [Display(Name = "Numéro")] public int? Number { get; init; }
        [Display(Name = "Titre")] public string? Title { get; init; }

        internal static Command From(Axis a) => new() { Id = a.Id, FrameworkId = a.FrameworkId, Version = a.Version, Number = a.Number, Title = a.Title };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Number).NotNull().InclusiveBetween(1, 99);
            RuleFor(c => c.Title).IsNameLine(Axis.TitleLength);
        }
    }

    internal sealed class FormHandler(PlatformDb db) : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var framework = await db.Set<Framework>().Include(f => f.Axes).SingleOrDefaultAsync(f => f.Id == form.FrameworkId, ct)
                ?? throw new NotFound(nameof(Framework));
            if (form.Id is not { } id) return new(framework.Name, new Command { Number = Math.Min(99, framework.Axes.Select(a => a.Number).DefaultIfEmpty().Max() + 1) });
            return new(framework.Name, Command.From(framework.Axes.Find(a => a.Id == id) ?? throw new NotFound(nameof(Axis))));
        }
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var framework = await db.Set<Framework>().Include(f => f.Axes).SingleOrDefaultAsync(f => f.Id == c.FrameworkId, ct)
                ?? throw new NotFound(nameof(Framework));
            var axis = c.Id is { } id ? framework.Axes.Find(a => a.Id == id) ?? throw new NotFound(nameof(Axis)) : null;
            if (axis is not null && axis.Version != c.Version) throw new Conflict(stored: Command.From(axis), typed: c);
            if (framework.Axes.Exists(a => a.Number == c.Number && a != axis)) throw new Invalid(c, nameof(c.Number), $"Le numéro {c.Number} est déjà pris.");
            if (axis is null) framework.AddAxis(c.Number!.Value, c.Title!);
            else axis.Rename(c.Number!.Value, c.Title!);
            return Unit.Value;
        }
    }
}
