using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Platform.Data.Migrations.Postgres;

/// <summary>The tables of Quartz, which are no entities: by hand, so that scaffolding the migration in the making leaves them alone.</summary>
[DbContext(typeof(PostgresDb)), Migration("20261121120000_Clock")]
public sealed class Clock : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => ClockTables.Create(migrationBuilder, "postgres");

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in ClockTables.Names.Reverse()) migrationBuilder.DropTable(table);
    }
}
