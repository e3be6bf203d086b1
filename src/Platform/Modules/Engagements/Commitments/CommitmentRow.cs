using Platform.Kernel;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Tags;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>A commitment as lists and files show it.</summary>
/// <param name="Organisations">Names, the lead first; none when a coalition holds.</param>
public sealed record CommitmentRow(Guid Id, int Number, string Title, Standing Standing, IReadOnlyList<string> Organisations, string? Coalition, DateOnly? StartsOn, DateOnly? DueOn,
    int CadenceDays, int? Progress, Visibility Visibility, string? Referent, string? Facilitator, DateOnly StateOn, EvidenceLevel Evidence)
{
    /// <summary>Drawn on screen only: it needs the dates of all the news.</summary>
    public Life? Life { get; init; }
    /// <summary>Read when a column asks for it.</summary>
    public Depth More { get; init; } = Depth.None;

    public IReadOnlyList<string> Holders => Coalition is null ? Organisations : [Coalition];

    public sealed record Depth(string? Statement, string? Means, string? Theme, string? Axis, IReadOnlyList<string> Objectives, IReadOnlyList<string> Measures)
    {
        public static Depth None { get; } = new(null, null, null, null, [], []);
    }

    /// <summary>What the list may show and what files hold, under the names that import knows.</summary>
    public static IReadOnlyList<Column<CommitmentRow>> Columns(Vocabulary words, DateOnly today) =>
    [
        new("titre", "Intitulé", r => r.Title) { Label = Word.Capital(words.Commitment.Singular), Sort = "titre" },
        new("numero", "Numéro", r => r.Number, ColumnKind.Number) { Sort = "numero" },
        new("etat", "État", r => EnumNames.Of(r.Standing.State)) { Usual = true },
        new("depuis", "État depuis le", r => r.StateOn, ColumnKind.Date),
        new("situation", "Situation", r => r.Standing.Worries(words.Commitment, today).Select(b => b.Text)),
        new("enonce", "Énoncé", r => r.More.Statement) { Deep = true },
        new("organisations", "Organisations", r => r.Organisations),
        new("chef", "Chef de file", r => r.Organisations.Count > 1 ? r.Organisations[0] : null),
        new("coalition", "Coalition", r => r.Coalition) { Label = Word.Capital(words.Coalition.Singular) },
        new("parcours", "Parcours", _ => null) { Usual = true, Drawn = true },
        new("debut", "Début", r => r.StartsOn, ColumnKind.Date),
        new("echeance", "Échéance", r => r.DueOn, ColumnKind.Date) { Usual = true, Sort = "echeance" },
        new("nouvelle", "Dernière nouvelle", r => r.Standing.LastNewsOn, ColumnKind.Date) { Usual = true, Sort = "nouvelle" },
        new("preuve", "Niveau de preuve", r => EnumNames.Of(r.Evidence)),
        new("avancement", "Avancement (%)", r => r.Progress, ColumnKind.Number),
        new("theme", "Thème", r => r.More.Theme) { Deep = true },
        new("axe", "Axe", r => r.More.Axis) { Label = Word.Capital(words.Axis.Singular), Deep = true },
        new("objectifs", "Objectifs visés", r => r.More.Objectives) { Deep = true },
        new("mesures", "Mesures", r => r.More.Measures) { Label = Word.Capital(words.Measure.Plural), Deep = true },
        new("moyens", "Moyens", r => r.More.Means) { Deep = true },
        new("referent", "Référent", r => r.Referent),
        new("suivi", "Suivi par", r => r.Facilitator),
        new("rythme", "Rythme des nouvelles", r => r.CadenceDays, ColumnKind.Number) { Label = "Rythme des nouvelles (jours)" },
        new("visibilite", "Visibilité", r => EnumNames.Of(r.Visibility)),
        new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
    ];
}
