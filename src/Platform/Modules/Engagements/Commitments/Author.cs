using Platform.Modules.Access;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Who did it, with the name as it was then; no account when the platform did it.</summary>
public sealed record Author(Guid? AccountId, string Name)
{
    public static Author Of(CurrentUser user) => new(user.AccountId, user.Name);
}
