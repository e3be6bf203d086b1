using Platform.Kernel;

namespace Platform.Modules.Engagements.Coalitions;

[Rules]
internal static class CoalitionRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["coalition.start"] = "Le lancement ne peut pas venir après la date de l’état actuel.",
        ["coalition.ended"] = "C’est terminé\u00a0: rouvrez d’abord la fiche pour y ajouter quelqu’un.",
        ["coalition.state"] = "C’est déjà son état.",
        ["coalition.state.before"] = "L’état actuel date du {0:d MMMM yyyy}\u00a0: le suivant ne peut pas être plus ancien.",
        ["coalition.member.twice"] = "Cette organisation y est déjà à ces dates.",
        ["coalition.member.dates"] = "Le départ vient avant l’arrivée.",
        ["coalition.facilitator.who"] = "Choisissez une personne ou une organisation.",
        ["coalition.facilitator.dates"] = "La fin de l’animation vient avant son début.",
        ["coalition.facilitator.overlap"] = "Quelqu’un d’autre anime déjà à ces dates.",
    };
}
