using Platform.Kernel;

namespace Platform.Modules.Engagements.Leads;

// Sentences here name no noun: a space may have its own word for "piste".
[Rules]
internal static class LeadRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["lead.converted"] = "C’est déjà décidé\u00a0: la suite se fait sur la fiche née de celle-ci.",
        ["lead.dropped"] = "C’est écarté\u00a0: reprenez d’abord l’étude.",
        ["lead.screened"] = "L’examen a commencé pendant que vous écriviez\u00a0: dites ce qu’il faut changer à l’équipe qui anime l’espace.",
        ["lead.state"] = "C’est déjà son état.",
        ["lead.reason"] = "Dites pourquoi en une phrase\u00a0: qui aura la même idée plus tard voudra le savoir.",
        ["lead.questions.twin"] = "Cette question est déjà posée.",
        ["lead.questions.many"] = "Il y a déjà {0} questions\u00a0: retirez-en une avant d’en ajouter.",
    };
}
