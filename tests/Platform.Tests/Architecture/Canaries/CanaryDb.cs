#pragma warning disable MA0048 // Wrong on purpose: a model that breaks every rule once.
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Data;

namespace Platform.Tests.Architecture.Canaries;

public sealed class CanaryDb(Func<DbContextOptionsBuilder, NpgsqlDataSource?, DbContextOptionsBuilder> engine) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => engine(optionsBuilder, null);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Stray>().ToTable("stray");
        modelBuilder.Entity<Unfiltered>().ToTable("unfiltered").HasKey(u => new { u.TenantId, u.Id });
        modelBuilder.Entity<Diary>().ToTable("audit_entry").HasKey(u => new { u.TenantId, u.Id });
        modelBuilder.Entity<Ancestor>().ToTable("ancestor").HasMany<Loose>().WithOne().HasForeignKey(l => l.AncestorId).HasPrincipalKey(a => a.Id).OnDelete(DeleteBehavior.Cascade);
        modelBuilder.Entity<Middle>().ToTable("middle").HasMany<Loose>().WithOne().HasForeignKey(l => l.MiddleId).HasPrincipalKey(m => m.Id).OnDelete(DeleteBehavior.Cascade);
        modelBuilder.Entity<Middle>().HasOne<Ancestor>().WithMany().HasForeignKey(m => m.AncestorId).HasPrincipalKey(a => a.Id).OnDelete(DeleteBehavior.Cascade);
        var loose = modelBuilder.Entity<Loose>().ToTable("loose");
        loose.HasKey(l => l.Id);
        loose.HasAlternateKey(l => l.Code);
        loose.HasIndex(l => l.Name).IsUnique();
        loose.HasIndex(l => l.Wide);
        loose.HasIndex(l => l.Long);
        loose.Property(l => l.Name).HasMaxLength(100);
        loose.Property(l => l.Code).HasMaxLength(100);
        loose.Property(l => l.Wide).HasMaxLength(2000);
        loose.Property(l => l.Long).HasColumnType(Database.IsNpgsql() ? "text" : "nvarchar(max)");
        loose.HasOne<Unfiltered>().WithMany().HasForeignKey(l => l.ParentId).HasPrincipalKey(u => u.Id);
        if (!Database.IsNpgsql()) return;
        loose.Property(l => l.Json).HasColumnType("jsonb");
        loose.Property(l => l.Mood).HasColumnType("mood");
    }

    public sealed class Stray
    {
        public int Id { get; init; }
    }

    public sealed class Ancestor : TenantOwned;

    public sealed class Middle : TenantOwned
    {
        public Guid AncestorId { get; init; }
    }

    public sealed class Unfiltered : TenantOwned;

    public sealed class Diary : TenantOwned;

    public sealed class Loose : TenantOwned
    {
        public Guid ParentId { get; init; }
        public Guid AncestorId { get; init; }
        public Guid MiddleId { get; init; }
        public string Name { get; init; } = "";
        public string Code { get; init; } = "";
        public string Wide { get; init; } = "";
        public string Long { get; init; } = "";
        public string Json { get; init; } = "{}";
        public string Mood { get; init; } = "";
        public string[] Tags { get; init; } = [];
    }
}
