using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>The spaces that an account opens, read with its own eyes: nobody else may read across spaces.</summary>
internal sealed class SpacesOf(IServiceScopeFactory scopes)
{
    public async Task<IReadOnlyList<MySpaces.Row>> Read(Account account, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().SignedInAs(account.Id, account.Name);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MySpaces.Query(), ct);
    }
}
