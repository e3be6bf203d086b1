using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>A dated promise with its holders. What time decides (late, silent) is stored as the dates that decide it,
/// never as a status: <see cref="OpenDueOn"/> and <see cref="NextNewsDueOn"/> answer with one range of an index.</summary>
[Display(Name = "Engagement")]
public sealed class Commitment : TenantOwned, IEdited
{
    public const int TitleLength = 160, TextLength = 5000, UsualCadence = 90, ShortestCadence = 7, LongestCadence = 730;

    // Both engines store them; the calendar's own ends become "infinity" on one of them.
    private static readonly DateOnly Never = new(9998, 1, 1), Closed = new(9999, 1, 1), Dawn = new(1, 1, 2);

    private Commitment() { }

    public Commitment(int number, string title, Guid formKey, DateOnly today, DateTimeOffset now, Author by)
    {
        (Number, Title, TitleKey, FormKey, State, StateOn) = (number, title, Folding.Key(title), formKey, CommitmentState.Draft, today);
        Transitions.Add(new Transition(null, CommitmentState.Draft, today, now, by, null));
    }

    /// <summary>Counts from 1 in each space; a number is never given twice.</summary>
    [Display(Name = "Numéro")] public int Number { get; private set; }
    [Display(Name = "Intitulé")] public string Title { get; private set; } = "";
    public string TitleKey { get; private set; } = "";
    /// <summary>Made with the empty form: the same form sent twice logs one commitment.</summary>
    public Guid FormKey { get; private set; }
    [Display(Name = "Énoncé")] public string? Statement { get; private set; }
    [Display(Name = "Moyens")] public string? Means { get; private set; }
    [Display(Name = "Coalition")] public Guid? CoalitionId { get; private set; }
    [Display(Name = "Thème")] public Guid? ThemeId { get; private set; }
    [Display(Name = "Axe")] public Guid? AxisId { get; private set; }
    [Display(Name = "Début")] public DateOnly? StartsOn { get; private set; }
    [Display(Name = "Échéance")] public DateOnly? DueOn { get; private set; }
    [Display(Name = "Visibilité")] public Visibility Visibility { get; private set; } = Visibility.Internal;
    /// <summary>Days within which news is owed.</summary>
    [Display(Name = "Rythme des nouvelles (jours)")] public int CadenceDays { get; private set; } = UsualCadence;
    /// <summary>The person who answers for it at the holder's.</summary>
    [Display(Name = "Référent")] public Guid? ReferentId { get; private set; }
    /// <summary>The person who follows it for the space.</summary>
    [Display(Name = "Suivi par")] public Guid? FacilitatorId { get; private set; }
    [Display(Name = "État")] public CommitmentState State { get; private set; }
    [Display(Name = "État depuis le")] public DateOnly StateOn { get; private set; }
    /// <summary>Since when news is owed: adoption, or the day it was reopened; null when none is.</summary>
    [NotAudited] public DateOnly? AliveSince { get; private set; }
    /// <summary>The due date while it can still be missed; null once closed. Late: before today.</summary>
    [NotAudited] public DateOnly? OpenDueOn { get; private set; }
    /// <summary>The day after which it is silent; null when no news is owed.</summary>
    [NotAudited] public DateOnly? NextNewsDueOn { get; private set; }
    [NotAudited] public DateOnly? LastNewsOn { get; private set; }
    /// <summary>Sort keys, never null: without a due date comes after those that have one, and what is closed after all; without news comes first.</summary>
    public DateOnly DueKey { get; private set; } = Never;
    public DateOnly NewsKey { get; private set; } = Dawn;
    /// <summary>Status of the last news; blocked is declared there and nowhere else.</summary>
    [NotAudited] public UpdateStatus? LastStatus { get; private set; }
    [NotAudited] public bool IsBlocked { get; private set; }
    /// <summary>0 to 100, from the last news that gave one.</summary>
    [NotAudited] public int? Progress { get; private set; }
    /// <summary>What stands behind it: copied from its documents and verifications, for the lists.</summary>
    [NotAudited] public EvidenceLevel Evidence { get; private set; } = EvidenceLevel.Declared;
    /// <summary>Counts the changes of the sheet itself: news given meanwhile is no conflict for who edits it.</summary>
    [NotAudited] public int Edition { get; private set; }

    public List<CommitmentHolder> Holders { get; private set; } = [];
    public List<CommitmentObjective> Objectives { get; private set; } = [];
    public List<Measure> Measures { get; private set; } = [];
    public List<Indicator> Indicators { get; private set; } = [];
    public List<Transition> Transitions { get; private set; } = [];
    public List<Update> Updates { get; private set; } = [];
    /// <summary>One at most: the last replaces it, and the journal keeps the former.</summary>
    public List<HolderAnswer> Answers { get; private set; } = [];

    public override string Label => $"n° {Number} – {Title}";

    /// <summary>Late: the due date has passed and it is not closed.</summary>
    public static Expression<Func<Commitment, bool>> Late(DateOnly today) => c => c.OpenDueOn < today;

    /// <summary>Silent: news is owed and has not come in time.</summary>
    public static Expression<Func<Commitment, bool>> Silent(DateOnly today) => c => c.NextNewsDueOn < today;

    /// <summary>Everybody may read it: public, and proposed at least once (a draft given up was never said to anybody).</summary>
    public static Expression<Func<Commitment, bool>> Published { get; } = c => c.Visibility == Visibility.Public && c.State != CommitmentState.Draft
        && (c.State != CommitmentState.Abandoned || c.Transitions.Any(t => t.To == CommitmentState.Proposed));

    public bool IsLate(DateOnly today) => OpenDueOn < today;

    public bool IsSilent(DateOnly today) => NextNewsDueOn < today;

    public void Describe(string title, string? statement, string? means)
    {
        (Title, TitleKey, Statement, Means) = (title, Folding.Key(title), statement, means);
        Edition++;
    }

    public void Plan(DateOnly? startsOn, DateOnly? dueOn, int cadenceDays)
    {
        if (dueOn < startsOn) throw new RuleViolation("commitment.dates");
        if (cadenceDays is < ShortestCadence or > LongestCadence) throw new RuleViolation("commitment.cadence");
        (StartsOn, DueOn, CadenceDays) = (startsOn, dueOn, cadenceDays);
        Compute();
    }

    public void Place(Guid? themeId, Guid? axisId, IReadOnlyCollection<Guid> objectives)
    {
        (ThemeId, AxisId) = (themeId, axisId);
        Objectives.RemoveAll(o => !objectives.Contains(o.ObjectiveId));
        Objectives.AddRange(objectives.Distinct().Where(id => Objectives.All(o => o.ObjectiveId != id)).Select(id => new CommitmentObjective(id)).ToList());
    }

    /// <summary>Organisations, the first being the lead, or a coalition; never both, never neither.</summary>
    public void HeldBy(IReadOnlyList<Guid> organisations, Guid? coalitionId)
    {
        if (organisations.Count > 0 == coalitionId is not null) throw new RuleViolation("commitment.holders");
        CoalitionId = coalitionId;
        Holders.RemoveAll(h => !organisations.Contains(h.OrganisationId));
        foreach (var id in organisations.Distinct())
        {
            var holder = Holders.Find(h => h.OrganisationId == id);
            if (holder is null) Holders.Add(holder = new CommitmentHolder(id));
            holder.Lead(id == organisations[0]);
        }
    }

    public void FollowedBy(Guid? referentId, Guid? facilitatorId) => (ReferentId, FacilitatorId) = (referentId, facilitatorId);

    public void Show(Visibility visibility) => Visibility = visibility;

    public void Prove(EvidenceLevel level) => Evidence = level;

    // Acts on many at once. False: it was so already. They count as editions: a sheet being edited meanwhile must not undo them unseen.

    public bool EntrustTo(Guid facilitatorId)
    {
        if (FacilitatorId == facilitatorId) return false;
        FacilitatorId = facilitatorId;
        Edition++;
        return true;
    }

    public bool Classify(Guid themeId, Guid? axisId)
    {
        if (ThemeId == themeId && AxisId == axisId) return false;
        (ThemeId, AxisId) = (themeId, axisId);
        Edition++;
        return true;
    }

    public bool Pace(int cadenceDays)
    {
        if (CadenceDays == cadenceDays) return false;
        Plan(StartsOn, DueOn, cadenceDays);
        Edition++;
        return true;
    }

    public Transition To(CommitmentState to, DateOnly on, DateTimeOffset now, Author by, string? reason = null)
    {
        var move = Moves.Find(State, to) ?? throw new RuleViolation("commitment.move");
        if (move.NeedsReason && string.IsNullOrWhiteSpace(reason)) throw new RuleViolation("commitment.reason");
        var transition = new Transition(State, to, on, now, by, reason);
        if (!to.IsAlive()) AliveSince = null;
        else if (!State.IsAlive()) AliveSince = on;
        (State, StateOn) = (to, on);
        Compute();
        Transitions.Add(transition);
        return transition;
    }

    /// <summary>As if its last change of state had never been: it was an import's, and is taken back with it. Needs <see cref="Transitions"/> loaded.</summary>
    public void Unmove(CommitmentState to, DateOnly on)
    {
        Transitions.Remove(Transitions.Where(t => t.From == to && t.To == State).MaxBy(t => t.RecordedAt) ?? throw new RuleViolation("commitment.move"));
        AliveSince = to.IsAlive() ? Transitions.Where(t => t.To.IsAlive() && t.From?.IsAlive() != true).MaxBy(t => t.RecordedAt)?.HappenedOn ?? on : null;
        (State, StateOn) = (to, on);
        Compute();
    }

    /// <summary>News, or the correction of an earlier one: what the list reads of it is copied here. Needs <see cref="Updates"/> loaded.</summary>
    public Update Tell(Update update)
    {
        if (State == CommitmentState.Draft) throw new RuleViolation("commitment.draft");
        // What was said before it was closed can still be corrected.
        if (!State.IsOpen() && update.CorrectsId is null) throw new RuleViolation("commitment.closed");
        Updates.Add(update);
        var news = Update.Standing(Updates);
        (LastNewsOn, LastStatus, IsBlocked) = (news[0].HappenedOn, news[0].Status, news[0].Status == UpdateStatus.Blocked);
        Progress = news.Select(u => u.Progress).FirstOrDefault(p => p is not null);
        Compute();
        return update;
    }

    private void Compute()
    {
        OpenDueOn = State.IsOpen() ? DueOn : null;
        (DueKey, NewsKey) = (State.IsOpen() ? DueOn ?? Never : Closed, LastNewsOn ?? Dawn);
        NextNewsDueOn = AliveSince is { } since ? (LastNewsOn > since ? LastNewsOn.Value : since).AddDays(CadenceDays) : null;
    }

    internal sealed class Table : IEntityTypeConfiguration<Commitment>
    {
        public void Configure(EntityTypeBuilder<Commitment> b)
        {
            b.Property(c => c.Title).HasMaxLength(TitleLength);
            b.Property(c => c.TitleKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(c => c.Statement).HasMaxLength(TextLength);
            b.Property(c => c.Means).HasMaxLength(TextLength);
            // Whoever writes rows without this code (seeding by bulk copy) may leave it out.
            b.Property(c => c.Evidence).HasDefaultValue(EvidenceLevel.Declared).HasSentinel((EvidenceLevel)0);
            b.BelongsTo<Commitment, Coalition>(nameof(CoalitionId));
            b.BelongsTo<Commitment, Theme>(nameof(ThemeId));
            b.BelongsTo<Commitment, Axis>(nameof(AxisId));
            b.BelongsTo<Commitment, Person>(nameof(ReferentId));
            b.BelongsTo<Commitment, Person>(nameof(FacilitatorId));
            b.HasParts(c => c.Holders, "CommitmentId");
            b.HasParts(c => c.Objectives, "CommitmentId");
            b.HasParts(c => c.Measures, "CommitmentId");
            b.HasParts(c => c.Indicators, "CommitmentId");
            b.HasParts(c => c.Transitions, "CommitmentId");
            b.HasParts(c => c.Updates, "CommitmentId");
            b.HasParts(c => c.Answers, "CommitmentId");
            b.HasIndex(c => new { c.TenantId, c.Number }).IsUnique();
            b.HasIndex(c => new { c.TenantId, c.FormKey }).IsUnique();
            b.HasIndex(c => new { c.TenantId, c.State, c.DueKey, c.Id });
            b.HasIndex(c => new { c.TenantId, c.DueKey, c.Id });
            b.HasIndex(c => new { c.TenantId, c.OpenDueOn, c.Id });
            b.HasIndex(c => new { c.TenantId, c.NextNewsDueOn, c.Id });
            b.HasIndex(c => new { c.TenantId, c.NewsKey, c.Id });
            b.HasIndex(c => new { c.TenantId, c.TitleKey, c.Id });
            b.HasIndex(c => new { c.TenantId, c.IsBlocked, c.Id });
        }
    }
}
