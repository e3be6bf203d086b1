using Platform.Kernel;

namespace Platform.Modules.Engagements.Commitments;

// Sentences here name no noun: a space may say "piste" for "engagement".
[Rules]
internal static class CommitmentRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["commitment.dates"] = "L’échéance précède le début.",
        ["commitment.cadence"] = "Le rythme des nouvelles se compte de 7 à 730 jours.",
        ["commitment.holders"] = "Choisissez soit une ou plusieurs organisations, soit un seul groupe : l’un des deux, pas les deux.",
        ["commitment.move"] = "Ce changement n’est pas possible dans l’état présent : quelqu’un l’a peut-être déjà fait.",
        ["commitment.reason"] = "Dites pourquoi en une phrase : ce motif restera dans l’historique.",
        ["commitment.closed"] = "C’est clos : rouvrez la fiche pour y ajouter des nouvelles.",
        ["commitment.together"] = "Ce qui est clos reste tel quel.",
        ["commitment.draft"] = "C’est encore un brouillon : proposez-le ou adoptez-le avant d’en donner des nouvelles.",
        ["measure.dropped"] = "Cette étape est abandonnée : rouvrez-la pour la déclarer faite.",
        ["measure.done"] = "Cette étape est déjà faite : rouvrez-la pour l’abandonner.",
        ["measure.many"] = "Il y a déjà {0} étapes : regroupez-en quelques-unes.",
        ["indicator.many"] = "Il y a déjà {0} indicateurs : gardez ceux qui servent à décider.",
        ["update.progress"] = "L’avancement va de 0 à 100.",
        ["update.future"] = "Une nouvelle ne peut pas être datée de demain ou plus tard.",
        ["update.corrected"] = "Cette nouvelle a déjà été corrigée : corrigez plutôt la correction.",
    };
}
