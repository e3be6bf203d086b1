using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

/// <summary>Gives the space a logo, or takes it away (no file and <c>Remove</c>).</summary>
public static class SaveLogo
{
    [Needs(TenancyPermissions.Settings)]
    public sealed record Form : IRequest<Unit>;

    [Needs(TenancyPermissions.Settings)]
    public sealed record Command : ICommand<Unit>, IChangesSpace
    {
        [Display(Name = "Logo")] public IFormFile? File { get; init; }
        public bool Remove { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.File).NotNull().When(c => !c.Remove).WithMessage("Choisissez un fichier.");
            RuleFor(c => c.File).Must(f => f is null || f.Length is > 0 and <= LogoFile.MaxBytes)
                .WithMessage($"Ce fichier pèse trop lourd, ou rien\u00a0: il en faut un de {LogoFile.MaxBytes / 1024} Ko au plus.");
        }
    }

    internal sealed class FormHandler : IRequestHandler<Form, Unit>
    {
        public Task<Unit> Handle(Form form, CancellationToken ct) => Task.FromResult(Unit.Value);
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var space = await db.Tenants.SingleAsync(t => t.Id == tenant.Id, ct);
            if (c.Remove || c.File is null)
            {
                space.ShowLogo(null, null);
                return Unit.Value;
            }
            var (content, type) = await LogoFile.Read(c, nameof(c.File), c.File, LogoFile.MaxSide, "Un fichier SVG n’est pas accepté\u00a0: exportez-le en PNG.", ct);
            space.ShowLogo(content, type);
            return Unit.Value;
        }
    }
}
