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
                name: "link_days",
                table: "tenant",
                type: "int",
                nullable: false,
                defaultValue: 30);

            migrationBuilder.AddColumn<Guid>(
                name: "agenda_item_id",
                table: "document",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "cascade_line_id",
                table: "document",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "received_news_id",
                table: "document",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "personal_link",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_personal_link", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_personal_link_person_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_personal_link_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "received_news",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    link_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    form_key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    progress = table.Column<int>(type: "int", nullable: true),
                    text = table.Column<string>(type: "nvarchar(max)", maxLength: 5000, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    answer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    settled_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    settled_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    update_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_news", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_received_news_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_received_news_person_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_received_news_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_received_news_update_tenant_id_update_id",
                        columns: x => new { x.tenant_id, x.update_id },
                        principalTable: "update",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_document_tenant_id_agenda_item_id",
                table: "document",
                columns: new[] { "tenant_id", "agenda_item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_document_tenant_id_cascade_line_id",
                table: "document",
                columns: new[] { "tenant_id", "cascade_line_id" });

            migrationBuilder.CreateIndex(
                name: "ix_document_tenant_id_received_news_id",
                table: "document",
                columns: new[] { "tenant_id", "received_news_id" });

            migrationBuilder.CreateIndex(
                name: "ix_personal_link_tenant_id_hash",
                table: "personal_link",
                columns: new[] { "tenant_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_personal_link_tenant_id_person_id",
                table: "personal_link",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_personal_link_tenant_id_until",
                table: "personal_link",
                columns: new[] { "tenant_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_received_news_tenant_id_commitment_id",
                table: "received_news",
                columns: new[] { "tenant_id", "commitment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_received_news_tenant_id_link_id",
                table: "received_news",
                columns: new[] { "tenant_id", "link_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_received_news_tenant_id_person_id",
                table: "received_news",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_received_news_tenant_id_state_received_at_id",
                table: "received_news",
                columns: new[] { "tenant_id", "state", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_received_news_tenant_id_update_id",
                table: "received_news",
                columns: new[] { "tenant_id", "update_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_document_agenda_item_tenant_id_agenda_item_id",
                table: "document",
                columns: new[] { "tenant_id", "agenda_item_id" },
                principalTable: "agenda_item",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_document_cascade_line_tenant_id_cascade_line_id",
                table: "document",
                columns: new[] { "tenant_id", "cascade_line_id" },
                principalTable: "cascade_line",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_document_received_news_tenant_id_received_news_id",
                table: "document",
                columns: new[] { "tenant_id", "received_news_id" },
                principalTable: "received_news",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_document_agenda_item_tenant_id_agenda_item_id",
                table: "document");

            migrationBuilder.DropForeignKey(
                name: "fk_document_cascade_line_tenant_id_cascade_line_id",
                table: "document");

            migrationBuilder.DropForeignKey(
                name: "fk_document_received_news_tenant_id_received_news_id",
                table: "document");

            migrationBuilder.DropTable(
                name: "personal_link");

            migrationBuilder.DropTable(
                name: "received_news");

            migrationBuilder.DropIndex(
                name: "ix_document_tenant_id_agenda_item_id",
                table: "document");

            migrationBuilder.DropIndex(
                name: "ix_document_tenant_id_cascade_line_id",
                table: "document");

            migrationBuilder.DropIndex(
                name: "ix_document_tenant_id_received_news_id",
                table: "document");

            migrationBuilder.DropColumn(
                name: "link_days",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "agenda_item_id",
                table: "document");

            migrationBuilder.DropColumn(
                name: "cascade_line_id",
                table: "document");

            migrationBuilder.DropColumn(
                name: "received_news_id",
                table: "document");
        }
    }
}
