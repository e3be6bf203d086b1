using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Forum.Editions;

namespace Platform.Modules.Forum.Invitations;

/// <summary>What the invitations of an edition say.</summary>
[Display(Name = "Texte des invitations")]
public sealed class ForumTemplate : TenantOwned
{
    public const int SubjectLength = 160, BodyLength = 4000;
    public const string UsualSubject = "{forum}, le {date}\u00a0: vous êtes invité", UsualBody =
        "{forum} a lieu le {date}, {lieu}. Vous y êtes invité.\n\nAu programme : ce que chacun a tenu depuis un an, des ateliers, et le temps de se rencontrer.\n\nDites-nous si vous venez, et avec qui : un bouton, sans compte.";

    private ForumTemplate() { }

    public ForumTemplate(Guid editionId) => EditionId = editionId;

    public Guid EditionId { get; private set; }
    [Display(Name = "Objet")] public string Subject { get; private set; } = UsualSubject;
    [Display(Name = "Texte")] public string Body { get; private set; } = UsualBody;
    public override string Label => Subject;

    public void Write(string subject, string body) => (Subject, Body) = (subject, body);

    internal sealed class Table : IEntityTypeConfiguration<ForumTemplate>
    {
        public void Configure(EntityTypeBuilder<ForumTemplate> b)
        {
            b.Property(t => t.Subject).HasMaxLength(SubjectLength);
            b.Property(t => t.Body).HasMaxLength(BodyLength);
            b.BelongsTo<ForumTemplate, ForumEdition>(nameof(EditionId));
            b.HasIndex(t => new { t.TenantId, t.EditionId }).IsUnique();
        }
    }
}
