using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Tags;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Closing;

/// <summary>What became of the invitations: how many were invited, answered, came; by why they were invited, by organisation, by group, and beside the
/// edition before. Counts only, no name: they are the same once the names are erased.</summary>
public static class ReadStatistics
{
    [AnyMember]
    public sealed record Query(Guid EditionId) : IRequest<Answer>;

    [AnyMember]
    public sealed record Export(Guid EditionId, ListFile To) : IRequest<int>;

    /// <param name="Before">The same of the edition before; null when there is none.</param>
    public sealed record Answer(Guid Id, string Title, Figures All, string? BeforeTitle, Figures? Before, IReadOnlyList<Row> Sources, IReadOnlyList<Row> Organisations, IReadOnlyList<Row> Groups, DateOnly NamesUntil, DateOnly? PurgedOn, bool MayOrganise)
    {
        public Chart Overall => new("Invités, réponses et présents", "", ["Invités", "Ont répondu", "Ont dit venir", "Sont venus"], Before is { } before
            ? [new Shared.Tags.Series(BeforeTitle!, Values(before), Shared.Tone.Neutral), new Shared.Tags.Series(Title, Values(All))] : [new Shared.Tags.Series(Title, Values(All))]);

        public Chart BySource => new("Invités et présents, selon la raison de l’invitation", "Invités au titre de", [.. Sources.Select(s => s.Name)],
            [new Shared.Tags.Series("Invités", [.. Sources.Select(s => (decimal?)s.Now.Invited)], Shared.Tone.Neutral), new Shared.Tags.Series("Venus", [.. Sources.Select(s => (decimal?)s.Now.Came)])]) { Horizontal = true };

        private static IReadOnlyList<decimal?> Values(Figures f) => [f.Invited, f.Answered, f.Coming, f.Came];
    }

    /// <summary>Guests, but for <paramref name="Companions"/>: those whom guests who came had announced.</summary>
    /// <param name="WalkIns">Of those who came, those whom nobody had invited.</param>
    public sealed record Figures(int Invited, int Answered, int Coming, int Came, int Companions, int WalkIns)
    {
        public int Present => Came + Companions;
        /// <summary>Of those invited, in percent.</summary>
        public int Rate => Invited == 0 ? 0 : (int)Math.Round(100m * (Came - WalkIns) / Invited);
    }

    public sealed record Row(string Kind, string Name, Figures Now, Figures? Before);

    private sealed record Line(GuestSource Source, GuestState State, Guid? OrganisationId, Guid? GroupId, bool Answered, bool Said, int Count, int Seats);

    private static IReadOnlyList<Column<Row>> Columns(string? before) =>
    [
        new("nature", "Nature", r => r.Kind), new("libelle", "Libellé", r => r.Name), new("invites", "Invités", r => r.Now.Invited, ColumnKind.Number), new("repondu", "Ont répondu", r => r.Now.Answered, ColumnKind.Number),
        new("annonces", "Ont dit venir", r => r.Now.Coming, ColumnKind.Number), new("venus", "Sont venus", r => r.Now.Came, ColumnKind.Number), new("accompagnants", "Accompagnants annoncés", r => r.Now.Companions, ColumnKind.Number),
        new("sans-invitation", "Venus sans invitation", r => r.Now.WalkIns, ColumnKind.Number),
        .. before is null ? Array.Empty<Column<Row>>() : [new("avant-invites", $"Invités, {before}", r => r.Before?.Invited, ColumnKind.Number), new("avant-venus", $"Venus, {before}", r => r.Before?.Came, ColumnKind.Number)],
    ];

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, Memberships memberships, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var edition = await ForumEdition.Of(db, query.EditionId, ct);
            var before = edition.SeriesId is not { } series ? null : await db.Set<ForumEdition>().Where(e => e.SeriesId == series && e.StartsOn < edition.StartsOn && e.CancelledOn == null)
                .OrderByDescending(e => e.StartsOn).Select(e => new { e.Id, e.Title }).FirstOrDefaultAsync(ct);
            var now = await Lines(edition.Id, ct);
            var then = before is null ? null : await Lines(before.Id, ct);
            var ids = now.Concat(then ?? []).SelectMany(l => new[] { l.OrganisationId }).OfType<Guid>().Distinct().ToList();
            var names = await mediator.Send(new NamesOf.Query(ids.Select(i => (Guid?)i)), ct);
            var groups = await db.Set<ForumGroup>().Where(g => g.EditionId == edition.Id || (before != null && g.EditionId == before.Id)).Select(g => new { g.Id, g.EditionId, g.Name, g.NameKey }).ToListAsync(ct);
            return new(edition.Id, edition.Title, Count(now), before?.Title, then is null ? null : Count(then),
                [.. Enum.GetValues<GuestSource>().Where(s => s != GuestSource.None && now.Concat(then ?? []).Any(l => l.Source.HasFlag(s))).Select(s => Row("Au titre de", EnumNames.Of(s), l => l.Source.HasFlag(s), l => l.Source.HasFlag(s)))],
                [.. ids.Select(id => Row("Organisation", names.GetValueOrDefault(id)?.Name ?? "–", l => l.OrganisationId == id, l => l.OrganisationId == id)).OrderByDescending(r => r.Now.Came).ThenByDescending(r => r.Now.Invited).ThenBy(r => r.Name, StringComparer.CurrentCulture)],
                [.. groups.Where(g => g.EditionId == edition.Id).OrderBy(g => g.NameKey).Select(g =>
                {
                    // A group is made anew each year: it is the same by its name.
                    var twin = groups.Find(x => x.EditionId != edition.Id && x.NameKey == g.NameKey)?.Id;
                    return Row("Groupe", g.Name, l => l.GroupId == g.Id, l => twin != null && l.GroupId == twin);
                })], edition.NamesUntil(tenant.Space.GuestMonths), edition.PurgedOn, memberships.May(ForumPermissions.Organise));

            Row Row(string kind, string name, Func<Line, bool> of, Func<Line, bool> ofThen) => new(kind, name, Count(now.Where(of)), then is null ? null : Count(then.Where(ofThen)));
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var answer = await Handle(new Query(export.EditionId), ct);
            return await export.To.Write("Bilan du forum", tenant.Space, tenant.Space.Today(clock), Columns(answer.BeforeTitle),
                new[] { new Row("Ensemble", answer.Title, answer.All, answer.Before) }.Concat(answer.Sources).Concat(answer.Organisations).Concat(answer.Groups).ToAsyncEnumerable(), ct);
        }

        // Whoever was taken off, or never was written to and never answered, is nobody's guest.
        private Task<List<Line>> Lines(Guid edition, CancellationToken ct) => db.Set<ForumGuest>().Where(g => g.EditionId == edition && g.State != GuestState.Cancelled && g.State != GuestState.Draft && g.State != GuestState.Unconfirmed)
            .GroupBy(g => new { g.Source, g.State, g.OrganisationId, g.GroupId, Answered = g.Answer != null, Said = g.Answer == GuestState.Accepted })
            .Select(g => new Line(g.Key.Source, g.Key.State, g.Key.OrganisationId, g.Key.GroupId, g.Key.Answered, g.Key.Said, g.Count(), g.Sum(x => x.Seats))).ToListAsync(ct);

        private static Figures Count(IEnumerable<Line> lines)
        {
            var all = lines.ToList();
            int Of(Func<Line, bool> which) => all.Where(which).Sum(l => l.Count);
            return new(Of(l => !IsWalkIn(l)), Of(l => l.Answered && !IsWalkIn(l)), Of(l => l.Said && !IsWalkIn(l)), Of(l => l.State == GuestState.Attended), all.Where(l => l.State == GuestState.Attended).Sum(l => l.Seats - l.Count), Of(l => IsWalkIn(l) && l.State == GuestState.Attended));
        }

        private static bool IsWalkIn(Line line) => line.Source.HasFlag(GuestSource.OnSite);
    }
}
