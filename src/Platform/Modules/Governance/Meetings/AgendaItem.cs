using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.People;

namespace Platform.Modules.Governance.Meetings;

/// <summary>A point of the agenda, and what was said and voted about it. The quorum is written down as it was then.</summary>
[Display(Name = "Point de l’ordre du jour")]
public sealed class AgendaItem : TenantOwned
{
    public const int TitleLength = 200, DocumentLength = 500, RecordLength = 8000, LongestMinutes = 600, MostVotes = 100_000;

    private AgendaItem() { }

    internal AgendaItem(Meeting meeting, int position) => (MeetingId, Position) = (meeting.Id, position);

    public Guid MeetingId { get; private set; }
    [NotAudited] public int Position { get; private set; }
    [Display(Name = "Intitulé")] public string Title { get; private set; } = "";
    [Display(Name = "Nature")] public AgendaKind Kind { get; private set; } = AgendaKind.Information;
    [Display(Name = "Durée (minutes)")] public int? Minutes { get; private set; }
    [Display(Name = "Présenté par")] public Guid? PresenterId { get; private set; }
    [Display(Name = "Document")] public string? DocumentAddress { get; private set; }
    [Display(Name = "Engagement concerné")] public Guid? CommitmentId { get; private set; }
    [Display(Name = "Compte rendu")] public string? Record { get; private set; }
    [Display(Name = "Présents au moment du point")] public int? Present { get; private set; }
    [Display(Name = "Membres en exercice")] public int? Seats { get; private set; }
    [Display(Name = "Quorum atteint")] public bool? HadQuorum { get; private set; }
    [Display(Name = "Mode de vote")] public VoteMode? Mode { get; private set; }
    [Display(Name = "Pour")] public int? VotesFor { get; private set; }
    [Display(Name = "Contre")] public int? VotesAgainst { get; private set; }
    [Display(Name = "Abstentions")] public int? Abstentions { get; private set; }
    [Display(Name = "N’ont pas pris part")] public int? Recused { get; private set; }
    public List<VoteCast> Casts { get; private set; } = [];
    public override string Label => Title;

    internal void Describe(int position, string title, AgendaKind kind, int? minutes, Guid? presenter, string? document, Guid? commitment) =>
        (Position, Title, Kind, Minutes, PresenterId, DocumentAddress, CommitmentId) = (position, title, kind, minutes, presenter, document, commitment);

    /// <param name="quorum">Null: the body has none.</param>
    internal void Note(string? record, int present, int seats, bool? quorum) => (Record, Present, Seats, HadQuorum) = (record, present, seats, quorum);

    internal void Vote(VoteMode mode, int votesFor, int against, int abstentions, int recused) =>
        (Mode, VotesFor, VotesAgainst, Abstentions, Recused) = (mode, votesFor, against, abstentions, recused);

    internal void Cast(Attendance seat, Ballot ballot)
    {
        if (Casts.Find(c => c.AttendanceId == seat.Id) is { } known) known.Change(ballot, seat.Weight);
        else Casts.Add(new VoteCast(this, seat, ballot));
    }

    internal sealed class Table : IEntityTypeConfiguration<AgendaItem>
    {
        public void Configure(EntityTypeBuilder<AgendaItem> b)
        {
            b.Property(i => i.Title).HasMaxLength(TitleLength);
            b.Property(i => i.DocumentAddress).HasMaxLength(DocumentLength);
            b.Property(i => i.Record).HasMaxLength(RecordLength);
            b.BelongsTo<AgendaItem, Person>(nameof(PresenterId));
            b.BelongsTo<AgendaItem, Commitment>(nameof(CommitmentId));
            b.HasParts(i => i.Casts, nameof(VoteCast.ItemId));
            b.HasIndex(i => new { i.TenantId, i.MeetingId, i.Position });
        }
    }
}

/// <summary>How one seat voted, in a vote by member.</summary>
[Display(Name = "Vote d’un membre")]
public sealed class VoteCast : TenantOwned
{
    private VoteCast() { }

    internal VoteCast(AgendaItem item, Attendance seat, Ballot ballot) => (ItemId, AttendanceId, Ballot, Weight) = (item.Id, seat.Id, ballot, seat.Weight);

    public Guid ItemId { get; private set; }
    public Guid AttendanceId { get; private set; }
    [Display(Name = "Vote")] public Ballot Ballot { get; private set; }
    [Display(Name = "Voix")] public int Weight { get; private set; } = 1;

    internal void Change(Ballot ballot, int weight) => (Ballot, Weight) = (ballot, weight);

    internal sealed class Table : IEntityTypeConfiguration<VoteCast>
    {
        public void Configure(EntityTypeBuilder<VoteCast> b)
        {
            b.BelongsTo<VoteCast, Attendance>(nameof(AttendanceId));
            b.HasIndex(c => new { c.TenantId, c.ItemId, c.AttendanceId }).IsUnique();
        }
    }
}
