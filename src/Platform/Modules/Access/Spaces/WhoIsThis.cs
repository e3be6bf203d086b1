using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>The signed-in account, wherever it is.</summary>
public static class WhoIsThis
{
    [AnyAccount]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(string Name, string? Email, bool IsOperator, bool HasPassword);

    internal sealed class Handler(PlatformDb db, CurrentUser me) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct) => await db.Users.Where(a => a.Id == me.AccountId)
            .Select(a => new Answer(a.Name, a.Email, a.IsOperator, a.PasswordHash != null)).SingleOrDefaultAsync(ct) ?? throw new SignInRequired();
    }
}
