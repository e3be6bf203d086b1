using System.Linq.Expressions;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Modules.Access;
using Platform.Modules.Operations;
using Platform.Modules.Tenancy;

namespace Platform.Data;

/// <summary>The one context. Instances are pooled: <see cref="Bind"/> gives each lease its space and its person, and
/// disposal takes them away, so that a context never keeps the space of the request before.</summary>
public abstract partial class PlatformDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    internal CurrentTenant? Tenant { get; private set; }
    internal CurrentUser? User { get; private set; }
    internal TimeProvider Clock { get; private set; } = TimeProvider.System;

    /// <summary>Read by the query filters at each execution: no space, no rows.</summary>
    internal Guid? TenantId => Tenant?.IdOrNull;

    /// <summary>Collation under which text sorts by its bytes, so that a prefix is a range.</summary>
    protected abstract string ByteOrder { get; }

    /// <summary>The engine compares rows as rows, see <see cref="RowOrder"/>.</summary>
    protected abstract bool HasRowValues { get; }

    /// <summary>State of <see cref="TenantInTransaction"/>: the transaction that knows its space and which, the query that told it.</summary>
    internal (Guid Transaction, Guid? Space)? Told { get; set; }
    internal System.Data.Common.DbCommand? Prefixed { get; set; }

    /// <summary>The transaction of which the statements are planned for their values, and whether the engine was told.</summary>
    internal (Guid Transaction, bool Told)? Planned { get; set; }

    /// <summary>From here to the end of the transaction each statement is planned for its values, not once for all values: a word that every title
    /// holds and one that none does need opposite plans, and the one plan for both cost seconds among 100,000. Planning costs a millisecond or two.</summary>
    internal void PlanForValues()
    {
        if (Database.CurrentTransaction?.TransactionId is { } transaction && Planned?.Transaction != transaction) Planned = (transaction, false);
    }

    /// <summary>Spaces of which something is saved and not yet committed, see <see cref="SpaceChanges"/>.</summary>
    internal HashSet<Guid> Changed { get; } = [];

    internal void Bind(CurrentTenant tenant, CurrentUser user, TimeProvider clock) => (Tenant, User, Clock) = (tenant, user, clock);

    // Identity's tables with room for passkeys come with their own migration when they are used.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        // Unbounded text is a decision of the entity, never an accident.
        conventions.Properties<string>().HaveMaxLength(200);
        conventions.Properties<decimal>().HavePrecision(18, 4);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PlatformDb).Assembly);
        RowOrder.Register(builder, HasRowValues);
        builder.Entity<Account>().ToTable("account");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_token");
        foreach (var entity in builder.Model.GetEntityTypes().ToList())
        {
            if (entity.ClrType.IsAssignableTo(typeof(ITenantOwned))) Own(builder, entity);
            if (entity.ClrType.IsAssignableTo(typeof(IVersioned)))
                builder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
        // Named after the class, singular; Identity's own tables have been named above. All tables before any key: a foreign key names both.
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => e.ClrType.Namespace!.StartsWith("Platform.", StringComparison.Ordinal) && e.ClrType != typeof(Account)))
            entity.SetTableName(Snake(entity.ClrType.Name));
        foreach (var entity in builder.Model.GetEntityTypes()) Name(entity);
    }

    private void Own(ModelBuilder builder, IMutableEntityType entity)
    {
        var b = builder.Entity(entity.ClrType);
        if (entity.ClrType.IsAssignableTo(typeof(TenantOwned)))
        {
            b.HasKey(nameof(TenantOwned.TenantId), nameof(TenantOwned.Id));
            b.Property(nameof(TenantOwned.Id)).ValueGeneratedNever();
        }
        b.Property(nameof(ITenantOwned.TenantId)).ValueGeneratedNever();
        b.HasOne(typeof(Tenant)).WithMany().HasForeignKey(nameof(ITenantOwned.TenantId)).OnDelete(DeleteBehavior.Restrict);

        // e => e.TenantId == this.TenantId, on the property of the context and not on its value: read lazily.
        var row = Expression.Parameter(entity.ClrType, "e");
        var own = Expression.Convert(Expression.Property(row, nameof(ITenantOwned.TenantId)), typeof(Guid?));
        var current = Expression.Property(Expression.Constant(this), typeof(PlatformDb), nameof(TenantId));
        b.HasQueryFilter(TenantFilter, Expression.Lambda(Expression.Equal(own, current), row));
    }

    public const string TenantFilter = "tenant";

    private void Name(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(Snake(property.GetColumnName()));
            if (property.GetCollation() == Byte) property.SetCollation(ByteOrder);
        }
        foreach (var key in entity.GetKeys()) key.SetName(Snake(key.GetName()!));
        foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
        foreach (var foreign in entity.GetForeignKeys()) foreign.SetConstraintName(Snake(foreign.GetConstraintName()!));
    }

    /// <summary>What an entity writes in <c>UseCollation</c> for text that is searched by prefix.</summary>
    public const string Byte = "byte-order";

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }

    public override void Dispose()
    {
        (Tenant, User, Told, Prefixed, Planned) = (null, null, null, null, null);
        Changed.Clear();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        (Tenant, User, Told, Prefixed, Planned) = (null, null, null, null, null);
        Changed.Clear();
        return base.DisposeAsync();
    }
}

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : PlatformDb(options)
{
    protected override string ByteOrder => "C";
    protected override bool HasRowValues => true;
}

public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : PlatformDb(options)
{
    protected override string ByteOrder => "Latin1_General_100_BIN2";
    protected override bool HasRowValues => false;
}
