using System.Collections.Frozen;
using Platform.Kernel;

namespace Platform.Modules.Shared.Search;

/// <summary>How alike two titles are, from 0 to 1: "Rénovation de la salle des fêtes" and "Salle des fêtes rénovée" are one idea in two
/// turns of phrase (decision 0014). A title is taken as its <see cref="Stems"/>: grammar and office words fall ("de la", "projet",
/// "mise en place"), what is left loses its French ending. A stem shared weighs the more, the fewer titles of the space hold it
/// (<see cref="Weight"/>). Nothing here reads the database: the stems of every title stand in the term table, where equality finds them.
/// <para>It compares words, not meanings (vélo and cyclable stay two) and forgives no typing error.</para></summary>
public static class Similarity
{
    /// <summary>From this score on, the two are shown side by side.</summary>
    public const double Alike = .45;

    /// <summary>Stems by which a title is known: more would say no more about it.</summary>
    public const int Most = 16;

    /// <summary>The distinct stems of a title, in the order of its words.</summary>
    public static IReadOnlyList<string> Stems(string? title) =>
        [.. Joined(Folding.Words(title).Where(w => w.Length > 1 && !Empty.Contains(w) && !w.All(char.IsAsciiDigit))).Select(Stem)
            .Where(s => !EmptyStems.Contains(s)).Distinct(StringComparer.Ordinal).Take(Most)];

    /// <summary>1 for a stem that no title holds yet, falling slowly as more do; never 0.</summary>
    /// <param name="titles">How many titles of the space hold the stem.</param>
    public static double Weight(int titles) => 1 / (1 + Math.Log(1d + Math.Max(0, titles)));

    /// <summary>How alike two titles are, given their stems: what they share, against what each says in all. Mostly the better covered of
    /// the two, for a short title inside a long one is the same idea said in fewer words; the other one decides between equals.</summary>
    public static double Score(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other, Func<string, double> weight)
    {
        if (one.Count == 0 || other.Count == 0) return 0;
        var shared = one.Where(other.Contains).ToList();
        if (shared.Count == 0) return 0;
        var common = shared.Sum(weight);
        var (first, second) = (common / one.Sum(weight), common / other.Sum(weight));
        // One word in common is no likeness by itself, unless it is all that one of them says.
        var trust = shared.Count == 1 && Math.Min(one.Count, other.Count) > 1 ? .5 : 1;
        return Math.Min(1, trust * (.7 * Math.Max(first, second) + .3 * Math.Min(first, second)));
    }

    /// <summary>A folded word without its French ending: renov for rénovation, rénovée, rénover, rénovateurs. At least three letters stay.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var stem = Cut(Singular(word));
        if (stem.Length >= 5 && stem[^1] == stem[^2] && char.IsAsciiLetter(stem[^1])) stem = stem[..^1];
        stem = stem switch
        {
            _ when stem.EndsWith("qu", StringComparison.Ordinal) => stem[..^2] + "c",
            _ when stem.EndsWith("gu", StringComparison.Ordinal) => stem[..^1],
            // Déployer and déploiement, nettoyer and nettoyage.
            { Length: > 3 } when stem[^1] == 'y' && stem[^2] is 'a' or 'o' => stem[..^1] + "i",
            _ => stem,
        };
        return Irregular.GetValueOrDefault(stem, stem);
    }

    // Co-voiturage and covoiturage, éco-quartier and écoquartier: what stands before a hyphen and never alone belongs to the next word.
    private static IEnumerable<string> Joined(IEnumerable<string> words)
    {
        var held = "";
        foreach (var word in words)
        {
            if (held.Length == 0 && Prefixes.Contains(word)) held = word;
            else
            {
                yield return held + word;
                held = "";
            }
        }
        if (held.Length > 0) yield return held;
    }

    private static string Singular(string word) => word switch
    {
        { Length: < 4 } => word,
        _ when word.EndsWith("eaux", StringComparison.Ordinal) => word[..^1],
        { Length: >= 5 } when word.EndsWith("aux", StringComparison.Ordinal) => word[..^2] + "l",
        // Travail and travaux, vitrail and vitraux.
        { Length: >= 6 } when word.EndsWith("ail", StringComparison.Ordinal) => word[..^2] + "l",
        { Length: >= 7 } when word.EndsWith("eux", StringComparison.Ordinal) => word[..^1] + "se",
        _ when word[^1] is 'x' || (word[^1] is 's' && word[^2] is not 's') => word[..^1],
        _ => word,
    };

    private static string Cut(string word)
    {
        foreach (var (ending, left, instead) in Endings)
            if (word.Length - ending.Length >= left && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length] + instead;
        return word;
    }

    /// <summary>Ending, letters that must be left before it, what stands in its place. The first that fits is cut, so longer ones come first.</summary>
    private static readonly (string Ending, int Left, string Instead)[] Endings =
    [
        .. new (string Ending, int Left, string Instead)[]
        {
            ("issement", 4, ""), ("ionnaire", 4, ""), ("istique", 4, ""), ("etique", 4, ""), ("atrice", 4, ""), ("entiel", 4, ""), ("entielle", 4, ""),
            ("ation", 4, ""), ("ateur", 4, ""), ("ative", 4, ""), ("ement", 4, ""), ("erie", 4, ""), ("ielle", 4, ""), ("arite", 4, ""), ("iete", 4, ""),
            ("trice", 4, "t"), ("esse", 4, ""), ("isme", 4, ""), ("iste", 4, ""), ("able", 4, ""), ("ible", 4, ""), ("ique", 4, ""), ("euse", 4, ""),
            ("ance", 5, ""), ("ence", 5, ""), ("ante", 5, ""), ("iere", 4, ""), ("aire", 4, ""), ("elle", 4, ""), ("enne", 4, "en"),
            ("atif", 4, ""), ("ite", 4, ""), ("ete", 4, ""), ("eure", 5, ""), ("age", 5, ""), ("ant", 5, ""), ("ion", 4, ""), ("eur", 5, ""), ("ier", 4, ""), ("ive", 4, ""),
            ("iel", 4, ""), ("ie", 4, ""), ("if", 4, ""), ("ic", 4, ""), ("el", 4, ""), ("er", 4, ""), ("ir", 5, ""), ("ee", 4, ""), ("e", 3, ""),
            ("ution", 4, "u"), ("on", 5, ""), ("ez", 4, ""), ("i", 5, ""), ("oi", 1, "oi"), ("ai", 1, "ai"),
        }.OrderByDescending(e => e.Ending.Length),
    ];

    /// <summary>Families that the endings alone do not bring together.</summary>
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["foret"] = "forest", ["hopital"] = "hospital", ["agricol"] = "agricult", ["agricultur"] = "agricult", ["enfanc"] = "enfant", ["scol"] = "ecol", ["boi"] = "bois", ["fluvial"] = "fleuv",
        ["montagnard"] = "montagn", ["commercial"] = "commerc", ["artisanal"] = "artisan", ["artisanat"] = "artisan", ["biolog"] = "bio", ["accessibil"] = "acces", ["lecteur"] = "lect", ["lectur"] = "lect",
        // Verbs whose noun is made on another root.
        ["construir"] = "construct", ["construit"] = "construct", ["construis"] = "construct", ["constru"] = "construct", ["reduir"] = "reduct", ["reduit"] = "reduct", ["reduis"] = "reduct",
        ["produir"] = "product", ["produit"] = "product", ["produis"] = "product", ["proteg"] = "protect", ["gerer"] = "gest", ["ouvrir"] = "ouvert", ["ouvertur"] = "ouvert", ["trier"] = "tri",
        ["entreten"] = "entretien", ["rehabil"] = "rehabilit", ["explo"] = "exploit", ["preven"] = "prevent", ["acquer"] = "acquisit", ["achet"] = "achat", ["etendr"] = "extens", ["suivr"] = "suivi",
        ["loger"] = "log", ["logement"] = "log", ["adhes"] = "adher", ["inscrir"] = "inscript", ["decrir"] = "descript", ["coordon"] = "coordin", ["reunir"] = "reun", ["securis"] = "secur",
        ["numeris"] = "numer", ["economis"] = "econom", ["signalis"] = "signal", ["modernis"] = "modern", ["vegetalis"] = "vegetal",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Prefixes =
        new[] { "co", "eco", "inter", "multi", "pluri", "agro", "micro", "mini", "anti", "auto", "plate", "week" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words without a subject: grammar, and what every title of an office says.</summary>
    private static readonly FrozenSet<string> Empty = """
        le la les un une des du de au aux en dans sur sous pour par avec sans entre chez vers et ou ni mais donc car que qui quoi dont se sa son ses leur leurs
        notre nos votre vos mon ma mes ce cet cette ces il elle ils elles on nous vous ne pas plus moins tres tout tous toute toutes chaque chacun autre autres
        meme afin ainsi comme lors apres avant depuis ici il y a ete etre est sont avoir fait faire font peut deux trois quatre cinq six
        nouveau nouvel nouvelle nouveaux nouvelles premier premiere premiers premieres futur future faveur cadre niveau titre termes terme fin debut an ans annee annees via
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Same, whatever their ending: projet, projets.</summary>
    private static readonly FrozenSet<string> EmptyStems = """
        plan projet programme action demarche dispositif operation mise oeuvre creation creer developpement developper realisation realiser amelioration ameliorer
        renforcement renforcer favoriser promouvoir promotion soutien soutenir accompagnement accompagner engagement engager mesure objectif strategie etude mutualiser
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Stem).ToFrozenSet(StringComparer.Ordinal);
}
