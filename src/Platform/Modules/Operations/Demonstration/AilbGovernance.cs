using System.Text.Json.Nodes;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Members.Organisations;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>The alliance's 2021 calendar and decisions as published, then invented meetings around today so that there is one to prepare, one to hold and one to report on.</summary>
internal static class AilbGovernance
{
    private const string Invented = "Texte inventé pour la démonstration.";

    /// <returns>The next bureau, which has been called.</returns>
    public static Meeting Write(DemoWriter w, JsonNode data, IReadOnlyList<Body> bodies, IReadOnlyList<Organisation> members)
    {
        var published = Published(w, data, bodies);
        var (assembly, bureau) = (bodies.Single(b => b.Kind == BodyKind.GeneralAssembly), bodies.Single(b => b.Kind == BodyKind.Bureau));
        assembly.Rule("AG", Quorum.MoreThanHalf, false, Majority.Simple, 1, false, "Règle inventée pour la démonstration");
        bureau.Rule("BU", Quorum.Half, false, Majority.Simple, 1, false, "Règle inventée pour la démonstration");
        var year = w.Today.AddDays(-96).Year;
        var spring = Session(w, assembly, w.Today.AddDays(-96), 9, 11, "Châteaubriant", [("Approbation du compte rendu", AgendaKind.Information), ("Charte de l’Habiter", AgendaKind.Decision), ("Point sur les groupes de partage", AgendaKind.Discussion)], absent: 2);
        var charter = Decide(spring, assembly, spring.Items[1], members.Count - 2, $"{year}-001-AG-AILB", 1, "Adoption de la charte de l’Habiter");
        charter.Expect("Présenter la charte au conseil communautaire et délibérer", w.Today.AddDays(-6));
        Cascade(charter, members, (i, line) =>
        {
            var on = w.Today.AddDays(-70 + 4 * i);
            switch (i)
            {
                case < 6: line.Tell(CascadeState.Adopted, null, $"{on.Year}-{on.Month:00}-{i + 11}", on, null, null, on, null, "Référence de l’EPCI"); break;
                case 6: line.Tell(CascadeState.Amended, null, $"{on.Year}-{on.Month:00}-04", on, null, "Ajoute les logements vacants aux priorités.", on, null, "Référence de l’EPCI"); break;
                case 7: line.Tell(CascadeState.Refused, null, null, null, null, "Le conseil attend la révision de son plan local de l’habitat.", on, null, "Référence de l’EPCI"); break;
                case 8 or 9: line.Tell(CascadeState.OnAgenda, w.Today.AddDays(5 + 7 * (i - 8)), null, null, null, null, w.Today.AddDays(-9), null, "Référence de l’EPCI"); break;
                case 12: line.Tell(CascadeState.NotConcerned, null, null, null, null, "Compétence exercée par le syndicat.", on, null, "Référence de l’EPCI"); break;
            }
        });
        w.Db.Add(charter);

        var last = Session(w, bureau, w.Today.AddDays(-26), 9, 11, "Redon", [("Avancement des chantiers", AgendaKind.Information), ("Participation des membres au diagnostic hydrogène", AgendaKind.Decision), ("Calendrier du prochain semestre", AgendaKind.Discussion)], absent: 1);
        var diagnosis = Decide(last, bureau, last.Items[1], 7, $"{w.Today.AddDays(-26).Year}-001-BU-AILB", 1, "Participation des membres au diagnostic hydrogène");
        diagnosis.Expect("Inscrire la participation au budget et délibérer", w.Today.AddDays(64));
        Cascade(diagnosis, members, (i, line) =>
        {
            if (i is 0 or 3) line.Tell(CascadeState.Adopted, null, $"délibération n° {14 + i}", w.Today.AddDays(-8 + i), null, null, w.Today.AddDays(-8 + i), null, "Référence de l’EPCI");
            if (i is 1 or 4 or 8) line.Tell(CascadeState.OnAgenda, w.Today.AddDays(6 + i), null, null, null, null, w.Today.AddDays(-4), null, "Référence de l’EPCI");
        });
        w.Db.Add(diagnosis);

        var next = Planned(w, bureau, w.Today.AddDays(9), 9, 11, "Blain", [("Avancement et méthode", AgendaKind.Information), ("Programme des séminaires", AgendaKind.Discussion), ("Convention avec l’école partenaire", AgendaKind.Decision), ("Préparation de l’assemblée générale", AgendaKind.Discussion)]);
        next.Seat(bureau.Mandates);
        next.Convene(w.Db.Clock.GetUtcNow().AddDays(-3), w.Today.AddDays(6));
        for (var i = 0; i < next.Attendances.Count; i++)
            if (i is 0 or 1 or 2 or 5) next.Attendances[i].Reply(i == 2 ? Coming.Absent : Coming.Present, null, null, "Par courriel", w.Db.Clock.GetUtcNow().AddDays(-2));
        Planned(w, assembly, w.Today.AddDays(30), 14, 17, "Guipry-Messac", [("Rapport d’activité", AgendaKind.Information), ("Budget prévisionnel", AgendaKind.Decision), ("Appel à contributions", AgendaKind.Decision)]);
        Planned(w, bodies.First(b => b.Kind == BodyKind.TechnicalCommittee), w.Today.AddDays(17), 14, 16, null, []);
        w.Db.AddRange(published);
        return next;
    }

    private static List<Decision> Published(DemoWriter w, JsonNode data, IReadOnlyList<Body> bodies)
    {
        Body Named(JsonNode line) => bodies.Single(b => b.Name == (string)line["body"]!);
        var meetings = new List<Meeting>();
        foreach (var line in data["meetings"]!.AsArray())
        {
            var (body, date) = (Named(line!), DateOnly.Parse((string)line!["date"]!));
            var meeting = new Meeting(body.Id, date);
            meeting.Plan((bool?)line["enlarged"] == true ? "Élargie" : null, date, null, null, (string)line["place"]!, null, null);
            foreach (var point in line["agenda"]!.AsArray()) Point(meeting, ((string)point!).Replace('\'', '’'), AgendaKind.Information);
            meeting.Seat(body.Mandates);
            meeting.Open(null, null);
            meeting.Close();
            meetings.Add(w.Db.Add(meeting).Entity);
        }
        var decisions = new List<Decision>();
        foreach (var line in data["decisions"]!.AsArray())
        {
            var (body, date, number, outcome) = (Named(line!), DateOnly.Parse((string)line!["date"]!), (string?)line["number"], (string)line["outcome"]!);
            var decision = new Decision(body.Id, date, (string)line["title"]!, meetings.Find(m => m.BodyId == body.Id && m.Date == date)?.Id);
            decision.Conclude(Outcome.Adopted, outcome.StartsWith("Adopté ", StringComparison.Ordinal) ? outcome["Adopté ".Length..].Replace('\'', '’') : null);
            if (number is not null) decision.NumberAs(int.Parse(number.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture), date.Year, number);
            decisions.Add(decision);
        }
        return decisions;
    }

    private static Meeting Planned(DemoWriter w, Body body, DateOnly date, int from, int to, string? place, (string Title, AgendaKind Kind)[] points)
    {
        while (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) date = date.AddDays(1);
        var meeting = new Meeting(body.Id, date);
        meeting.Plan(null, date, from * 60, to * 60, place, place is null ? "https://visio.example.org/alliance" : null, null);
        foreach (var (title, kind) in points) Point(meeting, title, kind, 20);
        return w.Db.Add(meeting).Entity;
    }

    private static Meeting Session(DemoWriter w, Body body, DateOnly date, int from, int to, string place, (string Title, AgendaKind Kind)[] points, int absent)
    {
        while (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) date = date.AddDays(-1);
        var meeting = Planned(w, body, date, from, to, place, points);
        meeting.Seat(body.Mandates);
        meeting.Convene(w.Db.Clock.GetUtcNow().AddDays(date.DayNumber - w.Today.DayNumber - 15), null);
        var voters = meeting.Attendances.Where(a => a.Votes).ToList();
        for (var i = 0; i < voters.Count; i++) voters[i].Come(i >= voters.Count - absent ? Coming.Absent : Coming.Present, null);
        meeting.Open(voters[0].PersonId, voters.Find(v => v.Function == MandateFunction.Secretary)?.PersonId);
        foreach (var item in meeting.Items) item.Note($"Échanges résumés. {Invented}", voters.Count - absent, voters.Count, true);
        meeting.Close();
        return meeting;
    }

    private static void Point(Meeting meeting, string title, AgendaKind kind, int? minutes = null)
    {
        var item = new AgendaItem(meeting, meeting.Items.Count);
        item.Describe(meeting.Items.Count, title, kind, minutes, null, null, null);
        meeting.Items.Add(item);
    }

    private static Decision Decide(Meeting meeting, Body body, AgendaItem item, int present, string code, int rank, string title)
    {
        item.Vote(VoteMode.Hands, present - 1, 0, 1, 0);
        var decision = new Decision(body.Id, meeting.Date, title, meeting.Id, item.Id);
        decision.Describe(title, Invented, "5.7");
        decision.Count(item.Seats, item.Present, item.VotesFor, item.VotesAgainst, item.Abstentions, item.Recused);
        decision.NumberAs(rank, meeting.Date.Year, code);
        return decision;
    }

    private static void Cascade(Decision decision, IReadOnlyList<Organisation> members, Action<int, CascadeLine> tell)
    {
        for (var i = 0; i < members.Count; i++)
        {
            var line = new CascadeLine(decision.Id, members[i].Id, decision.Date);
            tell(i, line);
            decision.Lines.Add(line);
        }
    }
}
