using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Forum.Invitations;

/// <summary>Where an invitation is. Up to <see cref="Bounced"/> the mail says it, then the guest, then the door.</summary>
public enum GuestState : short
{
    [Display(Name = "À inviter")] Draft = 1,
    [Display(Name = "En partance")] Queued,
    [Display(Name = "Sans réponse")] Sent,
    [Display(Name = "Non remise")] Bounced,
    [Display(Name = "Vient")] Accepted,
    [Display(Name = "Ne vient pas")] Declined,
    [Display(Name = "Peut-être")] Maybe,
    [Display(Name = "Se fait remplacer")] Delegated,
    [Display(Name = "En liste d’attente")] Waiting,
    [Display(Name = "Retirée")] Cancelled,
    [Display(Name = "Présence notée")] Attended,
}

/// <summary>Why somebody is invited.</summary>
[Flags]
public enum GuestSource
{
    None = 0,
    [Display(Name = "Membres des coalitions", Description = "Les personnes des organisations membres.")] Coalitions = 1,
    [Display(Name = "Référents et animateurs", Description = "De ce qui est promis, et des coalitions.")] Referents = 2,
    [Display(Name = "Mandats", Description = "Qui siège aujourd’hui dans une instance.")] Mandates = 4,
    [Display(Name = "Partenaires et financeurs", Description = "Les personnes de ces organisations.")] Partners = 8,
    [Display(Name = "Invités de l’édition précédente", Description = "Ceux que le message avait atteints.")] Past = 16,
    [Display(Name = "Un engagement en retard", Description = "Qui en répond.")] Late = 32,
    [Display(Name = "Liste collée ou classeur")] Pasted = 64,
}

/// <summary>Somebody invited to an edition, known by the address: one invitation each.</summary>
[Display(Name = "Invitation au forum")]
public sealed class ForumGuest : TenantOwned
{
    public const int NameLength = 160, EmailLength = 254, OrganisationLength = 160, NoteLength = 500, SearchLength = 300, Most = 10_000;

    private ForumGuest() { }

    public ForumGuest(Guid editionId, string email, string? name, string? organisation, Guid? personId, Guid? organisationId, Guid? groupId, GuestSource source)
    {
        (EditionId, Email, EmailKey, PersonId, OrganisationId, GroupId, Source) = (editionId, email, Key(email), personId, organisationId, groupId, source);
        Call(name, organisation);
    }

    public Guid EditionId { get; private set; }
    // Neither the name nor the address goes into the journal: nothing there would have to be erased.
    [Personal] public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";
    [Personal] public string? Name { get; private set; }
    /// <summary>Sorts.</summary>
    public string NameKey { get; private set; } = "";
    public string SearchKey { get; private set; } = "";
    [Display(Name = "Organisation")] public string? Organisation { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public Guid? PersonId { get; private set; }
    [Display(Name = "Groupe")] public Guid? GroupId { get; private set; }
    [Display(Name = "Invitation au titre de")] public GuestSource Source { get; private set; }
    /// <summary>What is shown: the answer once there is one, else where the mail is.</summary>
    [NotAudited] public GuestState State { get; private set; } = GuestState.Draft;
    [NotAudited] public GuestState Delivery { get; private set; } = GuestState.Draft;
    [Display(Name = "Réponse")] public GuestState? Answer { get; private set; }
    [Display(Name = "Réponse notée le")] public DateOnly? AnsweredOn { get; private set; }
    [NotAudited] public DateTimeOffset? InvitedAt { get; private set; }
    [NotAudited] public string? Trouble { get; private set; }
    /// <summary>Mails written so far: each has its own key.</summary>
    [NotAudited] public int Times { get; private set; }
    [Display(Name = "Note")] public string? Note { get; private set; }
    public override string Label => Organisation ?? "Une personne invitée";

    /// <summary>How addresses compare.</summary>
    public static string Key(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email.Trim().ToLowerInvariant();
    }

    /// <summary>Takes part in the count of a group: whoever said no, cannot be reached or was taken off leaves the place to another.</summary>
    public static bool Counts(GuestState state) => state is not (GuestState.Declined or GuestState.Cancelled or GuestState.Bounced or GuestState.Delegated);

    public void Call(string? name, string? organisation)
    {
        (Name, Organisation) = (name, organisation);
        (NameKey, SearchKey) = (Folding.Key(name ?? Email), Folding.Key($"{name} {organisation} {Email}", SearchLength));
    }

    public void Into(Guid? groupId) => GroupId = groupId;

    public void Queue(DateTimeOffset now)
    {
        if (State == GuestState.Cancelled) throw new RuleViolation("guest.cancelled");
        (Delivery, InvitedAt, Trouble, Times) = (GuestState.Queued, now, null, Times + 1);
        Settle();
    }

    /// <param name="trouble">Why the mail did not get there; null when it did.</param>
    public void Delivered(string? trouble)
    {
        if (Delivery == GuestState.Draft) return;
        (Delivery, Trouble) = (trouble is null ? GuestState.Sent : GuestState.Bounced, trouble is { Length: > 300 } ? trouble[..300] : trouble);
        Settle();
    }

    /// <summary>What the guest said, however it came. Null: nothing any more.</summary>
    public void Say(GuestState? answer, DateOnly on, string? note)
    {
        if (answer is GuestState.Draft or GuestState.Queued or GuestState.Sent or GuestState.Bounced) throw new RuleViolation("guest.answer");
        (Answer, AnsweredOn, Note) = (answer, answer is null ? null : on, note);
        Settle();
    }

    /// <summary>The person is erased: that somebody was invited stays.</summary>
    public void Forget()
    {
        (Email, EmailKey, Name, PersonId, Note, Trouble) = ("", $"{Id:N}", Erased.Name, null, null, null);
        (NameKey, SearchKey) = (Folding.Key(Erased.Name), "");
    }

    private void Settle() => State = Answer ?? Delivery;

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
            b.Property(g => g.Trouble).HasMaxLength(300);
            b.Property(g => g.Note).HasMaxLength(NoteLength);
            b.BelongsTo<ForumGuest, ForumEdition>(nameof(EditionId));
            b.BelongsTo<ForumGuest, Person>(nameof(PersonId));
            b.BelongsTo<ForumGuest, Organisation>(nameof(OrganisationId));
            b.BelongsTo<ForumGuest, ForumGroup>(nameof(GroupId));
            // One invitation for an address, whatever list it stands in and whoever adds it.
            b.HasIndex(g => new { g.TenantId, g.EditionId, g.EmailKey }).IsUnique();
            b.HasIndex(g => new { g.TenantId, g.EditionId, g.NameKey, g.Id });
            b.HasIndex(g => new { g.TenantId, g.EditionId, g.State });
            b.HasIndex(g => new { g.TenantId, g.PersonId });
        }
    }
}

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

/// <summary>What the invitations of an edition say.</summary>
[Display(Name = "Texte des invitations")]
public sealed class ForumTemplate : TenantOwned
{
    public const int SubjectLength = 160, BodyLength = 4000;
    public const string UsualSubject = "{forum}, le {date} : vous êtes invité", UsualBody =
        "{forum} a lieu le {date}, {lieu}. Vous y êtes invité.\n\nAu programme : ce que chacun a tenu depuis un an, des ateliers, et le temps de se rencontrer.\n\nRépondez à ce message pour dire si vous venez.";

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
