using Platform.Kernel;

namespace Platform.Modules.Members;

[Rules]
internal static class MembersRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["organisation.siren"] = "Ce SIREN n’existe pas : il a 9 chiffres, et le dernier ne correspond pas aux autres.",
        ["organisation.archived"] = "Cette organisation est archivée : rétablissez-la d’abord.",
        ["organisation.role.dates"] = "La fin vient avant le début.",
        ["organisation.role.overlap"] = "Cette organisation a déjà ce rôle sur une partie de ces dates.",
        ["organisation.role.running"] = "Cette organisation a encore un rôle en cours : donnez-lui d’abord une date de fin.",
        ["organisation.role.none"] = "Ce rôle n’est pas en cours à cette date.",
        ["person.erased"] = "Cette personne est effacée\u00a0: sa fiche ne change plus.",
        ["epci.meanwhile"] = "Quelqu’un vient d’ajouter l’un de ces EPCI. La liste est à jour : vérifiez vos coches, puis ajoutez de nouveau.",
    };
}
