using Platform.Modules.Access;
using Platform.Modules.Forum.Closing;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Rsvp;
using Platform.Modules.Forum.Stands;
using Platform.Modules.Governance.Cascade;
using Platform.Modules.Operations.Runs;
using Platform.Modules.Reminders.Digests;
using Platform.Modules.Reminders.Obligations;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Reminders.Rules;

namespace Platform;

/// <summary>Every command that comes back by itself, in each active space, at the space's own hours.</summary>
internal static class Schedule
{
    public static IReadOnlyList<Recurring> All { get; } =
    [
        Recurring.Daily<SendDigests.Command>("digests", "Récapitulatifs", space => new TimeOnly(space.DigestHour, 0)),
        Recurring.Daily<SendBriefings.Command>("briefings", "Mémos des conseils", new TimeOnly(7, 0)),
        Recurring.Daily<OpenTasks.Command>("obligations", "Ouverture des tâches récurrentes", new TimeOnly(0, 30)),
        Recurring.Daily<RunRules.Command>("reminders", "Rappels", space => new TimeOnly(space.ReminderHour, 0)),
        Recurring.Daily<OpenEditions.Command>("forum-editions", "Ouverture des éditions du forum", new TimeOnly(5, 0)),
        Recurring.Every<PassPlaces.Command>("forum-places", "Places du forum qui passent à qui attend", 10),
        Recurring.Daily<TellStands.Command>("forum-stands", "Demandes des stands, dites le soir à qui anime", new TimeOnly(18, 0)),
        Recurring.Daily<SendInvitations.Chase>("forum-relances", "Relances des invitations au forum", new TimeOnly(9, 0)),
        Recurring.Daily<FollowUps.Command>("forum-follow-up", "Suites du forum demandées", new TimeOnly(6, 0)),
        Recurring.Daily<PurgeGuests.Command>("forum-purge", "Oubli des noms des invités d’anciens forums", new TimeOnly(3, 50)),
        Recurring.Daily<LightenOldMails.Command>("old-mails", "Oubli du texte des messages de plus d’un an", new TimeOnly(3, 30)),
        Recurring.Daily<ForgetOldLinks.Command>("old-links", "Oubli des liens personnels qui ne servent plus", new TimeOnly(3, 40)),
    ];
}
