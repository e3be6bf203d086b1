using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Members.Organisations;

namespace Platform.Modules.Forum.Invitations;

/// <summary>Guests who share a number of places: each member brings at most so many.</summary>
[Display(Name = "Groupe d’invités")]
public sealed class ForumGroup : TenantOwned
{
    public const int NameLength = 120, Most = 200;

    private ForumGroup() { }

    public ForumGroup(Guid editionId, string name, int? quota, Guid? organisationId)
    {
        EditionId = editionId;
        Change(name, quota, organisationId);
    }

    public Guid EditionId { get; private set; }
    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    [Display(Name = "Au plus")] public int? Quota { get; private set; }
    /// <summary>Whoever belongs to it comes under this group unless told otherwise.</summary>
    [Display(Name = "Organisation")] public Guid? OrganisationId { get; private set; }
    public override string Label => Name;

    private static readonly GuestState[] Away = [GuestState.Declined, GuestState.Cancelled, GuestState.Bounced, GuestState.Delegated, GuestState.Unconfirmed];

    /// <summary>Takes part in the count of a group: whoever said no, cannot be reached or was taken off leaves the place to another.</summary>
    internal static bool Counts(GuestState state) => !Away.Contains(state);

    /// <summary>Those who do, of one group.</summary>
    internal static IQueryable<ForumGuest> Counted(PlatformDb db, Guid id) => db.Set<ForumGuest>().Where(g => g.GroupId == id && !Away.Contains(g.State));

    internal void Change(string name, int? quota, Guid? organisationId) => (Name, NameKey, Quota, OrganisationId) = (name, Folding.Key(name), quota, organisationId);

    internal sealed class Table : IEntityTypeConfiguration<ForumGroup>
    {
        public void Configure(EntityTypeBuilder<ForumGroup> b)
        {
            b.Property(g => g.Name).HasMaxLength(NameLength);
            b.Property(g => g.NameKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.BelongsTo<ForumGroup, ForumEdition>(nameof(EditionId));
            b.BelongsTo<ForumGroup, Organisation>(nameof(OrganisationId));
            b.HasIndex(g => new { g.TenantId, g.EditionId, g.NameKey }).IsUnique();
        }
    }
}
