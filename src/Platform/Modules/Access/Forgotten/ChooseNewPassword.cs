using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>A new password for whoever followed the mailed link. Every session of the account ends, and its passkeys too if they ask so:
/// somebody else may have added one.</summary>
public static class ChooseNewPassword
{
    /// <summary>Null: the link serves no more.</summary>
    [Anonymous(OutsideSpaces = true)]
    public sealed record Form(string? Secret) : IRequest<View?>;

    public sealed record View(int Passkeys, bool HasSecondStep);

    /// <returns>False: the link serves no more, whatever the reason.</returns>
    [Anonymous(OutsideSpaces = true)]
    public sealed record Command : ICommand<bool>
    {
        public string? Secret { get; init; }
        [Display(Name = "Nouveau mot de passe")] public string? Password { get; init; }
        [Display(Name = "Retirer les clés d’accès")] public bool RemovesPasskeys { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Password).NotEmpty().MinimumLength(AccessSetup.PasswordLength).MaximumLength(200);
    }

    internal sealed class FormHandler(PlatformDb db, AccountLinks links) : IRequestHandler<Form, View?>
    {
        public async Task<View?> Handle(Form form, CancellationToken ct) => await links.Find(LinkPurpose.NewPassword, form.Secret, ct) is { } link
            ? await db.Users.Where(a => a.Id == link.AccountId).Select(a => new View(db.Set<Passkey>().Count(p => p.AccountId == a.Id), a.TotpKey != null)).SingleAsync(ct)
            : null;
    }

    internal sealed class Handler(PlatformDb db, UserManager<Account> users, AccountLinks links, Sessions sessions, AccountNotices notices) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            if (await links.Find(LinkPurpose.NewPassword, c.Secret, ct) is not { } link) return false;
            var account = await db.Users.SingleAsync(a => a.Id == link.AccountId, ct);
            // All its links: another one, mailed before to an address since lost, must not outlive this.
            await AccountLink.Forget(db, account.Id, null, ct);
            // The account has just proved its address, and begins afresh: nothing of what was tried before counts.
            account.EmailConfirmed = true;
            (account.AccessFailedCount, account.LockoutEnd) = (0, null);
            if (account.PasswordHash is not null) (await users.RemovePasswordAsync(account)).OrThrow(c, nameof(c.Password));
            (await users.AddPasswordAsync(account, c.Password!)).OrThrow(c, nameof(c.Password));
            await sessions.EndAll(account.Id, null, ct);
            if (c.RemovesPasskeys) await AccountStore.ForgetPasskeys(db, account.Id, ct);
            await notices.Write(account, AccountChange.Password, ct);
            return true;
        }
    }
}
