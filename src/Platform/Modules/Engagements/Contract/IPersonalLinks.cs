namespace Platform.Modules.Engagements.Contract;

/// <summary>The address under which somebody without an account gives news of one commitment, as a mail to that person carries it.</summary>
public interface IPersonalLinks
{
    /// <param name="commitmentId">Of the space in scope.</param>
    /// <param name="personId">The one whom the mail goes to.</param>
    /// <returns>An absolute address, for this person alone: an <c>Act</c> that holds it is secret.</returns>
    string For(Guid commitmentId, Guid personId);
}
