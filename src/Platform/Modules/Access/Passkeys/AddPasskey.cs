using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>The signed-in account's passkeys: shown, added, taken away.</summary>
public static class AddPasskey
{
    private const int Most = 10;

    /// <param name="State">Of a form that was refused: its sender has given the password.</param>
    [AnyAccount]
    public sealed record Form(string? State) : IRequest<View>;

    /// <param name="Challenge">Without it no key is added. Null: the password comes first.</param>
    public sealed record View(IReadOnlyList<Row> Keys, PasskeyForm? Challenge, string Email);

    public sealed record Row(Guid Id, string Name, DateTimeOffset AddedAt, DateTimeOffset? UsedAt, bool IsBackedUp);

    /// <summary>The password, before the device is asked: a session left open, or stolen, must not leave a key behind.</summary>
    /// <returns>Null: the password is wrong.</returns>
    [AnyAccount]
    public sealed record Begin : ICommand<PasskeyForm?>
    {
        [Display(Name = "Mot de passe")] public string? Password { get; init; }
    }

    [AnyAccount]
    public sealed record Command : ICommand<Unit>
    {
        [Display(Name = "Nom de la clé")] public string? Name { get; init; }
        public string? State { get; init; }
        public string? Credential { get; init; }
    }

    [AnyAccount]
    public sealed record Remove(Guid Id) : ICommand<Unit>;

    internal sealed class BeginValidator : AbstractValidator<Begin>
    {
        public BeginValidator() => RuleFor(c => c.Password).NotEmpty().MaximumLength(200);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsNameLine(Passkey.NameLength);
            RuleFor(c => c.State).MaximumLength(4000);
            RuleFor(c => c.Credential).MaximumLength(20_000);
        }
    }

    internal sealed class FormHandler(PlatformDb db, PasskeyForms forms, CurrentUser me) : IRequestHandler<Form, View>
    {
        public async Task<View> Handle(Form form, CancellationToken ct)
        {
            var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == me.AccountId, ct) ?? throw new SignInRequired();
            return new(await db.Set<Passkey>().Where(p => p.AccountId == account.Id).OrderBy(p => p.AddedAt)
                .Select(p => new Row(p.Id, p.Name, p.AddedAt, p.UsedAt, p.IsBackedUp)).ToListAsync(ct),
                account.PasswordHash is null || forms.Asked(account, form.State) ? await forms.ToAdd(account) : null, account.Email!);
        }
    }

    internal sealed class BeginHandler(PlatformDb db, PasskeyForms forms, PasswordCheck passwords, CurrentUser me) : IRequestHandler<Begin, PasskeyForm?>
    {
        public async Task<PasskeyForm?> Handle(Begin c, CancellationToken ct)
        {
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == me.AccountId, ct) ?? throw new SignInRequired();
            return await passwords.Confirms(account, c.Password, ct) ? await forms.ToAdd(account) : null;
        }
    }

    internal sealed class Handler(PlatformDb db, UserManager<Account> users, PasskeyForms forms, AccountNotices notices, Sessions sessions, CurrentUser me) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == me.AccountId, ct) ?? throw new SignInRequired();
            if (await db.Set<Passkey>().CountAsync(p => p.AccountId == account.Id, ct) >= Most) throw new RuleViolation("passkey.many");
            var key = await forms.Added(account, c.State, c.Credential) ?? throw new RuleViolation("passkey.refused");
            key.Name = c.Name;
            (await users.AddOrUpdatePasskeyAsync(account, key)).OrThrow(c, nameof(c.Name));
            await notices.Write(account, AccountChange.PasskeyAdded, ct);
            await sessions.Refresh(account, byKey: true);
            return Unit.Value;
        }
    }

    internal sealed class RemoveHandler(PlatformDb db, AccountNotices notices, CurrentUser me) : IRequestHandler<Remove, Unit>
    {
        public async Task<Unit> Handle(Remove c, CancellationToken ct)
        {
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == me.AccountId, ct) ?? throw new SignInRequired();
            if (await db.Set<Passkey>().SingleOrDefaultAsync(p => p.Id == c.Id && p.AccountId == account.Id, ct) is not { } key) return Unit.Value;
            db.Remove(key);
            await notices.Write(account, AccountChange.PasskeyRemoved, ct);
            return Unit.Value;
        }
    }
}
