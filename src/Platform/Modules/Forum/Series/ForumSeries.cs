using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Shared;

namespace Platform.Modules.Forum.Series;

public enum Weekday : short
{
    [Display(Name = "lundi")] Monday = 1,
    [Display(Name = "mardi")] Tuesday,
    [Display(Name = "mercredi")] Wednesday,
    [Display(Name = "jeudi")] Thursday,
    [Display(Name = "vendredi")] Friday,
    [Display(Name = "samedi")] Saturday,
    [Display(Name = "dimanche")] Sunday,
}

/// <summary>A forum that comes back every year, and its plan counted from its day. It is ended, never deleted: its editions stand.</summary>
[Display(Name = "Forum annuel")]
public sealed class ForumSeries : TenantOwned
{
    public const int NameLength = 160, PurposeLength = 2000, PlaceLength = 200, LastWeek = MonthlyDay.Last, UsualLead = 6, LongestLead = 11, MostSteps = 40, MostPlaces = 100_000;

    private ForumSeries() { }

    public ForumSeries(string name) => (Name, NameKey) = (name, Folding.Key(name));

    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    [Display(Name = "À quoi il sert")] public string? Purpose { get; private set; }
    [Display(Name = "Mois")] public int Month { get; private set; } = 11;
    /// <summary>The n-th of that weekday in the month; 5 is the last.</summary>
    [Display(Name = "Semaine du mois")] public int Week { get; private set; } = 2;
    [Display(Name = "Jour")] public Weekday Weekday { get; private set; } = Weekday.Thursday;
    [Display(Name = "Ouverture de l’édition (mois avant)")] public int LeadMonths { get; private set; } = UsualLead;
    [Display(Name = "Lieu habituel")] public string? Place { get; private set; }
    [Display(Name = "Places habituelles")] public int? Capacity { get; private set; }
    /// <summary>What its editions begin with. Null: nobody is chased after so many days of silence.</summary>
    [Display(Name = "Relance sans réponse après (jours)")] public int? ChaseAfterDays { get; private set; }
    [Display(Name = "Arrêté le")] public DateOnly? EndedOn { get; private set; }
    public List<ForumStep> Steps { get; private set; } = [];
    public override string Label => Name;

    public void Describe(string name, string? purpose, string? place, int? capacity, int? chaseAfterDays) => (Name, NameKey, Purpose, Place, Capacity, ChaseAfterDays) = (name, Folding.Key(name), purpose, place, capacity, chaseAfterDays);

    public void Recur(int month, int week, Weekday weekday, int leadMonths) => (Month, Week, Weekday, LeadMonths) = (month, week, weekday, leadMonths);

    /// <summary>Null: it comes back again.</summary>
    public void End(DateOnly? on) => EndedOn = on;

    private MonthlyDay Day => new(Week, (DayOfWeek)((int)Weekday % 7));

    /// <summary>Its day in a year.</summary>
    public DateOnly In(int year) => Day.In(year, Month);

    /// <summary>The next of its days, that day included.</summary>
    public DateOnly Next(DateOnly today) => In(today.Year) is var day && day >= today ? day : In(today.Year + 1);

    /// <summary>Its edition is due to be opened: the day comes within the lead.</summary>
    public bool IsDue(DateOnly today) => EndedOn is null && today >= Next(today).AddMonths(-LeadMonths);

    /// <summary>"le 2e jeudi de novembre"</summary>
    public string Rhythm
    {
        get
        {
            var month = new DateOnly(2000, Month, 1).ToString("MMMM", CultureInfo.GetCultureInfo("fr-FR"));
            return $"le {Day.Said} {("aeiouyh".Contains(Folding.Fold(month)[0], StringComparison.Ordinal) ? "d’" : "de ")}{month}";
        }
    }

    internal sealed class Table : IEntityTypeConfiguration<ForumSeries>
    {
        public void Configure(EntityTypeBuilder<ForumSeries> b)
        {
            b.Ignore(s => s.Rhythm);
            b.Property(s => s.Name).HasMaxLength(NameLength);
            b.Property(s => s.NameKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(s => s.Purpose).HasMaxLength(PurposeLength);
            b.Property(s => s.Place).HasMaxLength(PlaceLength);
            b.HasParts(s => s.Steps, nameof(ForumStep.SeriesId));
            b.HasIndex(s => new { s.TenantId, s.NameKey }).IsUnique();
        }
    }
}

/// <summary>A step of the plan: so long before the day, or after it.</summary>
[Display(Name = "Étape du plan d’un forum")]
public sealed class ForumStep : TenantOwned
{
    public const int TitleLength = 160, Farthest = 400;

    private ForumStep() { }

    public ForumStep(ForumSeries series, MilestoneKind kind, string title, int offset, OffsetUnit unit)
    {
        SeriesId = series.Id;
        Change(kind, title, offset, unit);
    }

    public Guid SeriesId { get; private set; }
    [Display(Name = "Nature")] public MilestoneKind Kind { get; private set; } = MilestoneKind.Other;
    [Display(Name = "Étape")] public string Title { get; private set; } = "";
    /// <summary>Negative before the day.</summary>
    [Display(Name = "Décalage")] public int Offset { get; private set; }
    [Display(Name = "Unité")] public OffsetUnit Unit { get; private set; } = OffsetUnit.Days;
    public override string Label => Title;

    internal void Change(MilestoneKind kind, string title, int offset, OffsetUnit unit) => (Kind, Title, Offset, Unit) = (kind, title, offset, unit);

    internal sealed class Table : IEntityTypeConfiguration<ForumStep>
    {
        public void Configure(EntityTypeBuilder<ForumStep> b)
        {
            b.Property(s => s.Title).HasMaxLength(TitleLength);
            b.HasIndex(s => new { s.TenantId, s.SeriesId });
        }
    }
}
