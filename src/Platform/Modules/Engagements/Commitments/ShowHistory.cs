using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Updates;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>A page of a commitment's history. The sheet shows the first one.</summary>
public static class ShowHistory
{
    /// <param name="Cursor">Where the page before ended.</param>
    [AnyMember]
    public sealed record Query(Guid Id, string? Cursor) : IRequest<Answer>;

    /// <param name="Next">The cursor of older lines; null when there are none.</param>
    public sealed record Answer(string Title, History.Shown Shown, string? Next);

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var head = await db.Set<Commitment>().Where(c => c.Id == query.Id).Select(c => new { c.Title, IsPublished = c.Visibility == Visibility.Public && c.State != CommitmentState.Draft })
                .SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Commitment));
            var mark = History.Mark.Read(query.Cursor);
            var steps = await db.Set<Measure>().Where(m => m.CommitmentId == query.Id && m.DoneOn != null)
                .Select(m => new History.Event(History.Kind.Done, m.Id, m.DoneOn!.Value, m.DoneAt!.Value, m.DoneByName!, m.Title)).ToListAsync(ct);
            var (events, next) = History.Page([.. await News(query.Id, mark).ToListAsync(ct), .. await Moves(query.Id, mark).ToListAsync(ct), .. steps.Where(s => mark?.IsAbove(s) != false)]);
            var keys = events.Select(e => e.Id).ToList();
            var documents = await db.Set<Document>().Where(d => d.CommitmentId == query.Id && d.UpdateId != null && keys.Contains(d.OwnerKey)).OrderBy(d => d.AddedAt).ThenBy(d => d.Id)
                .Select(Document.Line).ToListAsync(ct);
            var verifications = await db.Set<Verification>().Where(v => v.CommitmentId == query.Id && keys.Contains(v.PlaceKey)).OrderByDescending(v => v.VerifiedAt)
                .Select(v => new VerificationLine(v.Id, v.PlaceKey, v.VerifiedOn, v.VerifiedAt, v.VerifiedBy, v.Note, v.WithdrawnOn, v.WithdrawnBy, v.WithdrawnReason)).ToListAsync(ct);
            return new(head.Title, new(query.Id, events, documents, verifications, await NewsRight.Has(query.Id, db, mediator, memberships, ct), head.IsPublished), next);
        }

        private IQueryable<History.Event> News(Guid id, History.Mark? mark) =>
            from u in History.After(db.Set<Update>().Where(u => u.CommitmentId == id), mark)
            from before in db.Set<Update>().Where(b => b.Id == u.CorrectsId).DefaultIfEmpty()
            from after in db.Set<Update>().Where(a => a.CorrectsId == u.Id).DefaultIfEmpty()
            select new History.Event(History.Kind.News, u.Id, u.HappenedOn, u.RecordedAt, u.AuthorName, u.Text)
            {
                Status = u.Status, Progress = u.Progress, IsPublic = u.IsPublic,
                Corrects = History.Correction.Of((DateOnly?)before!.HappenedOn, (DateTimeOffset?)before.RecordedAt, before.AuthorName),
                CorrectedBy = History.Correction.Of((DateOnly?)after!.HappenedOn, (DateTimeOffset?)after.RecordedAt, after.AuthorName),
            };

        private IQueryable<History.Event> Moves(Guid id, History.Mark? mark) => History.After(db.Set<Transition>().Where(t => t.CommitmentId == id), mark)
            .Select(t => new History.Event(History.Kind.Move, t.Id, t.HappenedOn, t.RecordedAt, t.AuthorName, t.Reason) { From = t.From, To = t.To });
    }
}
