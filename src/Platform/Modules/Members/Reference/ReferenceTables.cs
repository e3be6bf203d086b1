using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Members.Reference;

// The national reference is the same for every space: "reference import" writes it, the application only reads it.
// Records, because an import compares what is stored with what ships, row by row, and writes only what differs.

/// <param name="RepeatsYear">The earlier year whose EPCI the source published again unchanged, if it did.</param>
public sealed record ReferenceYear(int Year, string SourceVersion, int? RepeatsYear) : IGlobal
{
    internal sealed class Table : IEntityTypeConfiguration<ReferenceYear>
    {
        public void Configure(EntityTypeBuilder<ReferenceYear> b)
        {
            b.HasKey(y => y.Year);
            b.Property(y => y.Year).ValueGeneratedNever();
            b.Property(y => y.SourceVersion).HasMaxLength(20);
        }
    }
}

public sealed record Region(string Code, string Name) : IGlobal
{
    internal sealed class Table : IEntityTypeConfiguration<Region>
    {
        public void Configure(EntityTypeBuilder<Region> b)
        {
            b.HasKey(r => r.Code);
            b.Property(r => r.Code).HasMaxLength(3);
        }
    }
}

public sealed record Department(string Code, string RegionCode, string Name) : IGlobal
{
    internal sealed class Table : IEntityTypeConfiguration<Department>
    {
        public void Configure(EntityTypeBuilder<Department> b)
        {
            b.HasKey(d => d.Code);
            b.Property(d => d.Code).HasMaxLength(3);
            b.Property(d => d.RegionCode).HasMaxLength(3);
            b.HasOne<Region>().WithMany().HasForeignKey(d => d.RegionCode).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <param name="SearchName">Folded, without the leading “CC”, “CA” or “CU”: what people type.</param>
/// <param name="DepartmentCode">Where most of its communes are; null for an EPCI whose communes are no longer known.</param>
/// <param name="LastYear">Last reference year in which it existed.</param>
/// <param name="Population">Total population of that year.</param>
public sealed record Epci(string Siren, EpciKind Kind, string Name, string SearchName, string? DepartmentCode, int MemberCommunes,
    int LastYear, int Population) : IGlobal
{
    internal sealed class Table : IEntityTypeConfiguration<Epci>
    {
        public void Configure(EntityTypeBuilder<Epci> b)
        {
            b.HasKey(e => e.Siren);
            b.Property(e => e.Siren).HasMaxLength(9);
            b.Property(e => e.DepartmentCode).HasMaxLength(3);
            b.Property(e => e.Name).HasMaxLength(120);
            b.Property(e => e.SearchName).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.HasOne<Department>().WithMany().HasForeignKey(e => e.DepartmentCode).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Total population (population totale), the one on which contributions are computed.</summary>
public sealed record EpciPopulation(string Siren, int Year, int Population) : IGlobal
{
    internal sealed class Table : IEntityTypeConfiguration<EpciPopulation>
    {
        public void Configure(EntityTypeBuilder<EpciPopulation> b)
        {
            b.HasKey(p => new { p.Siren, p.Year });
            b.Property(p => p.Siren).HasMaxLength(9);
            b.HasOne<Epci>().WithMany().HasForeignKey(p => p.Siren).OnDelete(DeleteBehavior.Restrict);
            b.HasOne<ReferenceYear>().WithMany().HasForeignKey(p => p.Year).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <param name="EpciSiren">Null for the few islands that belong to none.</param>
/// <param name="Population">Municipal population; null where nobody lives.</param>
public sealed record Commune(string Code, string DepartmentCode, string Name, string SearchName, string? Siren, string? EpciSiren,
    int? Population) : IGlobal
{
    internal sealed class Table : IEntityTypeConfiguration<Commune>
    {
        public void Configure(EntityTypeBuilder<Commune> b)
        {
            b.HasKey(c => c.Code);
            b.Property(c => c.Code).HasMaxLength(5);
            b.Property(c => c.Name).HasMaxLength(120);
            b.Property(c => c.SearchName).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(c => c.Siren).HasMaxLength(9);
            b.Property(c => c.EpciSiren).HasMaxLength(9);
            b.Property(c => c.DepartmentCode).HasMaxLength(3);
            b.HasIndex(c => c.Siren);
            b.HasOne<Department>().WithMany().HasForeignKey(c => c.DepartmentCode).OnDelete(DeleteBehavior.Restrict);
            b.HasOne<Epci>().WithMany().HasForeignKey(c => c.EpciSiren).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum PlaceKind : short { Epci = 1, Commune = 2 }

/// <summary>One word of a place's name; a prefix is a range of the primary key on both engines.</summary>
/// <param name="Code">SIREN of an EPCI, INSEE code of a commune.</param>
public sealed record PlaceTerm(PlaceKind Kind, string Term, string Code) : IGlobal
{
    public const int TermLength = 40;

    internal sealed class Table : IEntityTypeConfiguration<PlaceTerm>
    {
        public void Configure(EntityTypeBuilder<PlaceTerm> b)
        {
            b.HasKey(t => new { t.Kind, t.Term, t.Code });
            b.Property(t => t.Term).HasMaxLength(TermLength).UseCollation(PlatformDb.Byte);
            b.Property(t => t.Code).HasMaxLength(9);
        }
    }
}
