using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;

namespace Platform.Modules.Forum.Door;

/// <summary>What the door answered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Entry>))]
public enum Entry : short
{
    [Display(Name = "Bienvenue")] In = 1,
    [Display(Name = "Déjà là")] Already,
    [Display(Name = "Invitation retirée")] Cancelled,
    [Display(Name = "En liste d’attente")] Waiting,
    [Display(Name = "N’a pas dit oui")] NotExpected,
    [Display(Name = "Billet inconnu")] Unknown,
    [Display(Name = "Billet d’une autre édition")] Elsewhere,
}

/// <summary>One try at the door of an edition, or of one of its sessions: what was shown, when and on which device, and what the door answered.
/// Who came in are the rows that say <see cref="Entry.In"/> and were not undone. The guest's own line tells the journal.</summary>
[NotAudited]
public sealed class ForumArrival : TenantOwned
{
    public const int DeviceLength = 60, CodeLength = 64, MostHeads = 50;

    private ForumArrival() { }

    internal ForumArrival(Guid editionId, Guid nonce, Guid? sessionId, DateTimeOffset at, DateTimeOffset receivedAt, string? device, Guid? byId, string by)
    {
        (EditionId, Nonce, SessionId, At, ReceivedAt, Device) = (editionId, nonce, sessionId, at, receivedAt, device);
        (ById, By) = (byId, by);
    }

    public Guid EditionId { get; private set; }
    /// <summary>Null: the ticket is nobody's.</summary>
    public Guid? GuestId { get; private set; }
    /// <summary>Null: the door itself.</summary>
    public Guid? SessionId { get; private set; }
    /// <summary>Made on the device: what is sent twice is one try.</summary>
    public Guid Nonce { get; private set; }
    /// <summary>When it was shown, by the device's clock put right.</summary>
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public string? Device { get; private set; }
    public Guid? ById { get; private set; }
    [Personal(nameof(ById))] public string By { get; private set; } = "";
    public Entry Answer { get; private set; } = Entry.In;
    /// <summary>Who came in with this try: the guest and companions.</summary>
    public int Heads { get; private set; }
    /// <summary>Let in against what the list said.</summary>
    public bool IsForced { get; private set; }
    /// <summary>What was scanned, when it was no ticket of this edition.</summary>
    public string? Code { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }
    public Guid? UndoneById { get; private set; }
    [Personal(nameof(UndoneById))] public string? UndoneBy { get; private set; }

    public bool Counts => Answer == Entry.In && UndoneAt is null;

    internal ForumArrival Refuse(Entry answer, Guid? guestId, string? code)
    {
        (Answer, GuestId, Code) = (answer, guestId, code is { Length: > CodeLength } ? code[..CodeLength] : code);
        return this;
    }

    internal ForumArrival Enter(Guid guestId, int heads, bool isForced)
    {
        (Answer, GuestId, Heads, IsForced) = (Entry.In, guestId, heads, isForced);
        return this;
    }

    /// <summary>Another device had let the guest in before.</summary>
    internal void ComeSecond() => (Answer, Heads) = (Entry.Already, 0);

    internal void Undo(DateTimeOffset at, Guid? byId, string by) => (UndoneAt, UndoneById, UndoneBy) = (at, byId, by);

    internal sealed class Table : IEntityTypeConfiguration<ForumArrival>
    {
        public void Configure(EntityTypeBuilder<ForumArrival> b)
        {
            b.Ignore(a => a.Counts);
            b.Property(a => a.Device).HasMaxLength(DeviceLength);
            b.Property(a => a.By).HasMaxLength(120);
            b.Property(a => a.UndoneBy).HasMaxLength(120);
            b.Property(a => a.Code).HasMaxLength(CodeLength);
            b.BelongsTo<ForumArrival, ForumEdition>(nameof(EditionId));
            b.BelongsTo<ForumArrival, ForumGuest>(nameof(GuestId));
            b.BelongsTo<ForumArrival, ForumSession>(nameof(SessionId));
            b.HasIndex(a => new { a.TenantId, a.Nonce }).IsUnique();
            b.HasIndex(a => new { a.TenantId, a.EditionId, a.ReceivedAt });
            b.HasIndex(a => new { a.TenantId, a.GuestId });
        }
    }
}
