using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Forum.Closing;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Members.People;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>Last year's forum, closed: what was said, what was shown, what those who came thought of it.</summary>
internal static class BrestForumPast
{
    private static readonly string[] Said =
    [
        "La salle demande un calendrier public. Deux entreprises proposent leurs toits dès le printemps.",
        "Tout le monde veut des arceaux devant les gares ; personne ne sait qui les entretient. À reprendre en bureau.",
        "Trois communes rejoignent l’essai. Le coût par logement a surpris : il sera publié.",
        "Question sur les logements loués : la réponse reste à écrire, avec les bailleurs.",
    ];

    private static readonly string[] Kept = ["Des engagements datés, enfin.", "La rencontre avec les bailleurs.", "Que le voisin a la même question que nous.", "Les ateliers, plus que la plénière.", "L’énergie de la salle.", "Les chiffres de chaque coalition, sans fard."];

    private static readonly string[] Wished = ["Plus de temps entre les ateliers.", "Un vestiaire.", "Commencer par les habitants.", "Une navette depuis la gare.", "Moins de diapositives.", "Garder ce format."];

    public static async Task Write(DemoWriter w, ForumEdition edition, Person organiser, IReadOnlyList<(Coalition Coalition, Person Speaker)> coalitions)
    {
        var hall = new ForumRoom(edition, 0, "Auditorium", 220);
        edition.Rooms.Add(hall);
        w.Db.Add(Session(SessionKind.Plenary, "Ouverture", 540, 600, null, "Chaque coalition dit ce qu’elle a tenu, et ce qu’elle n’a pas tenu.", organiser));
        var presented = new List<ForumSession>();
        for (var i = 0; i < Math.Min(Said.Length, coalitions.Count); i++) presented.Add(w.Db.Add(Session(SessionKind.Presentation, coalitions[i].Coalition.Name, 615 + (30 * i), 645 + (30 * i), coalitions[i].Coalition, Said[i], coalitions[i].Speaker)).Entity);
        foreach (var session in presented.Take(3)) session.FollowUp(edition.StartsOn.AddDays(30));
        await w.Db.SaveChangesAsync(w.Stop);
        foreach (var (session, i) in presented.Take(3).Select((s, i) => (s, i)))
            foreach (var document in await w.Attach(new Place(null, null, null, null) { ForumSessionId = session.Id }, organiser.FullName, 330, ($"{Folding.Fold(session.Title).Replace(' ', '-')}.pdf", DemoFiles.Pdf(session.Title, "Présenté au forum.", Said[i]))))
                document.Show(toThePublic: true);
        foreach (var document in await w.Attach(new Place(null, null, null, null) { ForumEditionId = edition.Id }, organiser.FullName, 330, ("dossier-des-participants.pdf", DemoFiles.Pdf("Dossier des participants", "Le programme de la journée et les fiches des coalitions."))))
            document.Show(toThePublic: true);

        var guests = w.Db.Set<ForumGuest>().Local.Where(g => g.EditionId == edition.Id && (g.State is GuestState.Attended or GuestState.Declined)).ToList();
        foreach (var guest in guests) guest.Thank(w.Now.AddDays(-330));
        foreach (var (guest, i) in guests.Where(g => g.State == GuestState.Attended).Take(31).Select((g, i) => (g, i)))
        {
            guest.Opine();
            w.Db.Add(new ForumOpinion(edition.Id, edition.StartsOn.AddDays(2 + (i % 9)),
                [(0, 3 + (i % 3 == 0 ? 2 : i % 3), null), (1, 2 + (i % 4), null), (2, 5 - (i % 5 == 0 ? 2 : i % 2), null), .. i % 3 == 0 ? [(3, (int?)null, (string?)Kept[i / 3 % Kept.Length])] : Array.Empty<(int, int?, string?)>(), .. i % 4 == 1 ? [(4, (int?)null, (string?)Wished[i / 4 % Wished.Length])] : Array.Empty<(int, int?, string?)>()]));
        }
        foreach (var ((text, kind), position) in ForumQuestion.Usual.Select((u, i) => (u, i)))
        {
            var question = new ForumQuestion(edition.Id, position);
            question.Ask(text, kind);
            w.Db.Add(question);
        }

        ForumSession Session(SessionKind kind, string title, int start, int end, Coalition? coalition, string said, params Person[] speakers)
        {
            var session = new ForumSession(edition.Id, kind, title, coalition?.Id);
            session.Describe(kind, title, null, coalition?.Id, null, null);
            session.TakeDown(said, isPublic: true);
            session.Place(0, start, end, hall.Id, [.. speakers.Select(s => s.Id)]);
            return session;
        }
    }
}
