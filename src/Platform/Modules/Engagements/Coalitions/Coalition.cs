using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;

namespace Platform.Modules.Engagements.Coalitions;

public enum PerimeterKind : short
{
    [Display(Name = "Thème")] Theme = 1,
    [Display(Name = "Zone géographique")] Area,
    [Display(Name = "Secteur d’activité")] Sector,
}

public enum CoalitionState : short
{
    [Display(Name = "En lancement")] Launching = 1,
    [Display(Name = "Engagée")] Active,
    [Display(Name = "En sommeil")] Dormant,
    [Display(Name = "Terminée")] Ended,
}

/// <summary>Actors who commit together on a theme, an area or a sector.</summary>
[Display(Name = "Coalition")]
public sealed class Coalition : TenantOwned, IEdited
{
    public const int NameLength = 160, PurposeLength = 4000, PerimeterLength = 200, ReasonLength = 1000;

    private Coalition() { }

    public Coalition(string name, DateOnly startedOn) =>
        (Name, NameKey, StartedOn, StateSince) = (name, Folding.Key(name), startedOn, startedOn);

    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    [Display(Name = "Objectif")] public string? Purpose { get; private set; }
    [Display(Name = "Nature du périmètre")] public PerimeterKind PerimeterKind { get; private set; } = PerimeterKind.Theme;
    [Display(Name = "Périmètre")] public string Perimeter { get; private set; } = "";
    [Display(Name = "Thème")] public Guid? ThemeId { get; private set; }
    [Display(Name = "Visible du public")] public bool IsPublic { get; private set; }
    [Display(Name = "Lancement")] public DateOnly StartedOn { get; private set; }
    [Display(Name = "État")] public CoalitionState State { get; private set; } = CoalitionState.Launching;
    [Display(Name = "Dans cet état depuis")] public DateOnly StateSince { get; private set; }
    [Display(Name = "Raison")] public string? StateReason { get; private set; }
    /// <summary>Counts the changes of the sheet itself: a step taken meanwhile is no conflict for who edits it.</summary>
    [NotAudited] public int Edition { get; private set; }
    public List<CoalitionMember> Members { get; private set; } = [];
    public List<CoalitionFacilitator> Facilitators { get; private set; } = [];
    public List<CoalitionStep> Steps { get; private set; } = [];
    public List<CoalitionAnswer> Answers { get; private set; } = [];
    public override string Label => Name;

    public void Describe(string name, string? purpose, PerimeterKind kind, string perimeter, Guid? themeId, DateOnly startedOn)
    {
        if (State != CoalitionState.Launching && startedOn > StateSince) throw new RuleViolation("coalition.start");
        if (State == CoalitionState.Launching) StateSince = startedOn;
        (Name, NameKey, Purpose, PerimeterKind, Perimeter, ThemeId, StartedOn) =
            (name, Folding.Key(name), purpose, kind, perimeter, themeId, startedOn);
        Edition++;
    }

    /// <summary>On the public road map, with its purpose, its perimeter and its members.</summary>
    public void Show(bool isPublic) => IsPublic = isPublic;

    /// <summary>Its launch is over, it wakes up, or it was ended by mistake.</summary>
    public void Activate(DateOnly on) => Become(CoalitionState.Active, on, null);

    public void Rest(DateOnly on, string reason) => Become(CoalitionState.Dormant, on, reason);

    /// <summary>The running memberships and the facilitator's term end with it. Needs <see cref="Members"/> and <see cref="Facilitators"/>.</summary>
    public void End(DateOnly on, string reason)
    {
        Become(CoalitionState.Ended, on, reason);
        foreach (var member in Members.Where(m => m.LeftOn is null)) member.Leave(this, on < member.JoinedOn ? member.JoinedOn : on);
        foreach (var term in Facilitators.Where(f => f.Until is null)) term.End(this, on < term.Since ? term.Since : on);
    }

    private void Become(CoalitionState state, DateOnly on, string? reason)
    {
        if (State == state) throw new RuleViolation("coalition.state");
        if (on < StateSince) throw new RuleViolation("coalition.state.before", StateSince);
        (State, StateSince, StateReason) = (state, on, reason);
        Edition++;
    }

    /// <summary>An organisation joins; the same may come back after it has left. Needs <see cref="Members"/> loaded.</summary>
    public CoalitionMember Welcome(Guid organisationId, CoalitionRole role, DateOnly joinedOn, DateOnly? leftOn = null)
    {
        if (State == CoalitionState.Ended) throw new RuleViolation("coalition.ended");
        Check(organisationId, joinedOn, leftOn, null);
        var member = new CoalitionMember(this, organisationId, role, joinedOn, leftOn);
        Members.Add(member);
        return member;
    }

    /// <summary>Its role changes, it leaves, or its dates are put right. Needs <see cref="Members"/> loaded.</summary>
    public void Change(CoalitionMember member, CoalitionRole role, DateOnly joinedOn, DateOnly? leftOn)
    {
        Check(member.OrganisationId, joinedOn, leftOn, member);
        member.Change(this, role, joinedOn, leftOn);
    }

    private void Check(Guid organisationId, DateOnly joinedOn, DateOnly? leftOn, CoalitionMember? except)
    {
        if (leftOn < joinedOn) throw new RuleViolation("coalition.member.dates");
        if (Members.Exists(m => m != except && m.OrganisationId == organisationId && m.Overlaps(joinedOn, leftOn)))
            throw new RuleViolation("coalition.member.twice");
    }

    /// <summary>Somebody facilitates from a day on; whoever did without an end stops the day before. Terms never overlap, gaps may be.
    /// Needs <see cref="Facilitators"/> loaded.</summary>
    public CoalitionFacilitator Entrust(Guid? personId, Guid? organisationId, DateOnly since, DateOnly? until)
    {
        if (State == CoalitionState.Ended) throw new RuleViolation("coalition.ended");
        if (personId is null == organisationId is null) throw new RuleViolation("coalition.facilitator.who");
        if (until < since) throw new RuleViolation("coalition.facilitator.dates");
        if (Facilitators.Find(f => f.Until is null && f.Since < since) is { } current) current.End(this, since.AddDays(-1));
        if (Facilitators.Exists(f => f.Overlaps(since, until))) throw new RuleViolation("coalition.facilitator.overlap");
        var term = new CoalitionFacilitator(this, personId, organisationId, since, until);
        Facilitators.Add(term);
        return term;
    }

    /// <summary>A step of the guide is taken, or its date and note are put right. Needs <see cref="Steps"/> loaded. The launch's last step
    /// makes the coalition active: answers whether it just did.</summary>
    /// <param name="launch">The steps of the launch that are in force.</param>
    public bool Take(Guid lineId, DateOnly on, string by, string? note, IReadOnlyCollection<Guid> launch)
    {
        if (Steps.Find(s => s.LineId == lineId) is { } taken) taken.Change(this, on, by, note);
        else Steps.Add(new CoalitionStep(this, lineId, on, by, note));
        if (State != CoalitionState.Launching || !launch.Contains(lineId) || launch.Any(l => !Steps.Exists(s => s.LineId == l))) return false;
        Activate(on < StateSince ? StateSince : on);
        return true;
    }

    /// <summary>How the coalition works. Needs <see cref="Answers"/> loaded.</summary>
    public void Answer(Guid lineId, string text, DateOnly on, string by)
    {
        if (Answers.Find(a => a.LineId == lineId) is not { } answer) Answers.Add(new CoalitionAnswer(this, lineId, text, on, by));
        else if (answer.Text != text) answer.Change(this, text, on, by);
    }

    internal sealed class Table : IEntityTypeConfiguration<Coalition>
    {
        public void Configure(EntityTypeBuilder<Coalition> b)
        {
            b.Property(c => c.Name).HasMaxLength(NameLength);
            b.Property(c => c.NameKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(c => c.Purpose).HasMaxLength(PurposeLength);
            b.Property(c => c.Perimeter).HasMaxLength(PerimeterLength);
            b.Property(c => c.StateReason).HasMaxLength(ReasonLength);
            b.HasIndex(c => new { c.TenantId, c.NameKey }).IsUnique();
            b.BelongsTo<Coalition, Theme>(nameof(ThemeId));
            b.HasParts(c => c.Members, nameof(CoalitionMember.CoalitionId));
            b.HasParts(c => c.Facilitators, nameof(CoalitionFacilitator.CoalitionId));
            b.HasParts(c => c.Steps, nameof(CoalitionStep.CoalitionId));
            b.HasParts(c => c.Answers, nameof(CoalitionAnswer.CoalitionId));
        }
    }
}
