using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Organisations;

namespace Platform.Modules.Governance.Cascade;

/// <summary>What one member makes at home of a decision taken together. Late is computed.</summary>
[Display(Name = "Déclinaison")]
public sealed class CascadeLine : TenantOwned
{
    public const int ReferenceLength = 120, DocumentLength = 500, ReasonLength = 1000;

    private CascadeLine() { }

    public CascadeLine(Guid decisionId, Guid organisationId, DateOnly on) => (DecisionId, OrganisationId, StateOn) = (decisionId, organisationId, on);

    public Guid DecisionId { get; private set; }
    [Display(Name = "Membre")] public Guid OrganisationId { get; private set; }
    [Display(Name = "État")] public CascadeState State { get; private set; } = CascadeState.ToDo;
    [Display(Name = "État depuis le")] public DateOnly StateOn { get; private set; }
    /// <summary>When the member's council takes it up.</summary>
    [Display(Name = "Conseil du")] public DateOnly? CouncilOn { get; private set; }
    [Display(Name = "Référence de la délibération")] public string? Reference { get; private set; }
    [Display(Name = "Date de la délibération")] public DateOnly? ActOn { get; private set; }
    [Display(Name = "Document")] public string? DocumentAddress { get; private set; }
    [Display(Name = "Motif ou précision")] public string? Reason { get; private set; }
    public Guid? ToldById { get; private set; }
    [Personal(nameof(ToldById))] public string? ToldBy { get; private set; }
    public override string Label => $"Déclinaison ({EnumNames.Of(State).ToLowerInvariant()})";

    public bool IsOpen => State is CascadeState.ToDo or CascadeState.OnAgenda;

    /// <summary>The council has answered, one way or another.</summary>
    public bool IsAct => State is CascadeState.Adopted or CascadeState.Amended or CascadeState.Refused;

    /// <exception cref="RuleViolation">A state lacks what makes it one: a date, a reason.</exception>
    public void Tell(CascadeState state, DateOnly? councilOn, string? reference, DateOnly? actOn, string? document, string? reason, DateOnly today, Guid? account, string by)
    {
        if (state == CascadeState.OnAgenda && councilOn is null) throw new RuleViolation("cascade.council");
        if (state is CascadeState.Adopted or CascadeState.Amended && actOn is null) throw new RuleViolation("cascade.act");
        if (state is CascadeState.Amended or CascadeState.Refused && reason is null) throw new RuleViolation("cascade.reason");
        if (state != State) StateOn = today;
        // A council that has voted nothing has no deliberation, one that is not to take it up no date: what a wrong state had left goes with it.
        if (state is CascadeState.ToDo or CascadeState.NotConcerned) councilOn = null;
        if (state is CascadeState.ToDo or CascadeState.OnAgenda or CascadeState.NotConcerned) (reference, actOn) = (null, null);
        (State, CouncilOn, Reference, ActOn, DocumentAddress, Reason, ToldById, ToldBy) = (state, councilOn, reference, actOn, document, reason, account, by);
    }

    internal sealed class Table : IEntityTypeConfiguration<CascadeLine>
    {
        public void Configure(EntityTypeBuilder<CascadeLine> b)
        {
            b.Ignore(l => l.IsOpen);
            b.Ignore(l => l.IsAct);
            b.Property(l => l.Reference).HasMaxLength(ReferenceLength);
            b.Property(l => l.DocumentAddress).HasMaxLength(DocumentLength);
            b.Property(l => l.Reason).HasMaxLength(ReasonLength);
            b.Property(l => l.ToldBy).HasMaxLength(120);
            b.BelongsTo<CascadeLine, Organisation>(nameof(OrganisationId));
            b.HasIndex(l => new { l.TenantId, l.DecisionId, l.OrganisationId }).IsUnique();
            b.HasIndex(l => new { l.TenantId, l.State, l.CouncilOn });
        }
    }
}
