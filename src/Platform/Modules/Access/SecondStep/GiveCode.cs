using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>The second step of a sign-in, after the password.</summary>
public static class GiveCode
{
    // A wrong code is counted, hence an answer and not a failure that would roll back.
    [Anonymous(OutsideSpaces = true)]
    public sealed record Command : ICommand<bool>
    {
        public string? Ticket { get; init; }
        [Display(Name = "Code")] public string? Code { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).NotEmpty().MaximumLength(40);
    }

    internal sealed class Handler(UserManager<Account> users, PasswordCheck passwords, SecondStep second, Sessions sessions, Throttle throttle, AccountNotices notices) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            if (second.Read(c.Ticket) is not { } passed || await throttle.IsOver(Limits.SignIn, throttle.Caller, ct)) return false;
            var account = await users.FindByIdAsync(passed.AccountId.ToString());
            // A ticket made before the password changed proves nothing any more.
            if (account is null || account.SecurityStamp != passed.Stamp || await users.IsLockedOutAsync(account)) return false;
            var left = account.RecoveryLeft;
            if (!second.Use(account, c.Code!))
            {
                await passwords.CountFailure(account, ct);
                return false;
            }
            if (account.AccessFailedCount > 0) await users.ResetAccessFailedCountAsync(account);
            if (account.RecoveryLeft < left) await notices.Write(account, AccountChange.RecoveryUsed, ct);
            await sessions.Open(account, passed.Remember, ct);
            return true;
        }
    }
}
