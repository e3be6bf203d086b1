using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Another address for the account: asked with the password, proved by a link mailed to it. Whether somebody else already
/// has that address is said to nobody.</summary>
public static class ChangeAddress
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <returns>Whether mails reach anybody from here.</returns>
    [AnyAccount]
    public sealed record Form : IRequest<bool>;

    /// <returns>False: the password is wrong.</returns>
    [AnyAccount]
    public sealed record Command : ICommand<bool>
    {
        [Display(Name = "Nouvelle adresse")] public string? Email { get; init; }
        [Display(Name = "Mot de passe actuel")] public string? Password { get; init; }
    }

    /// <summary>The address that the link would give, null when it serves no more.</summary>
    [Anonymous(OutsideSpaces = true)]
    public sealed record Proof(string? Secret) : IRequest<string?>;

    [Anonymous(OutsideSpaces = true)]
    public sealed record Confirm : ICommand<bool>
    {
        public string? Secret { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().IsEmail(200);
            RuleFor(c => c.Password).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class FormHandler(CurrentTenant tenant, MailSettings mail) : IRequestHandler<Form, bool>
    {
        public Task<bool> Handle(Form form, CancellationToken ct) => Task.FromResult(tenant.SpaceOrNull is { } space && mail.Delivers(space));
    }

    internal sealed class Handler(PlatformDb db, UserManager<Account> users, PasswordCheck passwords, CurrentUser me, CurrentTenant tenant, MailSettings mail, TimeProvider clock)
        : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == me.AccountId, ct) ?? throw new SignInRequired();
            if (!await passwords.Confirms(account, c.Password, ct)) return false;
            if (tenant.SpaceOrNull is not { } space || !mail.Delivers(space) || await users.FindByEmailAsync(c.Email!) is not null) return true;
            await AccountLink.Forget(db, account.Id, LinkPurpose.NewAddress, ct);
            var secret = SecretLink.New();
            var link = new AccountLink(account.Id, LinkPurpose.NewAddress, secret, clock.GetUtcNow() + Lasts, c.Email);
            db.Add(link);
            Mail.Queue(db, space, AccessLetters.NewAddress(account, link, $"{mail.Root(space)}/nouvelle-adresse/{secret}"));
            return true;
        }
    }

    internal sealed class ProofHandler(AccountLinks links) : IRequestHandler<Proof, string?>
    {
        public async Task<string?> Handle(Proof query, CancellationToken ct) => (await links.Find(LinkPurpose.NewAddress, query.Secret, ct))?.Address;
    }

    internal sealed class ConfirmHandler(PlatformDb db, UserManager<Account> users, AccountLinks links, AccountNotices notices, SpacesOf spaces, TenantScopes scopes) : IRequestHandler<Confirm, bool>
    {
        public async Task<bool> Handle(Confirm c, CancellationToken ct)
        {
            if (await links.Find(LinkPurpose.NewAddress, c.Secret, ct) is not { Address: { } address } link) return false;
            var account = await db.Users.SingleAsync(a => a.Id == link.AccountId, ct);
            await AccountLink.Forget(db, account.Id, null, ct);
            if (await users.FindByEmailAsync(address) is not null) return false;
            var former = account.Email!;
            (await users.SetUserNameAsync(account, address)).OrThrow(c, nameof(c.Secret));
            (await users.SetEmailAsync(account, address)).OrThrow(c, nameof(c.Secret));
            account.EmailConfirmed = true;
            await notices.Write(account, AccountChange.Address, ct, former);
            foreach (var space in await spaces.Read(account, ct))
                await scopes.Run(space.Id, "nouvelle adresse d’un compte", scope => scope.GetRequiredService<IMediator>().Send(new FollowAddress.Command(account.Id, former, address), ct), ct);
            return true;
        }
    }
}
