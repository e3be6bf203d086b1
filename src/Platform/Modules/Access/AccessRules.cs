using Platform.Kernel;

namespace Platform.Modules.Access;

[Rules]
internal static class AccessRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // One sentence whatever the reason: it tells nobody which accounts exist.
        ["signin.refused"] = "Adresse ou mot de passe incorrect. Après huit essais, l’accès est suspendu dix minutes.",
        ["membership.lastadministrator"] = "C’est la dernière personne qui administre l’espace\u00a0: donnez d’abord ce rôle à quelqu’un d’autre.",
        ["membership.proved"] = "Cette personne est déjà entrée\u00a0: elle n’a plus besoin de code.",
        ["comein.refused"] = "Cette adresse, ce code et ce mot de passe ne vont pas ensemble, ou le code n’est plus valable. Si vous avez déjà un compte sur la plateforme, tapez son mot de passe habituel.",
        ["membership.norole"] = "Choisissez au moins un rôle.",
        ["persona.real"] = "Un personnage ne peut être ajouté que dans un espace de démonstration.",
    };
}
