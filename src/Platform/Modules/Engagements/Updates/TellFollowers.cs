using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Updates;

/// <param name="AcceptedById">The account that let through what somebody without one has said.</param>
internal sealed record NewsGiven(Commitment Of, Update News, Guid? AcceptedById = null) : INotification;

/// <summary>Whoever follows a commitment hears of its news, at the rhythm of their choice; not of their own.</summary>
internal sealed class TellFollowers(PlatformDb db, IMediator mediator, MailSettings mail, CurrentTenant tenant) : INotificationHandler<NewsGiven>
{
    public async Task Handle(NewsGiven notification, CancellationToken ct)
    {
        var (space, commitment, news) = (tenant.Space, notification.Of, notification.News);
        // A correction changes what is read, and tells nothing new.
        if (news.CorrectsId is not null || !mail.Delivers(space)) return;
        foreach (var follower in await mediator.Send(new ContactsOf.Query([commitment.ReferentId, commitment.FacilitatorId]), ct))
        {
            if (follower.Id == news.AuthorId) continue;
            Mail.Queue(db, space, new Letter($"news:{news.Id}:{follower.Id}", MailCategory.News, follower.Name, follower.Email, news.Text.ReplaceLineEndings(" "),
                "Nouvelle publiée", [$"{news.AuthorName} donne des nouvelles de « {commitment.Title} »\u00a0:", news.Text])
            {
                SubjectId = commitment.Id, About = commitment.Title, CausedById = notification.AcceptedById ?? news.AuthorId,
                Act = new("Lire", $"{mail.Root(space)}/engagements/{commitment.Id}", IsSecret: false),
            });
        }
    }
}
