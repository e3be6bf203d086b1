using Platform.Kernel;

namespace Platform.Modules.Engagements.Evidence;

[Rules]
internal static class EvidenceRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["document.removed"] = "Ce document a déjà été retiré.",
        ["document.internal"] = "Rien de ceci n’est public\u00a0: ce document ne peut pas l’être.",
        ["verification.withdrawn"] = "Cette vérification a déjà été retirée.",
        ["verification.standing"] = "C’est déjà vérifié.",
    };
}
