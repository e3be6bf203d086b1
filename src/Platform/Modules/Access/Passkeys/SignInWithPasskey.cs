using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>Signs in with a passkey. The device has asked for a fingerprint, a face or its own code, so no second step follows.</summary>
public static class SignInWithPasskey
{
    [Anonymous(OutsideSpaces = true)]
    public sealed record Form : IRequest<PasskeyForm>;

    [Anonymous(OutsideSpaces = true)]
    public sealed record Command : ICommand<bool>
    {
        public string? State { get; init; }
        public string? Credential { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.State).MaximumLength(4000);
            RuleFor(c => c.Credential).MaximumLength(20_000);
        }
    }

    internal sealed class FormHandler(PasskeyForms forms) : IRequestHandler<Form, PasskeyForm>
    {
        public Task<PasskeyForm> Handle(Form form, CancellationToken ct) => forms.ToSignIn();
    }

    internal sealed class Handler(UserManager<Account> users, PasskeyForms forms, Sessions sessions, Throttle throttle) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            if (await throttle.IsOver(Limits.SignIn, throttle.Caller, ct)) return false;
            if (await forms.SignedIn(c.State, c.Credential) is not { } found || await users.IsLockedOutAsync(found.Account))
            {
                await throttle.Count(Limits.SignIn, throttle.Caller, ct);
                return false;
            }
            (await users.AddOrUpdatePasskeyAsync(found.Account, found.Key)).OrThrow(c, nameof(c.Credential));
            await sessions.Open(found.Account, remember: false, ct, byKey: true);
            return true;
        }
    }
}
