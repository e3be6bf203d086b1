using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Engagements.Commitments;

public enum IndicatorDirection : short
{
    [Display(Name = "Augmenter")] Increase = 1,
    [Display(Name = "Diminuer")] Decrease,
}

public enum IndicatorValueKind : short
{
    [Display(Name = "Constatée")] Actual = 1,
    [Display(Name = "Visée à cette date")] Target,
}

/// <summary>What is measured to know whether the promise is kept.</summary>
[Display(Name = "Indicateur")]
public sealed class Indicator : TenantOwned
{
    public const int NameLength = 160, UnitLength = 40, Most = 20;

    private Indicator() { }

    public Indicator(string name) => Name = name;

    public Guid CommitmentId { get; private set; }
    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    [Display(Name = "Unité")] public string? Unit { get; private set; }
    [Display(Name = "Sens")] public IndicatorDirection Direction { get; private set; } = IndicatorDirection.Increase;
    [Display(Name = "Valeur de départ")] public decimal? Baseline { get; private set; }
    [Display(Name = "Cible")] public decimal? Target { get; private set; }
    [Display(Name = "Date de la cible")] public DateOnly? TargetOn { get; private set; }
    public List<IndicatorValue> Values { get; private set; } = [];
    public override string Label => Name;

    public void Describe(string name, string? unit, IndicatorDirection direction, decimal? baseline, decimal? target, DateOnly? targetOn) =>
        (Name, Unit, Direction, Baseline, Target, TargetOn) = (name, unit, direction, baseline, target, targetOn);

    /// <summary>One value of a kind per day: a second one replaces it. Needs <see cref="Values"/> loaded.</summary>
    public void Note(IndicatorValueKind kind, DateOnly on, decimal value, string? comment, string? source, DateTimeOffset now, Author by)
    {
        var noted = Values.Find(v => v.Kind == kind && v.On == on);
        if (noted is null) Values.Add(noted = new IndicatorValue(kind, on));
        noted.Say(value, comment, source, now, by);
    }

    internal sealed class Table : IEntityTypeConfiguration<Indicator>
    {
        public void Configure(EntityTypeBuilder<Indicator> b)
        {
            b.Property(i => i.Name).HasMaxLength(NameLength);
            b.Property(i => i.Unit).HasMaxLength(UnitLength);
            b.HasParts(i => i.Values, "IndicatorId");
        }
    }
}

/// <summary>A dated value: one measured, or one aimed at on the way to the target.</summary>
[Display(Name = "Valeur d’indicateur")]
public sealed class IndicatorValue : TenantOwned
{
    public const int CommentLength = 500, SourceLength = 200;

    private IndicatorValue() { }

    internal IndicatorValue(IndicatorValueKind kind, DateOnly on) => (Kind, On) = (kind, on);

    public Guid IndicatorId { get; private set; }
    [Display(Name = "Nature")] public IndicatorValueKind Kind { get; private set; }
    [Display(Name = "Date")] public DateOnly On { get; private set; }
    [Display(Name = "Valeur")] public decimal Value { get; private set; }
    [Display(Name = "Commentaire")] public string? Comment { get; private set; }
    [Display(Name = "Source")] public string? Source { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }
    public Guid? AuthorId { get; private set; }
    [Personal(nameof(AuthorId))] public string AuthorName { get; private set; } = "";

    internal void Say(decimal value, string? comment, string? source, DateTimeOffset now, Author by) =>
        (Value, Comment, Source, RecordedAt, AuthorId, AuthorName) = (value, comment, source, now, by.Id, by.Name);

    internal sealed class Table : IEntityTypeConfiguration<IndicatorValue>
    {
        public void Configure(EntityTypeBuilder<IndicatorValue> b)
        {
            b.Property(v => v.Comment).HasMaxLength(CommentLength);
            b.Property(v => v.AuthorName).HasMaxLength(120);
            b.HasIndex(v => new { v.TenantId, v.IndicatorId, v.Kind, v.On }).IsUnique();
        }
    }
}
