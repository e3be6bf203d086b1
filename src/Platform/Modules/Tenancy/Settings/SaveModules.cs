using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

/// <summary>Which modules the space uses. What a module holds is kept while it is off.</summary>
public static class SaveModules
{
    [Needs(TenancyPermissions.Settings)]
    public sealed record Form : IRequest<Command>;

    [Needs(TenancyPermissions.Settings)]
    public sealed record Command : ICommand<Unit>, IChangesSpace
    {
        public int Version { get; init; }
        [Display(Name = "Modules utilisés")] public List<string> On { get; init; } = [];

        internal static Command From(Tenant t)
        {
            var off = t.ModulesOff.Split(',');
            return new() { Version = t.Version, On = [.. SpaceModules.All.Select(m => m.Code).Where(code => !off.Contains(code))] };
        }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.On).Must(on => on.TrueForAll(code => SpaceModules.All.Any(m => m.Code == code))).WithMessage("Choisissez dans la liste.");
    }

    internal sealed class FormHandler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Form, Command>
    {
        public async Task<Command> Handle(Form form, CancellationToken ct) => Command.From(await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == tenant.Id, ct));
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var space = await db.Tenants.SingleAsync(t => t.Id == tenant.Id, ct);
            if (space.Version != c.Version) throw new Conflict(stored: Command.From(space), typed: c);
            space.SwitchOff(SpaceModules.All.Select(m => m.Code).Except(c.On));
            return Unit.Value;
        }
    }
}
