using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Forum.Invitations;

/// <summary>The last look before a guest is chased: the answer may have come while the mail waited.</summary>
internal sealed class StillSilent(PlatformDb db) : ILastLook
{
    public const string Look = "forum-sans-reponse";

    public string Name => Look;

    public async Task<string?> WhyNot(Guid? subjectId, string key, CancellationToken ct) =>
        await db.Set<ForumGuest>().AnyAsync(g => g.Id == subjectId && g.Answer == null, ct) ? null : "La réponse est arrivée entre-temps";
}
