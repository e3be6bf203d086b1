using FsCheck;
using FsCheck.Fluent;
using Platform.Kernel;
using Platform.Modules.Shared.Search;

namespace Platform.Tests.Modules.Shared;

[Trait("Category", "unit")]
public sealed class SimilarityTests
{
    [Theory]
    [InlineData("rénovation", "rénovée")]
    [InlineData("rénovation", "rénover")]
    [InlineData("rénovations", "rénovées")]
    [InlineData("rénovateur", "rénovatrice")]
    [InlineData("mobilité", "mobilités")]
    [InlineData("forêt", "forestier")]
    [InlineData("forêts", "forestières")]
    [InlineData("forêt", "foresterie")]
    [InlineData("hôpital", "hospitalière")]
    [InlineData("énergie", "énergétique")]
    [InlineData("climat", "climatique")]
    [InlineData("agricole", "agriculture")]
    [InlineData("agricoles", "agriculteurs")]
    [InlineData("alimentation", "alimentaire")]
    [InlineData("aménagement", "aménager")]
    [InlineData("développement", "développer")]
    [InlineData("covoiturage", "covoiturer")]
    [InlineData("tourisme", "touristique")]
    [InlineData("cyclable", "cyclistes")]
    [InlineData("culture", "culturelle")]
    [InlineData("culturel", "culturels")]
    [InlineData("travail", "travaux")]
    [InlineData("local", "locaux")]
    [InlineData("réseau", "réseaux")]
    [InlineData("eau", "eaux")]
    [InlineData("déchet", "déchèterie")]
    [InlineData("déchets", "déchetteries")]
    [InlineData("citoyen", "citoyennes")]
    [InlineData("industrie", "industrielle")]
    [InlineData("solidaire", "solidarité")]
    [InlineData("jeune", "jeunesse")]
    [InlineData("école", "écoliers")]
    [InlineData("transport", "transporteurs")]
    [InlineData("isolation", "isoler")]
    [InlineData("producteur", "production")]
    [InlineData("communication", "communiquer")]
    [InlineData("fleurir", "fleurissement")]
    [InlineData("supérieur", "supérieure")]
    [InlineData("dangereux", "dangereuse")]
    [InlineData("participation", "participative")]
    [InlineData("enfance", "enfants")]
    [InlineData("ŒUVRER", "oeuvrer")]
    [InlineData("construction", "construire")]
    [InlineData("construction", "construites")]
    [InlineData("réduction", "réduire")]
    [InlineData("gestion", "gérer")]
    [InlineData("protection", "protéger")]
    [InlineData("ouverture", "ouvrir")]
    [InlineData("distribution", "distribuer")]
    [InlineData("déploiement", "déployer")]
    [InlineData("emploi", "employer")]
    [InlineData("navigation", "naviguer")]
    [InlineData("logement", "loger")]
    [InlineData("école", "scolaire")]
    [InlineData("agrandir", "agrandi")]
    [InlineData("plantons", "plantation")]
    public void Words_of_one_family_have_one_stem(string one, string other) => Assert.Equal(Stem(one), Stem(other));

    [Theory]
    [InlineData("vélo", "cyclable")]
    [InlineData("mobilité", "mobilisation")]
    [InlineData("ville", "village")]
    [InlineData("forêt", "formation")]
    [InlineData("commerce", "commune")]
    [InlineData("habitat", "habitants")]
    [InlineData("partage", "départ")]
    [InlineData("énergie", "énergumène")]
    [InlineData("loi", "loisir")]
    public void Words_that_only_look_alike_keep_their_own(string one, string other) => Assert.NotEqual(Stem(one), Stem(other));

    [Theory]
    [InlineData("Rénovation de la salle", "Salle rénovée")]
    [InlineData("Rénovation de la salle des fêtes", "La salle des fêtes rénovée d’ici 2028")]
    [InlineData("Plan de mobilité", "Mobilités : plan d’action")]
    [InlineData("Un point d’accueil vélo dans chaque gare", "Points d'accueil vélos dans les gares")]
    [InlineData("REUTILISATION DES EAUX USEES", "Réutiliser les eaux usées")]
    [InlineData("Gestion durable de la forêt", "Filière forestière : gestion durable")]
    [InlineData("Formation supérieure en alternance", "Ouvrir une formation en alternance")]
    [InlineData("Construire une école", "Construction d’une école")]
    [InlineData("Co-voiturage entre domicile et travail", "Covoiturage domicile-travail")]
    [InlineData("Éco-quartier de la gare", "Un écoquartier à la gare")]
    [InlineData("Plantons des haies", "Plantation de haies")]
    public void Two_turns_of_phrase_for_one_idea_are_alike(string one, string other) => Assert.True(Score(one, other) >= Similarity.Alike, $"{Score(one, other):0.00} {Shown(one)} / {Shown(other)}");

    [Theory]
    [InlineData("Plan vélo", "Plan climat")]
    [InlineData("Projet de la commune nouvelle", "Projet de la salle")]
    [InlineData("Mise en œuvre du programme", "Mise en œuvre du plan d’action")]
    [InlineData("Formation des élus", "Formation supérieure en alternance")]
    [InlineData("Rénovation des écoles", "Rénovation de la salle des fêtes")]
    [InlineData("Étude sur l’eau", "Étude sur le logement")]
    [InlineData("Construction d’une école", "Construction d’une piscine")]
    [InlineData("Aménager la rue de la gare", "Parking de la gare")]
    [InlineData("", "")]
    [InlineData("🚲", "🚲")]
    [InlineData("de la", "de la")]
    [InlineData("100", "100")]
    public void Noise_and_one_common_word_are_no_likeness(string one, string other) => Assert.True(Score(one, other) < Similarity.Alike, $"{Score(one, other):0.00} {Shown(one)} / {Shown(other)}");

    [Fact]
    public void What_is_rare_in_the_space_weighs_more()
    {
        var titles = new Dictionary<string, int>(StringComparer.Ordinal) { [Stem("hydrogène")] = 1, [Stem("formation")] = 400, [Stem("transport")] = 400 };
        double Weight(string stem) => Similarity.Weight(titles.GetValueOrDefault(stem, 1));
        string[] typed = [Stem("hydrogène"), Stem("formation"), Stem("transport")];
        var rare = Similarity.Score(typed, [Stem("hydrogène"), Stem("gare")], Weight);
        var common = Similarity.Score(typed, [Stem("formation"), Stem("gare")], Weight);
        Assert.True(rare > common, $"{rare} {common}");
    }

    [Fact]
    public void A_weight_falls_as_titles_are_added_and_never_vanishes()
    {
        Assert.Equal(1, Similarity.Weight(0));
        Assert.True(Similarity.Weight(int.MaxValue) > 0);
        Check.QuickThrowOnFailure(Prop.ForAll<NonNegativeInt>(n => Similarity.Weight(n.Get + 1) < Similarity.Weight(n.Get)));
    }

    [Fact]
    public void A_score_stays_between_0_and_1_and_does_not_depend_on_who_is_compared_with_whom() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string, string>((one, other) =>
        {
            var (a, b) = (Similarity.Stems(one), Similarity.Stems(other));
            double Weight(string stem) => Similarity.Weight(stem.Length);
            var score = Similarity.Score(a, b, Weight);
            return score is >= 0 and <= 1 && Math.Abs(score - Similarity.Score(b, a, Weight)) < 1e-9;
        }));

    [Fact]
    public void A_title_is_wholly_like_itself_whatever_its_case_accents_and_order() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Elements("Rénovation de la salle", "Forêt d’Ille", "Mobilités douces et gares", "Énergies locales").ArrayOf().ToArbitrary(), words =>
        {
            var title = string.Join(' ', words);
            var stems = Similarity.Stems(title);
            var turned = Similarity.Stems(string.Join(' ', words.Reverse()).ToUpperInvariant());
            return stems.Count == 0 || Similarity.Score(stems, turned, _ => 1) > .999;
        }));

    [Fact]
    public void Any_text_gives_stems_that_the_index_can_hold() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string>(text => Similarity.Stems(text) is { Count: <= Similarity.Most } stems
            && stems.All(s => s.Length is > 0 and <= 40) && stems.Distinct(StringComparer.Ordinal).Count() == stems.Count));

    private static string Stem(string word) => Similarity.Stem(Folding.Fold(word));

    private static double Score(string one, string other) => Similarity.Score(Similarity.Stems(one), Similarity.Stems(other), _ => .6);

    private static string Shown(string title) => string.Join(' ', Similarity.Stems(title));
}
