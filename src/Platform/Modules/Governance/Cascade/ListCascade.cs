using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Cascade;

/// <summary>Decision by member: who has done what of what was decided together.</summary>
public static class ListCascade
{
    private const int Most = 20_000;
    public const string Late = "retard";

    [AnyMember]
    public sealed record Query(Filter Filter) : IRequest<Answer>;

    /// <summary>One line per decision and member, as a file.</summary>
    [AnyMember]
    public sealed record Export(Filter Filter, ListFile To) : IRequest<int>;

    public sealed record Filter
    {
        public string? Words { get; init; }
        public IReadOnlyList<string> States { get; init; } = [];
        public IReadOnlyList<string> Members { get; init; } = [];
        public IReadOnlyList<string> Decisions { get; init; } = [];
        public IReadOnlyList<string> Years { get; init; } = [];

        internal bool Matches(Row r, string? except = null) =>
            (except == "etat" || States.Count == 0 || States.Contains(EnumNames.Slug(r.State)) || (r.IsLate && States.Contains(Late)))
            && (except == "membre" || Members.Count == 0 || Members.Contains(r.OrganisationId.ToString()))
            && (except == "decision" || Decisions.Count == 0 || Decisions.Contains(r.DecisionId.ToString()))
            && (except == "annee" || Years.Count == 0 || Years.Contains(r.Year))
            && Folding.Words(Words).All(word => Folding.Words($"{r.Code} {r.Decision} {r.Member}").Any(w => w.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <param name="Lines">What the filter leaves.</param>
    public sealed record Answer(IReadOnlyList<Row> Lines, IReadOnlyList<Facet> Facets, int All, int Open, int LateCount, int Decisions)
    {
        public IReadOnlyList<(Guid Id, string Name)> Members => [.. Lines.Select(l => (l.OrganisationId, l.Member)).Distinct().OrderBy(m => Folding.Key(m.Member), StringComparer.Ordinal)];
        public IReadOnlyList<IGrouping<Guid, Row>> ByDecision => [.. Lines.GroupBy(l => l.DecisionId)];
    }

    public sealed record Row(Guid Id, Guid DecisionId, string? Code, string Decision, DateOnly Date, string? Expected, DateOnly? By, Guid OrganisationId, CascadeState State, DateOnly? CouncilOn, string? Reference, DateOnly? ActOn, string? Document, string? Reason)
    {
        public string Member { get; init; } = "";
        public bool IsLate { get; init; }
        public string Year => Date.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public static IReadOnlyList<Column<Row>> Columns { get; } =
    [
        new("decision", "Décision", r => r.Decision),
        new("numero", "Numéro", r => r.Code),
        new("date", "Date", r => r.Date, ColumnKind.Date),
        new("membre", "Membre", r => r.Member),
        new("attendu", "Attendu", r => r.Expected),
        new("echeance", "Pour le", r => r.By, ColumnKind.Date),
        new("etat", "État", r => EnumNames.Of(r.State)),
        new("retard", "En retard", r => r.IsLate),
        new("conseil", "Conseil du", r => r.CouncilOn, ColumnKind.Date),
        new("reference", "Référence de la délibération", r => r.Reference),
        new("acte", "Date de la délibération", r => r.ActOn, ColumnKind.Date),
        new("document", "Document", r => r.Document),
        new("motif", "Motif ou précision", r => r.Reason),
    ];

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var all = await Read(ct);
            var found = all.FindAll(r => query.Filter.Matches(r));
            return new(found, Facets(query.Filter, all), all.Count, all.Count(r => r.State is CascadeState.ToDo or CascadeState.OnAgenda), all.Count(r => r.IsLate), all.Select(r => r.DecisionId).Distinct().Count());
        }

        public async Task<int> Handle(Export export, CancellationToken ct) =>
            await export.To.Write("Déclinaison des décisions", tenant.Space, tenant.Space.Today(clock), Columns, (await Read(ct)).FindAll(r => export.Filter.Matches(r)).ToAsyncEnumerable(), ct);

        private async Task<List<Row>> Read(CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var rows = await db.Set<CascadeLine>().Join(db.Set<Decision>(), l => l.DecisionId, d => d.Id, (l, d) => new { l, d })
                .OrderByDescending(x => x.d.Date).ThenByDescending(x => x.d.Rank).ThenBy(x => x.d.Id).ThenBy(x => x.l.Id).Take(Most)
                .Select(x => new Row(x.l.Id, x.d.Id, x.d.Code, x.d.Title, x.d.Date, x.d.Expected, x.d.ExpectedBy, x.l.OrganisationId, x.l.State, x.l.CouncilOn, x.l.Reference, x.l.ActOn, x.l.DocumentAddress, x.l.Reason))
                .ToListAsync(ct);
            var names = await mediator.Send(new NamesOf.Query(rows.Select(r => (Guid?)r.OrganisationId)), ct);
            return rows.ConvertAll(r => r with { Member = names[r.OrganisationId].Name, IsLate = r.State is CascadeState.ToDo or CascadeState.OnAgenda && r.By < today });
        }

        private static IReadOnlyList<Facet> Facets(Filter filter, List<Row> all)
        {
            FacetValue Value(string facet, IReadOnlyList<string> chosen, string value, string label, Func<Row, bool> has) => new(value, label, all.Count(r => filter.Matches(r, facet) && has(r)), chosen.Contains(value));
            Facet Of(string name, string label, IEnumerable<FacetValue> values) => new(name, label, [.. values.Where(v => v.Count > 0 || v.Chosen)]);
            return
            [
                Of("etat", "État", Enum.GetValues<CascadeState>().Select(s => Value("etat", filter.States, EnumNames.Slug(s), EnumNames.Of(s), r => r.State == s)).Prepend(Value("etat", filter.States, Late, "En retard", r => r.IsLate))),
                Of("membre", "Membre", all.Select(r => (r.OrganisationId, r.Member)).Distinct().OrderBy(m => Folding.Key(m.Member), StringComparer.Ordinal)
                    .Select(m => Value("membre", filter.Members, m.OrganisationId.ToString(), m.Member, r => r.OrganisationId == m.OrganisationId))),
                Of("annee", "Année", all.Select(r => r.Year).Distinct().OrderDescending(StringComparer.Ordinal).Select(y => Value("annee", filter.Years, y, y, r => r.Year == y))),
                Of("decision", "Décision", all.Select(r => (r.DecisionId, Label: r.Code ?? r.Decision)).Distinct().Select(d => Value("decision", filter.Decisions, d.DecisionId.ToString(), d.Label, r => r.DecisionId == d.DecisionId))),
            ];
        }
    }
}
