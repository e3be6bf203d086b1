using Platform.Kernel;

namespace Platform.Modules.Access;

[Rules]
internal static class AccessRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // One sentence whatever the reason: it tells nobody which accounts exist.
        ["signin.refused"] = "Adresse ou mot de passe incorrect. Après huit essais, l’accès est suspendu dix minutes.",
        ["membership.norole"] = "Choisissez au moins un rôle.",
        ["persona.real"] = "Un personnage ne peut être ajouté que dans un espace de démonstration.",
    };
}
