using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Governance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "needs_second_step",
                table: "tenant",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "about",
                table: "outbox_message",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "attempts",
                table: "outbox_message",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "calendar",
                table: "outbox_message",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "calendar_method",
                table: "outbox_message",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "calendar_name",
                table: "outbox_message",
                type: "nvarchar(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "caused_by_id",
                table: "outbox_message",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_direct",
                table: "outbox_message",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_uncertain",
                table: "outbox_message",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "last_look",
                table: "outbox_message",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "link",
                table: "outbox_message",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "next_attempt_at",
                table: "outbox_message",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "not_after",
                table: "outbox_message",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "not_before",
                table: "outbox_message",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reply",
                table: "outbox_message",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reply_to",
                table: "outbox_message",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "state_at",
                table: "outbox_message",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "thread",
                table: "outbox_message",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "applied_by_id",
                table: "import_batch",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "undone_by_id",
                table: "import_batch",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mail_due",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    message_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    space_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    lane = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    token = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    lease_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    data_started_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_due", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mail_pace",
                columns: table => new
                {
                    space_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_pace", x => x.space_id);
                });

            migrationBuilder.CreateTable(
                name: "mail_preference",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    address = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    category = table.Column<short>(type: "smallint", nullable: false),
                    frequency = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_preference", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_mail_preference_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opening_view",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    list = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    owner_key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    view_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opening_view", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_opening_view_saved_view_tenant_id_view_id",
                        columns: x => new { x.tenant_id, x.view_id },
                        principalTable: "saved_view",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opening_view_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_tenant_id_state_created_at_id",
                table: "outbox_message",
                columns: new[] { "tenant_id", "state", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mail_due_lane_id",
                table: "mail_due",
                columns: new[] { "lane", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mail_due_message_id",
                table: "mail_due",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mail_due_space_id_next_attempt_at_id",
                table: "mail_due",
                columns: new[] { "space_id", "next_attempt_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mail_due_token",
                table: "mail_due",
                column: "token");

            migrationBuilder.CreateIndex(
                name: "ix_mail_preference_tenant_id_address_category",
                table: "mail_preference",
                columns: new[] { "tenant_id", "address", "category" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opening_view_tenant_id_list_owner_key",
                table: "opening_view",
                columns: new[] { "tenant_id", "list", "owner_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opening_view_tenant_id_view_id",
                table: "opening_view",
                columns: new[] { "tenant_id", "view_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mail_due");

            migrationBuilder.DropTable(
                name: "mail_pace");

            migrationBuilder.DropTable(
                name: "mail_preference");

            migrationBuilder.DropTable(
                name: "opening_view");

            migrationBuilder.DropIndex(
                name: "ix_outbox_message_tenant_id_state_created_at_id",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "needs_second_step",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "about",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "attempts",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "calendar",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "calendar_method",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "calendar_name",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "caused_by_id",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "is_direct",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "is_uncertain",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "last_look",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "link",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "next_attempt_at",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "not_after",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "not_before",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "reply",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "reply_to",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "state_at",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "thread",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "applied_by_id",
                table: "import_batch");

            migrationBuilder.DropColumn(
                name: "undone_by_id",
                table: "import_batch");
        }
    }
}
