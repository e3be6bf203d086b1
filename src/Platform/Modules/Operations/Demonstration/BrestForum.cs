using System.Text.Json.Nodes;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Door;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Series;
using Platform.Modules.Forum.Sheets;
using Platform.Modules.Forum.Stands;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>The annual forum of the metropolis: last year's, over, and the one that is being prepared, three weeks away with a step late.</summary>
internal static class BrestForum
{
    public static async Task Write(DemoWriter w, JsonNode data, Organisation host, Person organiser, IReadOnlyList<(Coalition Coalition, Person Speaker)> coalitions)
    {
        var told = data["forum"]!;
        var series = new ForumSeries((string)told["name"]!);
        series.Describe(series.Name, string.Join('\n', told["purpose"]!.AsArray().Select(p => $"– {((string)p!).Replace('\'', '’')}")), "Les Ateliers des Capucins, Brest", 250, 10);
        series.Recur((int)told["month"]!, 2, Weekday.Thursday, ForumSeries.UsualLead);
        foreach (var (kind, title, offset, unit) in Plan.Usual) series.Steps.Add(new ForumStep(series, kind, title, offset, unit));
        w.Db.Add(series);

        var last = Edition(w, series, OnThursday(w.Today.AddDays(-349)), host);
        foreach (var step in last.Milestones) step.Do(step.DueOn, null, organiser.FullName);
        last.Describe(last.Title, last.Summary, host.Id, null, 220, true);
        Arrivals(w, last, Guests(w, last, null, 60, i => i % 5 == 4 ? GuestState.Declined : GuestState.Accepted), organiser);
        Heard(w, last, organiser, coalitions);
        await BrestForumPast.Write(w, last, organiser, coalitions);

        var coming = Edition(w, series, OnThursday(w.Today.AddDays(23)), host);
        coming.Describe(coming.Title, "Une journée pour voir ce que les coalitions ont tenu, et rencontrer qui agit ailleurs.\nOuverte à tous les acteurs engagés, et à ceux qui hésitent encore.", host.Id, "Traiteur : 18 € par personne\u00a0; le lieu est prêté.", 80, true);
        coming.Register(coming.StartsOn.AddDays(-42), coming.StartsOn.AddDays(-5));
        coming.Receive(2, true, WaitingMode.Automatic, ForumEdition.UsualOfferHours);
        coming.Chase(true, 10);
        foreach (var step in coming.Milestones.Where(m => m.Kind is MilestoneKind.Opening or MilestoneKind.SaveTheDate or MilestoneKind.Invitations)) step.Do(step.DueOn.AddDays(2), null, organiser.FullName);
        Programme(w, coming, organiser, coalitions);
        var group = new ForumGroup(coming.Id, "Services de la métropole", 12, host.Id);
        w.Db.Add(group);
        // Full to the last place, those who come along counted: some wait.
        Guests(w, coming, group, 120, i => (i % 10) switch { 0 or 1 or 2 or 3 => GuestState.Accepted, 4 => GuestState.Declined, 5 => GuestState.Maybe, 6 when i < 20 => GuestState.Bounced, 8 when i < 50 => GuestState.Waiting, _ => GuestState.Sent });
        Guests(w, coming, null, 18, _ => GuestState.Draft);
        Sheets(w, coming, organiser, coalitions);
    }

    private static ForumEdition Edition(DemoWriter w, ForumSeries series, DateOnly day, Organisation host)
    {
        var edition = new ForumEdition(series, $"{series.Name} {day.Year}", day);
        edition.Describe(edition.Title, series.Purpose, host.Id, null, series.Capacity, true);
        edition.Welcome("Les Ateliers des Capucins, Brest", "25 rue de Pontaniou, 29200 Brest", "Téléphérique et tram A, station Les Capucins\u00a0; parc à vélos couvert sur la place.",
            "Tout est de plain-pied ou par ascenseur. Boucle magnétique dans l’auditorium, traduction en langue des signes pour la plénière.", null);
        edition.Hold(day, day, 9 * 60, 17 * 60);
        return w.Db.Add(edition).Entity;
    }

    private static void Programme(DemoWriter w, ForumEdition edition, Person organiser, IReadOnlyList<(Coalition Coalition, Person Speaker)> coalitions)
    {
        var hall = new ForumRoom(edition, 0, "Auditorium", 250);
        var room = new ForumRoom(edition, 1, "Salle des machines", 60);
        var workshop = new ForumRoom(edition, 2, "Atelier 3", 30);
        edition.Rooms.AddRange([hall, room, workshop]);
        var (energy, mobility) = (new ForumTrack(edition, 0, "Énergie et bâti"), new ForumTrack(edition, 1, "Mobilités"));
        edition.Tracks.AddRange([energy, mobility]);
        Session(SessionKind.Plenary, "Ouverture : où en est le plan climat", 540, 600, hall, null, null, organiser);
        Session(SessionKind.Break, "Café et rencontres", 600, 630, null, null, null);
        for (var i = 0; i < coalitions.Count; i++)
        {
            var (coalition, speaker) = coalitions[i];
            // The last one waits for its place.
            if (i == coalitions.Count - 1) Session(SessionKind.Presentation, coalition.Name, null, null, null, null, coalition);
            else Session(SessionKind.Presentation, coalition.Name, 630 + 30 * i, 660 + 30 * i, i % 2 == 0 ? hall : room, i is 1 ? mobility : i is 3 or 4 ? energy : null, coalition, speaker);
        }
        Session(SessionKind.Workshop, "Écrire une feuille de route en une heure", 840, 930, workshop, null, null);
        Session(SessionKind.Workshop, "Covoiturer entre voisins d’entreprise", 840, 930, room, mobility, null);
        Session(SessionKind.Stand, "Les coalitions à votre rencontre", 600, 1020, null, null, null);
        Session(SessionKind.Plenary, "Ce que nous emportons", 960, 1020, hall, null, null, organiser);

        void Session(SessionKind kind, string title, int? start, int? end, ForumRoom? where, ForumTrack? track, Coalition? coalition, params Person[] speakers)
        {
            var session = new ForumSession(edition.Id, kind, title, coalition?.Id);
            session.Describe(kind, title, null, coalition?.Id, track?.Id, null);
            session.Place(0, start, end, where?.Id, [.. speakers.Select(s => s.Id)]);
            w.Db.Add(session);
        }
    }

    /// <summary>Asked ten weeks before: one said to be right as it is, the others left to what their sheets show, the last one not asked.</summary>
    private static void Sheets(DemoWriter w, ForumEdition edition, Person organiser, IReadOnlyList<(Coalition Coalition, Person Speaker)> coalitions)
    {
        for (var i = 0; i < coalitions.Count - 1; i++)
        {
            var sheet = new ForumSheet(edition.Id, coalitions[i].Coalition.Id, coalitions[i].Coalition.Name);
            // What was seeded until now was written before the question, but for the first one: it answered.
            sheet.Ask(i == 0 ? w.Now : w.Db.Clock.GetUtcNow(), coalitions[i].Coalition.Name);
            if (i is 1 or 3) sheet.Confirm(w.Today, null, organiser.FullName, coalitions[i].Coalition.Name);
            w.Db.Add(sheet);
        }
    }

    /// <summary>From half past eight on, most within the hour; the last few never came. Two telephones, and one ticket shown twice.</summary>
    private static void Arrivals(DemoWriter w, ForumEdition edition, IReadOnlyList<ForumGuest> guests, Person organiser)
    {
        var door = LocalTime.Instant(w.Db.Tenant!.Space.TimeZone, edition.StartsOn, new TimeOnly(8, 30));
        var coming = guests.Where(g => g.State == GuestState.Accepted).ToList();
        for (var i = 0; i < coming.Count - 5; i++)
        {
            var at = door.AddMinutes(i < 30 ? i * 1.5 : 45 + ((i - 30) * 6));
            w.Db.Add(Try(at, i)).Entity.Enter(coming[i].Id, coming[i].Seats, isForced: false);
            if (i == 12) w.Db.Add(Try(at.AddMinutes(20), i + 1)).Entity.Refuse(Entry.Already, coming[i].Id, null);
            coming[i].Arrive(at);
        }
        w.Db.Add(Try(door.AddMinutes(33), 0)).Entity.Refuse(Entry.Unknown, null, "https://www.exemple.fr/menu");
        var (name, email) = w.Stranger();
        var onSite = new ForumGuest(edition.Id, email, name, "Collectif de quartier", null, null, null, GuestSource.OnSite);
        onSite.Say(GuestState.Accepted, edition.StartsOn, null);
        onSite.Arrive(door.AddMinutes(51));
        w.Db.Add(onSite);
        w.Db.Add(Try(door.AddMinutes(51), 1)).Entity.Enter(onSite.Id, 1, isForced: true);

        ForumArrival Try(DateTimeOffset at, int device) => new(edition.Id, Guid.CreateVersion7(), null, at, at, device % 2 == 0 ? "Téléphone de l’entrée" : "Tablette", null, organiser.FullName);
    }

    /// <summary>At the stands, last year: what came of most of it; one word still waits.</summary>
    private static void Heard(DemoWriter w, ForumEdition edition, Person organiser, IReadOnlyList<(Coalition Coalition, Person Speaker)> coalitions)
    {
        var at = LocalTime.Instant(w.Db.Tenant!.Space.TimeZone, edition.StartsOn, new TimeOnly(11, 15));
        (StandKind Kind, string Organisation, string? Text, string? Became)[] said =
        [
            (StandKind.Join, "Lycée", "Nos élèves de terminale peuvent faire les relevés.", "Rendez-vous pris avec la proviseure"),
            (StandKind.Pledge, "Union des entreprises", "Un plan de covoiturage pour toute la zone, avant l’été.", "Devenue une piste"),
            (StandKind.Join, "Collectif de quartier", null, null),
            (StandKind.Pledge, "Chambre consulaire", "Former dix artisans par an à l’isolation biosourcée.", null),
        ];
        for (var i = 0; i < said.Length && i < coalitions.Count; i++)
        {
            var (name, email) = w.Stranger();
            var request = new StandRequest(edition.Id, coalitions[i].Coalition.Id, said[i].Kind, name, email, said[i].Organisation, said[i].Text, at.AddMinutes(17 * i), null, i == 2 ? organiser.FullName : null);
            if (said[i].Became is { } became) request.Settle(StandState.Done, became, edition.StartsOn.AddDays(12), null, coalitions[i].Speaker.FullName);
            w.Db.Add(request);
        }
    }

    private static List<ForumGuest> Guests(DemoWriter w, ForumEdition edition, ForumGroup? group, int count, Func<int, GuestState> state)
    {
        string[] from = ["Technopôle", "Union des entreprises", "Collectif de quartier", "Lycée", "Chambre consulaire", "Commune voisine"];
        var written = new List<ForumGuest>(count);
        for (var i = 0; i < count; i++)
        {
            var (name, email) = w.Stranger();
            var guest = new ForumGuest(edition.Id, email, name, from[i % from.Length], null, null, group is not null && i < 12 ? group.Id : null, GuestSource.Pasted);
            if (state(i) != GuestState.Draft)
            {
                guest.Queue(w.Now.AddDays(-14));
                guest.Delivered(state(i) == GuestState.Bounced ? "La boîte aux lettres n’existe pas" : null);
                if (state(i) == GuestState.Waiting)
                {
                    guest.Wait(w.Now.AddDays(-4).AddHours(i), w.Today.AddDays(-3), null);
                    guest.Prefer(i == 28 ? 1 : 0);
                }
                else if (state(i) is not (GuestState.Sent or GuestState.Bounced)) guest.Say(state(i), w.Today.AddDays(-10 + (i % 9)), i == 3 ? "J’arriverai vers 10 heures" : null);
                if (state(i) == GuestState.Accepted && edition.MostCompanions > 0)
                {
                    guest.Bring([.. Enumerable.Range(0, i == 0 ? 2 : i % 10 is 1 or 2 || i % 20 == 3 ? 1 : 0).Select(_ => w.Stranger().Name)]);
                    guest.Need(i % 4 != 3, i switch { 1 => "Accès en fauteuil roulant", 3 => "Repas végétarien", 12 => "Traduction en langue des signes", _ => null });
                }
            }
            w.Db.Add(guest);
            written.Add(guest);
        }
        return written;
    }

    private static DateOnly OnThursday(DateOnly day) => day.AddDays(((int)DayOfWeek.Thursday - (int)day.DayOfWeek + 7) % 7);
}
