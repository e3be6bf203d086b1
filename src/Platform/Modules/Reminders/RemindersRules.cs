using Platform.Kernel;

namespace Platform.Modules.Reminders;

[Rules]
internal static class RemindersRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["outbox.resend"] = "Seul un message que le serveur a refusé se renvoie : celui-ci est en route, parti ou retiré.",
        ["reminder.stop"] = "Cette règle ne peut pas s’arrêter ainsi.",
        ["reminder.nobody"] = "Personne n’a reçu ce rappel : chacun en a déjà reçu un aujourd’hui, ou n’a pas d’adresse.",
        ["reminder.done"] = "Il n’y a plus rien à rappeler : c’est fait, clos ou annulé.",
        ["reminder.outlet"] = "Cet espace n’envoie pas de messages : aucun serveur n’est réglé.",
        ["obligation.lead"] = "Une tâche s’ouvre au plus {0} jours avant son échéance.",
        ["obligation.rhythm"] = "Choisissez un rythme dans la liste.",
        ["obligation.open"] = "Cette tâche est déjà ouverte.",
        ["obligation.closed"] = "Cette tâche est déjà close.",
    };
}
