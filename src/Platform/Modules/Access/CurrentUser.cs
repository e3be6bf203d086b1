namespace Platform.Modules.Access;

/// <summary>Who acts in this scope: nobody, an account, or the platform itself with a reason.</summary>
public sealed class CurrentUser
{
    public Guid? AccountId { get; private set; }
    /// <summary>Name as the account gives it; "" when nobody is signed in.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The session was opened with a passkey, or the work was asked for in one that was let in.</summary>
    public bool IsProven { get; private set; }
    public bool IsSystem { get; private set; }
    public string? Reason { get; private set; }

    public void SignedInAs(Guid accountId, string name, bool isProven = false) => (AccountId, Name, IsProven) = (accountId, name, isProven);

    public void ActAsSystem(string reason)
    {
        if (AccountId is not null) throw new InvalidOperationException("A person's scope does not become the platform's.");
        (IsSystem, Reason, Name) = (true, reason, "Plateforme");
    }
}
