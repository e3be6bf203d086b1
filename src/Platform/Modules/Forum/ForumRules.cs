using Platform.Kernel;

namespace Platform.Modules.Forum;

[Rules]
internal static class ForumRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["edition.cancelled"] = "Cette édition est annulée.",
        ["edition.twice"] = "L’édition de {0} existe déjà : ouvrez-la plutôt que d’en ajouter une seconde.",
        ["milestone.done"] = "Cette étape est faite : rouvrez-la d’abord.",
        ["milestone.free"] = "Cette étape n’est pas comptée à partir du jour du forum.",
        ["sheet.nobody"] = "Aucune des fiches choisies n’a quelqu’un à qui écrire, ou elles ont déjà été demandées aujourd’hui.",
        ["guest.test"] = "Votre compte n’a pas d’adresse où envoyer un essai.",
        ["guest.nobody"] = "Personne à qui écrire : chacun l’a reçue, ou a été relancé aujourd’hui.",
        ["answer.late"] = "Les réponses sont closes.",
        ["answer.passed"] = "Cette invitation a été transmise : pour y revenir, écrivez à l’équipe du forum.",
        ["registration.closed"] = "Les inscriptions ne sont pas ouvertes.",
        ["stand.reason"] = "Dites en deux mots pourquoi c’est sans suite.",
        ["stand.over"] = "Ce forum est passé : écrivez à l’espace, qui transmettra.",
        ["stand.busy"] = "Trop de réponses arrivent d’ici à la fois. Attendez quelques minutes, ou parlez à la personne qui tient le stand.",
        ["stand.settled"] = "Cette demande est déjà traitée : rouvrez-la d’abord.",
        ["thanks.early"] = "On remercie une fois le forum commencé.",
        ["thanks.nobody"] = "Personne à remercier : chacun l’a été, ou aucune présence n’est notée.",
        ["opinion.fixed"] = "Des avis sont déjà donnés : les questions ne changent plus.",
        ["followup.early"] = "Les suites se demandent après le forum.",
        ["followup.nobody"] = "Les suites sont déjà demandées à chacun.",
        ["session.late"] = "La séance finirait le lendemain.",
        ["session.slot"] = "Cette salle ou cette personne vient d’être prise à cette heure. Rechargez la page pour le voir.",
    };
}
