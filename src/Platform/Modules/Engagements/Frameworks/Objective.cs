using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Frameworks;

public enum Direction : short
{
    [Display(Name = "Augmenter")] Increase = 1,
    [Display(Name = "Diminuer")] Decrease,
    [Display(Name = "Maintenir au moins à la cible")] Maintain,
}

/// <summary>What a framework wants to reach, in figures: an indicator, where it started, where it must be and when.</summary>
[Display(Name = "Objectif")]
public sealed class Objective : TenantOwned
{
    public const int TitleLength = 200, IndicatorLength = 200, UnitLength = 60;

    private Objective() { }

    public Objective(Guid frameworkId, int position) => (FrameworkId, Position) = (frameworkId, position);

    public Guid FrameworkId { get; private set; }
    [Display(Name = "Axe")] public Guid? AxisId { get; private set; }
    [Display(Name = "Titre")] public string Title { get; private set; } = "";
    [Display(Name = "Indicateur")] public string? Indicator { get; private set; }
    [Display(Name = "Unité")] public string Unit { get; private set; } = "";
    [Display(Name = "Sens")] public Direction Direction { get; private set; } = Direction.Increase;
    [Display(Name = "Valeur de départ")] public decimal? Baseline { get; private set; }
    [Display(Name = "Année de départ")] public int? BaselineYear { get; private set; }
    [Display(Name = "Cible")] public decimal Target { get; private set; }
    [Display(Name = "Année cible")] public int TargetYear { get; private set; }
    [Display(Name = "Rang")] public int Position { get; private set; }
    public List<ObjectiveValue> Values { get; private set; } = [];
    public override string Label => Title;

    public void Describe(Guid? axisId, string title, string? indicator, string unit) =>
        (AxisId, Title, Indicator, Unit) = (axisId, title, indicator, unit);

    public void Aim(Direction direction, decimal? baseline, int? baselineYear, decimal target, int targetYear)
    {
        if (baselineYear >= targetYear) throw new RuleViolation("objective.years");
        if (direction == Direction.Increase && baseline >= target) throw new RuleViolation("objective.increase");
        if (direction == Direction.Decrease && baseline <= target) throw new RuleViolation("objective.decrease");
        (Direction, Baseline, BaselineYear, Target, TargetYear) = (direction, baseline, baselineYear, target, targetYear);
    }

    /// <summary>A measured value. Needs <see cref="Values"/> loaded: two values of one day cannot both be true.</summary>
    public ObjectiveValue Record(DateOnly on, decimal value, string? comment, string? source, DateOnly today)
    {
        if (on > today) throw new RuleViolation("objective.value.future");
        if (on.Year < BaselineYear) throw new RuleViolation("objective.value.before", BaselineYear);
        if (Values.Any(v => v.MeasuredOn == on)) throw new RuleViolation("objective.value.twice");
        var recorded = new ObjectiveValue(this, on, value, comment, source);
        Values.Add(recorded);
        return recorded;
    }

    internal sealed class Table : IEntityTypeConfiguration<Objective>
    {
        public void Configure(EntityTypeBuilder<Objective> b)
        {
            b.Property(o => o.Title).HasMaxLength(TitleLength);
            b.Property(o => o.Indicator).HasMaxLength(IndicatorLength);
            b.Property(o => o.Unit).HasMaxLength(UnitLength);
            b.HasIndex(o => new { o.TenantId, o.FrameworkId, o.Position });
            b.BelongsTo<Objective, Axis>(nameof(AxisId));
            b.HasParts(o => o.Values, nameof(ObjectiveValue.ObjectiveId));
        }
    }
}

/// <summary>What was measured on a day, with where the figure comes from.</summary>
[Display(Name = "Valeur d’un objectif")]
public sealed class ObjectiveValue : TenantOwned
{
    public const int CommentLength = 1000, SourceLength = 300;

    private string label = "";

    private ObjectiveValue() { }

    internal ObjectiveValue(Objective objective, DateOnly on, decimal value, string? comment, string? source) =>
        (ObjectiveId, MeasuredOn, Value, Comment, Source, label) = (objective.Id, on, value, comment, source, objective.Title);

    public Guid ObjectiveId { get; private set; }
    [Display(Name = "Date")] public DateOnly MeasuredOn { get; private set; }
    [Display(Name = "Valeur")] public decimal Value { get; private set; }
    [Display(Name = "Commentaire")] public string? Comment { get; private set; }
    [Display(Name = "Source")] public string? Source { get; private set; }
    public override string Label => label;

    /// <summary>A figure was mistyped; the journal keeps the former one.</summary>
    public void Correct(Objective objective, decimal value, string? comment, string? source) =>
        (Value, Comment, Source, label) = (value, comment, source, objective.Title);

    internal sealed class Table : IEntityTypeConfiguration<ObjectiveValue>
    {
        public void Configure(EntityTypeBuilder<ObjectiveValue> b)
        {
            b.Property(v => v.Comment).HasMaxLength(CommentLength);
            b.Property(v => v.Source).HasMaxLength(SourceLength);
            b.HasIndex(v => new { v.TenantId, v.ObjectiveId, v.MeasuredOn }).IsUnique();
        }
    }
}
