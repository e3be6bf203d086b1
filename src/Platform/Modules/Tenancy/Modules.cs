namespace Platform.Modules.Tenancy;

/// <summary>What a space can switch on or off, in the order of the menu.</summary>
public static class SpaceModules
{
    public const string Engagements = "engagements", Leads = "pistes", Coalitions = "coalitions", Frameworks = "cadres", Governance = "instances", Forum = "forum";

    /// <summary>The public pages: not in <see cref="All"/>, because it is off until it is switched on (<see cref="Tenant.HasRoadmap"/>).</summary>
    public const string Roadmap = "feuille-de-route";

    /// <summary>Code and French name. Members, settings and the journal cannot be switched off.</summary>
    public static IReadOnlyList<(string Code, string Name, string Purpose)> All { get; } =
    [
        (Engagements, "Engagements", "Ce que les membres promettent, daté et suivi."),
        (Leads, "Pistes", "Les idées examinées avant d’être engagées."),
        (Coalitions, "Coalitions", "Les groupes d’acteurs qui s’engagent ensemble."),
        (Frameworks, "Cadres", "Plan climat, projet de territoire\u00a0: axes et objectifs chiffrés."),
        (Governance, "Instances", "Assemblée, bureau, comités et leurs mandats."),
        (Forum, "Forum", "Le rendez-vous annuel\u00a0: son plan, son programme, ses invités."),
    ];

    /// <summary>French names of comma-separated codes, as <see cref="Tenant.ModulesOff"/> holds them.</summary>
    public static string Names(string codes) => codes.Length == 0 ? "aucun"
        : string.Join(", ", codes.Split(',').Select(code => All.FirstOrDefault(m => m.Code == code).Name ?? code));
}
