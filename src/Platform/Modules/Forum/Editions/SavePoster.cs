using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Editions;

/// <summary>Gives an edition its poster, changes what is said of it, or takes it away.</summary>
public static class SavePoster
{
    [Needs(ForumPermissions.Organise)]
    public sealed record Form(Guid EditionId) : IRequest<Filled>;

    /// <param name="Version">Of the poster; null when there is none.</param>
    public sealed record Filled(string Edition, int? Version, Command Command);

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand
    {
        public Guid EditionId { get; set; }
        [Display(Name = "Fichier")] public IFormFile? File { get; init; }
        [Display(Name = "Ce que dit l’affiche")] public string? Description { get; init; }
    }

    [Needs(ForumPermissions.Organise)]
    public sealed record Remove(Guid EditionId) : ICommand;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.File).Must(f => f is null || f.Length is > 0 and <= ForumPoster.MaxBytes).WithMessage($"Ce fichier pèse trop lourd, ou rien\u00a0: il en faut un de {ForumPoster.MaxBytes / 1024 / 1024} Mo au plus.");
            RuleFor(c => c.Description).NotEmpty().WithMessage("Recopiez ce que dit l’affiche\u00a0: qui ne la voit pas l’entendra.").MaximumLength(ForumPoster.DescriptionLength);
        }
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Unit>, IRequestHandler<Remove, Unit>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var found = await db.Set<ForumEdition>().Where(e => e.Id == form.EditionId).Select(e => new
            {
                e.Title, Poster = db.Set<ForumPoster>().Where(p => p.EditionId == e.Id).Select(p => new { p.Version, p.Description }).FirstOrDefault(),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));
            return new(found.Title, found.Poster?.Version, new Command { Description = found.Poster?.Description });
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            if (!await db.Set<ForumEdition>().AnyAsync(e => e.Id == c.EditionId, ct)) throw new NotFound(nameof(ForumEdition));
            var poster = await db.Set<ForumPoster>().SingleOrDefaultAsync(p => p.EditionId == c.EditionId, ct);
            if (c.File is null && poster is null) throw new Invalid(c, nameof(c.File), "Choisissez un fichier.");
            if (poster is null) db.Add(poster = new ForumPoster(c.EditionId));
            poster.Tell(c.Description!);
            if (c.File is null) return Unit.Value;
            var (content, type) = await LogoFile.Read(c, nameof(c.File), c.File, ForumPoster.MaxSide, "D’un PDF, exportez la première page en image.", ct);
            poster.Show(content, type);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Remove c, CancellationToken ct)
        {
            db.Remove(await db.Set<ForumPoster>().SingleOrDefaultAsync(p => p.EditionId == c.EditionId, ct) ?? throw new NotFound(nameof(ForumPoster)));
            return Unit.Value;
        }
    }
}
