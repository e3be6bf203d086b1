using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Forum.Programme;

namespace Platform.Modules.Forum.Invitations;

/// <summary>Somebody whom a guest brings along, known by name only. The journal says how many places, nobody's name.</summary>
[Display(Name = "Personne qui accompagne"), NotAudited]
public sealed class ForumCompanion : TenantOwned
{
    private ForumCompanion() { }

    internal ForumCompanion(ForumGuest guest, int position, string name) => (GuestId, Position, Name) = (guest.Id, position, name);

    public Guid GuestId { get; private set; }
    public int Position { get; private set; }
    [Display(Name = "Nom"), Personal] public string Name { get; private set; } = "";

    /// <summary>Those written on the lines of a form, of which some stay empty.</summary>
    internal static List<string> Names(IEnumerable<string?> lines) => [.. lines.OfType<string>().Select(n => n.Trim()).Where(n => n.Length > 0)];

    internal void Forget() => Name = Erased.Name;

    internal sealed class Table : IEntityTypeConfiguration<ForumCompanion>
    {
        public void Configure(EntityTypeBuilder<ForumCompanion> b)
        {
            b.Property(c => c.Name).HasMaxLength(ForumGuest.NameLength);
            b.HasIndex(c => new { c.TenantId, c.GuestId });
        }
    }
}

/// <summary>A session that a guest means to attend, with those who come along. It takes up places there while the guest has one at the forum.</summary>
[Display(Name = "Séance choisie par une personne invitée")]
public sealed class ForumChoice : TenantOwned
{
    private ForumChoice() { }

    internal ForumChoice(ForumGuest guest, Guid sessionId) => (GuestId, SessionId) = (guest.Id, sessionId);

    public Guid GuestId { get; private set; }
    [Display(Name = "Séance")] public Guid SessionId { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<ForumChoice>
    {
        public void Configure(EntityTypeBuilder<ForumChoice> b)
        {
            b.BelongsTo<ForumChoice, ForumSession>(nameof(SessionId));
            b.HasIndex(c => new { c.TenantId, c.GuestId, c.SessionId }).IsUnique();
            b.HasIndex(c => new { c.TenantId, c.SessionId });
        }
    }
}
