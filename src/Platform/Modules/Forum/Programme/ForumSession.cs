using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Members.People;

namespace Platform.Modules.Forum.Programme;

[Display(Name = "Salle du forum")]
public sealed class ForumRoom : TenantOwned
{
    public const int NameLength = 120;

    private ForumRoom() { }

    public ForumRoom(ForumEdition edition, int position, string name, int? capacity)
    {
        EditionId = edition.Id;
        Change(position, name, capacity);
    }

    public Guid EditionId { get; private set; }
    [NotAudited] public int Position { get; private set; }
    [Display(Name = "Salle")] public string Name { get; private set; } = "";
    [Display(Name = "Places")] public int? Capacity { get; private set; }
    public override string Label => Name;

    internal void Change(int position, string name, int? capacity) => (Position, Name, Capacity) = (position, name, capacity);

    internal sealed class Table : IEntityTypeConfiguration<ForumRoom>
    {
        public void Configure(EntityTypeBuilder<ForumRoom> b)
        {
            b.Property(r => r.Name).HasMaxLength(NameLength);
            b.HasIndex(r => new { r.TenantId, r.EditionId, r.Position });
        }
    }
}

[Display(Name = "Parcours du forum")]
public sealed class ForumTrack : TenantOwned
{
    private ForumTrack() { }

    public ForumTrack(ForumEdition edition, int position, string name)
    {
        EditionId = edition.Id;
        Change(position, name);
    }

    public Guid EditionId { get; private set; }
    [NotAudited] public int Position { get; private set; }
    [Display(Name = "Parcours")] public string Name { get; private set; } = "";
    public override string Label => Name;

    internal void Change(int position, string name) => (Position, Name) = (position, name);

    internal sealed class Table : IEntityTypeConfiguration<ForumTrack>
    {
        public void Configure(EntityTypeBuilder<ForumTrack> b)
        {
            b.Property(t => t.Name).HasMaxLength(ForumRoom.NameLength);
            b.HasIndex(t => new { t.TenantId, t.EditionId, t.Position });
        }
    }
}

/// <summary>A part of the programme. Without a time it is proposed and waits for its place.</summary>
[Display(Name = "Séance du forum")]
public sealed class ForumSession : TenantOwned
{
    public const int TitleLength = 160, SummaryLength = 2000, SaidLength = 4000, MostSpeakers = 20, Most = 300;

    private ForumSession() { }

    public ForumSession(Guid editionId, SessionKind kind, string title, Guid? coalitionId) => (EditionId, Kind, Title, CoalitionId) = (editionId, kind, title, coalitionId);

    public Guid EditionId { get; private set; }
    [Display(Name = "Nature")] public SessionKind Kind { get; private set; } = SessionKind.Presentation;
    [Display(Name = "Titre")] public string Title { get; private set; } = "";
    [Display(Name = "Présentation")] public string? Summary { get; private set; }
    [Display(Name = "Coalition")] public Guid? CoalitionId { get; private set; }
    /// <summary>Counted from the edition's first day, 0 for that day: when the edition moves, its programme moves with it.</summary>
    [Display(Name = "Jour (0 : le premier)")] public int Day { get; private set; }
    [Display(Name = "Début (minutes depuis minuit)")] public int? StartMinute { get; private set; }
    [Display(Name = "Fin (minutes depuis minuit)")] public int? EndMinute { get; private set; }
    [Display(Name = "Salle")] public Guid? RoomId { get; private set; }
    [Display(Name = "Parcours")] public Guid? TrackId { get; private set; }
    [Display(Name = "Places")] public int? Capacity { get; private set; }
    /// <summary>Taken down by whoever organises, on the day or after.</summary>
    [Display(Name = "Ce qui s’est dit")] public string? Said { get; private set; }
    [Display(Name = "Ce qui s’est dit est public")] public bool SaidIsPublic { get; private set; }
    /// <summary>Whoever facilitates the coalition has been asked what comes of it.</summary>
    [Display(Name = "Suites demandées le")] public DateOnly? FollowedUpOn { get; private set; }
    [NotAudited] public int Sequence { get; private set; }
    public List<ForumSpeaker> Speakers { get; private set; } = [];
    public List<ForumSlot> Slots { get; private set; } = [];
    public override string Label => Title;

    public void Describe(SessionKind kind, string title, string? summary, Guid? coalitionId, Guid? trackId, int? capacity) =>
        (Kind, Title, Summary, CoalitionId, TrackId, Capacity) = (kind, title, summary, coalitionId, trackId, capacity);

    public void TakeDown(string? said, bool isPublic) => (Said, SaidIsPublic) = (said, isPublic && said is not null);

    public void FollowUp(DateOnly on) => FollowedUpOn = on;

    /// <summary>When, where, by whom; and what that takes up. Needs <see cref="Speakers"/> and <see cref="Slots"/>.</summary>
    public void Place(int day, int? start, int? end, Guid? roomId, IReadOnlyCollection<Guid> speakers)
    {
        if ((day, start, end, roomId) != (Day, StartMinute, EndMinute, RoomId)) Sequence++;
        (Day, StartMinute, EndMinute, RoomId) = (day, start, end, roomId);
        Speakers.RemoveAll(s => !speakers.Contains(s.PersonId));
        foreach (var person in speakers.Where(p => !Speakers.Exists(s => s.PersonId == p))) Speakers.Add(new ForumSpeaker(this, person));
        var wanted = Taken().ToHashSet();
        Slots.RemoveAll(s => !wanted.Contains((s.ResourceId, s.Day, s.Slot)));
        wanted.ExceptWith(Slots.Select(s => (s.ResourceId, s.Day, s.Slot)));
        Slots.AddRange(wanted.Select(w => new ForumSlot(this, w.Resource, w.Day, w.Slot)));
    }

    /// <summary>Stands share the hall all day: they keep neither a room nor a person from anything else.</summary>
    private IEnumerable<(Guid Resource, int Day, int Slot)> Taken()
    {
        if (Kind == SessionKind.Stand || StartMinute is not { } start || EndMinute is not { } end) yield break;
        foreach (var resource in Speakers.Select(s => s.PersonId).Concat(RoomId is { } room ? [room] : Array.Empty<Guid>()))
            for (var slot = start / ForumSlot.Minutes; slot < end / ForumSlot.Minutes; slot++) yield return (resource, Day, slot);
    }

    internal sealed class Table : IEntityTypeConfiguration<ForumSession>
    {
        public void Configure(EntityTypeBuilder<ForumSession> b)
        {
            b.Property(s => s.Title).HasMaxLength(TitleLength);
            b.Property(s => s.Summary).HasMaxLength(SummaryLength);
            b.Property(s => s.Said).HasMaxLength(SaidLength);
            b.BelongsTo<ForumSession, ForumEdition>(nameof(EditionId));
            b.BelongsTo<ForumSession, ForumRoom>(nameof(RoomId));
            b.BelongsTo<ForumSession, ForumTrack>(nameof(TrackId));
            b.BelongsTo<ForumSession, Coalition>(nameof(CoalitionId));
            b.HasParts(s => s.Speakers, nameof(ForumSpeaker.SessionId));
            b.HasParts(s => s.Slots, nameof(ForumSlot.SessionId));
            b.HasIndex(s => new { s.TenantId, s.EditionId, s.Day, s.StartMinute });
            // Proposed twice by two clicks, a coalition has one presentation.
            b.HasIndex(s => new { s.TenantId, s.EditionId, s.CoalitionId, s.Kind }).IsUnique();
        }
    }
}

[Display(Name = "Intervention au forum")]
public sealed class ForumSpeaker : TenantOwned
{
    private ForumSpeaker() { }

    internal ForumSpeaker(ForumSession session, Guid personId) => (SessionId, PersonId) = (session.Id, personId);

    public Guid SessionId { get; private set; }
    [Display(Name = "Personne")] public Guid PersonId { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<ForumSpeaker>
    {
        public void Configure(EntityTypeBuilder<ForumSpeaker> b)
        {
            b.BelongsTo<ForumSpeaker, Person>(nameof(PersonId));
            b.HasIndex(s => new { s.TenantId, s.SessionId, s.PersonId }).IsUnique();
            b.HasIndex(s => new { s.TenantId, s.PersonId });
        }
    }
}

/// <summary>Five minutes of a room or of a person. One row each: the unique key is what keeps two sessions from overlapping, on both engines
/// and whoever saves at the same time. Ranges that exclude one another are PostgreSQL's alone.</summary>
[NotAudited]
public sealed class ForumSlot : TenantOwned
{
    public const int Minutes = 5;

    private ForumSlot() { }

    internal ForumSlot(ForumSession session, Guid resourceId, int day, int slot) => (EditionId, SessionId, ResourceId, Day, Slot) = (session.EditionId, session.Id, resourceId, day, slot);

    public Guid EditionId { get; private set; }
    public Guid SessionId { get; private set; }
    /// <summary>A room or a person.</summary>
    public Guid ResourceId { get; private set; }
    public int Day { get; private set; }
    public int Slot { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<ForumSlot>
    {
        public void Configure(EntityTypeBuilder<ForumSlot> b)
        {
            b.HasIndex(s => new { s.TenantId, s.EditionId, s.ResourceId, s.Day, s.Slot }).IsUnique();
            b.HasIndex(s => new { s.TenantId, s.SessionId });
        }
    }
}
