using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Imports.Batches;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;
using Platform.Modules.Members.Reference;
using Platform.Modules.Shared.Search;
using Standing = Platform.Modules.Members.Contract.Standing;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>Writes a demonstration space as it would stand after years of use. Dates are counted from today, so that some things
/// are due, late and silent whenever it is seeded.</summary>
internal sealed class DemoWriter(PlatformDb db, IMediator mediator, Fiction fiction, DateOnly today, DateTimeOffset now, string domain, CancellationToken ct)
{
    private static readonly Author Team = new(null, "Équipe d’animation");

    public PlatformDb Db => db;
    public DateOnly Today => today;
    public DateTimeOffset Now => now;
    public CancellationToken Stop => ct;

    public static JsonNode Read(string file)
    {
        using var data = typeof(DemoWriter).Assembly.GetManifestResourceStream($"Platform.Modules.Operations.Demonstration.Data.{file}")!;
        return JsonNode.Parse(data, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true })!;
    }

    public Organisation Organisation(OrganisationKind kind, string name, RoleKind role, DateOnly since, string? siren = null, string? insee = null, string? seat = null, string? shortName = null)
    {
        var organisation = new Organisation(kind, name, shortName, siren, insee, seat);
        organisation.StartRole(role, since);
        SearchTerms.Add(db, SearchKind.Organisation, organisation.Id, organisation.Searched);
        return db.Add(organisation).Entity;
    }

    /// <summary>An EPCI as the national reference names it.</summary>
    public Organisation Epci(string siren, DateOnly since, string? name = null, string? seat = null) =>
        Organisation(OrganisationKind.Epci, name ?? Reference.Value[siren], RoleKind.Member, since, siren, null, seat);

    private static readonly Lazy<Dictionary<string, string>> Reference =
        new(() => NationalReference.Read().Epcis.ToDictionary(e => e.Siren, e => e.Name, StringComparer.Ordinal));

    public Person Person(Standing standing, string title, Organisation? of)
    {
        var (given, family) = fiction.Name();
        var person = new Person(given, family, standing);
        person.Serve(standing, title, of?.Id);
        person.Reach(Address(given, family), null);
        SearchTerms.Add(db, SearchKind.Person, person.Id, person.Searched);
        return db.Add(person).Entity;
    }

    /// <summary>Somebody whom the space does not know.</summary>
    public (string Name, string Email) Stranger()
    {
        var (given, family) = fiction.Name();
        return ($"{given} {family}", Address(given, family));
    }

    public async Task Persona(Person person, Roles roles, string note)
    {
        await db.SaveChangesAsync(ct);
        await mediator.Send(new AddPersona.Command(person.Email!, person.FullName, roles, note, person.Id), ct);
    }

    public Framework Framework(string name, string description, int from, int to, IEnumerable<string> axes)
    {
        var framework = new Framework(name, description, from, to);
        framework.Show(true);
        foreach (var axis in axes) framework.AddAxis(framework.Axes.Count + 1, axis);
        return db.Add(framework).Entity;
    }

    public Theme Theme(string name, int position, Axis? axis = null) => db.Add(new Theme(name, position % Engagements.Frameworks.Theme.Colours, position, axis?.Id)).Entity;

    /// <summary>One commitment with its history: proposed, adopted and started from its first day on, then its news.</summary>
    public async Task<Commitment> Commit(Promise promise)
    {
        // The forms' own way of numbering; the row of the series must be stored before the next number is asked.
        var number = await Sequence.Next(db, LogCommitment.Series, ct);
        var start = promise.Start;
        var commitment = new Commitment(number, promise.Title, Guid.CreateVersion7(), start, At(start), Team);
        commitment.Describe(promise.Title, promise.Statement, promise.Means);
        commitment.HeldBy([.. promise.Holders.Select(o => o.Id)], promise.CoalitionId);
        commitment.Plan(start, promise.Due, promise.Cadence);
        commitment.Place(promise.Theme?.Id, promise.Axis?.Id ?? promise.Theme?.AxisId, [.. promise.Objectives.Select(o => o.Id)]);
        commitment.FollowedBy(promise.Referent?.Id, promise.Facilitator?.Id);
        commitment.Show(promise.IsPublic ? Visibility.Public : Visibility.Internal);
        var road = Moves.Road(promise.State == CommitmentState.Abandoned ? CommitmentState.Proposed : promise.State);
        for (var i = 0; i < road.Count; i++)
        {
            var on = Earliest(start.AddDays(7 * (i + 1)), today);
            commitment.To(road[i], on, At(on), Team);
        }
        foreach (var step in promise.Measures)
        {
            var measure = new Measure(step.Title, commitment.Measures.Count + 1, step.Due);
            measure.Describe(step.Title, null, step.By?.Id, null, step.Due);
            if (step.Done is { } done) measure.Done(done, At(done), Team);
            commitment.Measures.Add(measure);
        }
        foreach (var said in promise.News.OrderByDescending(n => n.DaysAgo))
        {
            var on = today.AddDays(-said.DaysAgo);
            commitment.Tell(new Update(commitment.Id, Guid.CreateVersion7(), said.Status, said.Progress, said.Text, on, At(on), today, new Author(null, said.By), isPublic: promise.IsPublic && said.IsPublic));
        }
        if (promise.Answer is { } answer)
        {
            commitment.Answers.Add(new HolderAnswer(commitment));
            commitment.Answers[0].Say(commitment, answer, today.AddDays(-promise.AnsweredDaysAgo), Team);
        }
        if (!promise.State.IsOpen())
        {
            var closed = Earliest(promise.Closed ?? today, today);
            commitment.To(promise.State, closed, At(closed), Team, promise.Reason);
        }
        db.Add(commitment);
        SearchTerms.Add(db, SearchKind.Commitment, commitment.Id, [promise.Title, promise.Statement, number.ToString()]);
        TitleIndex.Add(db, commitment.Id, promise.Title);
        await db.SaveChangesAsync(ct);
        return commitment;
    }

    /// <summary>Files that back a commitment, put some days ago; verified by who relied on them, if a note says so.</summary>
    public async Task Attach(Commitment commitment, string by, int daysAgo, string? verified, bool isPublic, params (string Name, byte[] Content)[] files)
    {
        var place = new Place(commitment.Id, null, null, null);
        foreach (var document in await Attach(place, by, daysAgo, files)) document.Show(isPublic);
        if (verified is not null) db.Add(new Verification(place, verified, today.AddDays(-daysAgo + 2), new Author(null, by), At(today.AddDays(-daysAgo))));
        await EvidenceLevels.Weigh(db, commitment.Id, ct);
    }

    /// <summary>What a referent has answered by the link of a mail, and nobody has read yet.</summary>
    public void Receive(Commitment about, int daysAgo, UpdateStatus status, int? progress, string text)
    {
        var (on, referent) = (today.AddDays(-daysAgo), about.ReferentId ?? throw new InvalidOperationException("Nobody refers for it."));
        var link = db.Add(new PersonalLink(PersonalPurpose.News, about.Id, referent, SecretLink.New(), At(on.AddDays(20)))).Entity;
        link.Use(At(on));
        db.Add(new ReceivedNews(about, link, Guid.CreateVersion7(), status, progress, text, At(on), on));
    }

    /// <summary>Files at a place of their own.</summary>
    public async Task<IReadOnlyList<Document>> Attach(Place place, string by, int daysAgo, params (string Name, byte[] Content)[] files)
    {
        await db.SaveChangesAsync(ct);
        var sent = files.Select(f => new FormFile(new MemoryStream(f.Content), 0, f.Content.Length, f.Name, f.Name)).ToList();
        return await Filing.Put(db, place, "", place, sent, new Author(null, by), At(today.AddDays(-daysAgo)), ct);
    }

    /// <summary>The questions that the space asks of its leads.</summary>
    public IReadOnlyList<ScreeningQuestion> Questions(IEnumerable<string>? texts = null)
    {
        var questions = (texts ?? ScreeningQuestion.Usual).Select((text, index) => new ScreeningQuestion(index + 1, text)).ToList();
        db.AddRange(questions);
        return questions;
    }

    /// <param name="became">The commitment that it became.</param>
    public async Task<Lead> Note(Idea idea, IReadOnlyList<ScreeningQuestion> questions, Commitment? became = null)
    {
        var number = await Sequence.Next(db, ProposeLead.Series, ct);
        var raised = today.AddDays(-idea.DaysAgo);
        var lead = new Lead(number, idea.Title, Guid.CreateVersion7(), raised, At(raised), Team);
        lead.Describe(idea.Title, idea.Description, idea.Origin, idea.Theme?.Id, raised);
        lead.CarriedBy(idea.Organisation?.Id, idea.Person?.Id);
        var examined = Earliest(raised.AddDays(21), today);
        foreach (var (question, index) in questions.Select((question, index) => (question, index)))
        {
            Verdict? verdict = idea.Verdicts.ElementAtOrDefault(index) switch { 'o' => Verdict.Yes, 'n' => Verdict.No, '?' => Verdict.Unknown, _ => null };
            if (verdict is { } said) lead.Answer(question.Id, said, idea.Comments.GetValueOrDefault(index), At(examined), Team);
        }
        if (became is not null) lead.Become(became.Id, Earliest(examined.AddDays(14), today));
        else if (idea.State != LeadState.UnderStudy) lead.To(idea.State, Earliest(examined.AddDays(14), today), idea.Reason);
        db.Add(lead);
        SearchTerms.Add(db, SearchKind.Lead, lead.Id, [idea.Title, idea.Description, number.ToString()]);
        TitleIndex.Add(db, lead.Id, idea.Title);
        await db.SaveChangesAsync(ct);
        return lead;
    }

    /// <summary>A table that somebody pasted. Last of a space: what was written before is saved and no longer followed.</summary>
    public async Task Import(ImportSubject subject, string table)
    {
        await db.SaveChangesAsync(ct);
        var batch = await mediator.Send(new StageImport.Command { Subject = subject, Pasted = table }, ct);
        await mediator.Send(new CheckImport.Command(batch, null), ct);
        await mediator.Send(new ApplyImport.Command(batch, null), ct);
    }

    /// <summary>The day's instant, at an hour of work; never in the future.</summary>
    private DateTimeOffset At(DateOnly day)
    {
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 30)), TimeSpan.Zero);
        return at < now ? at : now;
    }

    private static DateOnly Earliest(DateOnly one, DateOnly other) => one < other ? one : other;

    // ".example" can never receive a mail (RFC 2606).
    private string Address(string given, string family) => $"{Folding.Fold(given).Replace(' ', '-')}.{Folding.Fold(family).Replace(' ', '-')}@{domain}.example";
}
