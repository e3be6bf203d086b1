using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>The name by which the account signs from now on, and where it arrives in this space.</summary>
public static class ChangeName
{
    [AnyAccount]
    public sealed record Command : ICommand<Unit>
    {
        [Display(Name = "Prénom et nom")] public string? Name { get; init; }
        [Display(Name = "Page d’arrivée")] public StartPage? StartPage { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsNameLine(120);
            RuleFor(c => c.StartPage).IsInEnum();
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentUser me, CurrentTenant tenant, Sessions sessions) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == me.AccountId, ct) ?? throw new SignInRequired();
            account.Call(c.Name!);
            if (tenant.IdOrNull is { } here
                && await db.Memberships.SingleOrDefaultAsync(m => m.TenantId == here && m.AccountId == account.Id && m.EndedAt == null && m.InvitationHash == null, ct) is { } place)
            {
                place.Call(c.Name!);
                if (c.StartPage is { } start) place.StartAt(start);
            }
            await sessions.Refresh(account);
            return Unit.Value;
        }
    }
}
