using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Turns the second step of sign-in on and off. Nothing is stored before the first code has been given.</summary>
public static class SetUpSecondStep
{
    private const string Issuer = "Coopérations territoriales";

    /// <param name="Enrolment">The one of a form that was refused: the same key is shown again.</param>
    [AnyAccount]
    public sealed record Form(string? Enrolment) : IRequest<View>;

    /// <param name="Key">In groups of four letters, to be typed.</param>
    /// <param name="Drawing">Path of an SVG of <paramref name="Size"/> units: the dark squares of the QR code.</param>
    /// <param name="Waits">The space whose pages wait for it; null when none does.</param>
    public sealed record View(bool IsOn, int RecoveryLeft, bool HasPassword, string Key, string Enrolment, string Address, string Drawing, int Size, string? Waits);

    /// <summary>Needs the password, where the account has one: a session left open must not lock its owner out.</summary>
    [AnyAccount]
    public sealed record Command : ICommand<Outcome>
    {
        [Display(Name = "Mot de passe")] public string? Password { get; init; }
        public string? Enrolment { get; init; }
        [Display(Name = "Code à six chiffres")] public string? Code { get; init; }
    }

    /// <param name="Codes">The recovery codes, shown this once; null when the code is wrong, or the password.</param>
    public sealed record Outcome(IReadOnlyList<string>? Codes, bool IsWrongPassword = false);

    /// <summary>Needs the password. Off, or new recovery codes.</summary>
    /// <returns>The new codes, empty once off; null when the password is wrong.</returns>
    [AnyAccount]
    public sealed record Change : ICommand<IReadOnlyList<string>?>
    {
        [Display(Name = "Mot de passe")] public string? Password { get; init; }
        public bool Off { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Password).MaximumLength(200);
            RuleFor(c => c.Code).NotEmpty().MaximumLength(20);
        }
    }

    internal sealed class ChangeValidator : AbstractValidator<Change>
    {
        public ChangeValidator() => RuleFor(c => c.Password).NotEmpty().MaximumLength(200);
    }

    internal sealed class FormHandler(PlatformDb db, SecondStep second, CurrentTenant tenant, CurrentUser me) : IRequestHandler<Form, View>
    {
        public async Task<View> Handle(Form form, CancellationToken ct)
        {
            var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == me.AccountId, ct) ?? throw new SignInRequired();
            var key = second.Enrolled(account.Id, form.Enrolment) ?? Totp.NewKey();
            var address = Totp.Address(Issuer, account.Email!, key);
            var (drawing, size) = QrCode.Draw(address);
            return new(account.TotpKey is not null, account.RecoveryLeft, account.PasswordHash is not null,
                string.Join(' ', key.Chunk(4).Select(part => new string(part))), second.Enrolment(account.Id, key), address, drawing, size,
                account.TotpKey is null && !me.IsProven && tenant.SpaceOrNull is { NeedsSecondStep: true } space ? space.Name : null);
        }
    }

    internal sealed class Handler(PlatformDb db, SecondStep second, PasswordCheck passwords, AccountNotices notices, CurrentUser me) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command c, CancellationToken ct)
        {
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == me.AccountId, ct) ?? throw new SignInRequired();
            // Turned on twice, the first application would stop working unseen: off first, with the password.
            if (account.TotpKey is not null) throw new RuleViolation("secondstep.on");
            if (account.PasswordHash is not null && !await passwords.Confirms(account, c.Password, ct)) return new(null, IsWrongPassword: true);
            if (second.Enrolled(account.Id, c.Enrolment) is not { } key || second.TurnOn(account, key, c.Code!) is not { } codes) return new(null);
            await notices.Write(account, AccountChange.SecondStepOn, ct);
            return new(codes);
        }
    }

    internal sealed class ChangeHandler(PlatformDb db, PasswordCheck passwords, AccountNotices notices, CurrentUser me)
        : IRequestHandler<Change, IReadOnlyList<string>?>
    {
        public async Task<IReadOnlyList<string>?> Handle(Change c, CancellationToken ct)
        {
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == me.AccountId, ct) ?? throw new SignInRequired();
            if (!await passwords.Confirms(account, c.Password, ct)) return null;
            if (account.TotpKey is null) return [];
            await notices.Write(account, c.Off ? AccountChange.SecondStepOff : AccountChange.RecoveryRenewed, ct);
            if (!c.Off) return SecondStep.Renew(account);
            account.DropSecondStep();
            return [];
        }
    }
}
