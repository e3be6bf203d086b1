using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>The public commitments as data, a batch at a time in the order of their numbers: what is written of a large space never stands whole in memory.</summary>
public static class ReadOpenData
{
    public const int Batch = 500;

    [Anonymous]
    public sealed record Query(string? Cursor = null) : IRequest<Answer>;

    /// <param name="Next">Null after the last batch.</param>
    public sealed record Answer(IReadOnlyList<Record> Records, string? Next);

    /// <param name="State">As addresses write it: "en-cours".</param>
    public sealed record Record(Guid Id, int Number, string Title, string? Statement, string State, DateOnly StateOn, bool IsLate, bool IsSilent, bool IsBlocked,
        DateOnly? StartsOn, DateOnly? DueOn, int? Progress, DateOnly? LastNewsOn, string? Coalition, string? Theme, string? Axis)
    {
        public IReadOnlyList<string> Holders { get; init; } = [];
        /// <summary>"declare", "documente" or "verifie".</summary>
        public string Evidence { get; init; } = "";
        public IReadOnlyList<Document> Documents { get; init; } = [];
        public IReadOnlyList<Step> Steps { get; init; } = [];
        public IReadOnlyList<News> News { get; init; } = [];
        public DateOnly? AnsweredOn { get; init; }
        public string? Answer { get; init; }
    }

    /// <param name="Address">Begins with "~/" for a file, anywhere for a link.</param>
    public sealed record Document(string Name, string Address);

    public sealed record Step(string Title, DateOnly? DueOn, DateOnly? DoneOn, DateOnly? DroppedOn);

    /// <param name="Text">Null when it was not meant for everybody.</param>
    public sealed record News(DateOnly On, string Status, int? Progress, string? Text);

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var rows = await db.Set<Commitment>().Where(Commitment.Published).After(c => c.Number, c => c.Id, false, query.Cursor, Batch).Select(c => new
            {
                c.Id, c.Number, c.Title, c.Statement, c.State, c.StateOn, c.OpenDueOn, c.NextNewsDueOn, c.IsBlocked, c.StartsOn, c.DueOn, c.Progress, c.LastNewsOn, c.Evidence,
                Coalition = db.Set<Coalition>().Where(x => x.Id == c.CoalitionId).Select(x => x.Name).FirstOrDefault(),
                Theme = db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => t.Name).FirstOrDefault(),
                Axis = db.Set<Axis>().Where(a => a.Id == c.AxisId).Join(db.Set<Framework>().Where(f => f.IsPublic && f.ArchivedOn == null), a => a.FrameworkId, f => f.Id,
                    (a, f) => a.Number + ". " + a.Title).FirstOrDefault(),
                AnsweredOn = c.Answers.Select(a => (DateOnly?)a.AnsweredOn).FirstOrDefault(), Answer = c.Answers.Select(a => a.Text).FirstOrDefault(),
                HolderIds = c.Holders.OrderByDescending(h => h.IsLead).Select(h => h.OrganisationId).ToList(),
            }).ToListAsync(ct);
            var page = rows.Page(r => r.Number, r => r.Id, 0, Batch);
            var ids = page.Rows.Select(r => r.Id).ToList();
            var names = await mediator.Send(new OrganisationNames.Query(page.Rows.SelectMany(r => r.HolderIds)), ct);
            var steps = (await db.Set<Measure>().Where(m => ids.Contains(m.CommitmentId)).OrderBy(m => m.Order).ThenBy(m => m.Id)
                .Select(m => new { m.CommitmentId, Step = new Step(m.Title, m.DueOn, m.DoneOn, m.DroppedOn) }).ToListAsync(ct)).ToLookup(m => m.CommitmentId, m => m.Step);
            var news = (await Update.Standing(db).Where(u => ids.Contains(u.CommitmentId)).OrderBy(u => u.HappenedOn).ThenBy(u => u.RecordedAt)
                .Select(u => new { u.CommitmentId, u.HappenedOn, u.Status, u.Progress, Text = u.IsPublic ? u.Text : null }).ToListAsync(ct))
                .ToLookup(u => u.CommitmentId, u => new News(u.HappenedOn, EnumNames.Slug(u.Status), u.Progress, u.Text));
            var documents = (await db.Set<Evidence.Document>().Where(d => d.IsPublic && d.RemovedOn == null && d.CommitmentId != null && ids.Contains(d.CommitmentId.Value)).OrderBy(d => d.AddedAt).ThenBy(d => d.Id)
                .Select(d => new { d.CommitmentId, d.Id, d.Name, d.Address }).ToListAsync(ct)).ToLookup(d => d.CommitmentId!.Value, d => new Document(d.Name, d.Address ?? $"~/public/documents/{d.Id}"));
            return new([.. page.Rows.Select(r => new Record(r.Id, r.Number, r.Title, r.Statement, r.State.Slug(), r.StateOn, r.OpenDueOn < today, r.NextNewsDueOn < today,
                r.IsBlocked && r.State.IsOpen(), r.StartsOn, r.DueOn, r.Progress, r.LastNewsOn, r.Coalition, r.Theme, tenant.Space.Has(SpaceModules.Frameworks) ? r.Axis : null)
            {
                Evidence = EnumNames.Slug(r.Evidence), Documents = [.. documents[r.Id]],
                Holders = [.. r.HolderIds.Select(id => names[id])], Steps = [.. steps[r.Id]], News = [.. news[r.Id]], AnsweredOn = r.AnsweredOn, Answer = r.Answer,
            })], page.Next);
        }
    }
}
