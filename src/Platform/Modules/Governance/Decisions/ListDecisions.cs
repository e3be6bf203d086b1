using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Decisions;

/// <summary>The register: every decision, latest first.</summary>
public static class ListDecisions
{
    [AnyMember]
    public sealed record Query(DecisionFilter Filter, string? Cursor = null, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size, bool Ascending = false) : IRequest<Answer>;

    [AnyMember]
    public sealed record Export(Query Of, ListFile To) : IRequest<int>;

    /// <summary>Open data: the national schema "deliberations" (SCDL 2.1). Only what the schema can say: numbered, counted, with its subject.</summary>
    [AnyMember]
    public sealed record Scdl(DecisionFilter Filter, ListFile To) : IRequest<int>;

    /// <param name="Publishable">Of those found, how many the national schema can tell.</param>
    /// <param name="HasSiret">Without it the schema tells none.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, int All, int ThisYear, int Open, int Waiting, int Publishable, bool HasSiret, bool NeedRatification, DateOnly Today);

    public sealed record Row(Guid Id, Guid BodyId, string Body, Guid? MeetingId, DateOnly Date, string? Code, string Title, string? Text, string? Subject, Outcome Outcome, string? OutcomeNote,
        int? Seats, int? VotesFor, int? VotesAgainst, int? Abstentions, int? Recused, int Concerned, int Answered, int Late)
    {
        public int Voted => (VotesFor ?? 0) + (VotesAgainst ?? 0) + (Abstentions ?? 0);
    }

    public static IReadOnlyList<Column<Row>> Columns(Space space) =>
    [
        new("intitule", "Intitulé", r => r.Title),
        new("numero", "Numéro", r => r.Code) { FilesAlways = true },
        new("date", "Date", r => r.Date, ColumnKind.Date) { Usual = true, Sort = "date" },
        new("instance", Word.Capital(Vocabulary.DefaultOf("instance").Singular), r => r.Body) { Label = Word.Capital(space.Words.Body.Singular), Usual = true },
        new("resultat", "Résultat", r => EnumNames.Of(r.Outcome)) { Usual = true },
        new("precision", "Précision", r => r.OutcomeNote),
        new("votes", "Votes", r => DecisionWords.Votes(r.VotesFor, r.VotesAgainst, r.Abstentions, r.Recused) is { Length: > 0 } votes ? votes : null) { Usual = true },
        new("declinaison", "Déclinaison", r => r.Concerned == 0 ? null : $"{r.Answered} sur {r.Concerned}") { Usual = true },
        new("matiere", "Matière", r => ActSubjects.NameOf(r.Subject)),
        new("texte", "Texte", r => r.Text),
        new("exercice", "Membres en exercice", r => r.Seats, ColumnKind.Number) { FilesOnly = true },
        new("pour", "Pour", r => r.VotesFor, ColumnKind.Number) { FilesOnly = true },
        new("contre", "Contre", r => r.VotesAgainst, ColumnKind.Number) { FilesOnly = true },
        new("abstentions", "Abstentions", r => r.Abstentions, ColumnKind.Number) { FilesOnly = true },
        new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
    ];

    // Names and formats are the schema's own: https://schema.data.gouv.fr/scdl/deliberations
    private static IReadOnlyList<Column<Row>> Schema(Space space, string siret) =>
    [
        new("nom", "COLL_NOM", _ => space.Name),
        new("siret", "COLL_SIRET", _ => siret),
        new("id", "DELIB_ID", r => r.Code),
        new("date", "DELIB_DATE", r => r.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        new("code", "DELIB_MATIERE_CODE", r => r.Subject),
        new("matiere", "DELIB_MATIERE_NOM", r => ActSubjects.NameOf(r.Subject)),
        new("objet", "DELIB_OBJET", r => r.Title),
        new("annee", "BUDGET_ANNEE", _ => null),
        new("budget", "BUDGET_NOM", _ => null),
        new("pref", "PREF_ID", _ => null),
        new("recu", "PREF_DATE", _ => null),
        new("effectif", "VOTE_EFFECTIF", r => r.Seats, ColumnKind.Number),
        new("reel", "VOTE_REEL", r => r.Voted, ColumnKind.Number),
        new("pour", "VOTE_POUR", r => r.VotesFor, ColumnKind.Number),
        new("contre", "VOTE_CONTRE", r => r.VotesAgainst, ColumnKind.Number),
        new("abstention", "VOTE_ABSTENTION", r => r.Abstentions ?? 0, ColumnKind.Number),
        new("url", "DELIB_URL", _ => null),
    ];

    internal sealed class Handler(PlatformDb db, Tallies tallies, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>, IRequestHandler<Scdl, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var (today, rules) = (tenant.Space.Today(clock), await DecisionRules.Of(db, tenant.Space, ct));
            var rows = await Rows(query.Filter.Apply(db, today).After(d => d.Date, d => d.Id, !query.Ascending, query.Cursor, query.Size), today).ToListAsync(ct);
            var counts = await DecisionCounts.Read(db, tallies, tenant.Id, query.Filter, today, ct);
            return new(rows.Page(r => r.Date, r => r.Id, counts.Total, query.Size), counts.Facets(query.Filter, tenant.Space.Words, rules.NeedRatification), new ListColumns<Row>(Columns(tenant.Space), query.Columns),
                counts.InSpace, counts.ThisYear(), counts.Open(), counts.Waiting(), counts.Publishable(), rules.Siret is not null, rules.NeedRatification, today);
        }

        public async Task<int> Handle(Export export, CancellationToken ct) =>
            await Write(export.To, "Registre des décisions", new ListColumns<Row>(Columns(tenant.Space), export.Of.Columns).InFile, export.Of.Filter.Apply(db, tenant.Space.Today(clock)), export.Of.Ascending, ct);

        public async Task<int> Handle(Scdl scdl, CancellationToken ct)
        {
            var siret = (await DecisionRules.Of(db, tenant.Space, ct)).Siret ?? throw new Invalid(scdl, "Siret", "Le SIRET de la structure manque.");
            return await Write(scdl.To, "Deliberations", Schema(tenant.Space, siret), scdl.Filter.Apply(db, tenant.Space.Today(clock)).Where(DecisionFilter.IsPublishable), false, ct);
        }

        private async Task<int> Write(ListFile to, string title, IReadOnlyList<Column<Row>> columns, IQueryable<Decision> found, bool ascending, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var ids = await found.InOrder(d => d.Date, d => d.Id, !ascending).Select(d => d.Id).ToListAsync(ct);
            return await to.Write(title, tenant.Space, today, columns, ListFile.InOrder<Row>(ids, async some => await Rows(db.Set<Decision>().Where(d => some.Contains(d.Id)), today).ToListAsync(ct), r => r.Id), ct);
        }

        private IQueryable<Row> Rows(IQueryable<Decision> found, DateOnly today) => found.Select(d => new Row(d.Id, d.BodyId, db.Set<Body>().Where(b => b.Id == d.BodyId).Select(b => b.Name).First(), d.MeetingId, d.Date, d.Code, d.Title, d.Text, d.Subject, d.Outcome, d.OutcomeNote,
            d.Seats, d.VotesFor, d.VotesAgainst, d.Abstentions, d.Recused, d.Lines.Count(l => l.State != CascadeState.NotConcerned),
            d.Lines.Count(l => l.State == CascadeState.Adopted || l.State == CascadeState.Amended || l.State == CascadeState.Refused),
            d.ExpectedBy < today ? d.Lines.Count(l => l.State == CascadeState.ToDo || l.State == CascadeState.OnAgenda) : 0));
    }
}
