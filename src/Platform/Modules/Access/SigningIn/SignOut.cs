using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Modules.Access;

public static class SignOut
{
    [Anonymous(OutsideSpaces = true)]
    public sealed record Command : ICommand<Unit>;

    internal sealed class Handler(SignInManager<Account> signIn) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            await signIn.SignOutAsync();
            return Unit.Value;
        }
    }
}
