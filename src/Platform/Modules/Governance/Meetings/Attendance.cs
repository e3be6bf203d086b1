using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Governance.Meetings;

/// <summary>A seat at a meeting: what its holder answered, and how it was held on the day.</summary>
[Display(Name = "Présence")]
public sealed class Attendance : TenantOwned
{
    private Attendance() { }

    internal Attendance(Meeting meeting, Mandate mandate, int position)
    {
        (MeetingId, Position) = (meeting.Id, position);
        Copy(mandate);
    }

    public Guid MeetingId { get; private set; }
    public Guid MandateId { get; private set; }
    [NotAudited] public int Position { get; private set; }
    [Display(Name = "Personne")] public Guid? PersonId { get; private set; }
    [Display(Name = "Organisation")] public Guid? OrganisationId { get; private set; }
    [Display(Name = "Fonction")] public MandateFunction Function { get; private set; }
    [Display(Name = "Précision")] public string? Precision { get; private set; }
    [Display(Name = "Vote")] public bool Votes { get; private set; }
    [Display(Name = "Collège")] public string? College { get; private set; }
    [Display(Name = "Voix")] public int Weight { get; private set; } = 1;
    [Display(Name = "Réponse")] public Coming? Answer { get; private set; }
    /// <summary>The seat of the substitute, or of whoever holds the proxy.</summary>
    public Guid? AnswerToId { get; private set; }
    public Guid? AnsweredById { get; private set; }
    [Personal(nameof(AnsweredById))] public string? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    [Display(Name = "Le jour même")] public Coming? Presence { get; private set; }
    public Guid? PresenceToId { get; private set; }
    public override string Label => $"Présence ({Mandate.TitleOf(Function, Precision)})";

    public string Title => Mandate.TitleOf(Function, Precision);

    internal void Copy(Mandate mandate) => (MandateId, PersonId, OrganisationId, Function, Precision, Votes, College, Weight) =
        (mandate.Id, mandate.PersonId, mandate.OrganisationId, mandate.Function, mandate.Precision, mandate.Votes, mandate.College, mandate.Weight);

    internal void Reply(Coming answer, Guid? to, Guid? account, string by, DateTimeOffset now) =>
        (Answer, AnswerToId, AnsweredById, AnsweredBy, AnsweredAt) = (answer, to, account, by, now);

    /// <summary>Whoever was to represent this seat sits no more.</summary>
    internal void Unsay() => (Answer, AnswerToId, AnsweredById, AnsweredBy, AnsweredAt) = (null, null, null, null, null);

    internal void Come(Coming? presence, Guid? to) => (Presence, PresenceToId) = (presence, to);

    internal sealed class Table : IEntityTypeConfiguration<Attendance>
    {
        public void Configure(EntityTypeBuilder<Attendance> b)
        {
            b.Ignore(a => a.Title);
            b.Property(a => a.Precision).HasMaxLength(Mandate.PrecisionLength);
            b.Property(a => a.College).HasMaxLength(Mandate.CollegeLength);
            b.Property(a => a.AnsweredBy).HasMaxLength(120);
            b.BelongsTo<Attendance, Mandate>(nameof(MandateId));
            b.BelongsTo<Attendance, Person>(nameof(PersonId));
            b.BelongsTo<Attendance, Organisation>(nameof(OrganisationId));
            b.BelongsTo<Attendance, Attendance>(nameof(AnswerToId));
            b.BelongsTo<Attendance, Attendance>(nameof(PresenceToId));
            b.HasIndex(a => new { a.TenantId, a.MeetingId, a.MandateId }).IsUnique();
            b.HasIndex(a => new { a.TenantId, a.PersonId });
        }
    }
}

/// <summary>Who is in the room: the voices that can be heard, and whether they are enough. By seat, never by weight: a quorum counts people.</summary>
public sealed class Hall
{
    private readonly IReadOnlyList<Attendance> seats;
    private readonly Body body;

    public Hall(Body body, IEnumerable<Attendance> attendances) => (this.body, seats) = (body, [.. attendances]);

    /// <summary>Members who hold their seat, or are represented in it; a vacant seat counts for nothing.</summary>
    public IReadOnlyList<Attendance> Voters => [.. seats.Where(s => s.Votes && (s.PersonId is not null || s.Presence is Coming.Substitute or Coming.Proxy))];

    /// <summary>Whether a voice can be heard for this seat.</summary>
    public bool Speaks(Attendance seat) => seat.Votes && seat.Presence switch
    {
        Coming.Present or Coming.Substitute => true,
        // Who holds it must still be there.
        Coming.Proxy => seats.Any(s => s.Id == seat.PresenceToId && s.Presence is Coming.Present),
        _ => false,
    };

    public IReadOnlyList<Attendance> Voices => [.. seats.Where(Speaks)];

    /// <param name="recused">Seats that take no part in the point: they do not count as there.</param>
    public Count Quorum(IReadOnlyCollection<Guid>? recused = null)
    {
        bool Counts(Attendance s) => Speaks(s) && recused?.Contains(s.Id) != true && (s.Presence != Coming.Proxy || body.ProxiesMakeQuorum);
        var groups = body.QuorumByCollege ? Voters.GroupBy(s => s.College ?? "").Where(g => g.Any()).ToList() : [];
        var colleges = groups.ConvertAll(g => new Part(g.Key, g.Count(Counts), g.Count(), body.Quorum.Needed(g.Count())));
        var (present, seatsInAll) = (Voters.Count(Counts), Voters.Count);
        var needed = body.QuorumByCollege ? colleges.Sum(c => c.Needed) : body.Quorum.Needed(seatsInAll);
        return new(present, seatsInAll, needed, body.Quorum == Contract.Quorum.None ? null : colleges.Count > 0 ? colleges.TrueForAll(c => c.IsMet) : present >= needed && seatsInAll > 0, colleges);
    }

    /// <param name="IsMet">Null: the body has no quorum.</param>
    public sealed record Count(int Present, int Seats, int Needed, bool? IsMet, IReadOnlyList<Part> Colleges);

    public sealed record Part(string College, int Present, int Seats, int Needed)
    {
        public bool IsMet => Present >= Needed;
    }

    /// <summary>What somebody says of a seat must hold in this room.</summary>
    /// <param name="taken">Seats already represented by that one.</param>
    public void Check(Attendance seat, Coming how, Guid? to, int taken)
    {
        if (how is Coming.Present or Coming.Absent) return;
        if (!seat.Votes) throw new RuleViolation("attendance.novote");
        var other = seats.FirstOrDefault(s => s.Id == to && s.Id != seat.Id) ?? throw new RuleViolation("attendance.who");
        if (how == Coming.Substitute && (other.Function != MandateFunction.Substitute || taken > 0)) throw new RuleViolation("attendance.substitute");
        if (how == Coming.Proxy && !other.Votes) throw new RuleViolation("attendance.proxy");
        if (how == Coming.Proxy && taken >= body.ProxiesEach) throw new RuleViolation("attendance.proxies", body.ProxiesEach);
    }
}
