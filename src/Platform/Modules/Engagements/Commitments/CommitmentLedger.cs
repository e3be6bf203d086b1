using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Updates;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>All that is dated in a commitment (steps, news, changes of state, documents, verifications) in one round trip: five tables under one row shape.</summary>
internal sealed class CommitmentLedger
{
    private const int OfStep = 1, OfNews = 2, OfMove = 3, OfDocument = 4, OfVerification = 5;

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
    }

    private readonly List<Line> lines;

    private CommitmentLedger(List<Line> lines) => this.lines = lines;

    // The steps come first: their columns give the union its types.
    private static readonly FixedQuery<Guid, Line> Lines = new((db, id) => db.Set<Measure>().Where(m => m.CommitmentId == id)
        .Select(m => new Line
        {
            Kind = OfStep, Id = m.Id, Title = m.Title, Text = m.Details, Reason = m.DropReason, Who = m.DoneByName, Code = m.Order, Number = m.Version,
            On = m.DueOn, DoneOn = m.DoneOn, DroppedOn = m.DroppedOn, At = m.DoneAt, First = m.OrganisationId, Second = m.PersonId,
            Type = m.DropReason, Undone = m.DoneByName, Flag = m.DoneOn != null,
        })
        .Concat(db.Set<Update>().Where(u => u.CommitmentId == id).Select(u => new Line
        {
            Kind = OfNews, Id = u.Id, Title = null, Text = u.Text, Reason = null, Who = u.AuthorName, Code = (int)u.Status, Number = u.Progress,
            On = u.HappenedOn, DoneOn = null, DroppedOn = null, At = u.RecordedAt, First = u.CorrectsId, Second = null,
            Type = null, Undone = null, Flag = u.IsPublic,
        }))
        .Concat(db.Set<Transition>().Where(t => t.CommitmentId == id).Select(t => new Line
        {
            Kind = OfMove, Id = t.Id, Title = null, Text = t.Reason, Reason = null, Who = t.AuthorName, Code = (int)t.To, Number = (int?)t.From,
            On = t.HappenedOn, DoneOn = null, DroppedOn = null, At = t.RecordedAt, First = null, Second = null,
            Type = null, Undone = null, Flag = null,
        }))
        .Concat(db.Set<Document>().Where(d => d.CommitmentId == id).Select(d => new Line
        {
            Kind = OfDocument, Id = d.Id, Title = d.Name, Text = d.Address, Reason = d.RemovedReason, Who = d.AddedBy, Code = (int)d.Kind, Number = d.Size,
            On = null, DoneOn = null, DroppedOn = d.RemovedOn, At = d.AddedAt, First = d.OwnerKey, Second = null,
            Type = d.MediaType, Undone = d.RemovedBy, Flag = d.IsPublic,
        }))
        .Concat(db.Set<Verification>().Where(v => v.CommitmentId == id).Select(v => new Line
        {
            Kind = OfVerification, Id = v.Id, Title = null, Text = v.Note, Reason = v.WithdrawnReason, Who = v.VerifiedBy, Code = null, Number = null,
            On = v.VerifiedOn, DoneOn = null, DroppedOn = v.WithdrawnOn, At = v.VerifiedAt, First = v.PlaceKey, Second = null,
            Type = null, Undone = v.WithdrawnBy, Flag = null,
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

    /// <summary>The history, newest first; a correction and what it corrects know each other.</summary>
    public IReadOnlyList<ShowCommitment.Event> Events()
    {
        var events = lines.Where(l => l.Kind is OfNews or OfMove || (l.Kind == OfStep && l.DoneOn is not null)).Select(Event).ToList();
        var corrections = events.Where(e => e.CorrectsId is not null).ToDictionary(e => e.CorrectsId!.Value);
        var byId = events.ToDictionary(e => e.Id);
        return [.. events.Select(e => e with { CorrectedBy = corrections.GetValueOrDefault(e.Id), Corrects = e.CorrectsId is { } id ? byId.GetValueOrDefault(id) : null })
            // Logged after the fact, several moves have one instant: the furthest state came last.
            .OrderByDescending(e => e.On).ThenByDescending(e => e.At).ThenByDescending(e => e.To).ThenByDescending(e => e.Id)];
    }

    private static ShowCommitment.Event Event(Line l) => l.Kind switch
    {
        OfStep => new(ShowCommitment.EventKind.Done, l.Id, l.DoneOn!.Value, l.At!.Value, l.Who!, l.Title),
        OfNews => new(ShowCommitment.EventKind.News, l.Id, l.On!.Value, l.At!.Value, l.Who!, l.Text) { Status = (UpdateStatus)l.Code!.Value, Progress = l.Number, CorrectsId = l.First, IsPublic = l.Flag == true },
        _ => new(ShowCommitment.EventKind.Move, l.Id, l.On!.Value, l.At!.Value, l.Who!, l.Text) { To = (CommitmentState)l.Code!.Value, From = (CommitmentState?)l.Number },
    };
}
