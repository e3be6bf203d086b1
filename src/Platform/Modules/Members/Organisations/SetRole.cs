using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Members.Organisations;

/// <summary>Gives an organisation a role, or (with <c>RoleId</c>) ends one, corrects its dates, opens it again.</summary>
public static class SetRole
{
    [Needs(MembersPermissions.Write)]
    public sealed record Command : ICommand<Unit>
    {
        public Guid OrganisationId { get; set; }
        public Guid? RoleId { get; init; }
        [Display(Name = "Rôle")] public RoleKind? Role { get; init; }
        [Display(Name = "Début")] public DateOnly? Start { get; init; }
        [Display(Name = "Fin")] public DateOnly? End { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Role).NotNull().When(c => c.RoleId is null).IsInEnum();
            RuleFor(c => c.Start).NotNull();
            RuleFor(c => c.End).Must((c, end) => end is null || c.Start is null || end >= c.Start).WithMessage("La fin vient avant le début.");
        }
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var organisation = await db.Set<Organisation>().Include(o => o.Roles).SingleOrDefaultAsync(o => o.Id == c.OrganisationId, ct) ?? throw new NotFound(nameof(Organisation));
            if (c.RoleId is { } role) organisation.DateRole(role, c.Start!.Value, c.End);
            else db.Add(organisation.StartRole(c.Role!.Value, c.Start!.Value, c.End));
            db.Touch(organisation);
            return Unit.Value;
        }
    }
}
