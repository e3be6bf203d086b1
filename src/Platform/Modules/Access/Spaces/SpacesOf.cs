using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>The spaces that an account opens, read with its own eyes: nobody else may read across spaces.</summary>
internal sealed class SpacesOf(IServiceScopeFactory scopes)
{
    public Task<IReadOnlyList<MySpaces.Row>> Read(Account account, CancellationToken ct) => As(account, new MySpaces.Query(), ct);

    /// <summary>How many spaces know the account, past and invited ones included.</summary>
    public Task<int> Count(Account account, CancellationToken ct) => As(account, new MySpaces.Places(), ct);

    private async Task<T> As<T>(Account account, IRequest<T> request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().SignedInAs(account.Id, account.Name);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }
}
