namespace Platform.Modules.Governance.Decisions;

/// <summary>The national nomenclature of local acts, two levels: what the control of legality and open data name a deliberation's subject by.</summary>
public static class ActSubjects
{
    private static readonly (string Group, string[] Names)[] Nomenclature =
    [
        ("Commande publique", ["Marchés publics", "Délégations de service public", "Conventions de mandat", "Autres types de contrats", "Transactions", "Maîtrise d’œuvre", "Actes spéciaux et divers"]),
        ("Urbanisme", ["Documents d’urbanisme", "Droit d’occupation ou d’utilisation des sols", "Droit de préemption urbain"]),
        ("Domaine et patrimoine", ["Acquisitions", "Aliénations", "Locations", "Limites territoriales", "Autres actes de gestion du domaine public", "Autres actes de gestion du domaine privé"]),
        ("Fonction publique", ["Personnels titulaires et stagiaires", "Personnels contractuels", "Fonction publique hospitalière", "Autres catégories de personnels", "Régime indemnitaire"]),
        ("Institutions et vie politique", ["Élection de l’exécutif", "Fonctionnement des assemblées", "Désignation de représentants", "Délégation de fonctions", "Délégation de signature", "Exercice des mandats locaux", "Intercommunalité", "Décision d’ester en justice"]),
        ("Libertés publiques et pouvoirs de police", ["Police municipale", "Pouvoirs du président du conseil départemental", "Pouvoirs du président du conseil régional", "Autres actes réglementaires", "Actes pris au nom de l’État"]),
        ("Finances locales", ["Décisions budgétaires", "Fiscalité", "Emprunts", "Interventions économiques", "Subventions", "Contributions budgétaires", "Avances", "Fonds de concours", "Prise de participation", "Divers"]),
        ("Domaines de compétences par thèmes", ["Enseignement", "Aide sociale", "Voirie", "Aménagement du territoire", "Politique de la ville, habitat, logement", "Emploi, formation professionnelle", "Transports", "Environnement", "Culture"]),
        ("Autres domaines de compétences", ["Domaines des communes", "Domaines des départements", "Domaines des régions", "Vœux et motions"]),
    ];

    /// <summary>Code ("7.6"), group and name, in the order of the nomenclature.</summary>
    public static IReadOnlyList<(string Code, string Group, string Name)> All { get; } =
        [.. Nomenclature.SelectMany((g, i) => g.Names.Select((name, j) => ($"{i + 1}.{j + 1}", g.Group, name)))];

    /// <summary>"Finances locales/Contributions budgétaires"; null for what is no code.</summary>
    public static string? NameOf(string? code) => All.FirstOrDefault(s => s.Code == code) is { Code: not null } known ? $"{known.Group}/{known.Name}" : null;
}
