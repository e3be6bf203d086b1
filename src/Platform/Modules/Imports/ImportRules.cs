using Platform.Kernel;

namespace Platform.Modules.Imports;

[Rules]
internal static class ImportRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["import.state"] = "Cet import est déjà « {0} » : rechargez la page pour voir où il en est.",
        ["import.running"] = "Un travail est en cours sur cet import : attendez qu’il se termine.",
        ["import.none"] = "Aucune ligne à importer : elles sont inchangées ou refusées.",
        ["import.stale"] = "Depuis la vérification, quelqu’un a modifié ce dont parle la ligne {0} : rien n’a été importé. Vérifiez de nouveau, puis importez.",
        ["import.line"] = "La ligne {0} a été refusée : {1} Rien n’a été importé. Vérifiez de nouveau, puis importez.",
        ["import.overtaken"] = "Un autre essai a pris le relais.",
        ["import.file.empty"] = "Ce fichier est vide : il n’y a rien à importer.",
        ["import.file.heavy"] = "Ce fichier pèse plus de 20 Mo : coupez-le en plusieurs.",
        ["import.file.nothing"] = "Collez un tableau ou choisissez un fichier.",
        ["import.file.both"] = "Vous avez collé un tableau et choisi un fichier : gardez l’un des deux.",
        ["import.file.kind"] = "Ce fichier n’est ni un classeur .xlsx ni un texte .csv, quel que soit son nom : c’est {0}.",
        ["import.file.old"] = "Ce classeur est dans l’ancien format .xls, ou protégé par un mot de passe : ouvrez-le et enregistrez-le au format .xlsx, sans mot de passe.",
        ["import.file.ods"] = "Ce classeur est au format .ods : ouvrez-le et enregistrez-le au format .xlsx ou .csv.",
        ["import.file.hidden"] = "Les feuilles visibles de ce classeur sont vides. Pour lire une feuille masquée ({0}), donnez son nom.",
        ["import.file.strict"] = "Ce classeur est au format « Open XML strict » : enregistrez-le au format .xlsx ordinaire.",
        ["import.file.broken"] = "Ce classeur est abîmé ou incomplet : ouvrez-le, enregistrez-le de nouveau, puis renvoyez-le.",
        ["import.file.sheet"] = "Ce classeur n’a pas de feuille « {0} » qui contienne quelque chose. Les siennes : {1}.",
        ["import.file.bomb"] = "Une fois décompressé, ce classeur serait démesuré : copiez ses lignes dans un classeur neuf.",
        ["import.file.lines"] = "Ce tableau a plus de {0} lignes : coupez-le en plusieurs.",
        ["import.file.columns"] = "Ce tableau a plus de {0} colonnes : ne gardez que celles qui servent.",
        ["import.file.cell"] = "Une cellule de la ligne {0} a plus de {1} caractères : raccourcissez-la.",
        ["import.file.quotes"] = "La ligne {0} ouvre un guillemet qui n’est jamais fermé : corrigez-la, ou enregistrez le tableau au format .xlsx.",
        ["import.file.headers"] = "Il n’y a pas de tableau ici : une première ligne qui nomme les colonnes, puis une ligne par fiche.",
        ["import.file.lonely"] = "Il n’y a que les noms des colonnes, sans aucune ligne en dessous.",
    };
}
