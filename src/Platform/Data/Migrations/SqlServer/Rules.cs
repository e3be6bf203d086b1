using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Rules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "reminder_hour",
                table: "tenant",
                type: "int",
                nullable: false,
                defaultValue: 7);

            migrationBuilder.CreateTable(
                name: "hand_reminder",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    receivers = table.Column<int>(type: "int", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_reminder", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_hand_reminder_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "obligation",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    title = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    title_key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    details = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    first_on = table.Column<DateOnly>(type: "date", nullable: false),
                    every_months = table.Column<int>(type: "int", nullable: false),
                    per_member = table.Column<bool>(type: "bit", nullable: false),
                    lead_days = table.Column<int>(type: "int", nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    opened = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligation", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_obligation_person_tenant_id_owner_id",
                        columns: x => new { x.tenant_id, x.owner_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligation_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminded",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    receiver_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    anchor_on = table.Column<DateOnly>(type: "date", nullable: false),
                    mail_key = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    by_hand = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminded", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_reminded_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminder_rule",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    is_on = table.Column<bool>(type: "bit", nullable: false),
                    steps = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    stop = table.Column<short>(type: "smallint", nullable: false),
                    subject = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    escalation = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_rule", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_reminder_rule_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "obligation_task",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    slot_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    dropped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    closed_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligation_task", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_obligation_task_obligation_tenant_id_obligation_id",
                        columns: x => new { x.tenant_id, x.obligation_id },
                        principalTable: "obligation",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_obligation_task_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligation_task_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_hand_reminder_tenant_id_subject_id_at",
                table: "hand_reminder",
                columns: new[] { "tenant_id", "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_obligation_tenant_id_ended_on_title_key",
                table: "obligation",
                columns: new[] { "tenant_id", "ended_on", "title_key" });

            migrationBuilder.CreateIndex(
                name: "ix_obligation_tenant_id_owner_id",
                table: "obligation",
                columns: new[] { "tenant_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_obligation_task_tenant_id_done_on_dropped_on_due_on",
                table: "obligation_task",
                columns: new[] { "tenant_id", "done_on", "dropped_on", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_obligation_task_tenant_id_obligation_id_slot_id_due_on",
                table: "obligation_task",
                columns: new[] { "tenant_id", "obligation_id", "slot_id", "due_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_obligation_task_tenant_id_organisation_id",
                table: "obligation_task",
                columns: new[] { "tenant_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reminded_tenant_id_day_kind",
                table: "reminded",
                columns: new[] { "tenant_id", "day", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_reminded_tenant_id_receiver_id_day",
                table: "reminded",
                columns: new[] { "tenant_id", "receiver_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_reminded_tenant_id_subject_id_receiver_id_day",
                table: "reminded",
                columns: new[] { "tenant_id", "subject_id", "receiver_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reminder_rule_tenant_id_kind",
                table: "reminder_rule",
                columns: new[] { "tenant_id", "kind" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hand_reminder");

            migrationBuilder.DropTable(
                name: "obligation_task");

            migrationBuilder.DropTable(
                name: "reminded");

            migrationBuilder.DropTable(
                name: "reminder_rule");

            migrationBuilder.DropTable(
                name: "obligation");

            migrationBuilder.DropColumn(
                name: "reminder_hour",
                table: "tenant");
        }
    }
}
