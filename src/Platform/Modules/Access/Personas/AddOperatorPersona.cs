using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>A fictional operator, offered on the platform's own sign-in page of a demonstration: it may create spaces.</summary>
public static class AddOperatorPersona
{
    [System]
    public sealed record Command(string Email, string Name, string Note) : ICommand<Guid>;

    internal sealed class Handler(UserManager<Account> users, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var account = await users.FindByEmailAsync(c.Email);
            if (account is null)
            {
                account = new Account(c.Email, c.Name, clock.GetUtcNow());
                (await users.CreateAsync(account)).OrThrow(c, nameof(c.Email));
            }
            account.MakeOperator();
            account.OfferAsPersona(c.Note);
            return account.Id;
        }
    }
}
