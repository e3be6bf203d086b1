using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Updates;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>What is dated in a commitment (steps, the last news and changes of state, documents, verifications) in one round trip: five tables under one row shape.</summary>
internal sealed class CommitmentLedger
{
    private const int OfStep = 1, OfNews = 2, OfMove = 3, OfDocument = 4, OfVerification = 5, OfDay = 6;

    /// <summary>Documents and verifications, the latest; days with news on the frieze. Pages of their own hold the rest.</summary>
    private const int Most = 200;

    private sealed class Line
    {
        public int Kind { get; init; }
        public Guid Id { get; init; }
        public string? Title { get; init; }
        public string? Text { get; init; }
        public string? Reason { get; init; }
        public string? Who { get; init; }
        /// <summary>Rank of a step, status of news, new state.</summary>
        public int? Code { get; init; }
        /// <summary>Progress of news, old state.</summary>
        public int? Number { get; init; }
        public DateOnly? On { get; init; }
        public DateOnly? DoneOn { get; init; }
        public DateOnly? DroppedOn { get; init; }
        public DateTimeOffset? At { get; init; }
        /// <summary>Media type of a document.</summary>
        public string? Type { get; init; }
        /// <summary>Whoever took a document or a verification back.</summary>
        public string? Undone { get; init; }
        public bool? Flag { get; init; }
        /// <summary>Organisation responsible, news corrected, what a document or a verification is about.</summary>
        public Guid? First { get; init; }
        /// <summary>Person responsible.</summary>
        public Guid? Second { get; init; }
        /// <summary>Of the news that a correction replaces, and of the correction.</summary>
        public DateTimeOffset? Before { get; init; }
        public DateTimeOffset? After { get; init; }
    }

    private readonly List<Line> lines;

    private CommitmentLedger(List<Line> lines) => this.lines = lines;

    // The steps come first: their columns give the union its types. An arm that is cut is a subquery, where the engine takes an untyped null for a text:
    // what such an arm has no use for repeats a column of the right type, and nobody reads it.
    private static readonly FixedQuery<Guid, Line> Lines = new((db, id) => db.Set<Measure>().Where(m => m.CommitmentId == id)
        .Select(m => new Line
        {
            Kind = OfStep, Id = m.Id, Title = m.Title, Text = m.Details, Reason = m.DropReason, Who = m.DoneByName, Code = m.Order, Number = m.Version,
            On = m.DueOn, DoneOn = m.DoneOn, DroppedOn = m.DroppedOn, At = m.DoneAt, First = m.OrganisationId, Second = m.PersonId,
            Type = m.DropReason, Undone = m.DoneByName, Flag = m.DoneOn != null, Before = m.DoneAt, After = m.DoneAt,
        })
        .Concat(from u in db.Set<Update>().Where(u => u.CommitmentId == id).OrderByDescending(u => u.HappenedOn).ThenByDescending(u => u.RecordedAt).ThenByDescending(u => u.Id).Take(History.Size + 1)
                from before in db.Set<Update>().Where(b => b.Id == u.CorrectsId).DefaultIfEmpty()
                from after in db.Set<Update>().Where(a => a.CorrectsId == u.Id).DefaultIfEmpty()
                select new Line
                {
                    Kind = OfNews, Id = u.Id, Title = before!.AuthorName, Text = u.Text, Reason = null, Who = u.AuthorName, Code = (int)u.Status, Number = u.Progress,
                    On = u.HappenedOn, DoneOn = before.HappenedOn, DroppedOn = after!.HappenedOn, At = u.RecordedAt, First = u.CorrectsId, Second = u.CorrectsId,
                    Type = null, Undone = after.AuthorName, Flag = u.IsPublic, Before = before.RecordedAt, After = after.RecordedAt,
                })
        .Concat(db.Set<Update>().Where(u => u.CommitmentId == id).OrderByDescending(u => u.HappenedOn).ThenByDescending(u => u.RecordedAt).ThenByDescending(u => u.Id).Skip(History.Size + 1).Take(Most)
            .Select(u => new Line
            {
                Kind = OfDay, Id = u.Id, Title = null, Text = null, Reason = null, Who = null, Code = u.Progress, Number = u.Progress,
                On = u.HappenedOn, DoneOn = u.HappenedOn, DroppedOn = u.HappenedOn, At = u.RecordedAt, First = u.CorrectsId, Second = u.CorrectsId,
                Type = null, Undone = null, Flag = db.Set<Update>().Any(a => a.CorrectsId == u.Id), Before = u.RecordedAt, After = u.RecordedAt,
            }))
        .Concat(db.Set<Transition>().Where(t => t.CommitmentId == id).OrderByDescending(t => t.HappenedOn).ThenByDescending(t => t.RecordedAt).ThenByDescending(t => t.To).ThenByDescending(t => t.Id).Take(History.Size + 1).Select(t => new Line
        {
            Kind = OfMove, Id = t.Id, Title = null, Text = t.Reason, Reason = null, Who = t.AuthorName, Code = (int)t.To, Number = (int?)t.From,
            On = t.HappenedOn, DoneOn = t.HappenedOn, DroppedOn = t.HappenedOn, At = t.RecordedAt, First = t.CommitmentId, Second = t.CommitmentId,
            Type = null, Undone = null, Flag = t.From != null, Before = t.RecordedAt, After = t.RecordedAt,
        }))
        .Concat(db.Set<Document>().Where(d => d.CommitmentId == id).OrderByDescending(d => d.AddedAt).Take(Most).Select(d => new Line
        {
            Kind = OfDocument, Id = d.Id, Title = d.Name, Text = d.Address, Reason = d.RemovedReason, Who = d.AddedBy, Code = (int)d.Kind, Number = d.Size,
            On = d.RemovedOn, DoneOn = d.RemovedOn, DroppedOn = d.RemovedOn, At = d.AddedAt, First = d.OwnerKey, Second = d.AddedById,
            Type = d.MediaType, Undone = d.RemovedBy, Flag = d.IsPublic, Before = d.AddedAt, After = d.AddedAt,
        }))
        .Concat(db.Set<Verification>().Where(v => v.CommitmentId == id).OrderByDescending(v => v.VerifiedAt).Take(Most).Select(v => new Line
        {
            Kind = OfVerification, Id = v.Id, Title = null, Text = v.Note, Reason = v.WithdrawnReason, Who = v.VerifiedBy, Code = v.Version, Number = v.Version,
            On = v.VerifiedOn, DoneOn = v.WithdrawnOn, DroppedOn = v.WithdrawnOn, At = v.VerifiedAt, First = v.PlaceKey, Second = v.CommitmentId,
            Type = null, Undone = v.WithdrawnBy, Flag = v.WithdrawnOn != null, Before = v.VerifiedAt, After = v.VerifiedAt,
        })));

    public static async Task<CommitmentLedger> Read(PlatformDb db, Guid id, CancellationToken ct) => new(await Lines.ToList(db, id, ct));

    /// <summary>Organisations and people responsible for a step.</summary>
    public IReadOnlyList<Guid?> Parties => [.. lines.Where(l => l.Kind == OfStep).SelectMany(l => new[] { l.First, l.Second }).Where(id => id is not null)];

    public IReadOnlyList<ShowCommitment.Step> Steps(Func<Guid?, string?> name) => [.. lines.Where(l => l.Kind == OfStep).OrderBy(l => l.Code).ThenBy(l => l.Id)
        .Select(l => new ShowCommitment.Step(l.Id, l.Title!, l.Text, l.On, l.DoneOn, l.DroppedOn, l.Reason, name(l.First), name(l.Second)))];

    /// <summary>In the order in which they were put.</summary>
    public IReadOnlyList<DocumentLine> Documents() => [.. lines.Where(l => l.Kind == OfDocument).OrderBy(l => l.At).ThenBy(l => l.Id)
        .Select(l => new DocumentLine(l.Id, l.First!.Value, l.Title!, l.Text, l.Type, l.Number!.Value, l.Flag == true, l.At!.Value, l.Who!, l.DroppedOn, l.Undone, l.Reason))];

    public IReadOnlyList<VerificationLine> Verifications() => [.. lines.Where(l => l.Kind == OfVerification).OrderByDescending(l => l.At)
        .Select(l => new VerificationLine(l.Id, l.First!.Value, l.On!.Value, l.At!.Value, l.Who!, l.Text!, l.DroppedOn, l.Undone, l.Reason))];

    /// <summary>What the first page of the history is cut from.</summary>
    public IEnumerable<History.Event> Events() => lines.Where(l => l.Kind is OfNews or OfMove || (l.Kind == OfStep && l.DoneOn is not null)).Select(Event);

    /// <summary>Days of the news that nobody corrected.</summary>
    public IReadOnlyList<DateOnly> NewsDays() => [.. lines.Where(l => (l.Kind == OfNews && l.After is null) || l is { Kind: OfDay, Flag: false }).Select(l => l.On!.Value)];

    private static History.Event Event(Line l) => l.Kind switch
    {
        OfStep => new(History.Kind.Done, l.Id, l.DoneOn!.Value, l.At!.Value, l.Who!, l.Title),
        OfNews => new(History.Kind.News, l.Id, l.On!.Value, l.At!.Value, l.Who!, l.Text)
        {
            Status = (UpdateStatus)l.Code!.Value, Progress = l.Number, IsPublic = l.Flag == true,
            Corrects = History.Correction.Of(l.DoneOn, l.Before, l.Title), CorrectedBy = History.Correction.Of(l.DroppedOn, l.After, l.Undone),
        },
        _ => new(History.Kind.Move, l.Id, l.On!.Value, l.At!.Value, l.Who!, l.Text) { To = (CommitmentState)l.Code!.Value, From = (CommitmentState?)l.Number },
    };
}
