using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Rules;

/// <summary>One kind of rule as it ships: when, to whom, what, and what may be chosen.</summary>
/// <param name="Module">Switched off in the space, the rule sleeps; null: always there.</param>
/// <param name="Anchor">French: the date from which the steps count.</param>
/// <param name="Names">The rungs that the kind has, each in its own words.</param>
/// <param name="Stops">What may end it; the first is the usual one.</param>
/// <param name="Do">What the button of the mail reads for whoever is asked.</param>
internal sealed record KindBook(ReminderKind Kind, string Slug, string Icon, string? Module, MailCategory Category, string Anchor, IReadOnlyDictionary<Rungs, string> Names, IReadOnlyList<StopWhen> Stops,
    IReadOnlyList<Step> Steps, string Do, string Subject, string Text, string Escalation)
{
    private const Rungs First = Rungs.Referent, Second = Rungs.Facilitator;

    private const string Nudge = "{relances}. Un appel débloque souvent plus qu’un message.";

    /// <summary>In the order of the ladder.</summary>
    public IEnumerable<Rungs> Ladder => Names.Keys.Order();

    public string Name(Space space) => Kind switch
    {
        ReminderKind.News => $"{Word.Capital(space.Words.Commitment.Singular)} sans nouvelles",
        ReminderKind.CommitmentDue => $"Échéance {space.Words.Commitment.OfThe}",
        ReminderKind.Measure => $"{Word.Capital(space.Words.Measure.Singular)} à faire",
        _ => EnumNames.Of(Kind),
    };

    /// <summary>What a preview speaks of.</summary>
    public Owed Example(DateOnly today)
    {
        var (title, group, situation, expected) = Kind switch
        {
            ReminderKind.Meeting => ("Bureau", "Bureau", $"demain, le {French.Date(today.AddDays(1))} à 18 h, salle du conseil", null),
            ReminderKind.News => ("Chaufferie bois du bourg", null, "sans nouvelles depuis 4 mois", null),
            ReminderKind.CommitmentDue => ("Chaufferie bois du bourg", null, $"échéance dans 7 jours, le {French.Date(today.AddDays(7))}", null),
            ReminderKind.Measure => ("Consulter les entreprises", "Chaufferie bois du bourg", $"à faire dans 7 jours, pour le {French.Date(today.AddDays(7))}", null),
            ReminderKind.Minutes => ($"Bureau, {French.Date(today.AddDays(-7))}", null, "tenue il y a 7 jours, la restitution n’est pas envoyée", null),
            ReminderKind.Cascade => ("Nommer un référent mobilité", "Communauté de communes du Val", $"réponse attendue pour le {French.Date(today.AddDays(30))}", (string?)"Une délibération qui désigne la personne."),
            _ => ("Bilan du plan climat", null, $"à faire dans 30 jours, pour le {French.Date(today.AddDays(30))}", "Le bilan présenté au conseil."),
        };
        return new(Kind, Guid.Empty, Guid.Empty, title, group ?? title, today.AddDays(7), situation, "", "") { Expected = expected };
    }

    /// <summary>The space has the module that it speaks of.</summary>
    public bool IsIn(Space space) => Module is null || space.Has(Module);

    public static KindBook Of(ReminderKind kind) => All.First(k => k.Kind == kind);

    /// <summary>By the word of its address.</summary>
    public static ReminderKind Named(string slug) => (All.FirstOrDefault(k => k.Slug == slug) ?? throw new NotFound(nameof(ReminderRule))).Kind;

    /// <exception cref="NotFound">The space has not that module.</exception>
    public static KindBook For(ReminderKind kind, Space space) => All.FirstOrDefault(k => k.Kind == kind) is { } book && book.IsIn(space) ? book : throw new NotFound(nameof(ReminderRule));

    public static IReadOnlyList<KindBook> All { get; } =
    [
        new(ReminderKind.Meeting, "reunions", "calendar", SpaceModules.Governance, MailCategory.Meetings, "le jour de la réunion",
            Rung("personnes convoquées", "animation"), [StopWhen.MeetingOver, StopWhen.MeetingAnswered], [new(-7, First), new(-1, First)], "Ouvrir la réunion",
            "{objet} : {situation}",
            "Réunion à venir : {objet}, {situation}.\n\n{attendu}",
            "Réunion à venir : {objet}, {situation}."),
        new(ReminderKind.News, "nouvelles", "message-2", SpaceModules.Engagements, MailCategory.Reminders, "le jour où une nouvelle est due",
            Rung("référent", "animation", "élu référent", "administration"), [StopWhen.NewsGiven], [new(-7, First), new(0, First), new(14, First | Second), new(30, First | Rungs.Elected), new(60, Rungs.Administrator)], "Donner des nouvelles",
            "Où en est « {objet} » ?",
            "« {objet} » : {situation}.\n\nEn une phrase : qu’est-ce qui avance, qu’est-ce qui bloque ? Cela prend moins d’une minute.",
            "« {objet} » : {situation}.\n\n" + Nudge),
        new(ReminderKind.CommitmentDue, "echeances", "flag", SpaceModules.Engagements, MailCategory.Reminders, "l’échéance",
            Rung("référent", "animation", "élu référent", "administration"), [StopWhen.Closed, StopWhen.ClosedOrTold], [new(-30, First), new(-7, First), new(0, First), new(7, First | Second), new(30, Second | Rungs.Elected)], "Donner des nouvelles",
            "« {objet} » : {situation}",
            "« {objet} » : {situation}.\n\nQue reste-t-il à faire ? Dites où vous en êtes, ou quelle autre date il faudrait.",
            "« {objet} » : {situation}.\n\n" + Nudge),
        new(ReminderKind.Measure, "etapes", "checklist", SpaceModules.Engagements, MailCategory.Reminders, "l’échéance",
            Rung("personne responsable", "animation", "élu référent", "administration"), [StopWhen.MeasureDone], [new(-7, First), new(0, First), new(7, First | Second)], "Dire où cela en est",
            "À faire : {objet}",
            "« {objet} » : {situation}. C’est une étape de « {ensemble} ».\n\nSi c’est fait, dites-le : le rappel s’arrête.",
            "« {objet} » : {situation}. C’est une étape de « {ensemble} ».\n\n" + Nudge),
        new(ReminderKind.Minutes, "comptes-rendus", "notes", SpaceModules.Governance, MailCategory.Reminders, "le jour de la réunion",
            Rung("secrétariat de séance", "animation", "présidence de séance", "administration"), [StopWhen.MinutesSent, StopWhen.MinutesApproved], [new(7, First), new(14, First | Second), new(30, Second | Rungs.Elected)], "Finir le compte rendu",
            "Le compte rendu reste à envoyer : {objet}",
            "{objet} : {situation}.\n\nCe qui est décidé ensemble ne se fait que si chacun le reçoit : relisez, puis envoyez.",
            "{objet} : {situation}.\n\n" + Nudge),
        new(ReminderKind.Cascade, "declinaisons", "gavel", SpaceModules.Governance, MailCategory.Decisions, "le jour où une réponse est attendue",
            Rung("référents du membre", "animation", "élus qui y siègent", "administration"), [StopWhen.CouncilVoted, StopWhen.CouncilDated], [new(-30, First), new(0, First), new(15, First | Second), new(45, Second | Rungs.Elected)], "Dire ce que le conseil en fait",
            "{objet} : ce que votre conseil doit examiner",
            "« {objet} » : {situation}.\n\n{attendu}",
            "« {objet} », {ensemble} : {situation}.\n\n" + Nudge),
        new(ReminderKind.Obligation, "obligations", "repeat", null, MailCategory.Reminders, "l’échéance de la tâche",
            Rung("personne responsable", "animation", null, "administration"), [StopWhen.TaskClosed], [new(-30, First), new(-7, First), new(0, First), new(14, First | Second), new(30, Rungs.Administrator)], "Ouvrir la tâche",
            "À faire : {objet}",
            "« {objet} » : {situation}.\n\n{attendu}",
            "« {objet} » : {situation}.\n\n" + Nudge),
    ];

    private static Dictionary<Rungs, string> Rung(string referent, string facilitator, string? elected = null, string? administrator = null)
    {
        var names = new Dictionary<Rungs, string> { [Rungs.Referent] = referent, [Rungs.Facilitator] = facilitator };
        if (elected is not null) names[Rungs.Elected] = elected;
        if (administrator is not null) names[Rungs.Administrator] = administrator;
        return names;
    }
}
