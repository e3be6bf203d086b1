using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Series;
using Platform.Modules.Members.Organisations;

namespace Platform.Modules.Forum.Editions;

/// <summary>What becomes of a place that is given back.</summary>
public enum WaitingMode : short
{
    [Display(Name = "Donnée à la première personne qui attend")] Automatic = 1,
    [Display(Name = "Proposée, pour un temps", Description = "Sans réponse à temps, elle passe à la suivante.")] Offer,
}

/// <summary>One forum: when, where, for how many, and what is to be done until then and after. It is cancelled, never deleted.</summary>
[Display(Name = "Édition du forum")]
public sealed class ForumEdition : TenantOwned
{
    public const int TitleLength = 160, SummaryLength = 4000, PlaceLength = 200, AddressLength = 300, NotesLength = 2000, LinkLength = 500, ReasonLength = 500, LongestDays = 5, MostMilestones = 60, UsualOfferHours = 48, MostOfferHours = 336, MostChaseDays = 60;

    private ForumEdition() { }

    /// <param name="series">Null: one that does not come back.</param>
    public ForumEdition(ForumSeries? series, string title, DateOnly day)
    {
        (SeriesId, Year, Title, StartsOn, EndsOn) = (series?.Id, day.Year, title, day, day);
        (Place, Capacity, Summary, ChaseAfterDays) = (series?.Place, series?.Capacity, series?.Purpose, series?.ChaseAfterDays);
        var plan = series is { Steps.Count: > 0 } ? series.Steps.Select(s => (s.Kind, s.Title, s.Offset, s.Unit)) : Plan.Usual;
        Milestones.AddRange(plan.Select(p => new ForumMilestone(this, p.Kind, p.Title, p.Offset, p.Unit)));
    }

    public Guid? SeriesId { get; private set; }
    /// <summary>Of its first day when it was opened: a forum comes back once a year.</summary>
    [NotAudited] public int Year { get; private set; }
    [Display(Name = "Titre")] public string Title { get; private set; } = "";
    [Display(Name = "Premier jour")] public DateOnly StartsOn { get; private set; }
    [Display(Name = "Dernier jour")] public DateOnly EndsOn { get; private set; }
    /// <summary>Minutes after midnight in the space's zone.</summary>
    [Display(Name = "Début (minutes depuis minuit)")] public int? StartMinute { get; private set; }
    [Display(Name = "Fin (minutes depuis minuit)")] public int? EndMinute { get; private set; }
    [Display(Name = "Lieu")] public string? Place { get; private set; }
    [Display(Name = "Adresse")] public string? Address { get; private set; }
    [Display(Name = "Venir")] public string? Access { get; private set; }
    [Display(Name = "Accessibilité du lieu")] public string? Accessibility { get; private set; }
    [Display(Name = "Lien en ligne")] public string? OnlineLink { get; private set; }
    [Display(Name = "Places")] public int? Capacity { get; private set; }
    [Display(Name = "Ouverture des inscriptions")] public DateOnly? RegistrationFrom { get; private set; }
    [Display(Name = "Clôture des inscriptions")] public DateOnly? RegistrationUntil { get; private set; }
    [Display(Name = "Accompagnants, au plus")] public int MostCompanions { get; private set; }
    [Display(Name = "Inscription ouverte à tous")] public bool IsOpenToAll { get; private set; }
    [Display(Name = "Place rendue")] public WaitingMode Waiting { get; private set; } = WaitingMode.Automatic;
    [Display(Name = "Place proposée pendant (heures)")] public int OfferHours { get; private set; } = UsualOfferHours;
    /// <summary>The reminders and the last call of the plan go at their dates to whoever is silent.</summary>
    [Display(Name = "Relances envoyées d’elles-mêmes")] public bool ChasesByItself { get; private set; }
    /// <summary>Whoever is silent so many days after their own invitation is chased, once. Null: nobody is.</summary>
    [Display(Name = "Relance sans réponse après (jours)")] public int? ChaseAfterDays { get; private set; }
    [Display(Name = "Accueilli par")] public Guid? HostId { get; private set; }
    [Display(Name = "Présentation")] public string? Summary { get; private set; }
    [Display(Name = "Note de budget")] public string? BudgetNote { get; private set; }
    [Display(Name = "Page publique")] public bool IsPublic { get; private set; }
    [Display(Name = "Annulée le")] public DateOnly? CancelledOn { get; private set; }
    [Display(Name = "Motif de l’annulation")] public string? CancelledReason { get; private set; }
    [Display(Name = "Noms effacés le")] public DateOnly? PurgedOn { get; private set; }
    /// <summary>SEQUENCE of calendar entries: grows when time, place or state change.</summary>
    [NotAudited] public int Sequence { get; private set; }
    public List<ForumMilestone> Milestones { get; private set; } = [];
    public List<ForumRoom> Rooms { get; private set; } = [];
    public List<ForumTrack> Tracks { get; private set; } = [];
    public override string Label => Title;

    /// <summary>As it stands, to be read only.</summary>
    /// <exception cref="NotFound">There is none of that identifier.</exception>
    internal static async Task<ForumEdition> Of(PlatformDb db, Guid id, CancellationToken ct) => await db.Set<ForumEdition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new NotFound(nameof(ForumEdition));

    /// <summary>Number of its days.</summary>
    public int Days => EndsOn.DayNumber - StartsOn.DayNumber + 1;

    public void Describe(string title, string? summary, Guid? hostId, string? budgetNote, int? capacity, bool isPublic) =>
        (Title, Summary, HostId, BudgetNote, Capacity, IsPublic) = (title, summary, hostId, budgetNote, capacity, isPublic);

    public void Welcome(string? place, string? address, string? access, string? accessibility, string? onlineLink)
    {
        if ((place, address, onlineLink) != (Place, Address, OnlineLink)) Sequence++;
        (Place, Address, Access, Accessibility, OnlineLink) = (place, address, access, accessibility, onlineLink);
    }

    /// <summary>Sets the days. What is counted from the first one follows it: milestones not yet done nor moved by hand. Needs <see cref="Milestones"/>.</summary>
    public void Hold(DateOnly startsOn, DateOnly endsOn, int? startMinute, int? endMinute)
    {
        if (CancelledOn is not null) throw new RuleViolation("edition.cancelled");
        if ((startsOn, endsOn, startMinute, endMinute) != (StartsOn, EndsOn, StartMinute, EndMinute)) Sequence++;
        (StartsOn, EndsOn, StartMinute, EndMinute) = (startsOn, endsOn, startMinute, endMinute);
        foreach (var milestone in Milestones) milestone.Follow(startsOn);
    }

    public void Register(DateOnly? from, DateOnly? until) => (RegistrationFrom, RegistrationUntil) = (from, until);

    public void Receive(int mostCompanions, bool isOpenToAll, WaitingMode waiting, int offerHours) =>
        (MostCompanions, IsOpenToAll, Waiting, OfferHours) = (mostCompanions, isOpenToAll, waiting, offerHours);

    public void Chase(bool byItself, int? afterDays) => (ChasesByItself, ChaseAfterDays) = (byItself, afterDays);

    /// <summary>The last day on which guests answer and change their answer: when registration closes, else the eve.</summary>
    public DateOnly AnswersUntil => RegistrationUntil ?? StartsOn.AddDays(-1);

    /// <summary>Guests answer still, and the queue moves.</summary>
    public bool TakesAnswers(DateOnly today) => CancelledOn is null && today <= AnswersUntil;

    /// <summary>The day on which the names of its guests are erased.</summary>
    /// <param name="months">As the space sets it.</param>
    public DateOnly NamesUntil(int months) => EndsOn.AddMonths(months);

    public void Purge(DateOnly on) => PurgedOn = on;

    public void Cancel(DateOnly on, string? reason)
    {
        if (CancelledOn is not null) throw new RuleViolation("edition.cancelled");
        (CancelledOn, CancelledReason, Sequence) = (on, reason, Sequence + 1);
    }

    internal sealed class Table : IEntityTypeConfiguration<ForumEdition>
    {
        public void Configure(EntityTypeBuilder<ForumEdition> b)
        {
            b.Ignore(e => e.Days);
            b.Ignore(e => e.AnswersUntil);
            b.Property(e => e.Title).HasMaxLength(TitleLength);
            b.Property(e => e.Place).HasMaxLength(PlaceLength);
            b.Property(e => e.Address).HasMaxLength(AddressLength);
            b.Property(e => e.Access).HasMaxLength(NotesLength);
            b.Property(e => e.Accessibility).HasMaxLength(NotesLength);
            b.Property(e => e.OnlineLink).HasMaxLength(LinkLength);
            b.Property(e => e.Summary).HasMaxLength(SummaryLength);
            b.Property(e => e.BudgetNote).HasMaxLength(NotesLength);
            b.Property(e => e.CancelledReason).HasMaxLength(ReasonLength);
            b.BelongsTo<ForumEdition, ForumSeries>(nameof(SeriesId));
            b.BelongsTo<ForumEdition, Organisation>(nameof(HostId));
            b.HasParts(e => e.Milestones, nameof(ForumMilestone.EditionId));
            b.HasParts(e => e.Rooms, nameof(ForumRoom.EditionId));
            b.HasParts(e => e.Tracks, nameof(ForumTrack.EditionId));
            // Once a year, whatever opens it: the job on two nodes, or somebody by hand.
            b.HasIndex(e => new { e.TenantId, e.SeriesId, e.Year }).IsUnique();
            b.HasIndex(e => new { e.TenantId, e.StartsOn, e.Id });
        }
    }
}

/// <summary>Something to do for an edition, at a date counted from its day unless somebody chose another.</summary>
[Display(Name = "Étape d’une édition")]
public sealed class ForumMilestone : TenantOwned
{
    private ForumMilestone() { }

    internal ForumMilestone(ForumEdition edition, MilestoneKind kind, string title, int offset, OffsetUnit unit) =>
        (EditionId, Kind, Title, Offset, Unit, DueOn) = (edition.Id, kind, title, offset, unit, Plan.From(edition.StartsOn, offset, unit));

    /// <summary>One that the plan does not know: its date is its own.</summary>
    public ForumMilestone(ForumEdition edition, string title, DateOnly dueOn) => (EditionId, Kind, Title, DueOn, IsMoved) = (edition.Id, MilestoneKind.Other, title, dueOn, true);

    public Guid EditionId { get; private set; }
    [Display(Name = "Nature")] public MilestoneKind Kind { get; private set; } = MilestoneKind.Other;
    [Display(Name = "Étape")] public string Title { get; private set; } = "";
    /// <summary>Null: counted from nothing.</summary>
    public int? Offset { get; private set; }
    public OffsetUnit Unit { get; private set; } = OffsetUnit.Days;
    [Display(Name = "Pour le")] public DateOnly DueOn { get; private set; }
    [Display(Name = "Déplacée à la main")] public bool IsMoved { get; private set; }
    [Display(Name = "Faite le")] public DateOnly? DoneOn { get; private set; }
    [Display(Name = "Faite par")] public Guid? DoneById { get; private set; }
    [Personal(nameof(DoneById))] public string? DoneBy { get; private set; }
    public override string Label => Title;

    public void Move(DateOnly on)
    {
        if (DoneOn is not null) throw new RuleViolation("milestone.done");
        (DueOn, IsMoved) = (on, true);
    }

    /// <summary>Back to the date that the plan gives.</summary>
    public void Attach(DateOnly day)
    {
        if (Offset is null) throw new RuleViolation("milestone.free");
        IsMoved = false;
        Follow(day);
    }

    internal void Follow(DateOnly day)
    {
        if (Offset is { } offset && !IsMoved && DoneOn is null) DueOn = Plan.From(day, offset, Unit);
    }

    public void Do(DateOnly on, Guid? byId, string by) => (DoneOn, DoneById, DoneBy) = DoneOn is null ? (on, byId, by) : throw new RuleViolation("milestone.done");

    /// <param name="day">First day of the edition, which may have moved meanwhile.</param>
    public void Reopen(DateOnly day)
    {
        (DoneOn, DoneById, DoneBy) = (null, null, null);
        Follow(day);
    }

    internal sealed class Table : IEntityTypeConfiguration<ForumMilestone>
    {
        public void Configure(EntityTypeBuilder<ForumMilestone> b)
        {
            b.Property(m => m.Title).HasMaxLength(ForumStep.TitleLength);
            b.Property(m => m.DoneBy).HasMaxLength(120);
            b.HasIndex(m => new { m.TenantId, m.EditionId, m.DueOn });
            b.HasIndex(m => new { m.TenantId, m.DoneOn, m.DueOn });
        }
    }
}
