using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Governance.Contract;

/// <summary>Enters a body (no <c>Id</c>) or changes it. Answers its identifier.</summary>
public static class SaveBody
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Form(Guid? Id) : IRequest<Command>;

    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid? Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Nature")] public BodyKind? Kind { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Elle décide")] public bool Decides { get; init; }
        [Display(Name = "Réunions par an")] public int? CadencePerYear { get; init; }
        [Display(Name = "Composition")] public string? Composition { get; init; }

        internal static Command From(Body b) => new()
        {
            Id = b.Id, Version = b.Version, Kind = b.Kind, Name = b.Name, Decides = b.Decides, CadencePerYear = b.CadencePerYear, Composition = b.Composition,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).NotNull().IsInEnum();
            RuleFor(c => c.Name).IsNameLine(Body.NameLength);
            RuleFor(c => c.CadencePerYear).InclusiveBetween(1, 366);
            RuleFor(c => c.Composition).MaximumLength(Body.CompositionLength);
        }
    }

    internal sealed class FormHandler(PlatformDb db) : IRequestHandler<Form, Command>
    {
        public async Task<Command> Handle(Form form, CancellationToken ct) => form.Id is not { } id
            ? new Command()
            : Command.From(await db.Set<Body>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new NotFound(nameof(Body)));
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var body = c.Id is not { } id ? null : await db.Set<Body>().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new NotFound(nameof(Body));
            if (body is not null && body.Version != c.Version) throw new Conflict(stored: Command.From(body), typed: c);
            var key = Folding.Key(c.Name);
            if (await db.Set<Body>().AnyAsync(b => b.NameKey == key && b.Id != c.Id && b.EndedOn == null, ct))
                throw new Invalid(c, nameof(c.Name), "Ce nom est déjà pris dans l’espace.");
            if (body is null) db.Add(body = new Body(c.Kind!.Value, c.Name!, c.Decides));
            body.Describe(c.Kind!.Value, c.Name!, c.Decides, c.CadencePerYear, c.Composition);
            await SearchTerms.Replace(db, SearchKind.Body, body.Id, [body.Name], ct);
            return body.Id;
        }
    }
}
