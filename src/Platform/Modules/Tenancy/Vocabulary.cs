using System.Text.Json;

namespace Platform.Modules.Tenancy;

/// <summary>A French noun with what a sentence needs of it.</summary>
public sealed record Word(string Singular, string Plural, bool Feminine)
{
    private bool Elides => Singular.Length > 0 && "aàâeéèêëiîïoôuùûyhœ".Contains(char.ToLowerInvariant(Singular[0]));

    /// <summary>"un engagement", "une piste"</summary>
    public string A => (Feminine ? "une " : "un ") + Singular;
    /// <summary>"l’engagement", "la piste"</summary>
    public string The => Elides ? "l’" + Singular : (Feminine ? "la " : "le ") + Singular;
    /// <summary>"de l’engagement", "de la piste", "du projet"</summary>
    public string OfThe => Elides ? "de l’" + Singular : Feminine ? "de la " + Singular : "du " + Singular;
    /// <summary>"à l’engagement", "à la piste", "au projet"</summary>
    public string ToThe => Elides ? "à l’" + Singular : Feminine ? "à la " + Singular : "au " + Singular;
    /// <summary>"cet engagement", "cette piste", "ce projet"</summary>
    public string This => (Feminine ? "cette " : Elides ? "cet " : "ce ") + Singular;
    /// <summary>"nouvel engagement", "nouvelle piste", "nouveau projet"</summary>
    public string New => (Feminine ? "nouvelle " : Elides ? "nouvel " : "nouveau ") + Singular;
    /// <summary>"aucun engagement", "aucune piste"</summary>
    public string No => (Feminine ? "aucune " : "aucun ") + Singular;
    /// <summary>"d’engagements", "de pistes"</summary>
    public string OfMany => (Elides ? "d’" : "de ") + Plural;
    /// <summary>"1 engagement", "12 pistes"; French counts 0 and 1 as singular.</summary>
    public string Count(int n) => $"{n:N0} {(Math.Abs(n) < 2 ? Singular : Plural)}";
    /// <summary>The ending that agrees: <c>word.Agree("tenu")</c> is "tenu" or "tenue", plural when <paramref name="n"/> is 2 or more.</summary>
    public string Agree(string masculine, int n = 1) => masculine + (Feminine ? "e" : "") + (Math.Abs(n) < 2 ? "" : "s");

    /// <summary>In the middle of a sentence.</summary>
    public static string Lower(string text) => text.Length == 0 ? text : char.ToLower(text[0]) + text[1..];

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0]) + text[1..];
}

/// <summary>The words of a space. The defaults are those of product.md; a space may say "action" for "engagement".</summary>
public sealed class Vocabulary
{
    private static readonly Dictionary<string, Word> Defaults = new(StringComparer.Ordinal)
    {
        ["engagement"] = new("engagement", "engagements", false),
        ["piste"] = new("piste", "pistes", true),
        ["coalition"] = new("coalition", "coalitions", true),
        ["mesure"] = new("mesure", "mesures", true),
        ["cadre"] = new("cadre", "cadres", false),
        ["axe"] = new("axe", "axes", false),
        ["objectif"] = new("objectif", "objectifs", false),
        ["membre"] = new("membre", "membres", false),
        ["instance"] = new("instance", "instances", true),
    };

    private readonly Dictionary<string, Word> overrides;

    private Vocabulary(Dictionary<string, Word> overrides) => this.overrides = overrides;

    public static IReadOnlyCollection<string> Keys => Defaults.Keys;
    public static Vocabulary Default { get; } = new([]);

    public Word this[string key] => overrides.TryGetValue(key, out var word) ? word : Defaults[key];
    public Word Commitment => this["engagement"];
    public Word Lead => this["piste"];
    public Word Coalition => this["coalition"];
    public Word Measure => this["mesure"];
    public Word Framework => this["cadre"];
    public Word Axis => this["axe"];
    public Word Objective => this["objectif"];
    public Word Member => this["membre"];
    public Word Body => this["instance"];

    public static Word DefaultOf(string key) => Defaults[key];

    public static Vocabulary With(IEnumerable<KeyValuePair<string, Word>> words) => new(words
        .Where(w => Defaults.TryGetValue(w.Key, out var usual) && w.Value != usual && w.Value.Singular.Length > 0)
        .ToDictionary(StringComparer.Ordinal));

    /// <summary>The words that are the space's own: "engagement : piste, pistes".</summary>
    public override string ToString() => overrides.Count == 0 ? "mots habituels"
        : string.Join("\u00a0; ", overrides.Select(w => $"{w.Key}\u00a0: {w.Value.Singular}, {w.Value.Plural}"));

    public string ToJson() => JsonSerializer.Serialize(overrides);

    public static Vocabulary FromJson(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, Word>>(json) ?? []);
}
