using Platform.Kernel;

namespace Platform.Modules.Access;

[Rules]
internal static class AccessRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // One sentence whatever the reason: it tells nobody which accounts exist.
        ["signin.refused"] = "Adresse ou mot de passe incorrect. Après huit essais, l’accès est suspendu dix minutes.",
        ["signin.passkey"] = "Cette clé d’accès n’est pas reconnue ici. Utilisez votre adresse et votre mot de passe.",
        ["secondstep.on"] = "La double authentification est déjà activée.",
        ["passkey.refused"] = "Cette clé n’a pas pu être ajoutée\u00a0: la demande a expiré ou la réponse ne lui correspond pas. Recommencez.",
        ["passkey.many"] = "Dix clés au plus\u00a0: retirez-en une qui ne sert plus.",
        ["membership.lastadministrator"] = "C’est la dernière personne qui administre l’espace\u00a0: donnez d’abord ce rôle à quelqu’un d’autre.",
        ["membership.erased"] = "Cette personne a été effacée de l’espace\u00a0: son accès ne se rouvre pas.",
        ["membership.accepted"] = "Cette personne a déjà accepté l’invitation.",
        ["invitation.signin"] = "Cette adresse a déjà un compte sur la plateforme\u00a0: connectez-vous d’abord, l’invitation vous attendra.",
        ["membership.norole"] = "Choisissez au moins un rôle.",
        ["persona.real"] = "Un personnage ne peut être ajouté que dans un espace de démonstration.",
    };
}
