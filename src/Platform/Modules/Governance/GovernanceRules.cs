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
        ["mandate.replacement"] = "Le remplacement commence après le début du mandat remplacé, et avant sa fin.",
    };
}
