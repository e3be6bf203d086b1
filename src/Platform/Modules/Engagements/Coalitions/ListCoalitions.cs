using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>The coalitions by name, with who facilitates today, how far each is and what it has promised. All of them are read for the
/// counts (a space has tens of them, not thousands), the shown ones in full.</summary>
public static class ListCoalitions
{
    [AnyMember]
    public sealed record Query(CoalitionFilter Filter, string? Cursor = null, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size) : IRequest<Answer>;

    /// <summary>The list as a file: all that the filter leaves.</summary>
    [AnyMember]
    public sealed record Export(Query Of, ListFile To) : IRequest<int>;

    /// <param name="All">Of every coalition, for the first line.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, IReadOnlyList<(CoalitionState State, bool HasFacilitator)> All);

    public sealed record Row(Guid Id, string Name, CoalitionState State, PerimeterKind PerimeterKind, string Perimeter, string? Theme, int? Colour,
        int Members, string? Facilitator, int StepsDone, int Steps, int Commitments, int Late, string? Purpose, DateOnly StartedOn);

    /// <summary>What the list may show and what files hold.</summary>
    public static IReadOnlyList<Column<Row>> Columns(Space space)
    {
        List<Column<Row>> columns =
        [
            new("nom", "Nom", r => r.Name) { Label = Word.Capital(space.Words.Coalition.Singular) },
            new("etat", "État", r => EnumNames.Of(r.State)) { Usual = true },
            new("animation", "Animation", r => r.Facilitator) { Usual = true },
            new("objectif", "Objectif", r => r.Purpose),
            new("nature", "Nature du périmètre", r => EnumNames.Of(r.PerimeterKind)),
            new("perimetre", "Périmètre", r => r.Perimeter),
            new("theme", "Thème", r => r.Theme),
            new("lancement", "Lancement", r => r.StartedOn, ColumnKind.Date),
            new("etapes", "Étapes faites", r => r.StepsDone, ColumnKind.Number),
            new("membres", "Membres", r => r.Members, ColumnKind.Number) { Label = Word.Capital(space.Words.Member.Plural), Usual = true },
            new("engagements", "Engagements", r => r.Commitments, ColumnKind.Number) { Label = Word.Capital(space.Words.Commitment.Plural), Usual = true },
            new("retard", "Engagements en retard", r => r.Late, ColumnKind.Number) { Label = "En retard" },
            new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
        ];
        if (!space.Has(SpaceModules.Engagements)) columns.RemoveAll(c => c.Key is "engagements" or "retard");
        return columns;
    }

    internal sealed record Brief(Guid Id, string NameKey, string Name, CoalitionState State, PerimeterKind PerimeterKind, string Perimeter,
        Guid? ThemeId, string? Theme, int? Colour, Guid? PersonId, Guid? OrganisationId)
    {
        public bool HasFacilitator => PersonId is not null || OrganisationId is not null;
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var all = await All(today, ct);
            var found = all.Where(query.Filter.Matches).ToList();
            var start = Guid.TryParse(query.Cursor, out var after) ? found.FindIndex(c => c.Id == after) + 1 : 0;
            var shown = found.Skip(start).Take(query.Size).ToList();
            return new(new(await Rows(shown, today, ct), start + query.Size < found.Count ? shown[^1].Id.ToString() : null, found.Count),
                query.Filter.Facets(all, tenant.Space.Words), new(Columns(tenant.Space), query.Columns), [.. all.Select(c => (c.State, c.HasFacilitator))]);
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var rows = await Rows((await All(today, ct)).FindAll(export.Of.Filter.Matches), today, ct);
            return await export.To.Write(Word.Capital(tenant.Space.Words.Coalition.Plural), tenant.Space, today, new ListColumns<Row>(Columns(tenant.Space), export.Of.Columns).InFile,
                rows.ToAsyncEnumerable(), ct);
        }

        private async Task<List<Brief>> All(DateOnly today, CancellationToken ct)
        {
            var all = await Briefs(today).ToListAsync(ct);
            all.Sort((a, b) => (string.CompareOrdinal(a.NameKey, b.NameKey), a.Id.CompareTo(b.Id)) is var (name, id) && name != 0 ? name : id);
            return all;
        }

        private async Task<List<Row>> Rows(List<Brief> shown, DateOnly today, CancellationToken ct)
        {
            var ids = shown.ConvertAll(c => c.Id);
            var details = await Details(ids, today).ToDictionaryAsync(d => d.Id, ct);
            var names = await mediator.Send(new NamesOf.Query(shown.Select(c => c.PersonId ?? c.OrganisationId)), ct);
            return shown.ConvertAll(c => new Row(c.Id, c.Name, c.State, c.PerimeterKind, c.Perimeter, c.Theme, c.Colour, details[c.Id].Members,
                (c.PersonId ?? c.OrganisationId) is { } who ? names[who].Name : null,
                details[c.Id].StepsDone, details[c.Id].Steps, details[c.Id].Commitments, details[c.Id].Late, details[c.Id].Purpose, details[c.Id].StartedOn));
        }

        private IQueryable<Brief> Briefs(DateOnly today) => db.Set<Coalition>().Select(c => new Brief(c.Id, c.NameKey, c.Name, c.State, c.PerimeterKind, c.Perimeter,
            c.ThemeId, db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => t.Name).FirstOrDefault(),
            db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => (int?)t.Colour).FirstOrDefault(),
            c.Facilitators.Where(f => f.Since <= today && (f.Until == null || f.Until >= today)).OrderByDescending(f => f.Since).Select(f => f.PersonId).FirstOrDefault(),
            c.Facilitators.Where(f => f.Since <= today && (f.Until == null || f.Until >= today)).OrderByDescending(f => f.Since).Select(f => f.OrganisationId).FirstOrDefault()));

        private IQueryable<Detail> Details(List<Guid> ids, DateOnly today) => db.Set<Coalition>().Where(c => ids.Contains(c.Id)).Select(c => new Detail(c.Id,
            c.Members.Count(m => m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today)),
            c.Steps.Count(s => db.Set<GuideLine>().Any(l => l.Id == s.LineId && l.RetiredOn == null)),
            db.Set<GuideLine>().Count(l => l.RetiredOn == null && l.Part < GuidePart.Functioning),
            db.Set<Commitment>().Count(k => k.CoalitionId == c.Id && k.State != CommitmentState.Abandoned),
            db.Set<Commitment>().Count(k => k.CoalitionId == c.Id && k.OpenDueOn < today), c.Purpose, c.StartedOn));

        private sealed record Detail(Guid Id, int Members, int StepsDone, int Steps, int Commitments, int Late, string? Purpose, DateOnly StartedOn);
    }
}
