using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>The application with a wall taken away, on a database of its own.</summary>
public sealed class Walls : App
{
    private static readonly Lazy<Task<Walls>> Filters = new(() => Make(filters: false, rows: true)), Rows = new(() => Make(filters: true, rows: false)), Both = new(() => Make(filters: false, rows: false));

    private readonly bool filters;

    private Walls(TestDatabase database, bool filters) : base(database) => this.filters = filters;

    public static Task<Walls> WithoutFilters() => Filters.Value;

    public static Task<Walls> WithoutRowSecurity() => Rows.Value;

    public static Task<Walls> WithoutBoth() => Both.Value;

    private static async Task<Walls> Make(bool filters, bool rows)
    {
        var database = await TestDatabase.NewPostgres();
        if (!rows)
            foreach (var table in await Sql.Owned(database))
                await Sql.Rows(database.Superuser, $"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY");
        return Started(new Walls(database, filters));
    }

    protected override void Change(IServiceCollection services)
    {
        if (!filters) services.ConfigureDbContext<PostgresDb>(o => o.ReplaceService<IModelCustomizer, Unfiltered>());
    }

    private sealed class Unfiltered(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var entity in modelBuilder.Model.GetEntityTypes()) entity.SetQueryFilter(PlatformDb.TenantFilter, null);
        }
    }
}
