using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.RoadMaps;
using Platform.Modules.Engagements.Support;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>All that hangs on a coalition (members, terms of facilitators, documents, open requests for support, versions of the road map) in
/// one round trip: five tables under one row shape.</summary>
internal sealed class CoalitionLedger
{
    private const int OfDocument = 1, OfMember = 2, OfTerm = 3, OfRequest = 4, OfRound = 5;

    private sealed class Line
    {
        public int Kind { get; init; }
        public Guid Id { get; init; }
        /// <summary>Organisation; what a document hangs on.</summary>
        public Guid? First { get; init; }
        /// <summary>Person.</summary>
        public Guid? Second { get; init; }
        public string? Title { get; init; }
        public string? Text { get; init; }
        public string? Type { get; init; }
        public string? By { get; init; }
        public string? Undone { get; init; }
        public string? Reason { get; init; }
        /// <summary>Role, state, yes.</summary>
        public int? Code { get; init; }
        /// <summary>Size, number of the version.</summary>
        public int? Number { get; init; }
        /// <summary>No.</summary>
        public int? Less { get; init; }
        /// <summary>Without an answer.</summary>
        public int? Rest { get; init; }
        public DateOnly? Since { get; init; }
        public DateOnly? Until { get; init; }
        public DateTimeOffset? At { get; init; }
        public bool? Flag { get; init; }
    }

    private readonly List<Line> lines;

    private CoalitionLedger(List<Line> lines) => this.lines = lines;

    /// <param name="whole">Not the first of each only.</param>
    public static async Task<CoalitionLedger> Read(PlatformDb db, Guid id, DateOnly today, bool whole, CancellationToken ct)
    {
        var (members, others) = whole ? (Keyset.Printed, Keyset.Printed) : (GetCoalition.MostMembers, GetCoalition.MostOthers);
        return new(await Lines(db, id, today, members, others, DateTimeOffset.UnixEpoch).ToListAsync(ct));
    }

    // The documents come first: their columns give the union its types. An arm that is cut is a subquery, where the engine takes an untyped null for a text:
    // what such an arm has no use for repeats a value of the right type, and nobody reads it.
    private static IQueryable<Line> Lines(PlatformDb db, Guid id, DateOnly today, int members, int others, DateTimeOffset unread) => db.Set<Document>().Where(d => d.CoalitionId == id)
        .OrderByDescending(d => d.AddedAt).Take(ListDocuments.OnSheet + 1).Select(d => new Line
        {
            Kind = OfDocument, Id = d.Id, First = d.OwnerKey, Second = d.AddedById, Title = d.Name, Text = d.Address, Type = d.MediaType, By = d.AddedBy, Undone = d.RemovedBy, Reason = d.RemovedReason,
            Code = (int)d.Kind, Number = d.Size, Less = d.Size, Rest = d.Size, Since = d.RemovedOn, Until = d.RemovedOn, At = d.AddedAt, Flag = d.IsPublic,
        })
        .Concat(db.Set<CoalitionMember>().Where(m => m.CoalitionId == id && (m.LeftOn == null || m.LeftOn >= today)).OrderBy(m => m.Role).ThenBy(m => m.JoinedOn).ThenBy(m => m.Id).Take(members).Select(m => new Line
        {
            Kind = OfMember, Id = m.Id, First = m.OrganisationId, Second = m.OrganisationId, Title = null, Text = null, Type = null, By = null, Undone = null, Reason = null,
            Code = (int)m.Role, Number = m.Version, Less = m.Version, Rest = m.Version, Since = m.JoinedOn, Until = m.LeftOn, At = unread, Flag = m.LeftOn != null,
        }))
        .Concat(db.Set<CoalitionMember>().Where(m => m.CoalitionId == id && m.LeftOn < today).OrderByDescending(m => m.LeftOn).ThenBy(m => m.Id).Take(others).Select(m => new Line
        {
            Kind = OfMember, Id = m.Id, First = m.OrganisationId, Second = m.OrganisationId, Title = null, Text = null, Type = null, By = null, Undone = null, Reason = null,
            Code = (int)m.Role, Number = m.Version, Less = m.Version, Rest = m.Version, Since = m.JoinedOn, Until = m.LeftOn, At = unread, Flag = m.LeftOn != null,
        }))
        .Concat(db.Set<CoalitionFacilitator>().Where(f => f.CoalitionId == id).OrderByDescending(f => f.Since).Take(others).Select(f => new Line
        {
            Kind = OfTerm, Id = f.Id, First = f.OrganisationId, Second = f.PersonId, Title = null, Text = null, Type = null, By = null, Undone = null, Reason = null,
            Code = f.Version, Number = f.Version, Less = f.Version, Rest = f.Version, Since = f.Since, Until = f.Until, At = unread, Flag = f.Until != null,
        }))
        .Concat(db.Set<SupportRequest>().Where(r => r.CoalitionId == id && r.State < SupportState.Given).OrderBy(r => r.DueKey).ThenBy(r => r.Id).Take(others).Select(r => new Line
        {
            Kind = OfRequest, Id = r.Id, First = r.OwnerId, Second = r.OwnerId, Title = db.Set<GuideLine>().Where(l => l.Id == r.KindId).Select(l => l.Text).FirstOrDefault(), Text = null, Type = null, By = r.AskedBy, Undone = null, Reason = null,
            Code = (int)r.State, Number = r.Version, Less = r.Version, Rest = r.Version, Since = r.AskedOn, Until = r.DueOn, At = unread, Flag = r.Reason != null,
        }))
        .Concat(db.Set<RoadMapRound>().Where(r => r.CoalitionId == id).OrderByDescending(r => r.Number).Take(others).Select(r => new Line
        {
            Kind = OfRound, Id = r.Id, First = r.CoalitionId, Second = r.CoalitionId, Title = null, Text = null, Type = null, By = r.OpenedBy, Undone = null, Reason = null,
            Code = r.Answers.Count(a => a.Choice == RoadMapChoice.Yes), Number = r.Number, Less = r.Answers.Count(a => a.Choice == RoadMapChoice.No), Rest = r.Answers.Count(a => a.Choice == RoadMapChoice.None),
            Since = r.OpenedOn, Until = r.ClosedOn, At = unread, Flag = r.ClosedOn != null,
        }));

    /// <summary>Whoever is named: organisations and people.</summary>
    public IEnumerable<Guid?> Parties => lines.Where(l => l.Kind is OfMember or OfTerm).Select(l => l.First ?? l.Second).Concat(lines.Where(l => l.Kind == OfRequest).Select(l => l.Second)).Where(id => id is not null);

    public IEnumerable<(Guid Id, Guid Who, CoalitionRole Role, DateOnly Since, DateOnly? Until)> Members =>
        lines.Where(l => l.Kind == OfMember).Select(l => (l.Id, l.First!.Value, (CoalitionRole)l.Code!.Value, l.Since!.Value, l.Until));

    public IEnumerable<(Guid Id, Guid Who, DateOnly Since, DateOnly? Until)> Terms =>
        lines.Where(l => l.Kind == OfTerm).Select(l => (l.Id, (l.First ?? l.Second)!.Value, l.Since!.Value, l.Until));

    public IReadOnlyList<DocumentLine> Documents => [.. lines.Where(l => l.Kind == OfDocument).OrderBy(l => l.At).ThenBy(l => l.Id)
        .Select(l => new DocumentLine(l.Id, l.First!.Value, l.Title!, l.Text, l.Type, l.Number!.Value, l.Flag == true, l.At!.Value, l.By!, l.Until, l.Undone, l.Reason))];

    public IReadOnlyList<GetCoalition.Request> Requests(Func<Guid, string?> name) => [.. lines.Where(l => l.Kind == OfRequest).OrderBy(l => l.Until ?? DateOnly.MaxValue).ThenBy(l => l.Id)
        .Select(l => new GetCoalition.Request(l.Id, l.Title!, (SupportState)l.Code!.Value, l.Until, l.Second is { } owner ? name(owner) : null))];

    public IReadOnlyList<GetCoalition.Round> Rounds => [.. lines.Where(l => l.Kind == OfRound).OrderByDescending(l => l.Number)
        .Select(l => new GetCoalition.Round(l.Id, l.Number!.Value, l.Since!.Value, l.Until, new(l.Code!.Value, l.Less!.Value, l.Rest!.Value)))];
}
