using Platform.Kernel;

namespace Platform.Modules.Governance;

[Rules]
internal static class GovernanceRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["body.ended"] = "Cette fiche a une date de fin : plus aucun mandat ne peut y courir après elle.",
        ["body.end.mandates"] = "Des mandats commencent après cette date : donnez-leur d’abord une fin.",
        ["mandate.dates"] = "La fin vient avant le début.",
        ["mandate.ended"] = "Ce mandat a déjà une date de fin.",
        ["mandate.twice"] = "Cette personne a déjà cette fonction sur une partie de ces dates.",
        ["meeting.cancelled"] = "Cette réunion est annulée.",
        ["meeting.over"] = "Cette réunion est déjà tenue ou annulée.",
        ["meeting.past"] = "Cette réunion est passée : notez la séance, ou donnez-lui une autre date.",
        ["meeting.notopen"] = "Cette réunion n’est pas en séance.",
        ["meeting.minutes"] = "Levez d’abord la séance : le compte rendu s’approuve et s’envoie ensuite.",
        ["meeting.nobody"] = "Personne n’a d’adresse électronique : complétez les fiches des personnes, ou convoquez par courrier.",
        ["attendance.novote"] = "Seuls ceux qui votent peuvent être représentés.",
        ["attendance.who"] = "Choisissez qui représente cette personne.",
        ["attendance.substitute"] = "La suppléance revient à un suppléant ou une suppléante qui ne remplace encore personne.",
        ["attendance.proxy"] = "Un pouvoir se donne à quelqu’un qui vote.",
        ["attendance.proxies"] = "Une personne ne peut porter que {0} pouvoir(s).",
        ["attendance.late"] = "La réunion est ouverte, passée ou annulée : les réponses sont closes.",
        ["attendance.own"] = "Vous répondez pour vous seulement.",
        ["vote.many"] = "Il y a plus de votes que de voix présentes ({0}).",
        ["vote.quorum"] = "Le quorum n’est pas atteint ({0} présents, il en faut {1})\u00a0: la décision ne peut qu’être ajournée.",
        ["vote.mute"] = "Un vote est noté pour un membre qui n’est ni présent ni représenté.",
        ["decision.code"] = "Le numéro {0} est déjà pris par une autre instance : donnez à chacune son propre abrégé.",
        ["cascade.council"] = "Donnez la date du conseil qui l’examinera.",
        ["cascade.act"] = "Donnez la date de la délibération.",
        ["cascade.reason"] = "Dites pourquoi, en une phrase.",
        ["cascade.told"] = "Un membre a déjà répondu, ou joint un document : sa ligne ne peut plus être retirée.",
        ["mandate.replacement"] = "Le remplacement commence après le début du mandat remplacé, et avant sa fin.",
    };
}
