using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

/// <summary>The bodies of the space, those that decide first. A space has some dozens of them: all are read, and narrowed here.</summary>
public static class ListBodies
{
    private const int Most = 500;
    public const string InForce = "en-cours", Over = "terminee", Decides = "decide", Advises = "avis", Vacancy = "vacante";

    /// <param name="Situations">Those that have ended stay out unless asked for.</param>
    [AnyMember]
    public sealed record Query(string? Words = null, IReadOnlyList<string>? Situations = null, IReadOnlyList<string>? Roles = null, IReadOnlyList<BodyKind>? Kinds = null,
        IReadOnlyList<string>? Columns = null) : IRequest<Answer>;

    /// <summary>The list as a file: all that the filter leaves.</summary>
    [AnyMember]
    public sealed record Export(Query Of, ListFile To) : IRequest<int>;

    /// <param name="All">Whatever the filter, for the first line.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, IReadOnlyList<Row> All);

    /// <param name="Mandates">Functions held today.</param>
    /// <param name="Vacant">Functions without anybody today.</param>
    public sealed record Row(Guid Id, BodyKind Kind, string Name, int? CadencePerYear, bool Decides, string? Composition, DateOnly? EndedOn, int Mandates, int Vacant)
    {
        public bool IsOver(DateOnly today) => EndedOn < today;
    }

    /// <summary>What the list may show and what files hold.</summary>
    public static IReadOnlyList<Column<Row>> Columns { get; } =
    [
        new("nom", "Nom", r => r.Name),
        new("role", "Décide", r => r.Decides) { Label = "Rôle", Usual = true },
        new("nature", "Nature", r => EnumNames.Of(r.Kind)),
        new("rythme", "Réunions par an", r => r.CadencePerYear, ColumnKind.Number) { Label = "Rythme", Usual = true },
        new("composition", "Composition", r => r.Composition),
        new("mandats", "Mandats", r => r.Mandates, ColumnKind.Number) { Usual = true },
        new("vacances", "Fonctions vacantes", r => r.Vacant, ColumnKind.Number) { Label = "Vacances", Usual = true },
        new("fin", "Fin", r => r.EndedOn, ColumnKind.Date),
        new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
    ];

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var (all, today) = (await Read(ct), tenant.Space.Today(clock));
            var found = all.FindAll(r => Matches(query, r, today));
            return new(new(found, null, found.Count), Facets(query, all, today), new(Columns, query.Columns), all.FindAll(r => !r.IsOver(today)));
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var (all, today) = (await Read(ct), tenant.Space.Today(clock));
            return await export.To.Write(Word.Capital(tenant.Space.Words.Body.Plural), tenant.Space, today, new ListColumns<Row>(Columns, export.Of.Columns).InFile,
                all.FindAll(r => Matches(export.Of, r, today)).ToAsyncEnumerable(), ct);
        }

        private Task<List<Row>> Read(CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            return db.Set<Body>().OrderByDescending(b => b.Decides).ThenBy(b => b.Kind).ThenBy(b => b.NameKey).ThenBy(b => b.Id).Take(Most)
                .Select(b => new Row(b.Id, b.Kind, b.Name, b.CadencePerYear, b.Decides, b.Composition, b.EndedOn,
                    b.Mandates.Count(m => m.PersonId != null && m.Start <= today && (m.End == null || m.End >= today)),
                    b.Mandates.Count(m => m.PersonId == null && m.Start <= today && (m.End == null || m.End >= today))))
                .ToListAsync(ct);
        }

        private static bool Matches(Query query, Row r, DateOnly today, string? except = null)
        {
            var (situations, roles, kinds) = (query.Situations ?? [], query.Roles ?? [], query.Kinds ?? []);
            return (except == "situation" || (situations.Count == 0 ? !r.IsOver(today) : situations.Any(s => Is(r, s, today))))
                && (except == "role" || roles.Count == 0 || roles.Contains(r.Decides ? Decides : Advises))
                && (except == "nature" || kinds.Count == 0 || kinds.Contains(r.Kind))
                && Folding.Words(query.Words).All(word => Folding.Words($"{r.Name} {EnumNames.Of(r.Kind)}").Any(w => w.StartsWith(word, StringComparison.Ordinal)));
        }

        private static bool Is(Row r, string situation, DateOnly today) => situation switch
        {
            InForce => !r.IsOver(today),
            Over => r.IsOver(today),
            Vacancy => r.Vacant > 0 && !r.IsOver(today),
            _ => false,
        };

        private static IReadOnlyList<Facet> Facets(Query query, List<Row> all, DateOnly today)
        {
            FacetValue Value(string facet, string value, string label, bool chosen, Func<Row, bool> has) => new(value, label, all.Count(r => Matches(query, r, today, facet) && has(r)), chosen);
            Facet Of(string name, string label, IEnumerable<FacetValue> values) => new(name, label, [.. values.Where(v => v.Count > 0 || v.Chosen)]);
            bool Chosen(IReadOnlyList<string>? values, string value) => values?.Contains(value) == true;
            return
            [
                Of("situation", "Situation", new[] { (InForce, "En cours"), (Vacancy, "Fonction vacante"), (Over, "Terminées") }.Select(s => Value("situation", s.Item1, s.Item2, Chosen(query.Situations, s.Item1), r => Is(r, s.Item1, today)))),
                Of("role", "Rôle", new[] { (Decides, "Décide"), (Advises, "Avis et travail") }.Select(s => Value("role", s.Item1, s.Item2, Chosen(query.Roles, s.Item1), r => r.Decides == (s.Item1 == Decides)))),
                Of("nature", "Nature", Enum.GetValues<BodyKind>().Select(k => Value("nature", EnumNames.Slug(k), EnumNames.Of(k), query.Kinds?.Contains(k) == true, r => r.Kind == k))),
            ];
        }
    }
}
