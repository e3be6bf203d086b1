using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Values of indicators: which commitment, which indicator, what day, how much.</summary>
internal sealed class ValueImport(PlatformDb db, CurrentTenant tenant, CurrentUser user, TimeProvider clock) : IImportKind
{
    private const string ByDay = "Day", Of = "IndicatorId";

    private readonly NoteValue.Validator rules = new(tenant, clock);
    private readonly Dictionary<Guid, Indicator> indicators = [];
    private Dictionary<Guid, (string Name, string Commitment, Guid CommitmentId)> known = [];
    private ILookup<(string Commitment, string Indicator), Guid> byName = Enumerable.Empty<Guid>().ToLookup(_ => ("", ""));
    private Dictionary<Guid, IndicatorValue> loaded = [];

    public ImportSubject Subject => ImportSubject.Values;
    public string Permission => EngagementPermissions.Write;
    public string? Module => SpaceModules.Engagements;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("Number", "Numéro", "n°", "numéro de l’engagement", "n° de l’engagement"),
        new("Title", "Engagement", "intitulé", "intitulé de l’engagement", "titre", "action"),
        new("Indicator", "Indicateur", "nom de l’indicateur"),
        new("Kind", "Nature", "constatée ou visée", "type"),
        new("On", "Date", "le", "date de la valeur", "date du relevé"),
        new("Value", "Valeur", "mesure", "résultat", "relevé"),
        new("Comment", "Commentaire", "commentaires", "remarque", "remarques"),
        new("Source", "Source", "origine"),
    ];

    public IReadOnlyList<ImportKey> Keys { get; } = [new(ByDay, "Engagement, indicateur et date", "Indicator", "On")];

    public async Task Open(CancellationToken ct)
    {
        var all = await db.Set<Commitment>().AsNoTracking().SelectMany(c => c.Indicators, (c, i) => new { c.Id, c.Number, c.Title, c.TitleKey, Indicator = i.Id, i.Name }).ToListAsync(ct);
        known = all.ToDictionary(i => i.Indicator, i => (i.Name, i.Title, i.Id));
        byName = all.SelectMany(i => new[] { "#" + i.Number, i.TitleKey }, (i, key) => (Key: (key, Folding.Key(i.Name)), i.Indicator)).ToLookup(i => i.Key, i => i.Indicator);
    }

    private static readonly Dictionary<string, IndicatorValueKind> Kinds = new(StringComparer.Ordinal)
        { ["reelle"] = IndicatorValueKind.Actual, ["reel"] = IndicatorValueKind.Actual, ["mesuree"] = IndicatorValueKind.Actual, ["visee"] = IndicatorValueKind.Target, ["cible"] = IndicatorValueKind.Target, ["objectif"] = IndicatorValueKind.Target };

    public Facts Read(Cells cells) => new Facts().With(Of, IndicatorIn(cells)).With("Kind", cells.Choice("Kind", Kinds) ?? nameof(IndicatorValueKind.Actual))
        .With("On", cells.Date("On")).With("Value", cells.Number("Value")).With("Comment", cells.Text("Comment")).With("Source", cells.Text("Source"));

    private string? IndicatorIn(Cells cells)
    {
        var (number, title, name) = (cells.Whole("Number"), cells.Text("Title"), cells.Text("Indicator"));
        if (number is null && title is null)
        {
            cells.Refuse("Number", "De quoi est-ce la valeur ? Donnez le numéro ou l’intitulé.");
            return null;
        }
        if (name is null)
        {
            cells.Refuse("Indicator", "Ce champ est à remplir.");
            return null;
        }
        var found = byName[(number is null ? Folding.Key(title) : "#" + number, Folding.Key(name))].Distinct().Take(2).ToList();
        if (found.Count == 1) return found[0].ToString();
        cells.Refuse("Indicator", found.Count == 0
            ? $"Aucun indicateur « {Cells.Cut(name)} » dans {(number is null ? $"« {Cells.Cut(title!)} »" : $"le n° {number}")} : ajoutez-le d’abord depuis sa fiche."
            : "Plusieurs fiches ont cet intitulé et cet indicateur : donnez le numéro.");
        return null;
    }

    public string? KeyOf(string key, Facts said) => said.Get(Of) is { } of && said.Get("On") is { } on ? $"{of}|{said.Get("Kind")}|{on}" : null;

    public string TitleOf(Facts facts) => facts.Id(Of) is { } id && known.TryGetValue(id, out var of)
        ? $"{of.Name}{(facts.Date("On") is { } on ? $", {French.Date(on)}" : "")} ({of.Commitment})" : "";

    public async Task<ILookup<string, Guid>> Find(string key, IReadOnlyCollection<string> values, CancellationToken ct)
    {
        var wanted = values.Select(v => v.Split('|')).ToList();
        var (of, days) = (wanted.Select(w => Guid.Parse(w[0])).Distinct().ToList(), wanted.Select(w => DateOnly.Parse(w[2])).Distinct().ToList());
        return (await db.Set<IndicatorValue>().Where(v => of.Contains(v.IndicatorId) && days.Contains(v.On)).Select(v => new { v.IndicatorId, v.Kind, v.On, v.Id }).ToListAsync(ct))
            .ToLookup(v => $"{v.IndicatorId}|{v.Kind}|{v.On:yyyy-MM-dd}", v => v.Id, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<Guid, Facts>> Load(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        indicators.Clear();
        loaded = await db.Set<IndicatorValue>().Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, ct);
        return loaded.ToDictionary(v => v.Key, v => new Facts().With("Id", v.Key.ToString()).With(Of, v.Value.IndicatorId.ToString()).With("Kind", v.Value.Kind.ToString())
            .With("On", v.Value.On.ToString("yyyy-MM-dd")).With("Value", Cells.Canonical(v.Value.Value)).With("Comment", v.Value.Comment).With("Source", v.Value.Source));
    }

    public Facts Merge(Facts? stored, Facts said)
    {
        var wanted = stored is null ? new Facts() : new Facts(stored);
        foreach (var (fact, value) in said) wanted.With(fact, value);
        return wanted;
    }

    public async Task Check(IReadOnlyList<ImportEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries)
            foreach (var error in (await rules.ValidateAsync(Typed(entry.Wanted), ct)).Errors) entry.Refuse(error.PropertyName, error.ErrorMessage);
    }

    public async Task<Guid> Write(Guid? id, Facts? stored, Facts wanted, CancellationToken ct)
    {
        var fields = Typed(wanted);
        if (!indicators.TryGetValue(fields.IndicatorId, out var indicator))
            indicators[fields.IndicatorId] = indicator = await db.Set<Indicator>().Include(i => i.Values).SingleOrDefaultAsync(i => i.Id == fields.IndicatorId, ct) ?? throw new NotFound(nameof(Indicator));
        indicator.Note(fields.Kind!.Value, fields.On!.Value, fields.Value!.Value, fields.Comment, fields.Source, clock.GetUtcNow(), Author.Of(user));
        return indicator.Values.Find(v => v.Kind == fields.Kind && v.On == fields.On)!.Id;
    }

    private static NoteValue.Command Typed(Facts f) => new()
    {
        IndicatorId = f.Id(Of) ?? Guid.Empty, Kind = f.Choice<IndicatorValueKind>("Kind"), On = f.Date("On"), Comment = f.Get("Comment"), Source = f.Get("Source"),
        Value = f.Get("Value") is { } value ? decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : null,
    };

    public Task<IReadOnlySet<(Guid Id, string Fact)>> Served(IReadOnlyDictionary<Guid, Facts> back, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<(Guid, string)>>(new HashSet<(Guid, string)>());

    public async Task<IReadOnlyDictionary<Guid, string>> TakeBack(IReadOnlyDictionary<Guid, Facts> made, CancellationToken ct)
    {
        var ids = made.Keys.ToList();
        db.RemoveRange(await db.Set<IndicatorValue>().Where(v => ids.Contains(v.Id)).ToListAsync(ct));
        return new Dictionary<Guid, string>();
    }

    public string Show(string fact, string value) => fact switch
    {
        Of => known.TryGetValue(Guid.Parse(value), out var of) ? of.Name : "un indicateur",
        "On" => French.Date(DateOnly.Parse(value)),
        "Kind" => EnumNames.Of(Enum.Parse<IndicatorValueKind>(value)),
        "Value" => French.Number(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 4),
        _ => value,
    };

    public string AddressOf(Guid id) => loaded.TryGetValue(id, out var value) && known.TryGetValue(value.IndicatorId, out var of) ? $"~/engagements/{of.CommitmentId}" : "~/engagements";
}
