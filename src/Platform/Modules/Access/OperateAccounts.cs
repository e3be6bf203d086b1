using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>Makes an account with a password of the platform's choice.</summary>
public static class CreateAccount
{
    /// <returns>The password, which is stored nowhere.</returns>
    [System]
    public sealed record Command(string Email, string Name, bool IsOperator) : ICommand<string>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().MaximumLength(200).EmailAddress();
            RuleFor(c => c.Name).NotEmpty().MaximumLength(120);
        }
    }

    internal sealed class Handler(UserManager<Account> users, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command c, CancellationToken ct)
        {
            var account = new Account(c.Email, c.Name, clock.GetUtcNow());
            if (c.IsOperator) account.MakeOperator();
            var password = ReadableCode.New(20);
            (await users.CreateAsync(account, password)).OrThrow(c, nameof(c.Email));
            return password;
        }
    }
}

/// <summary>Makes a link by which an account chooses a new password: for whoever gets no mail, or has lost the second step as well.</summary>
public static class ResetAccount
{
    /// <param name="WithSecondStep">Turns the second step off: the operator has made sure of who asks.</param>
    /// <returns>Path of the link, which serves once and is stored as a digest only.</returns>
    [System]
    public sealed record Command(string Email, bool WithSecondStep) : ICommand<string>;

    internal sealed class Handler(PlatformDb db, UserManager<Account> users, Sessions sessions, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command c, CancellationToken ct)
        {
            var account = await users.FindByEmailAsync(c.Email) ?? throw new NotFound($"Account {c.Email}");
            await AccountLink.Forget(db, account.Id, LinkPurpose.NewPassword, ct);
            var secret = SecretLink.New();
            db.Add(new AccountLink(account.Id, LinkPurpose.NewPassword, secret, clock.GetUtcNow() + AskNewPassword.Lasts));
            if (c.WithSecondStep)
            {
                account.DropSecondStep();
                await AccountStore.ForgetPasskeys(db, account.Id, ct);
                await sessions.EndAll(account.Id, null, ct);
            }
            return $"/nouveau-mot-de-passe/{secret}";
        }
    }
}

/// <summary>Lets an existing account into the current space with these roles; sent again, it changes them.</summary>
public static class GrantAccess
{
    [System]
    public sealed record Command(string Email, Roles Roles) : ICommand<Unit>;

    internal sealed class Handler(PlatformDb db, UserManager<Account> users, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var account = await users.FindByEmailAsync(c.Email) ?? throw new NotFound($"Account {c.Email}");
            var membership = await db.Memberships.SingleOrDefaultAsync(m => m.AccountId == account.Id, ct)
                ?? db.Add(new Membership(account.Id, account.Name, c.Roles, clock.GetUtcNow())).Entity;
            membership.Grant(c.Roles);
            membership.Resume();
            membership.Accept();
            return Unit.Value;
        }
    }
}
