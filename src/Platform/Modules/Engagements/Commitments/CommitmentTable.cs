using Platform.Kernel;
using Platform.Modules.Imports.Contract;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>What a follow-up table may say of commitments and their steps, in its words.</summary>
internal static class CommitmentTable
{
    public const string Steps = "Measures", Holders = "Holders", Lead = "LeadId", Aims = "Objectives";

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("Id", "Identifiant", "id", "identifiant de la fiche"),
        new("Number", "Numéro", "n°", "no", "num"),
        new("Title", "Intitulé", "titre", "engagement", "action", "projet", "nom", "libellé"),
        new("Statement", "Énoncé", "description", "contenu", "objet", "détail"),
        new("Means", "Moyens", "ressources", "budget et moyens"),
        new("Holders", "Organisations", "porteurs", "porteur", "organisation", "pilote", "maître d’ouvrage", "porté par", "maîtrise d’ouvrage", "qui", "structure"),
        new("LeadId", "Chef de file", "cheffe de file", "pilote principal", "pilote", "organisation pilote"),
        new("CoalitionId", "Coalition", "groupe", "groupe de travail"),
        new("ThemeId", "Thème", "thématique", "sujet"),
        new("AxisId", "Axe", "axe stratégique"),
        new("Objectives", "Objectifs visés", "objectifs", "objectif"),
        new("StartsOn", "Début", "date de début", "démarrage", "commence le"),
        new("DueOn", "Échéance", "date d’échéance", "date limite", "pour le", "fin", "délai", "date de fin"),
        new("Visibility", "Visibilité", "diffusion", "public"),
        new("CadenceDays", "Rythme des nouvelles", "rythme des nouvelles (jours)", "rythme"),
        new("ReferentId", "Référent", "référente", "contact", "responsable", "référent technique"),
        new("FacilitatorId", "Suivi par", "animateur", "animatrice", "chargé de suivi"),
        new("State", "État", "statut", "avancement", "état d’avancement"),
        new("StateOn", "État depuis le", "date de l’état", "depuis le"),
        new("Steps", "Mesures", "étapes", "jalons", "premières étapes", "calendrier") { Part = (Steps, "Mesures") },
    ];

    private static readonly Dictionary<string, CommitmentState> States = new(StringComparer.Ordinal)
    {
        ["proposee"] = CommitmentState.Proposed, ["adoptee"] = CommitmentState.Adopted, ["en cours de realisation"] = CommitmentState.UnderWay, ["demarre"] = CommitmentState.UnderWay,
        ["tenue"] = CommitmentState.Kept, ["realise"] = CommitmentState.Kept, ["realisee"] = CommitmentState.Kept, ["termine"] = CommitmentState.Kept, ["fait"] = CommitmentState.Kept,
        ["tenue en partie"] = CommitmentState.PartlyKept, ["partiellement realise"] = CommitmentState.PartlyKept, ["abandonnee"] = CommitmentState.Abandoned, ["a faire"] = CommitmentState.Adopted,
    };

    private static readonly Dictionary<string, Visibility> Shown = new(StringComparer.Ordinal)
        { ["oui"] = Visibility.Public, ["publique"] = Visibility.Public, ["non"] = Visibility.Internal, ["prive"] = Visibility.Internal, ["restreint"] = Visibility.Internal };

    public static Facts Read(Cells cells, CommitmentNames names)
    {
        var said = new Facts().With("Id", cells.Identifier("Id")).With("Number", cells.Whole("Number")).With("Title", cells.Text("Title")).With("Statement", cells.Text("Statement"))
            .With("Means", cells.Text("Means")).With("StartsOn", cells.Date("StartsOn")).With("DueOn", cells.Date("DueOn")).With("Visibility", cells.Choice("Visibility", Shown))
            .With("CadenceDays", cells.Whole("CadenceDays")).With("State", cells.Choice("State", States)).With("StateOn", cells.Date("StateOn"))
            .With("CoalitionId", cells.Named("CoalitionId", cells.Text("CoalitionId"), names.Coalitions, "e coalition")).With("ThemeId", cells.Named("ThemeId", cells.Text("ThemeId"), names.Themes, " thème"))
            .With("AxisId", cells.Named("AxisId", cells.Text("AxisId"), names.Axes, " axe")).With("ReferentId", cells.Named("ReferentId", cells.Text("ReferentId"), names.People, "e personne"))
            .With("FacilitatorId", cells.Named("FacilitatorId", cells.Text("FacilitatorId"), names.People, "e personne")).With(Lead, cells.Named(Lead, cells.Text(Lead), names.Organisations, "e organisation"))
            .With(Holders, Many(cells, Holders, names.Organisations, "e organisation")).With(Aims, Many(cells, Aims, names.Objectives, " objectif"));
        var (lines, errors) = MeasureLines.Read(cells.Many("Steps"));
        foreach (var error in errors) cells.Refuse("Steps", error);
        return said.With(Steps, Parts.Write(lines.Select(l => new StepsImport.Step(l.Title, l.DueOn))));
    }

    // A name may itself hold a semicolon: the whole cell is tried first.
    private static string? Many(Cells cells, string column, ILookup<string, Guid> known, string what) => cells.Text(column) is not { } text ? null
        : known.Contains(Folding.Key(text)) && known[Folding.Key(text)].Distinct().Count() == 1 ? Parts.Write([known[Folding.Key(text)].First().ToString()])
        : Parts.Write(cells.Many(column).Select(name => cells.Named(column, name, known, what)).OfType<string>().Distinct());
}
