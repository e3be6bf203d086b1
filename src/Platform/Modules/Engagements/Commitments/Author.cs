using Platform.Modules.Access;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Who did it, with the name as it was then.</summary>
/// <param name="Id">The account; without one, the person who answered by a personal link; null when the platform did it.</param>
public sealed record Author(Guid? Id, string Name)
{
    public static Author Of(CurrentUser user) => new(user.AccountId ?? user.PersonId, user.Name);
}
