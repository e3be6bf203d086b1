using Platform.Kernel;

namespace Platform.Modules.Engagements.Frameworks;

[Rules]
internal static class FrameworkRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["framework.period"] = "La dernière année vient avant la première.",
        ["axis.number"] = "Le numéro {0} est déjà pris.",
        ["objective.years"] = "L’année de la cible doit venir après celle du départ.",
        ["objective.increase"] = "Pour augmenter, la cible doit dépasser la valeur de départ.",
        ["objective.decrease"] = "Pour diminuer, la cible doit être inférieure à la valeur de départ.",
        ["objective.value.future"] = "Une valeur mesurée ne peut pas être datée dans l’avenir.",
        ["objective.value.before"] = "Cette date vient avant l’année de départ ({0}).",
        ["objective.value.twice"] = "Une valeur est déjà enregistrée à cette date\u00a0: corrigez-la plutôt.",
    };
}
