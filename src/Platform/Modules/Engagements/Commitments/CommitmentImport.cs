using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;
using static Platform.Modules.Engagements.Commitments.CommitmentTable;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Commitments with their steps: the follow-up table that a spreadsheet held.</summary>
internal sealed class CommitmentImport(PlatformDb db, IMediator mediator, CurrentTenant tenant, CurrentUser user, TimeProvider clock) : IImportKind
{
    private const string ById = "Id", ByNumber = "Number", ByTitle = "Title";

    private readonly LogCommitment.Validator rules = new(tenant, clock);
    private readonly EditMeasure.Validator stepRules = new();
    private readonly CommitmentNames names = new(db, mediator);
    private Dictionary<Guid, Commitment> loaded = [];
    private int next;

    public ImportSubject Subject => ImportSubject.Commitments;
    public string Permission => EngagementPermissions.Write;
    public string? Module => SpaceModules.Engagements;
    public string? Series => LogCommitment.Series;

    public void NumberFrom(int first) => next = first;

    public IReadOnlyList<ImportColumn> Columns => CommitmentTable.Columns;

    public IReadOnlyList<ImportKey> Keys { get; } =
    [
        new(ById, "Identifiant", "Id") { MustExist = true }, new(ByNumber, "Numéro", "Number") { MustExist = true }, new(ByTitle, "Intitulé", "Title"),
    ];

    public Task Open(CancellationToken ct) => names.Read(ct);

    public Facts Read(Cells cells) => CommitmentTable.Read(cells, names);

    public string? KeyOf(string key, Facts said) => key switch { ById => said.Get("Id"), ByNumber => said.Get("Number"), _ => TitleKey(said) is { Length: > 0 } title ? title : null };

    private static string TitleKey(Facts said) => Folding.Key(said.Get("Title"));

    public string TitleOf(Facts facts) => facts.Get("Title") ?? "";

    public async Task<ILookup<string, Guid>> Find(string key, IReadOnlyCollection<string> values, CancellationToken ct)
    {
        if (key == ById) return await ImportSearch.ById<Commitment>(db, values, ct);
        if (key == ByTitle) return (await db.Set<Commitment>().Where(c => values.Contains(c.TitleKey)).Select(c => new { c.TitleKey, c.Id }).ToListAsync(ct)).ToLookup(c => c.TitleKey, c => c.Id, StringComparer.Ordinal);
        var numbers = values.Select(int.Parse).ToList();
        return (await db.Set<Commitment>().Where(c => numbers.Contains(c.Number)).Select(c => new { c.Number, c.Id }).ToListAsync(ct)).ToLookup(c => c.Number.ToString(), c => c.Id, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<Guid, Facts>> Load(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        loaded = await db.Set<Commitment>().Include(c => c.Holders).Include(c => c.Objectives).Include(c => c.Measures).AsSplitQuery().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        return loaded.ToDictionary(c => c.Key, c => FactsOf(c.Value));
    }

    private static Facts FactsOf(Commitment c) => new Facts().With("Id", c.Id.ToString()).With("Number", c.Number.ToString()).With("Title", c.Title).With("Statement", c.Statement)
        .With("Means", c.Means).With("StartsOn", Iso(c.StartsOn)).With("DueOn", Iso(c.DueOn)).With("Visibility", c.Visibility.ToString()).With("CadenceDays", c.CadenceDays.ToString())
        .With("State", c.State.ToString()).With("StateOn", Iso(c.StateOn)).With("CoalitionId", c.CoalitionId?.ToString()).With("ThemeId", c.ThemeId?.ToString()).With("AxisId", c.AxisId?.ToString())
        .With("ReferentId", c.ReferentId?.ToString()).With("FacilitatorId", c.FacilitatorId?.ToString()).With(Lead, c.Holders.Find(h => h.IsLead)?.OrganisationId.ToString())
        .With(Holders, Ids(c.Holders.Select(h => h.OrganisationId.ToString()))).With(Aims, Ids(c.Objectives.Select(o => o.ObjectiveId.ToString())))
        .With(Steps, Parts.Write(c.Measures.OrderBy(m => m.Order).ThenBy(m => m.Id).Select(m => new StepsImport.Step(m.Title, m.DueOn))));

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd");

    private static string? Ids(IEnumerable<string> ids) => Parts.Write(ids.Order(StringComparer.Ordinal));

    public Facts Merge(Facts? stored, Facts said)
    {
        var wanted = stored is null
            ? new Facts().With("Visibility", nameof(Visibility.Internal)).With("CadenceDays", Commitment.UsualCadence.ToString()).With("State", nameof(CommitmentState.Draft)) : new Facts(stored);
        foreach (var (fact, value) in said.Where(f => f.Key is not ("Id" or "Number" or "StateOn" or Steps))) wanted.With(fact, value);
        wanted.With(Steps, Parts.Write(StepsImport.Completed(Parts.Read<StepsImport.Step>(wanted.Get(Steps)), Parts.Read<StepsImport.Step>(said.Get(Steps)))));
        // The date of a state goes with its change; one that has not changed keeps its own.
        if (wanted.Get("State") != stored?.Get("State")) wanted.With("StateOn", said.Get("StateOn") ?? Iso(tenant.Space.Today(clock)));
        // Organisations or a group: what the line names takes the place of the other.
        if (said.Get("CoalitionId") is not null && said.Get(Holders) is null) wanted.With(Holders, null).With(Lead, said.Get(Lead));
        else if (said.Get(Holders) is not null && said.Get("CoalitionId") is null) wanted.With("CoalitionId", null);
        var named = Parts.Read<string>(wanted.Get(Holders));
        if (wanted.Get(Lead) is not { } lead || (!named.Contains(lead) && said.Get(Lead) is null)) wanted.With(Lead, named.Count > 0 ? named[0] : null);
        wanted.With(Holders, Ids(named.Union(wanted.Get(Lead) is { } first ? [first] : [])));
        wanted.With(Aims, Ids(Parts.Read<string>(wanted.Get(Aims))));
        if (said.Get("AxisId") is null && (stored is null || stored.Get("ThemeId") != wanted.Get("ThemeId")))
            wanted.With("AxisId", CommitmentWriting.AxisOf(null, names.AxisOfTheme(wanted.Id("ThemeId")), Parts.Read<Guid>(wanted.Get(Aims)).Select(names.AxisOfObjective))?.ToString());
        return wanted;
    }

    public async Task Check(IReadOnlyList<ImportEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries)
        {
            foreach (var error in (await rules.ValidateAsync(Typed(entry.Wanted), ct)).Errors) entry.Refuse(error.PropertyName, error.ErrorMessage);
            if (entry.Stored?.Choice<CommitmentState>("State") is { } from && entry.Wanted.Choice<CommitmentState>("State") is { } to && from != to && Moves.Find(from, to) is null)
                entry.Refuse("State", $"« {EnumNames.Of(to)} » ne suit pas « {EnumNames.Of(from)} » : changez l’état depuis la fiche.");
            if (!entry.Changes(Steps)) continue;
            var steps = Parts.Read<StepsImport.Step>(entry.Wanted.Get(Steps));
            if (steps.Count > Measure.Most) entry.Refuse("Steps", RuleSentences.For("measure.many", Measure.Most));
            foreach (var step in steps)
                foreach (var error in (await stepRules.ValidateAsync(new EditMeasure.Command { Title = step.Title }, ct)).Errors) entry.Refuse("Steps", $"« {Cells.Cut(step.Title)} » : {error.ErrorMessage}");
        }
        await CheckTwins([.. entries.Where(e => e.Id is null)], ct);
    }

    // Two of one title may exist; made without a look at the first, the second is a line imported twice.
    private async Task CheckTwins(List<ImportEntry> entries, CancellationToken ct)
    {
        var titles = entries.Select(e => TitleKey(e.Wanted)).ToList();
        var known = (await db.Set<Commitment>().Where(c => titles.Contains(c.TitleKey)).Select(c => new { c.TitleKey, c.Number }).ToListAsync(ct)).ToLookup(c => c.TitleKey, c => c.Number, StringComparer.Ordinal);
        foreach (var entry in entries)
            if (known[TitleKey(entry.Wanted)].Select(n => (int?)n).FirstOrDefault() is { } number)
                entry.Refuse("Title", $"Le n° {number} a déjà cet intitulé. Pour le modifier, donnez son numéro ou retrouvez les lignes par l’intitulé.");
    }

    public async Task<Guid> Write(Guid? id, Facts? stored, Facts wanted, CancellationToken ct)
    {
        var (fields, now, by) = (Typed(wanted), clock.GetUtcNow(), Author.Of(user));
        var (state, on) = (wanted.Choice<CommitmentState>("State")!.Value, wanted.Date("StateOn") ?? tenant.Space.Today(clock));
        var commitment = id is { } known ? loaded[known] : new Commitment(next++, fields.Title!, Guid.CreateVersion7(), on, now, by);
        fields.Put(commitment, wanted.Id("AxisId"));
        if (id is not null && commitment.State != state && Moves.Find(commitment.State, state) is null)
        {
            // The dry run lets no import do it: an undo goes back on the move of its import.
            await db.Entry(commitment).Collection(c => c.Transitions).LoadAsync(ct);
            commitment.Unmove(state, on);
        }
        StepsImport.Put(commitment, [.. Parts.Read<StepsImport.Step>(wanted.Get(Steps))]);
        var road = id is not null ? commitment.State == state ? [] : [state]
            : state == CommitmentState.Abandoned ? [.. Moves.Road(CommitmentState.Proposed), state] : state.IsOpen() ? Moves.Road(state) : [.. Moves.Road(CommitmentState.UnderWay), state];
        foreach (var step in road) commitment.To(step, on, now, by, Moves.Find(commitment.State, step) is { NeedsReason: true } ? "Repris d’un tableau importé." : null);
        string?[] texts = [fields.Title, fields.Statement, commitment.Number.ToString()];
        if (id is null)
        {
            db.Add(commitment);
            SearchTerms.Add(db, SearchKind.Commitment, commitment.Id, texts);
            TitleIndex.Add(db, commitment.Id, fields.Title!);
            return commitment.Id;
        }
        await SearchTerms.Replace(db, SearchKind.Commitment, commitment.Id, texts, ct);
        await TitleIndex.Replace(db, commitment.Id, fields.Title!, ct);
        return commitment.Id;
    }

    private static LogCommitment.Command Typed(Facts f) => new()
    {
        Title = f.Get("Title"), Statement = f.Get("Statement"), Means = f.Get("Means"), Holders = [.. Parts.Read<Guid>(f.Get(Holders))], LeadId = f.Id(Lead), CoalitionId = f.Id("CoalitionId"),
        StartsOn = f.Date("StartsOn"), DueOn = f.Date("DueOn"), ThemeId = f.Id("ThemeId"), AxisId = f.Id("AxisId"), Objectives = [.. Parts.Read<Guid>(f.Get(Aims))],
        Visibility = f.Choice<Visibility>("Visibility"), CadenceDays = f.Get("CadenceDays") is { } days ? int.Parse(days) : null, ReferentId = f.Id("ReferentId"), FacilitatorId = f.Id("FacilitatorId"),
        // The form logs what is open; a table also tells what is closed, which came to it by the same road.
        State = f.Choice<CommitmentState>("State") is { } state && state.IsOpen() ? state : CommitmentState.UnderWay, StateOn = f.Date("StateOn"),
    };

    // A step that the import added and that is done, given to somebody, documented or verified by now.
    public async Task<IReadOnlySet<(Guid Id, string Fact)>> Served(IReadOnlyDictionary<Guid, Facts> back, CancellationToken ct)
    {
        var gone = back.SelectMany(b => StepsImport.Gone(loaded[b.Key], Parts.Read<StepsImport.Step>(b.Value.Get(Steps)))).ToDictionary(m => m.Id, m => m.CommitmentId);
        if (gone.Count == 0) return new HashSet<(Guid, string)>();
        var ids = gone.Keys.ToList();
        var used = await db.Set<Measure>().Where(m => ids.Contains(m.Id)).Where(Measure.Served).Select(m => m.Id)
            .Union(db.Set<Document>().Where(d => ids.Contains(d.MeasureId!.Value)).Select(d => d.MeasureId!.Value))
            .Union(db.Set<Verification>().Where(v => ids.Contains(v.MeasureId!.Value)).Select(v => v.MeasureId!.Value)).ToListAsync(ct);
        return used.Select(id => (gone[id], Steps)).ToHashSet();
    }

    public async Task<IReadOnlyDictionary<Guid, string>> TakeBack(IReadOnlyDictionary<Guid, Facts> made, CancellationToken ct)
    {
        var (ids, said) = (made.Keys.ToList(), new Dictionary<Guid, string>());
        var served = db.Set<Measure>().Where(Measure.Served);
        var changed = await db.Set<Commitment>().Where(c => ids.Contains(c.Id) && (c.Updates.Any() || c.Indicators.Any() || c.Answers.Any() || served.Any(m => m.CommitmentId == c.Id))).Select(c => c.Id).ToListAsync(ct);
        foreach (var id in changed) said[id] = "Suivi depuis l’import : il reste dans l’espace.";
        var gone = ids.FindAll(id => !changed.Contains(id));
        var kept = await Removal.Of<Commitment>(db, gone, ct);
        foreach (var words in new[] { SearchKind.Commitment, SearchKind.Title }) await SearchTerms.Forget(db, words, gone.FindAll(id => !kept.Contains(id)), ct);
        foreach (var commitment in await db.Set<Commitment>().Where(c => kept.Contains(c.Id)).ToListAsync(ct))
        {
            var gives = Moves.Find(commitment.State, CommitmentState.Abandoned) is not null;
            if (gives) commitment.To(CommitmentState.Abandoned, tenant.Space.Today(clock), clock.GetUtcNow(), Author.Of(user), "L’import qui l’a créé est annulé.");
            said[commitment.Id] = gives ? "Utilisé ailleurs depuis l’import : il est abandonné." : "Utilisé ailleurs depuis l’import : il reste dans l’espace.";
        }
        return said;
    }

    public string Show(string fact, string value) => fact switch
    {
        "StartsOn" or "DueOn" or "StateOn" => French.Date(DateOnly.Parse(value)),
        "Visibility" => EnumNames.Of(Enum.Parse<Visibility>(value)),
        "State" => Enum.Parse<CommitmentState>(value).Label(tenant.Space.Words.Commitment),
        "CadenceDays" => $"{value} jours",
        Holders or Aims => Several.Join(Parts.Read<Guid>(value).Select(id => names.NameOf(id) ?? "un autre")),
        "CoalitionId" or "ThemeId" or "AxisId" or "ReferentId" or "FacilitatorId" or Lead => names.NameOf(Guid.Parse(value)) ?? "un autre",
        Steps => Several.Join(Parts.Read<StepsImport.Step>(value).Select(s => s.DueOn is { } due ? $"{s.Title} ({French.Date(due)})" : s.Title)),
        _ => value,
    };

    public string AddressOf(Guid id) => $"~/engagements/{id}";
}
