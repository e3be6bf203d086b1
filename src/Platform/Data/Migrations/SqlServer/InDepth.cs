using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class InDepth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "file_quota",
                table: "tenant",
                type: "int",
                nullable: false,
                defaultValue: 1024);

            migrationBuilder.AddColumn<short>(
                name: "evidence",
                table: "commitment",
                type: "smallint",
                nullable: false,
                defaultValue: (short)1);

            migrationBuilder.CreateTable(
                name: "document",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    update_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    measure_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    coalition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    owner_key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    media_type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    size = table.Column<int>(type: "int", nullable: false),
                    digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    is_public = table.Column<bool>(type: "bit", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    added_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    added_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    removed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    removed_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    removed_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_document_coalition_tenant_id_coalition_id",
                        columns: x => new { x.tenant_id, x.coalition_id },
                        principalTable: "coalition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_measure_tenant_id_measure_id",
                        columns: x => new { x.tenant_id, x.measure_id },
                        principalTable: "measure",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_update_tenant_id_update_id",
                        columns: x => new { x.tenant_id, x.update_id },
                        principalTable: "update",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "verification",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    update_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    measure_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    place_key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    standing_key = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    verified_on = table.Column<DateOnly>(type: "date", nullable: false),
                    verified_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    verified_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    verified_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    withdrawn_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verification", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_verification_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_verification_measure_tenant_id_measure_id",
                        columns: x => new { x.tenant_id, x.measure_id },
                        principalTable: "measure",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_verification_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_verification_update_tenant_id_update_id",
                        columns: x => new { x.tenant_id, x.update_id },
                        principalTable: "update",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_chunk",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    document_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_chunk", x => new { x.tenant_id, x.document_id, x.number });
                    table.ForeignKey(
                        name: "fk_document_chunk_document_tenant_id_document_id",
                        columns: x => new { x.tenant_id, x.document_id },
                        principalTable: "document",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_chunk_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_document_tenant_id_added_at_id",
                table: "document",
                columns: new[] { "tenant_id", "added_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_document_tenant_id_coalition_id",
                table: "document",
                columns: new[] { "tenant_id", "coalition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_document_tenant_id_commitment_id",
                table: "document",
                columns: new[] { "tenant_id", "commitment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_document_tenant_id_measure_id",
                table: "document",
                columns: new[] { "tenant_id", "measure_id" });

            migrationBuilder.CreateIndex(
                name: "ix_document_tenant_id_owner_key_digest",
                table: "document",
                columns: new[] { "tenant_id", "owner_key", "digest" },
                unique: true,
                filter: "[digest] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_document_tenant_id_update_id",
                table: "document",
                columns: new[] { "tenant_id", "update_id" });

            migrationBuilder.CreateIndex(
                name: "ix_verification_tenant_id_commitment_id",
                table: "verification",
                columns: new[] { "tenant_id", "commitment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_verification_tenant_id_measure_id",
                table: "verification",
                columns: new[] { "tenant_id", "measure_id" });

            migrationBuilder.CreateIndex(
                name: "ix_verification_tenant_id_standing_key",
                table: "verification",
                columns: new[] { "tenant_id", "standing_key" },
                unique: true,
                filter: "[standing_key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_verification_tenant_id_update_id",
                table: "verification",
                columns: new[] { "tenant_id", "update_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "document_chunk");

            migrationBuilder.DropTable(
                name: "verification");

            migrationBuilder.DropTable(
                name: "document");

            migrationBuilder.DropColumn(
                name: "file_quota",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "evidence",
                table: "commitment");
        }
    }
}
