using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>A climate plan, a territorial project, a convention: what the space has undertaken to reach, by axis.</summary>
[Display(Name = "Cadre")]
public sealed class Framework : TenantOwned
{
    public const int NameLength = 160, DescriptionLength = 4000, FirstYear = 1950, LastYear = 2150;

    private Framework() { }

    public Framework(string name, string? description, int startYear, int endYear) => Describe(name, description, startYear, endYear);

    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    [Display(Name = "Description")] public string? Description { get; private set; }
    [Display(Name = "Première année")] public int StartYear { get; private set; }
    [Display(Name = "Dernière année")] public int EndYear { get; private set; }
    [Display(Name = "Visible du public")] public bool IsPublic { get; private set; }
    [Display(Name = "Archivé le")] public DateOnly? ArchivedOn { get; private set; }
    public List<Axis> Axes { get; private set; } = [];
    public List<Objective> Objectives { get; private set; } = [];
    public override string Label => Name;

    public void Describe(string name, string? description, int startYear, int endYear)
    {
        if (endYear < startYear) throw new RuleViolation("framework.period");
        (Name, NameKey, Description, StartYear, EndYear) = (name, Folding.Key(name), description, startYear, endYear);
    }

    /// <summary>On the public road map, with its axes, its objectives and where they stand.</summary>
    public void Show(bool isPublic) => IsPublic = isPublic;

    public void Archive(DateOnly on) => ArchivedOn ??= on;

    public void Restore() => ArchivedOn = null;

    public Axis AddAxis(int number, string title)
    {
        if (Axes.Any(a => a.Number == number)) throw new RuleViolation("axis.number", number);
        var axis = new Axis(Id, number, title);
        Axes.Add(axis);
        return axis;
    }

    internal sealed class Table : IEntityTypeConfiguration<Framework>
    {
        public void Configure(EntityTypeBuilder<Framework> b)
        {
            b.Property(f => f.Name).HasMaxLength(NameLength);
            b.Property(f => f.NameKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(f => f.Description).HasMaxLength(DescriptionLength);
            b.HasIndex(f => new { f.TenantId, f.NameKey }).IsUnique();
            b.HasParts(f => f.Axes, nameof(Axis.FrameworkId));
            b.HasParts(f => f.Objectives, nameof(Objective.FrameworkId));
        }
    }
}

/// <summary>A numbered part of a framework.</summary>
[Display(Name = "Axe")]
public sealed class Axis : TenantOwned
{
    public const int TitleLength = 200;

    private Axis() { }

    internal Axis(Guid frameworkId, int number, string title) => (FrameworkId, Number, Title) = (frameworkId, number, title);

    public Guid FrameworkId { get; private set; }
    [Display(Name = "Numéro")] public int Number { get; private set; }
    [Display(Name = "Titre")] public string Title { get; private set; } = "";
    public override string Label => Title;

    public void Rename(int number, string title) => (Number, Title) = (number, title);

    internal sealed class Table : IEntityTypeConfiguration<Axis>
    {
        public void Configure(EntityTypeBuilder<Axis> b)
        {
            b.Property(a => a.Title).HasMaxLength(TitleLength);
            b.HasIndex(a => new { a.TenantId, a.FrameworkId, a.Number }).IsUnique();
        }
    }
}

/// <summary>A subject of the space (mobility, housing…), shared by its frameworks, coalitions and commitments; it may come under an axis.</summary>
[Display(Name = "Thème")]
public sealed class Theme : TenantOwned
{
    public const int NameLength = 80, Colours = 8;

    private Theme() { }

    public Theme(string name, int colour, int position, Guid? axisId) => Describe(name, colour, position, axisId);

    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    /// <summary>Which of the palette's <see cref="Colours"/> colours, from 0.</summary>
    [Display(Name = "Couleur")] public int Colour { get; private set; }
    [Display(Name = "Rang")] public int Position { get; private set; }
    [Display(Name = "Axe")] public Guid? AxisId { get; private set; }
    public override string Label => Name;

    public void Describe(string name, int colour, int position, Guid? axisId) =>
        (Name, NameKey, Colour, Position, AxisId) = (name, Folding.Key(name, NameLength), colour, position, axisId);

    internal sealed class Table : IEntityTypeConfiguration<Theme>
    {
        public void Configure(EntityTypeBuilder<Theme> b)
        {
            b.Property(t => t.Name).HasMaxLength(NameLength);
            b.Property(t => t.NameKey).HasMaxLength(NameLength).UseCollation(PlatformDb.Byte);
            b.HasIndex(t => new { t.TenantId, t.NameKey }).IsUnique();
            b.BelongsTo<Theme, Axis>(nameof(AxisId));
        }
    }
}
