using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>Ends the session of this browser, or every one of the account. A cookie that somebody kept opens nothing any more.</summary>
public static class SignOut
{
    [Anonymous(OutsideSpaces = true)]
    public sealed record Command : ICommand<Unit>
    {
        public bool Everywhere { get; init; }
    }

    internal sealed class Handler(SignInManager<Account> signIn, Sessions sessions, CurrentUser me) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            if (c.Everywhere && me.AccountId is { } account) await sessions.EndAll(account, null, ct);
            else await sessions.EndMine(ct);
            await signIn.SignOutAsync();
            return Unit.Value;
        }
    }
}
