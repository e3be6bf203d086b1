using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>Signs in by e-mail and password. The answer says yes or no, never why not: an unknown account, a wrong password
/// and a locked account are told apart neither by a word nor by time.</summary>
public static class SignIn
{
    // The failed try must be counted, so a refusal is an answer and not a failure that would roll back.
    [Anonymous(OutsideSpaces = true)]
    public sealed record Command : ICommand<Outcome>
    {
        [Display(Name = "Adresse électronique")] public string? Email { get; init; }
        [Display(Name = "Mot de passe")] public string? Password { get; init; }
        [Display(Name = "Rester connecté")] public bool Remember { get; init; }
    }

    /// <param name="Ticket">The password is right and a code is wanted: what the second step gives back.</param>
    public sealed record Outcome(bool Entered, string? Ticket = null);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().MaximumLength(254);
            RuleFor(c => c.Password).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(UserManager<Account> users, PasswordCheck passwords, Sessions sessions, SecondStep second, Throttle throttle) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command c, CancellationToken ct)
        {
            var closed = await throttle.IsOver(Limits.SignIn, throttle.Caller, ct) || await throttle.IsOver(Limits.Account, c.Email, ct);
            var account = await users.FindByEmailAsync(c.Email!);
            var right = await passwords.IsRight(account, c.Password!);
            if (closed) return new(false);
            if (!right)
            {
                await throttle.Count(Limits.SignIn, throttle.Caller, ct);
                await throttle.Count(Limits.Account, c.Email, ct);
            }
            if (account is null || await users.IsLockedOutAsync(account)) return new(false);
            if (!right)
            {
                await passwords.CountFailure(account, ct);
                return new(false);
            }
            if (account.TotpKey is not null) return new(false, second.Ticket(account, c.Remember));
            if (account.AccessFailedCount > 0) await users.ResetAccessFailedCountAsync(account);
            await sessions.Open(account, c.Remember, ct);
            return new(true);
        }
    }
}
