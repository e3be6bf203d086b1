using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Mails a link to choose a new password. Nothing in the answer, nor in its time, says whether the address has an account.</summary>
public static class AskNewPassword
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    [Anonymous(OutsideSpaces = true)]
    public sealed record Form : IRequest<bool>;

    /// <returns>Whether mails reach anybody here.</returns>
    [Anonymous(OutsideSpaces = true)]
    public sealed record Command : ICommand<Unit>
    {
        [Display(Name = "Adresse électronique")] public string? Email { get; init; }
    }

    /// <summary>Writes the mail, in a scope of the space that sends it.</summary>
    [System]
    public sealed record Write(Guid AccountId) : ICommand<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Email).NotEmpty().MaximumLength(254);
    }

    internal sealed class FormHandler(CurrentTenant tenant, MailSettings mail) : IRequestHandler<Form, bool>
    {
        public Task<bool> Handle(Form form, CancellationToken ct) => Task.FromResult(tenant.SpaceOrNull is not { } space || mail.Delivers(space));
    }

    internal sealed class Handler(UserManager<Account> users, CurrentTenant tenant, SpacesOf spaces, TenantScopes scopes, Throttle throttle) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            if (await throttle.IsOver(Limits.Forgotten, throttle.Caller, ct) || await throttle.IsOver(Limits.ForgottenAccount, c.Email, ct)) return Unit.Value;
            await throttle.Count(Limits.Forgotten, throttle.Caller, ct);
            await throttle.Count(Limits.ForgottenAccount, c.Email, ct);
            if (await users.FindByEmailAsync(c.Email!) is not { } account) return Unit.Value;
            // The writing space is one that the account opens: a space learns of no account but its members'.
            var from = (await spaces.Read(account, ct)).Where(s => tenant.IdOrNull is not { } here || s.Id == here).Select(s => (Guid?)s.Id).FirstOrDefault();
            if (from is { } space)
                await scopes.Run(space, "new password", scope => scope.GetRequiredService<IMediator>().Send(new Write(account.Id), ct), ct);
            return Unit.Value;
        }
    }

    internal sealed class WriteHandler(PlatformDb db, CurrentTenant tenant, MailSettings mail, TimeProvider clock) : IRequestHandler<Write, Unit>
    {
        public async Task<Unit> Handle(Write c, CancellationToken ct)
        {
            if (!mail.Delivers(tenant.Space)) return Unit.Value;
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == c.AccountId, ct);
            await AccountLink.Forget(db, account.Id, LinkPurpose.NewPassword, ct);
            var secret = SecretLink.New();
            var link = new AccountLink(account.Id, LinkPurpose.NewPassword, secret, clock.GetUtcNow() + Lasts);
            db.Add(link);
            Mail.Queue(db, tenant.Space, AccessLetters.NewPassword(account, link, $"{mail.Root(tenant.Space)}/nouveau-mot-de-passe/{secret}"));
            return Unit.Value;
        }
    }
}
