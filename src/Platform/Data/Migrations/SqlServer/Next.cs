using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Next : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_hidden",
                table: "import_row",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "hidden",
                table: "import_batch",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "hidden_columns",
                table: "import_batch",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "leaves_hidden",
                table: "import_batch",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "chase_after_days",
                table: "forum_series",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "first_invited_at",
                table: "forum_guest",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "chase_after_days",
                table: "forum_edition",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "last_act",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    changes = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_last_act", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_last_act_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_last_act_tenant_id_account_id",
                table: "last_act",
                columns: new[] { "tenant_id", "account_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "last_act");

            migrationBuilder.DropColumn(
                name: "is_hidden",
                table: "import_row");

            migrationBuilder.DropColumn(
                name: "hidden",
                table: "import_batch");

            migrationBuilder.DropColumn(
                name: "hidden_columns",
                table: "import_batch");

            migrationBuilder.DropColumn(
                name: "leaves_hidden",
                table: "import_batch");

            migrationBuilder.DropColumn(
                name: "chase_after_days",
                table: "forum_series");

            migrationBuilder.DropColumn(
                name: "first_invited_at",
                table: "forum_guest");

            migrationBuilder.DropColumn(
                name: "chase_after_days",
                table: "forum_edition");
        }
    }
}
