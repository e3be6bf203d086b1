using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
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

    internal sealed class Handler(UserManager<Account> users, PasswordCheck passwords, SignInManager<Account> signIn, CurrentUser me) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            var account = await users.FindByEmailAsync(c.Email!);
            var right = await passwords.IsRight(account, c.Password!);
            if (account is null || await users.IsLockedOutAsync(account)) return false;
            if (!right)
            {
                await passwords.CountFailure(account, ct);
                return false;
            }
            if (account.AccessFailedCount > 0) await users.ResetAccessFailedCountAsync(account);
            await signIn.SignInAsync(account, c.Remember);
            me.SignedInAs(account.Id, account.Name);
            return true;
        }
    }
}
