using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;

namespace Platform.Modules.Forum.Stands;

public enum StandState : short
{
    [Display(Name = "À traiter")] Waiting = 1,
    [Display(Name = "Faite")] Done,
    [Display(Name = "Sans suite")] Dropped,
}

/// <summary>What somebody said at a coalition's stand, by its code or to whoever stood there: the coalition's facilitator makes something of it.</summary>
[Display(Name = "Demande reçue au forum")]
public sealed class StandRequest : TenantOwned
{
    public const int TextLength = 500, ReasonLength = 500, Most = 20_000;

    private StandRequest() { }

    /// <param name="by">Who noted it; null: it came by the code of the stand.</param>
    public StandRequest(Guid editionId, Guid coalitionId, StandKind kind, string name, string? email, string? organisation, string? text, DateTimeOffset at, Guid? byId, string? by)
    {
        (EditionId, CoalitionId, Kind, Name, Email, Organisation, Text, TakenAt) = (editionId, coalitionId, kind, name, email is null ? null : ForumGuest.Key(email), organisation, text, at);
        (ById, By) = (byId, by);
        (FormKey, SearchKey) = (KeyOf(coalitionId, kind, name, email, text), Folding.Key($"{name} {organisation} {text} {email}", ForumGuest.SearchLength));
    }

    public Guid EditionId { get; private set; }
    [Display(Name = "Coalition")] public Guid CoalitionId { get; private set; }
    [Display(Name = "Demande")] public StandKind Kind { get; private set; } = StandKind.Join;
    [Display(Name = "Nom"), Personal] public string Name { get; private set; } = "";
    [Display(Name = "Adresse électronique"), Personal] public string? Email { get; private set; }
    [Display(Name = "Organisation")] public string? Organisation { get; private set; }
    // It is the person's own sentence: kept out of the journal with the name.
    [Display(Name = "Message"), Personal] public string? Text { get; private set; }
    public string SearchKey { get; private set; } = "";
    /// <summary>The same words of the same person, sent twice, are one request.</summary>
    public string FormKey { get; private set; } = "";
    [NotAudited] public DateTimeOffset TakenAt { get; private set; }
    public Guid? ById { get; private set; }
    [Personal(nameof(ById))] public string? By { get; private set; }
    [Display(Name = "État")] public StandState State { get; private set; } = StandState.Waiting;
    [Display(Name = "État depuis le")] public DateOnly? StateOn { get; private set; }
    [Display(Name = "Suite donnée")] public string? Reason { get; private set; }
    public Guid? SettledById { get; private set; }
    [Personal(nameof(SettledById))] public string? SettledBy { get; private set; }
    /// <summary>The lead that it became.</summary>
    [Display(Name = "Piste")] public Guid? LeadId { get; private set; }
    /// <summary>The organisation that joined for it.</summary>
    [Display(Name = "Organisation membre")] public Guid? OrganisationId { get; private set; }
    public override string Label => EnumNames.Of(Kind);

    public static string KeyOf(Guid coalitionId, StandKind kind, string name, string? email, string? text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{coalitionId}\n{kind}\n{Folding.Fold(name)}\n{email?.ToLowerInvariant()}\n{Folding.Fold(text)}")));

    public void Settle(StandState state, string? reason, DateOnly on, Guid? byId, string by)
    {
        if (state == StandState.Dropped && string.IsNullOrWhiteSpace(reason)) throw new RuleViolation("stand.reason");
        (State, Reason, StateOn, SettledById, SettledBy) = (state, state == StandState.Waiting ? null : reason, on, state == StandState.Waiting ? null : byId, state == StandState.Waiting ? null : by);
    }

    public void Become(Guid? leadId, Guid? organisationId) => (LeadId, OrganisationId) = (leadId ?? LeadId, organisationId ?? OrganisationId);

    /// <summary>Its author is erased: that something was asked, and what became of it, stays.</summary>
    public void Forget() => (Name, Email, Text, SearchKey, FormKey) = (Erased.Name, null, null, "", $"{Id:N}");

    internal sealed class Table : IEntityTypeConfiguration<StandRequest>
    {
        public void Configure(EntityTypeBuilder<StandRequest> b)
        {
            b.Property(r => r.Name).HasMaxLength(ForumGuest.NameLength);
            b.Property(r => r.Email).HasMaxLength(ForumGuest.EmailLength);
            b.Property(r => r.Organisation).HasMaxLength(ForumGuest.OrganisationLength);
            b.Property(r => r.Text).HasMaxLength(TextLength);
            b.Property(r => r.SearchKey).HasMaxLength(ForumGuest.SearchLength).UseCollation(PlatformDb.Byte);
            b.Property(r => r.FormKey).HasMaxLength(64).UseCollation(PlatformDb.Byte);
            b.Property(r => r.By).HasMaxLength(120);
            b.Property(r => r.SettledBy).HasMaxLength(120);
            b.Property(r => r.Reason).HasMaxLength(ReasonLength);
            b.BelongsTo<StandRequest, ForumEdition>(nameof(EditionId));
            b.BelongsTo<StandRequest, Coalition>(nameof(CoalitionId));
            b.HasIndex(r => new { r.TenantId, r.EditionId, r.FormKey }).IsUnique();
            b.HasIndex(r => new { r.TenantId, r.EditionId, r.TakenAt, r.Id });
            b.HasIndex(r => new { r.TenantId, r.State, r.CoalitionId });
        }
    }
}
