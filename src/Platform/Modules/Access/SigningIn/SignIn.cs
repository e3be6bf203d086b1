using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>Signs in by e-mail and password. The answer says yes or no, never why not: an unknown account, a wrong password
/// and a locked account are told apart neither by a word nor by time.</summary>
public static class SignIn
{
    // The failed try must be counted, so a refusal is an answer and not a failure that would roll back.
    [Anonymous(OutsideSpaces = true)]
    public sealed record Command : ICommand<bool>
    {
        [Display(Name = "Adresse électronique")] public string? Email { get; init; }
        [Display(Name = "Mot de passe")] public string? Password { get; init; }
        [Display(Name = "Rester connecté")] public bool Remember { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().MaximumLength(254);
            RuleFor(c => c.Password).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(PlatformDb db, UserManager<Account> users, SignInManager<Account> signIn, CurrentUser me) : IRequestHandler<Command, bool>
    {
        private const int Retries = 50;
        private static readonly Account Nobody = new("", "", default);
        private static readonly string NoPassword = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            var account = await users.FindByEmailAsync(c.Email!);
            var right = await IsRight(account, c.Password!);
            if (account is null || await users.IsLockedOutAsync(account)) return false;
            if (!right)
            {
                await Count(account, ct);
                return false;
            }
            if (account.AccessFailedCount > 0) await users.ResetAccessFailedCountAsync(account);
            await signIn.SignInAsync(account, c.Remember);
            me.SignedInAs(account.Id, account.Name);
            return true;
        }

        // One hash is computed in every case: an account that is unknown, or that has no password, costs as much as another.
        private async Task<bool> IsRight(Account? account, string password)
        {
            if (account?.PasswordHash is not null) return await users.CheckPasswordAsync(account, password);
            users.PasswordHasher.VerifyHashedPassword(Nobody, NoPassword, password);
            return false;
        }

        // Tries sent all at once overwrite each other's count: the one that loses counts again, or eight would be many more.
        private async Task Count(Account account, CancellationToken ct)
        {
            for (var i = 0; i < Retries && !(await users.AccessFailedAsync(account)).Succeeded; i++)
                await db.Entry(account).ReloadAsync(ct);
        }
    }
}
