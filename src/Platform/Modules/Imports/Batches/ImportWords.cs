using Platform.Modules.Imports.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Imports.Batches;

/// <summary>How pages name what is imported and where an import is.</summary>
public static class ImportWords
{
    public static string Of(this Vocabulary words, ImportSubject subject) => subject switch
    {
        ImportSubject.Organisations => "Organisations",
        ImportSubject.People => "Personnes et mandats",
        ImportSubject.Commitments => $"{Word.Capital(words.Commitment.Plural)} et {words.Measure.Plural}",
        _ => "Valeurs d’indicateurs",
    };

    public static string Icon(ImportSubject subject) => subject switch
    {
        ImportSubject.Organisations => "building-community",
        ImportSubject.People => "users",
        ImportSubject.Commitments => "flag",
        _ => "chart-line",
    };

    /// <summary>The list where what was imported is found.</summary>
    public static (string Address, string Label) Where(this Vocabulary words, ImportSubject subject) => subject switch
    {
        ImportSubject.Organisations => ("~/membres", "Voir les organisations"),
        ImportSubject.People => ("~/personnes", "Voir les personnes"),
        _ => ("~/engagements", $"Voir les {words.Commitment.Plural}"),
    };

    /// <summary>The file of what is already in the space: corrected, it is imported back.</summary>
    public static string Export(ImportSubject subject) => subject switch
    {
        ImportSubject.Organisations => "~/membres?handler=Export&format=xlsx&colonnes=toutes",
        ImportSubject.People => "~/personnes?handler=Export&format=xlsx&colonnes=toutes",
        ImportSubject.Commitments => "~/engagements?handler=Export&format=xlsx&colonnes=toutes",
        _ => "~/engagements?handler=Values&format=xlsx",
    };

    /// <summary>"SIREN, sinon nom": a line that does not say the first is found by the next.</summary>
    public static string Chain(IEnumerable<ImportKey> keys) => string.Join(", sinon ", keys.Select((k, i) => i == 0 || k.Label.All(char.IsUpper) ? k.Label : Word.Lower(k.Label)));

    /// <summary>"2 nouvelles, 1 refusée": what there is none of is not said.</summary>
    public static string Effect(int created, int changed, int unchanged = 0, int refused = 0) => string.Join(", ", new[]
    {
        (created, "nouvelle", "nouvelles"), (changed, "changée", "changées"), (unchanged, "inchangée", "inchangées"), (refused, "refusée", "refusées"),
    }.Where(c => c.Item1 > 0).Select(c => French.Count(c.Item1, c.Item2, c.Item3))) is { Length: > 0 } said ? said : "aucune ligne";

    /// <summary>What an import did, or would do, in a few words.</summary>
    public static string Effect(ListImports.Row row) => row.State switch
    {
        ImportState.Staged or ImportState.Discarded => "rien n’a été écrit",
        ImportState.Checked when row.Created + row.Changed == 0 => row.Refused == 0 ? "rien à écrire" : $"rien à écrire : {Effect(0, 0, 0, row.Refused)}",
        ImportState.Checked => $"à écrire : {Effect(row.Created, row.Changed, 0, row.Refused)}",
        ImportState.Undone => row.Kept == 0 ? "tout est revenu comme avant" : French.Count(row.Kept, "ligne n’a pas pu revenir", "lignes n’ont pas pu revenir"),
        _ => Effect(row.Created, row.Changed, 0, row.Refused),
    };

    public static Badge Badge(ImportState state, bool isRunning, int kept = 0) => isRunning ? new("En cours", Tone.Active, "hourglass") : state switch
    {
        ImportState.Staged => new("Colonnes à vérifier", Tone.Draft, "table"),
        ImportState.Checked => new("Vérifié, à importer", Tone.Silent, "checklist"),
        ImportState.Applied => new("Importé", Tone.Ok, "circle-check"),
        ImportState.Undone => new(kept > 0 ? "Annulé en partie" : "Annulé", Tone.Neutral, "arrow-back-up"),
        _ => new("Abandonné", Tone.Neutral, "x"),
    };

    public static string Doing(ImportWork work) => work switch
    {
        ImportWork.Check => "Vérification en cours",
        ImportWork.Apply => "Import en cours",
        _ => "Annulation en cours",
    };

    public static (string Label, Tone Tone, string Icon) Say(ImportVerdict verdict) => verdict switch
    {
        ImportVerdict.New => ("Nouvelles", Tone.Ok, "plus"),
        ImportVerdict.Changed => ("Changées", Tone.Active, "pencil"),
        ImportVerdict.Unchanged => ("Inchangées", Tone.Neutral, "check"),
        ImportVerdict.Refused => ("Refusées", Tone.Late, "alert-triangle"),
        ImportVerdict.Joined => ("Réunies à une autre", Tone.Neutral, "affiliate"),
        ImportVerdict.Aside => ("Laissées de côté", Tone.Neutral, "eye-off"),
        _ => ("À vérifier", Tone.Draft, "table"),
    };

    /// <summary>As the verdict stands in an address.</summary>
    public static string Slug(ImportVerdict verdict) => verdict switch
    {
        ImportVerdict.New => "nouvelles",
        ImportVerdict.Changed => "changees",
        ImportVerdict.Unchanged => "inchangees",
        ImportVerdict.Refused => "refusees",
        ImportVerdict.Joined => "reunies",
        ImportVerdict.Aside => "laissees",
        _ => "toutes",
    };

    public static ImportVerdict? FromSlug(string? slug) => Enum.GetValues<ImportVerdict>().Cast<ImportVerdict?>().FirstOrDefault(v => Slug(v!.Value) == slug);
}
