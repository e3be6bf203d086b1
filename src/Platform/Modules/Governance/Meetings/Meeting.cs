using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.People;
using Platform.Modules.Shared;

namespace Platform.Modules.Governance.Meetings;

/// <summary>A body meets: when, where, about what, who came, what was said. It is cancelled, never deleted.</summary>
[Display(Name = "Réunion")]
public sealed class Meeting : TenantOwned
{
    public const int TitleLength = 120, PlaceLength = 200, LinkLength = 500, NotesLength = 2000, ApprovalLength = 300, LastMinute = 24 * 60 - 1;

    private Meeting() { }

    public Meeting(Guid bodyId, DateOnly date) => (BodyId, Date) = (bodyId, date);

    public Guid BodyId { get; private set; }
    /// <summary>What tells it from the body's other meetings: "élargie aux maires".</summary>
    [Display(Name = "Objet")] public string? Title { get; private set; }
    [Display(Name = "Date")] public DateOnly Date { get; private set; }
    /// <summary>Minutes after midnight in the space's zone.</summary>
    [Display(Name = "Début (minutes depuis minuit)")] public int? StartMinute { get; private set; }
    [Display(Name = "Fin (minutes depuis minuit)")] public int? EndMinute { get; private set; }
    [Display(Name = "Lieu")] public string? Place { get; private set; }
    [Display(Name = "Lien de visioconférence")] public string? VideoLink { get; private set; }
    [Display(Name = "Mot de la convocation")] public string? Notes { get; private set; }
    [Display(Name = "État")] public MeetingState State { get; private set; } = MeetingState.Planned;
    /// <summary>SEQUENCE of the calendar entry: grows when time, place or state change.</summary>
    [NotAudited] public int Sequence { get; private set; }
    [Display(Name = "Réponse attendue pour le")] public DateOnly? AnswerBy { get; private set; }
    [Display(Name = "Convoquée le")] public DateTimeOffset? ConvenedAt { get; private set; }
    [Display(Name = "Présidence de séance")] public Guid? ChairId { get; private set; }
    [Display(Name = "Secrétariat de séance")] public Guid? SecretaryId { get; private set; }
    [Display(Name = "Compte rendu approuvé le")] public DateOnly? ApprovedOn { get; private set; }
    [Display(Name = "Approbation")] public string? Approval { get; private set; }
    [Display(Name = "Restitution envoyée le")] public DateTimeOffset? RestitutedAt { get; private set; }
    public List<AgendaItem> Items { get; private set; } = [];
    public List<Attendance> Attendances { get; private set; } = [];
    /// <summary>By what it is found, beside the name of its body.</summary>
    public IEnumerable<string?> Searched => [Title, Place];

    public override string Label => Title is null ? $"Réunion du {French.Date(Date)}" : $"{Title}, {French.Date(Date)}";

    public bool IsOver => State is MeetingState.Held or MeetingState.Cancelled;

    public void Plan(string? title, DateOnly date, int? start, int? end, string? place, string? videoLink, string? notes)
    {
        if (State is MeetingState.Cancelled) throw new RuleViolation("meeting.cancelled");
        if ((date, start, end, place, videoLink) != (Date, StartMinute, EndMinute, Place, VideoLink)) Sequence++;
        (Title, Date, StartMinute, EndMinute, Place, VideoLink, Notes) = (title, date, start, end, place, videoLink, notes);
    }

    /// <summary>Those who sit on that day, as they sit then: once somebody is noted as there or not, later changes of the composition leave it as it was.</summary>
    public void Seat(IEnumerable<Mandate> mandates)
    {
        var running = mandates.Where(m => m.RunsOn(Date)).OrderByDescending(m => m.Votes).ThenBy(m => m.Function).ThenBy(m => m.Start).ToList();
        // Replaced since they were called, or no more in office on the day to which the meeting moved: they are no members that the quorum counts.
        var gone = Attendances.FindAll(a => a.Presence is null && !running.Exists(m => m.Id == a.MandateId));
        foreach (var mandate in running)
        {
            // Who has taken another function keeps the answer given.
            var known = Attendances.Find(a => a.MandateId == mandate.Id) ?? gone.Find(a => a.PersonId is not null && a.PersonId == mandate.PersonId);
            if (known is not null)
            {
                known.Copy(mandate);
                gone.Remove(known);
            }
            // One person has one voice, whatever the number of functions.
            else if (mandate.PersonId is null || !Attendances.Exists(a => a.PersonId == mandate.PersonId)) Attendances.Add(new Attendance(this, mandate, Attendances.Count == 0 ? 0 : Attendances.Max(a => a.Position) + 1));
        }
        foreach (var seat in gone)
        {
            foreach (var represented in Attendances.Where(a => a.AnswerToId == seat.Id)) represented.Unsay();
            Attendances.Remove(seat);
        }
    }

    public void Convene(DateTimeOffset now, DateOnly? answerBy)
    {
        if (IsOver) throw new RuleViolation("meeting.over");
        if (State == MeetingState.Planned) (State, Sequence) = (MeetingState.Convened, Sequence + 1);
        (ConvenedAt, AnswerBy) = (now, answerBy);
    }

    public void Open(Guid? chair, Guid? secretary)
    {
        if (State == MeetingState.Cancelled) throw new RuleViolation("meeting.cancelled");
        if (State is MeetingState.Planned or MeetingState.Convened) State = MeetingState.Open;
        (ChairId, SecretaryId) = (chair, secretary);
    }

    public void Close() => State = State is MeetingState.Open or MeetingState.Held ? MeetingState.Held : throw new RuleViolation("meeting.notopen");

    /// <summary>Somebody forgot something: the minutes are approved anew after.</summary>
    public void Reopen()
    {
        if (State != MeetingState.Held) throw new RuleViolation("meeting.notopen");
        (State, ApprovedOn, Approval) = (MeetingState.Open, null, null);
    }

    public void Cancel()
    {
        if (State is MeetingState.Held or MeetingState.Open) throw new RuleViolation("meeting.over");
        if (State != MeetingState.Cancelled) Sequence++;
        State = MeetingState.Cancelled;
    }

    public void Approve(DateOnly on, string? how)
    {
        if (State != MeetingState.Held) throw new RuleViolation("meeting.minutes");
        (ApprovedOn, Approval) = (on, how);
    }

    public void Restitute(DateTimeOffset now) => RestitutedAt = State == MeetingState.Held ? now : throw new RuleViolation("meeting.minutes");

    internal sealed class Table : IEntityTypeConfiguration<Meeting>
    {
        public void Configure(EntityTypeBuilder<Meeting> b)
        {
            b.Ignore(m => m.IsOver);
            b.Property(m => m.Title).HasMaxLength(TitleLength);
            b.Property(m => m.Place).HasMaxLength(PlaceLength);
            b.Property(m => m.VideoLink).HasMaxLength(LinkLength);
            b.Property(m => m.Notes).HasMaxLength(NotesLength);
            b.Property(m => m.Approval).HasMaxLength(ApprovalLength);
            b.BelongsTo<Meeting, Body>(nameof(BodyId));
            b.BelongsTo<Meeting, Person>(nameof(ChairId));
            b.BelongsTo<Meeting, Person>(nameof(SecretaryId));
            b.HasParts(m => m.Items, nameof(AgendaItem.MeetingId));
            b.HasParts(m => m.Attendances, nameof(Attendance.MeetingId));
            b.HasIndex(m => new { m.TenantId, m.Date, m.Id });
            b.HasIndex(m => new { m.TenantId, m.BodyId, m.Date });
        }
    }
}
