using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Tickets;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Forum.Invitations;

public sealed partial class ForumGuest
{
    internal sealed class Table : IEntityTypeConfiguration<ForumGuest>
    {
        public void Configure(EntityTypeBuilder<ForumGuest> b)
        {
            b.Property(g => g.Email).HasMaxLength(EmailLength);
            b.Property(g => g.EmailKey).HasMaxLength(EmailLength).UseCollation(PlatformDb.Byte);
            b.Property(g => g.Name).HasMaxLength(NameLength);
            b.Property(g => g.NameKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(g => g.SearchKey).HasMaxLength(SearchLength).UseCollation(PlatformDb.Byte);
            b.Property(g => g.Organisation).HasMaxLength(OrganisationLength);
            b.Property(g => g.Trouble).HasMaxLength(TroubleLength);
            b.Property(g => g.Note).HasMaxLength(NoteLength);
            b.Property(g => g.Needs).HasMaxLength(NeedsLength);
            b.HasParts(g => g.Companions, nameof(ForumCompanion.GuestId));
            b.HasParts(g => g.Choices, nameof(ForumChoice.GuestId));
            b.BelongsTo<ForumGuest, ForumGuest>(nameof(DelegatedFromId));
            b.BelongsTo<ForumGuest, ForumEdition>(nameof(EditionId));
            b.BelongsTo<ForumGuest, Person>(nameof(PersonId));
            b.BelongsTo<ForumGuest, Organisation>(nameof(OrganisationId));
            b.BelongsTo<ForumGuest, ForumGroup>(nameof(GroupId));
            b.HasParts(g => g.Tickets, nameof(ForumTicket.GuestId));
            // One invitation for an address, whatever list it stands in and whoever adds it.
            b.HasIndex(g => new { g.TenantId, g.EditionId, g.EmailKey }).IsUnique();
            b.HasIndex(g => new { g.TenantId, g.EditionId, g.NameKey, g.Id });
            b.HasIndex(g => new { g.TenantId, g.EditionId, g.State });
            b.HasIndex(g => new { g.TenantId, g.PersonId });
        }
    }
}
