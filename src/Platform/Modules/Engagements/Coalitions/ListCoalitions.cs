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
    public const int Size = 50;

    [AnyMember]
    public sealed record Query(CoalitionFilter Filter, string? Cursor = null) : IRequest<Answer>;

    /// <param name="All">Of every coalition, for the first line.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, IReadOnlyList<(CoalitionState State, bool HasFacilitator)> All);

    public sealed record Row(Guid Id, string Name, CoalitionState State, PerimeterKind PerimeterKind, string Perimeter, string? Theme, int? Colour,
        int Members, string? Facilitator, int StepsDone, int Steps, int Commitments, int Late);

    internal sealed record Brief(Guid Id, string NameKey, string Name, CoalitionState State, PerimeterKind PerimeterKind, string Perimeter,
        Guid? ThemeId, string? Theme, int? Colour, Guid? PersonId, Guid? OrganisationId)
    {
        public bool HasFacilitator => PersonId is not null || OrganisationId is not null;
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var all = await Briefs(today).ToListAsync(ct);
            all.Sort((a, b) => (string.CompareOrdinal(a.NameKey, b.NameKey), a.Id.CompareTo(b.Id)) is var (name, id) && name != 0 ? name : id);
            var found = all.Where(query.Filter.Matches).ToList();
            var start = Guid.TryParse(query.Cursor, out var after) ? found.FindIndex(c => c.Id == after) + 1 : 0;
            var shown = found.Skip(start).Take(Size).ToList();

            var ids = shown.ConvertAll(c => c.Id);
            var details = await Details(ids, today).ToDictionaryAsync(d => d.Id, ct);
            var names = await mediator.Send(new NamesOf.Query(shown.Select(c => c.PersonId ?? c.OrganisationId)), ct);
            var rows = shown.ConvertAll(c => new Row(c.Id, c.Name, c.State, c.PerimeterKind, c.Perimeter, c.Theme, c.Colour, details[c.Id].Members,
                (c.PersonId ?? c.OrganisationId) is { } who ? names[who].Name : null,
                details[c.Id].StepsDone, details[c.Id].Steps, details[c.Id].Commitments, details[c.Id].Late));
            return new(new(rows, start + Size < found.Count ? shown[^1].Id.ToString() : null, found.Count),
                query.Filter.Facets(all, tenant.Space.Words), [.. all.Select(c => (c.State, c.HasFacilitator))]);
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
            db.Set<Commitment>().Count(k => k.CoalitionId == c.Id && k.OpenDueOn < today)));

        private sealed record Detail(Guid Id, int Members, int StepsDone, int Steps, int Commitments, int Late);
    }
}
