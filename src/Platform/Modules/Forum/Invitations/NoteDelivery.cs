using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Forum.Invitations;

/// <summary>The mail of an invitation went, or did not: the guest's line says so.</summary>
internal sealed class NoteDelivery(PlatformDb db) : INotificationHandler<MailSettled>
{
    public async Task Handle(MailSettled notification, CancellationToken ct)
    {
        if (notification.SubjectId is not { } id || !GuestLetters.IsInvitation(notification.Key)) return;
        if (await db.Set<ForumGuest>().AsTracking().SingleOrDefaultAsync(g => g.Id == id, ct) is { } guest) guest.Delivered(notification.Trouble);
    }
}
