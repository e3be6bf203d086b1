using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Forum.Editions;

namespace Platform.Modules.Forum.Invitations;

/// <summary>What a text of an edition is for.</summary>
public enum TemplateKind : short
{
    [Display(Name = "Invitation")] Invitation = 1,
    [Display(Name = "Remerciement")] Thanks,
    [Display(Name = "À qui s’est excusé")] Regrets,
}

/// <summary>What the mails of an edition say: one text of each kind.</summary>
[Display(Name = "Texte d’un message du forum")]
public sealed class ForumTemplate : TenantOwned
{
    public const int SubjectLength = 160, BodyLength = 4000;
    public const string UsualSubject = "{forum}, {date}\u00a0: votre invitation", UsualBody =
        "Nous vous invitons : {forum}, {date}, {lieu}.\n\nAu programme : ce que chacun a tenu depuis un an, des ateliers, et le temps de se rencontrer.\n\nDites-nous si vous venez, et avec qui : un bouton, sans compte.";

    private static readonly Dictionary<TemplateKind, (string Subject, string Body)> Usual = new()
    {
        [TemplateKind.Invitation] = (UsualSubject, UsualBody),
        [TemplateKind.Thanks] = ("{forum} : merci de votre venue", "Merci d’avoir été des nôtres ({date}).\n\nCe qui s’est dit et les présentations se lisent sur la page du forum. Votre attestation de présence vous attend, et cinq questions : une minute, lue sans votre nom, qui nous aide à préparer l’an prochain."),
        [TemplateKind.Regrets] = ("{forum} : ce qui s’est dit", "Vous n’avez pas pu être des nôtres ({date}). Ce qui s’est dit et les présentations se lisent sur la page du forum.\n\nÀ l’an prochain."),
    };

    private ForumTemplate() { }

    public ForumTemplate(Guid editionId, TemplateKind kind = TemplateKind.Invitation)
    {
        (EditionId, Kind) = (editionId, kind);
        (Subject, Body) = Usual[kind];
    }

    public Guid EditionId { get; private set; }
    [Display(Name = "Nature")] public TemplateKind Kind { get; private set; } = TemplateKind.Invitation;
    [Display(Name = "Objet")] public string Subject { get; private set; } = UsualSubject;
    [Display(Name = "Texte")] public string Body { get; private set; } = UsualBody;
    public override string Label => Subject;

    /// <summary>The text of an edition; the usual one, not stored, until somebody writes another.</summary>
    internal static async Task<ForumTemplate> Of(PlatformDb db, Guid editionId, TemplateKind kind, CancellationToken ct) =>
        await db.Set<ForumTemplate>().SingleOrDefaultAsync(t => t.EditionId == editionId && t.Kind == kind, ct) ?? new ForumTemplate(editionId, kind);

    public void Write(string subject, string body) => (Subject, Body) = (subject, body);

    internal sealed class Table : IEntityTypeConfiguration<ForumTemplate>
    {
        public void Configure(EntityTypeBuilder<ForumTemplate> b)
        {
            b.Property(t => t.Subject).HasMaxLength(SubjectLength);
            b.Property(t => t.Body).HasMaxLength(BodyLength);
            b.BelongsTo<ForumTemplate, ForumEdition>(nameof(EditionId));
            b.HasIndex(t => new { t.TenantId, t.EditionId, t.Kind }).IsUnique();
        }
    }
}
