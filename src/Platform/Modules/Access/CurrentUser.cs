namespace Platform.Modules.Access;

/// <summary>Who acts in this scope: nobody, an account, a person by a personal link, or the platform itself with a reason.</summary>
public sealed class CurrentUser
{
    public Guid? AccountId { get; private set; }
    /// <summary>The person of the space who acts by a personal link, without an account.</summary>
    public Guid? PersonId { get; private set; }
    /// <summary>Name as the account gives it; "" when nobody is signed in.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The session was opened with a passkey, or the work was asked for in one that was let in.</summary>
    public bool IsProven { get; private set; }
    public bool IsSystem { get; private set; }
    public string? Reason { get; private set; }

    public void SignedInAs(Guid accountId, string name, bool isProven = false) => (AccountId, Name, IsProven) = (accountId, name, isProven);

    /// <summary>By a link that was mailed to that person and to nobody else: it opens no right, and names who acted. Whoever is signed in
    /// beside holds the link too, but it speaks for the person it was made for.</summary>
    /// <param name="personId">Null: somebody known by an address only. The name then goes into the journal as it is, so it must be nobody's.</param>
    public void AnswersByLink(Guid? personId, string name) => (AccountId, PersonId, Name, Reason) = (null, personId, name, "lien personnel");

    public void ActAsSystem(string reason)
    {
        if (AccountId is not null) throw new InvalidOperationException("A person's scope does not become the platform's.");
        (IsSystem, Reason, Name) = (true, reason, "Plateforme");
    }
}
