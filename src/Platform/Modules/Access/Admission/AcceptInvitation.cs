using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>Somebody invited comes in with the link: with a new account they choose name and password, with an account of their own
/// they sign in first, then say yes.</summary>
public static class AcceptInvitation
{
    public enum Way { ChoosePassword, SignIn, SayYes, SignOutFirst }

    /// <summary>Null: the link serves no more, whatever the reason.</summary>
    [Anonymous]
    public sealed record Form(string? Secret) : IRequest<View?>;

    /// <param name="MayHaveAccount">Nobody knows whether the address has an account: both ways are offered.</param>
    public sealed record View(string Name, string Email, Roles Roles, Way Way, bool MayHaveAccount);

    /// <summary>A new account, or one whose address was never proved.</summary>
    /// <returns>False: the link serves no more.</returns>
    [Anonymous]
    public sealed record Command : ICommand<bool>
    {
        public string? Secret { get; init; }
        [Display(Name = "Prénom et nom")] public string? Name { get; init; }
        [Display(Name = "Mot de passe")] public string? Password { get; init; }
    }

    /// <summary>The account that is signed in says yes.</summary>
    [AnyAccount]
    public sealed record Yes : ICommand<bool>
    {
        public string? Secret { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsNameLine(120);
            RuleFor(c => c.Password).NotEmpty().MinimumLength(AccessSetup.PasswordLength).MaximumLength(200);
        }
    }

    internal sealed class FormHandler(PlatformDb db, Invitations invitations, CurrentUser me, Throttle throttle) : IRequestHandler<Form, View?>
    {
        public async Task<View?> Handle(Form form, CancellationToken ct)
        {
            if (await throttle.IsOver(Limits.Link, throttle.Caller, ct)) return null;
            if (await invitations.Find(form.Secret, ct) is not { } invited)
            {
                await throttle.Count(Limits.Link, throttle.Caller, ct);
                return null;
            }
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == invited.AccountId, ct);
            // A link that was shown to whoever invites tells them nothing of the account: both ways stand side by side.
            var way = me.AccountId == account.Id ? Way.SayYes : me.AccountId is not null ? Way.SignOutFirst
                : !invited.InvitedByMail || MayChoose(account, invited) ? Way.ChoosePassword : Way.SignIn;
            return new(invited.Name, account.Email!, invited.Roles, way, MayHaveAccount: !invited.InvitedByMail);
        }
    }

    internal sealed class Handler(UserManager<Account> users, PlatformDb db, Invitations invitations, Sessions sessions, Throttle throttle) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            if (await throttle.IsOver(Limits.Link, throttle.Caller, ct) || await invitations.Find(c.Secret, ct) is not { } invited)
            {
                await throttle.Count(Limits.Link, throttle.Caller, ct);
                return false;
            }
            var account = await db.Users.SingleAsync(a => a.Id == invited.AccountId, ct);
            if (!MayChoose(account, invited)) throw new RuleViolation("invitation.signin");
            // Whoever had it before its address was proved leaves nothing in it.
            await sessions.EndAll(account.Id, null, ct);
            await AccountStore.ForgetPasskeys(db, account.Id, ct);
            account.DropSecondStep();
            if (account.PasswordHash is not null) (await users.RemovePasswordAsync(account)).OrThrow(c, nameof(c.Password));
            (await users.AddPasswordAsync(account, c.Password!)).OrThrow(c, nameof(c.Password));
            if (invited.InvitedByMail) account.EmailConfirmed = true;
            account.Call(c.Name!);
            invited.Call(c.Name!);
            invited.Accept();
            await sessions.Open(account, remember: false, ct);
            return true;
        }
    }

    internal sealed class YesHandler(Invitations invitations, CurrentUser me) : IRequestHandler<Yes, bool>
    {
        public async Task<bool> Handle(Yes c, CancellationToken ct)
        {
            if (await invitations.Find(c.Secret, ct) is not { } invited || invited.AccountId != me.AccountId) return false;
            invited.Accept();
            return true;
        }
    }

    // An account made by another space's invitation and never proved belongs to whoever receives mail at its address,
    // not to whoever has given it a password first.
    private static bool MayChoose(Account account, Membership invited) => account.PasswordHash is null || (invited.InvitedByMail && !account.EmailConfirmed);
}
