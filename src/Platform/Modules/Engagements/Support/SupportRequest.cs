using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Members.People;

namespace Platform.Modules.Engagements.Support;

public enum SupportState : short
{
    [Display(Name = "Demandée")] Asked = 1,
    [Display(Name = "Acceptée")] Accepted,
    [Display(Name = "En cours")] UnderWay,
    [Display(Name = "Rendue")] Given,
    [Display(Name = "Refusée")] Refused,
}

/// <summary>What a coalition asks of the structure that hosts it: one of the kinds of support that it offers. Late is computed.</summary>
[Display(Name = "Demande d’appui")]
public sealed class SupportRequest : TenantOwned
{
    public const int DetailsLength = 2000, ReasonLength = 500;

    // After whatever has a date; closed after all. The calendar's own end becomes "infinity" on one engine.
    private static readonly DateOnly Never = new(9998, 1, 1), Closed = new(9999, 1, 1);

    private string label = "";

    private SupportRequest() { }

    public SupportRequest(Coalition coalition, Guid kindId, string? details, DateOnly? dueOn, DateOnly on, Author by)
    {
        (CoalitionId, label, KindId, Details, DueOn) = (coalition.Id, coalition.Name, kindId, details, dueOn);
        (AskedOn, AskedById, AskedBy, StateOn) = (on, by.Id, by.Name, on);
        Compute();
    }

    public Guid CoalitionId { get; private set; }
    /// <summary>A line of the space's guide.</summary>
    public Guid KindId { get; private set; }
    [Display(Name = "Précisions")] public string? Details { get; private set; }
    [Display(Name = "Pour le")] public DateOnly? DueOn { get; private set; }
    [Display(Name = "Demandée le")] public DateOnly AskedOn { get; private set; }
    public Guid? AskedById { get; private set; }
    [Personal(nameof(AskedById))] public string AskedBy { get; private set; } = "";
    /// <summary>Whoever takes care of it at the structure.</summary>
    [Display(Name = "Suivie par")] public Guid? OwnerId { get; private set; }
    [Display(Name = "État")] public SupportState State { get; private set; } = SupportState.Asked;
    [Display(Name = "État depuis le")] public DateOnly StateOn { get; private set; }
    /// <summary>Why it was refused, or what was given.</summary>
    [Display(Name = "Réponse")] public string? Reason { get; private set; }
    /// <summary>The due date while it can still be missed.</summary>
    [NotAudited] public DateOnly? OpenDueOn { get; private set; }
    public DateOnly DueKey { get; private set; } = Never;

    public override string Label => label;

    public bool IsOpen => State < SupportState.Given;

    public void Answer(Coalition coalition, SupportState state, Guid? ownerId, DateOnly? dueOn, string? reason, DateOnly on)
    {
        if (state == SupportState.Refused && string.IsNullOrWhiteSpace(reason)) throw new RuleViolation("support.reason");
        if (State != state) StateOn = on;
        (State, OwnerId, DueOn, Reason, label) = (state, ownerId, dueOn, reason, coalition.Name);
        Compute();
    }

    private void Compute() => (OpenDueOn, DueKey) = IsOpen ? (DueOn, DueOn ?? Never) : (null, Closed);

    internal sealed class Table : IEntityTypeConfiguration<SupportRequest>
    {
        public void Configure(EntityTypeBuilder<SupportRequest> b)
        {
            b.Property(r => r.Details).HasMaxLength(DetailsLength);
            b.Property(r => r.Reason).HasMaxLength(ReasonLength);
            b.Property(r => r.AskedBy).HasMaxLength(120);
            b.BelongsTo<SupportRequest, Coalition>(nameof(CoalitionId));
            b.BelongsTo<SupportRequest, GuideLine>(nameof(KindId));
            b.BelongsTo<SupportRequest, Person>(nameof(OwnerId));
            b.HasIndex(r => new { r.TenantId, r.DueKey, r.Id });
        }
    }
}

[Rules]
internal static class SupportRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["support.reason"] = "Un refus se dit avec son motif.",
        ["support.ended"] = "C’est terminé\u00a0: rouvrez d’abord la fiche pour demander un appui.",
    };
}
