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
            migrationBuilder.RenameColumn(
                name: "code_until",
                table: "membership",
                newName: "invitation_until");

            migrationBuilder.RenameColumn(
                name: "code_hash",
                table: "membership",
                newName: "invitation_hash");

            migrationBuilder.AddColumn<bool>(
                name: "is_public",
                table: "update",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<short>(
                name: "data_licence",
                table: "tenant",
                type: "smallint",
                nullable: false,
                defaultValue: (short)1);

            migrationBuilder.AddColumn<int>(
                name: "file_quota",
                table: "tenant",
                type: "int",
                nullable: false,
                defaultValue: 1024);

            migrationBuilder.AddColumn<bool>(
                name: "has_roadmap",
                table: "tenant",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "invitation_days",
                table: "tenant",
                type: "int",
                nullable: false,
                defaultValue: 14);

            migrationBuilder.AddColumn<string>(
                name: "roadmap_text",
                table: "tenant",
                type: "nvarchar(800)",
                maxLength: 800,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "erased_at",
                table: "person",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "invited_by_mail",
                table: "membership",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<short>(
                name: "start_page",
                table: "membership",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<string>(
                name: "exemptions",
                table: "legal_information",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "out_of_scope",
                table: "legal_information",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "phone",
                table: "legal_information",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "stated_on",
                table: "legal_information",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_public",
                table: "framework",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<short>(
                name: "evidence",
                table: "commitment",
                type: "smallint",
                nullable: false,
                defaultValue: (short)1);

            migrationBuilder.AddColumn<bool>(
                name: "is_public",
                table: "coalition",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "recovery",
                table: "account",
                type: "nvarchar(700)",
                maxLength: 700,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "totp_key",
                table: "account",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "totp_step",
                table: "account",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "account_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    address = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_link", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_link_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    device = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    host = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_session_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "audit_value",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    text = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_value", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_audit_value_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coalition_rhythm",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    coalition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    first_on = table.Column<DateOnly>(type: "date", nullable: false),
                    every = table.Column<int>(type: "int", nullable: false),
                    unit = table.Column<short>(type: "smallint", nullable: false),
                    time = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coalition_rhythm", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_coalition_rhythm_coalition_tenant_id_coalition_id",
                        columns: x => new { x.tenant_id, x.coalition_id },
                        principalTable: "coalition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_coalition_rhythm_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "holder_answer",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    text = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    author_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    author_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holder_answer", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_holder_answer_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_holder_answer_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_batch",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    subject = table.Column<short>(type: "smallint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    headers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    columns = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    key_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    lines = table.Column<int>(type: "int", nullable: false),
                    created = table.Column<int>(type: "int", nullable: false),
                    changed = table.Column<int>(type: "int", nullable: false),
                    unchanged = table.Column<int>(type: "int", nullable: false),
                    refused = table.Column<int>(type: "int", nullable: false),
                    kept = table.Column<int>(type: "int", nullable: false),
                    first_number = table.Column<int>(type: "int", nullable: true),
                    author_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    author_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    applied_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    applied_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    undone_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_batch", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_import_batch_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_header",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    subject = table.Column<short>(type: "smallint", nullable: false),
                    header_key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    column_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_header", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_import_header_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lead",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    title = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    title_key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    form_key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    description = table.Column<string>(type: "nvarchar(max)", maxLength: 5000, nullable: true),
                    origin = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    theme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    sponsor_organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    sponsor_person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    state_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state_reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    commitment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    entered_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    author_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    author_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    edition = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_lead_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_organisation_tenant_id_sponsor_organisation_id",
                        columns: x => new { x.tenant_id, x.sponsor_organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_person_tenant_id_sponsor_person_id",
                        columns: x => new { x.tenant_id, x.sponsor_person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_theme_tenant_id_theme_id",
                        columns: x => new { x.tenant_id, x.theme_id },
                        principalTable: "theme",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    idempotency_key = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    category = table.Column<short>(type: "smallint", nullable: false),
                    from_name = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    to_name = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true),
                    to_address = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    html = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    secret = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    cause = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_message", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_outbox_message_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passkey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    credential_id = table.Column<byte[]>(type: "varbinary(1023)", maxLength: 1023, nullable: false),
                    public_key = table.Column<byte[]>(type: "varbinary(4000)", maxLength: 4000, nullable: false),
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    sign_count = table.Column<long>(type: "bigint", nullable: false),
                    transports = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    is_user_verified = table.Column<bool>(type: "bit", nullable: false),
                    is_backup_eligible = table.Column<bool>(type: "bit", nullable: false),
                    is_backed_up = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passkey", x => x.id);
                    table.ForeignKey(
                        name: "fk_passkey_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_erasure",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_erasure", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_person_erasure_person_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_erasure_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "road_map_round",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    coalition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_road_map_round", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_road_map_round_coalition_tenant_id_coalition_id",
                        columns: x => new { x.tenant_id, x.coalition_id },
                        principalTable: "coalition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_road_map_round_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "saved_view",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    list = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    name_key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    query = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    is_shared = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_view", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_saved_view_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "screening_question",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    text = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screening_question", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_screening_question_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "support_request",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    coalition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    details = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    asked_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    state_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    open_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_key = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_request", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_support_request_coalition_tenant_id_coalition_id",
                        columns: x => new { x.tenant_id, x.coalition_id },
                        principalTable: "coalition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_support_request_guide_line_tenant_id_kind_id",
                        columns: x => new { x.tenant_id, x.kind_id },
                        principalTable: "guide_line",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_support_request_person_tenant_id_owner_id",
                        columns: x => new { x.tenant_id, x.owner_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_support_request_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "throttle_count",
                columns: table => new
                {
                    key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    since = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_throttle_count", x => x.key);
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

            migrationBuilder.CreateTable(
                name: "import_row",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    batch_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    cells = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    verdict = table.Column<short>(type: "smallint", nullable: false),
                    target_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    changes = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    errors = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    remark = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_row", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_import_row_import_batch_tenant_id_batch_id",
                        columns: x => new { x.tenant_id, x.batch_id },
                        principalTable: "import_batch",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_import_row_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_run",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    batch_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    work = table.Column<short>(type: "smallint", nullable: false),
                    attempt = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    done = table.Column<int>(type: "int", nullable: false),
                    total = table.Column<int>(type: "int", nullable: false),
                    alive_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    failure = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_run", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_import_run_import_batch_tenant_id_batch_id",
                        columns: x => new { x.tenant_id, x.batch_id },
                        principalTable: "import_batch",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_import_run_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "road_map_answer",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    round_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    choice = table.Column<short>(type: "smallint", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_road_map_answer", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_road_map_answer_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_road_map_answer_road_map_round_tenant_id_round_id",
                        columns: x => new { x.tenant_id, x.round_id },
                        principalTable: "road_map_round",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_road_map_answer_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lead_answer",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    lead_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    question_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    verdict = table.Column<short>(type: "smallint", nullable: false),
                    comment = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    answered_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    answered_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_answer", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_lead_answer_lead_tenant_id_lead_id",
                        columns: x => new { x.tenant_id, x.lead_id },
                        principalTable: "lead",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_lead_answer_screening_question_tenant_id_question_id",
                        columns: x => new { x.tenant_id, x.question_id },
                        principalTable: "screening_question",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_answer_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_membership_tenant_id_invitation_hash",
                table: "membership",
                columns: new[] { "tenant_id", "invitation_hash" },
                unique: true,
                filter: "[invitation_hash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_account_link_account_id",
                table: "account_link",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_link_hash",
                table: "account_link",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_session_account_id_seen_at",
                table: "account_session",
                columns: new[] { "account_id", "seen_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_value_tenant_id_subject_id",
                table: "audit_value",
                columns: new[] { "tenant_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_coalition_rhythm_tenant_id_coalition_id",
                table: "coalition_rhythm",
                columns: new[] { "tenant_id", "coalition_id" },
                unique: true);

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
                name: "ix_holder_answer_tenant_id_commitment_id",
                table: "holder_answer",
                columns: new[] { "tenant_id", "commitment_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_batch_tenant_id_created_at_id",
                table: "import_batch",
                columns: new[] { "tenant_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_import_header_tenant_id_subject_header_key",
                table: "import_header",
                columns: new[] { "tenant_id", "subject", "header_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_row_tenant_id_batch_id_number",
                table: "import_row",
                columns: new[] { "tenant_id", "batch_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_import_row_tenant_id_batch_id_verdict_number",
                table: "import_row",
                columns: new[] { "tenant_id", "batch_id", "verdict", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_import_run_tenant_id_batch_id",
                table: "import_run",
                columns: new[] { "tenant_id", "batch_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lead_tenant_id_commitment_id",
                table: "lead",
                columns: new[] { "tenant_id", "commitment_id" },
                unique: true,
                filter: "[commitment_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_lead_tenant_id_form_key",
                table: "lead",
                columns: new[] { "tenant_id", "form_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lead_tenant_id_number",
                table: "lead",
                columns: new[] { "tenant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lead_tenant_id_raised_on_id",
                table: "lead",
                columns: new[] { "tenant_id", "raised_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_tenant_id_sponsor_organisation_id",
                table: "lead",
                columns: new[] { "tenant_id", "sponsor_organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_tenant_id_sponsor_person_id",
                table: "lead",
                columns: new[] { "tenant_id", "sponsor_person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_tenant_id_state_title_key_id",
                table: "lead",
                columns: new[] { "tenant_id", "state", "title_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_tenant_id_theme_id",
                table: "lead",
                columns: new[] { "tenant_id", "theme_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_tenant_id_title_key_id",
                table: "lead",
                columns: new[] { "tenant_id", "title_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_answer_tenant_id_lead_id_question_id",
                table: "lead_answer",
                columns: new[] { "tenant_id", "lead_id", "question_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lead_answer_tenant_id_question_id",
                table: "lead_answer",
                columns: new[] { "tenant_id", "question_id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_tenant_id_created_at_id",
                table: "outbox_message",
                columns: new[] { "tenant_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_tenant_id_idempotency_key",
                table: "outbox_message",
                columns: new[] { "tenant_id", "idempotency_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passkey_account_id",
                table: "passkey",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_passkey_credential_id",
                table: "passkey",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_erasure_tenant_id_person_id",
                table: "person_erasure",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_road_map_answer_tenant_id_organisation_id",
                table: "road_map_answer",
                columns: new[] { "tenant_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_road_map_answer_tenant_id_round_id_organisation_id",
                table: "road_map_answer",
                columns: new[] { "tenant_id", "round_id", "organisation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_road_map_round_tenant_id_coalition_id_number",
                table: "road_map_round",
                columns: new[] { "tenant_id", "coalition_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_view_tenant_id_list_owner_id_name_key",
                table: "saved_view",
                columns: new[] { "tenant_id", "list", "owner_id", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_screening_question_tenant_id_position",
                table: "screening_question",
                columns: new[] { "tenant_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_support_request_tenant_id_coalition_id",
                table: "support_request",
                columns: new[] { "tenant_id", "coalition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_support_request_tenant_id_due_key_id",
                table: "support_request",
                columns: new[] { "tenant_id", "due_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_support_request_tenant_id_kind_id",
                table: "support_request",
                columns: new[] { "tenant_id", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "ix_support_request_tenant_id_owner_id",
                table: "support_request",
                columns: new[] { "tenant_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_throttle_count_since",
                table: "throttle_count",
                column: "since");

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
                name: "account_link");

            migrationBuilder.DropTable(
                name: "account_session");

            migrationBuilder.DropTable(
                name: "audit_value");

            migrationBuilder.DropTable(
                name: "coalition_rhythm");

            migrationBuilder.DropTable(
                name: "document_chunk");

            migrationBuilder.DropTable(
                name: "holder_answer");

            migrationBuilder.DropTable(
                name: "import_header");

            migrationBuilder.DropTable(
                name: "import_row");

            migrationBuilder.DropTable(
                name: "import_run");

            migrationBuilder.DropTable(
                name: "lead_answer");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "passkey");

            migrationBuilder.DropTable(
                name: "person_erasure");

            migrationBuilder.DropTable(
                name: "road_map_answer");

            migrationBuilder.DropTable(
                name: "saved_view");

            migrationBuilder.DropTable(
                name: "support_request");

            migrationBuilder.DropTable(
                name: "throttle_count");

            migrationBuilder.DropTable(
                name: "verification");

            migrationBuilder.DropTable(
                name: "document");

            migrationBuilder.DropTable(
                name: "import_batch");

            migrationBuilder.DropTable(
                name: "lead");

            migrationBuilder.DropTable(
                name: "screening_question");

            migrationBuilder.DropTable(
                name: "road_map_round");

            migrationBuilder.DropIndex(
                name: "ix_membership_tenant_id_invitation_hash",
                table: "membership");

            migrationBuilder.DropColumn(
                name: "is_public",
                table: "update");

            migrationBuilder.DropColumn(
                name: "data_licence",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "file_quota",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "has_roadmap",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "invitation_days",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "roadmap_text",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "erased_at",
                table: "person");

            migrationBuilder.DropColumn(
                name: "invited_by_mail",
                table: "membership");

            migrationBuilder.DropColumn(
                name: "start_page",
                table: "membership");

            migrationBuilder.DropColumn(
                name: "exemptions",
                table: "legal_information");

            migrationBuilder.DropColumn(
                name: "out_of_scope",
                table: "legal_information");

            migrationBuilder.DropColumn(
                name: "phone",
                table: "legal_information");

            migrationBuilder.DropColumn(
                name: "stated_on",
                table: "legal_information");

            migrationBuilder.DropColumn(
                name: "is_public",
                table: "framework");

            migrationBuilder.DropColumn(
                name: "evidence",
                table: "commitment");

            migrationBuilder.DropColumn(
                name: "is_public",
                table: "coalition");

            migrationBuilder.DropColumn(
                name: "recovery",
                table: "account");

            migrationBuilder.DropColumn(
                name: "totp_key",
                table: "account");

            migrationBuilder.DropColumn(
                name: "totp_step",
                table: "account");

            migrationBuilder.RenameColumn(
                name: "invitation_until",
                table: "membership",
                newName: "code_until");

            migrationBuilder.RenameColumn(
                name: "invitation_hash",
                table: "membership",
                newName: "code_hash");
        }
    }
}
