using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Support;

/// <summary>The requests for support, most pressing first. All of them are read for the counts: a space has tens of them a year.</summary>
public static class ListSupport
{
    public const int Size = 50;

    [AnyMember]
    public sealed record Query(SupportFilter Filter, string? Cursor, IReadOnlyList<string>? Columns = null) : IRequest<Answer>;

    /// <param name="Open">Of all of them, for the first line; likewise <paramref name="Late"/> and <paramref name="Waiting"/> (asked, without an answer).</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, int All, int Open, int Late, int Waiting, DateOnly Today);

    [AnyMember]
    public sealed record Export(Query Query, IReadOnlyList<Guid> Ticked, ListFile To) : IRequest<int>;

    public sealed record Row(Guid Id, Guid CoalitionId, string Coalition, Guid KindId, string Kind, string? Details, SupportState State, DateOnly? DueOn, DateOnly? OpenDueOn,
        DateOnly AskedOn, string AskedBy, Guid? OwnerId, string? Reason)
    {
        public string? Owner { get; init; }
        public DateOnly Today { get; init; }

        public bool IsLate => OpenDueOn < Today;
    }

    public static IReadOnlyList<Column<Row>> Columns(Space space) =>
    [
        new("appui", "Appui", r => r.Kind),
        new("coalition", Word.Capital(Vocabulary.DefaultOf("coalition").Singular), r => r.Coalition) { Label = Word.Capital(space.Words.Coalition.Singular), Usual = true },
        new("etat", "État", r => EnumNames.Of(r.State)) { Usual = true },
        new("echeance", "Pour le", r => r.DueOn, ColumnKind.Date) { Usual = true },
        new("suivi", "Suivie par", r => r.Owner) { Usual = true },
        new("demandee", "Demandée le", r => r.AskedOn, ColumnKind.Date),
        new("par", "Demandée par", r => r.AskedBy),
        new("precisions", "Précisions", r => r.Details),
        new("motif", "Motif ou résultat", r => r.Reason),
        new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
    ];

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var all = await Read(ct);
            var found = all.Where(query.Filter.Matches).ToList();
            var start = Guid.TryParse(query.Cursor, out var after) ? found.FindIndex(r => r.Id == after) + 1 : 0;
            var shown = found.Skip(start).Take(Size).ToList();
            return new(new(shown, start + Size < found.Count ? shown[^1].Id.ToString() : null, found.Count), query.Filter.Facets(all, tenant.Space.Words),
                new ListColumns<Row>(Columns(tenant.Space), query.Columns), all.Count, all.Count(r => r.State < SupportState.Given), all.Count(r => r.IsLate),
                all.Count(r => r.State == SupportState.Asked), tenant.Space.Today(clock));
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var rows = (await Read(ct)).Where(r => export.Ticked.Count > 0 ? export.Ticked.Contains(r.Id) : export.Query.Filter.Matches(r));
            var columns = new ListColumns<Row>(Columns(tenant.Space), export.Query.Columns);
            return await export.To.Write("Demandes d’appui", tenant.Space, tenant.Space.Today(clock), columns.InFile, rows.ToAsyncEnumerable(), ct);
        }

        private async Task<List<Row>> Read(CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var rows = await db.Set<SupportRequest>().OrderBy(r => r.DueKey).ThenBy(r => r.Id).Select(r => new Row(r.Id, r.CoalitionId,
                db.Set<Coalition>().Where(c => c.Id == r.CoalitionId).Select(c => c.Name).First(), r.KindId, db.Set<GuideLine>().Where(l => l.Id == r.KindId).Select(l => l.Text).First(),
                r.Details, r.State, r.DueOn, r.OpenDueOn, r.AskedOn, r.AskedBy, r.OwnerId, r.Reason)).ToListAsync(ct);
            var names = await mediator.Send(new NamesOf.Query(rows.Select(r => r.OwnerId)), ct);
            return rows.ConvertAll(r => r with { Today = today, Owner = r.OwnerId is { } id ? names.GetValueOrDefault(id)?.Name : null });
        }
    }
}
