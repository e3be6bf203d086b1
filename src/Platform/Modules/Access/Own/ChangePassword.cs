using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>The signed-in account's own password. Sessions open elsewhere end.</summary>
public static class ChangePassword
{
    [AnyAccount]
    public sealed record Command : ICommand<bool>
    {
        [Display(Name = "Mot de passe actuel")] public string? Current { get; init; }
        [Display(Name = "Nouveau mot de passe")] public string? Next { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Current).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Next).NotEmpty().MinimumLength(AccessSetup.PasswordLength).MaximumLength(200);
        }
    }

    internal sealed class Handler(UserManager<Account> users, PasswordCheck passwords, Sessions sessions, AccountNotices notices, CurrentUser me) : IRequestHandler<Command, bool>
    {
        // A wrong password is counted, hence an answer and not a failure that would roll back.
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            var account = await users.FindByIdAsync(me.AccountId.ToString()!) ?? throw new SignInRequired();
            if (!await passwords.Confirms(account, c.Current, ct)) return false;
            (await users.ChangePasswordAsync(account, c.Current!, c.Next!)).OrThrow(c, nameof(c.Next));
            await sessions.EndAll(account.Id, sessions.Mine, ct);
            await notices.Write(account, AccountChange.Password, ct);
            return true;
        }
    }
}
