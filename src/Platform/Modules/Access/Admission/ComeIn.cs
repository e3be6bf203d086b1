using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>The first time that somebody comes into a space, with the code handed over by its administrator. An account without
/// a password receives the one typed; another one must be given its own. Like sign-in, a refusal never says what was wrong.</summary>
public static class ComeIn
{
    [Anonymous]
    public sealed record Form : IRequest<Unit>;

    [Anonymous]
    public sealed record Command : ICommand<bool>
    {
        [Display(Name = "Adresse électronique")] public string? Email { get; init; }
        [Display(Name = "Code d’accès")] public string? Code { get; init; }
        [Display(Name = "Mot de passe")] public string? Password { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().MaximumLength(254);
            RuleFor(c => c.Code).NotEmpty().MaximumLength(60);
            RuleFor(c => c.Password).NotEmpty().MinimumLength(AccessSetup.PasswordLength).MaximumLength(200);
        }
    }

    internal sealed class FormHandler : IRequestHandler<Form, Unit>
    {
        public Task<Unit> Handle(Form form, CancellationToken ct) => Task.FromResult(Unit.Value);
    }

    internal sealed class Handler(PlatformDb db, UserManager<Account> users, PasswordCheck passwords, SignInManager<Account> signIn, CurrentUser me, TimeProvider clock)
        : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            var account = await users.FindByEmailAsync(c.Email!);
            var membership = account is null ? null : await db.Memberships.SingleOrDefaultAsync(m => m.AccountId == account.Id && m.EndedAt == null, ct);
            var isNew = account is { PasswordHash: null };
            var right = await passwords.IsRight(account, c.Password!) || isNew;
            if (account is null || await users.IsLockedOutAsync(account)) return false;
            if (!right || membership?.CodeUntil is not { } until || until < clock.GetUtcNow() || !AccessCode.Matches(membership.CodeHash, c.Code!))
            {
                await passwords.CountFailure(account, ct);
                return false;
            }
            if (isNew) (await users.AddPasswordAsync(account, c.Password!)).OrThrow(c, nameof(c.Password));
            if (account.AccessFailedCount > 0) await users.ResetAccessFailedCountAsync(account);
            membership.Prove();
            await signIn.SignInAsync(account, isPersistent: false);
            me.SignedInAs(account.Id, account.Name);
            return true;
        }
    }
}
