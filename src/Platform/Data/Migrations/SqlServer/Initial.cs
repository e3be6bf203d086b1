using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    is_operator = table.Column<bool>(type: "bit", nullable: false),
                    persona_note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    user_name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    password_hash = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    security_stamp = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    phone_number = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "bit", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "bit", nullable: false),
                    access_failed_count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    xml = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place_term",
                columns: table => new
                {
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    term = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    code = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_term", x => new { x.kind, x.term, x.code });
                });

            migrationBuilder.CreateTable(
                name: "reference_year",
                columns: table => new
                {
                    year = table.Column<int>(type: "int", nullable: false),
                    source_version = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    repeats_year = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_year", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "region",
                columns: table => new
                {
                    code = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "tenant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    identifier = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    acronym = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    siren = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    time_zone = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    accent = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    logo = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    logo_type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    sender_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    words = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    modules_off = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    is_listed = table.Column<bool>(type: "bit", nullable: false),
                    is_demonstration = table.Column<bool>(type: "bit", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenant", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    claim_type = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    claim_value = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claim_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    provider_key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    provider_display_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_login_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    login_provider = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    value = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_token_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "department",
                columns: table => new
                {
                    code = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    region_code = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_department", x => x.code);
                    table.ForeignKey(
                        name: "fk_department_region_region_code",
                        column: x => x.region_code,
                        principalTable: "region",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    actor = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    action = table.Column<short>(type: "smallint", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    label = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    changes = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_audit_entry_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "body",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    name_key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    cadence_per_year = table.Column<int>(type: "int", nullable: true),
                    composition = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    decides = table.Column<bool>(type: "bit", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_body_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "framework",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    name_key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    description = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    start_year = table.Column<int>(type: "int", nullable: false),
                    end_year = table.Column<int>(type: "int", nullable: false),
                    archived_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_framework", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_framework_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guide_line",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    part = table.Column<short>(type: "smallint", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    text = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guide_line", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_guide_line_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_information",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    publisher = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    address = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    director = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    host = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    contact = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    data_contact = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    audited_on = table.Column<DateOnly>(type: "date", nullable: true),
                    auditor = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    score = table.Column<int>(type: "int", nullable: true),
                    gaps = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    plan = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_information", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_legal_information_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    short_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    name_key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    siren = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    insee_code = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true),
                    seat = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    web_site = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    notes = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    archived_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_organisation_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "search_term",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    term = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    owner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_term", x => new { x.tenant_id, x.kind, x.term, x.owner_id });
                    table.ForeignKey(
                        name: "fk_search_term_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sequence",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    series = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sequence", x => new { x.tenant_id, x.series });
                    table.ForeignKey(
                        name: "fk_sequence_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tenant_host",
                columns: table => new
                {
                    host = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    of_tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenant_host", x => x.host);
                    table.ForeignKey(
                        name: "fk_tenant_host_tenant_of_tenant_id",
                        column: x => x.of_tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "epci",
                columns: table => new
                {
                    siren = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    search_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    department_code = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    member_communes = table.Column<int>(type: "int", nullable: false),
                    last_year = table.Column<int>(type: "int", nullable: false),
                    population = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_epci", x => x.siren);
                    table.ForeignKey(
                        name: "fk_epci_department_department_code",
                        column: x => x.department_code,
                        principalTable: "department",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "axis",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    framework_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_axis", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_axis_framework_tenant_id_framework_id",
                        columns: x => new { x.tenant_id, x.framework_id },
                        principalTable: "framework",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_axis_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation_role",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    end = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_role", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_organisation_role_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_organisation_role_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    given_name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    family_name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    name_key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    standing = table.Column<short>(type: "smallint", nullable: false),
                    title = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    email_key = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true, collation: "Latin1_General_100_BIN2"),
                    phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    archived_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_person_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commune",
                columns: table => new
                {
                    code = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    department_code = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    search_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    siren = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    epci_siren = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    population = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commune", x => x.code);
                    table.ForeignKey(
                        name: "fk_commune_department_department_code",
                        column: x => x.department_code,
                        principalTable: "department",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commune_epci_epci_siren",
                        column: x => x.epci_siren,
                        principalTable: "epci",
                        principalColumn: "siren",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "epci_population",
                columns: table => new
                {
                    siren = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    population = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_epci_population", x => new { x.siren, x.year });
                    table.ForeignKey(
                        name: "fk_epci_population_epci_siren",
                        column: x => x.siren,
                        principalTable: "epci",
                        principalColumn: "siren",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_epci_population_reference_year_year",
                        column: x => x.year,
                        principalTable: "reference_year",
                        principalColumn: "year",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objective",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    framework_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    axis_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    indicator = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    unit = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    baseline = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    baseline_year = table.Column<int>(type: "int", nullable: true),
                    target = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    target_year = table.Column<int>(type: "int", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objective", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_objective_axis_tenant_id_axis_id",
                        columns: x => new { x.tenant_id, x.axis_id },
                        principalTable: "axis",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objective_framework_tenant_id_framework_id",
                        columns: x => new { x.tenant_id, x.framework_id },
                        principalTable: "framework",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_objective_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "theme",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    name_key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    colour = table.Column<int>(type: "int", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    axis_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_theme", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_theme_axis_tenant_id_axis_id",
                        columns: x => new { x.tenant_id, x.axis_id },
                        principalTable: "axis",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_theme_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mandate",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    body_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    function = table.Column<short>(type: "smallint", nullable: false),
                    precision = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    end = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandate", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_mandate_body_tenant_id_body_id",
                        columns: x => new { x.tenant_id, x.body_id },
                        principalTable: "body",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_mandate_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mandate_person_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mandate_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "membership",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    roles = table.Column<int>(type: "int", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    persona_note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    since = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    code_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    code_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    name_key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membership", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_membership_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_person_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objective_value",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    measured_on = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    comment = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objective_value", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_objective_value_objective_tenant_id_objective_id",
                        columns: x => new { x.tenant_id, x.objective_id },
                        principalTable: "objective",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_objective_value_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coalition",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    name_key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    purpose = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    perimeter_kind = table.Column<short>(type: "smallint", nullable: false),
                    perimeter = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    theme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    state_since = table.Column<DateOnly>(type: "date", nullable: false),
                    state_reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    edition = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coalition", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_coalition_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_coalition_theme_tenant_id_theme_id",
                        columns: x => new { x.tenant_id, x.theme_id },
                        principalTable: "theme",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coalition_answer",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    coalition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    line_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coalition_answer", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_coalition_answer_coalition_tenant_id_coalition_id",
                        columns: x => new { x.tenant_id, x.coalition_id },
                        principalTable: "coalition",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_coalition_answer_guide_line_tenant_id_line_id",
                        columns: x => new { x.tenant_id, x.line_id },
                        principalTable: "guide_line",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_coalition_answer_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coalition_facilitator",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    coalition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coalition_facilitator", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_coalition_facilitator_coalition_tenant_id_coalition_id",
                        columns: x => new { x.tenant_id, x.coalition_id },
                        principalTable: "coalition",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_coalition_facilitator_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_coalition_facilitator_person_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_coalition_facilitator_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coalition_member",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    coalition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    role = table.Column<short>(type: "smallint", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coalition_member", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_coalition_member_coalition_tenant_id_coalition_id",
                        columns: x => new { x.tenant_id, x.coalition_id },
                        principalTable: "coalition",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_coalition_member_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_coalition_member_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coalition_step",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    coalition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    line_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_by = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coalition_step", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_coalition_step_coalition_tenant_id_coalition_id",
                        columns: x => new { x.tenant_id, x.coalition_id },
                        principalTable: "coalition",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_coalition_step_guide_line_tenant_id_line_id",
                        columns: x => new { x.tenant_id, x.line_id },
                        principalTable: "guide_line",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_coalition_step_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitment",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    title = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    title_key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    form_key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    statement = table.Column<string>(type: "nvarchar(max)", maxLength: 5000, nullable: true),
                    means = table.Column<string>(type: "nvarchar(max)", maxLength: 5000, nullable: true),
                    coalition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    theme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    axis_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    visibility = table.Column<short>(type: "smallint", nullable: false),
                    cadence_days = table.Column<int>(type: "int", nullable: false),
                    referent_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    facilitator_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    state_on = table.Column<DateOnly>(type: "date", nullable: false),
                    alive_since = table.Column<DateOnly>(type: "date", nullable: true),
                    open_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    next_news_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    last_news_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_key = table.Column<DateOnly>(type: "date", nullable: false),
                    news_key = table.Column<DateOnly>(type: "date", nullable: false),
                    last_status = table.Column<short>(type: "smallint", nullable: true),
                    is_blocked = table.Column<bool>(type: "bit", nullable: false),
                    progress = table.Column<int>(type: "int", nullable: true),
                    edition = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitment", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_commitment_axis_tenant_id_axis_id",
                        columns: x => new { x.tenant_id, x.axis_id },
                        principalTable: "axis",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitment_coalition_tenant_id_coalition_id",
                        columns: x => new { x.tenant_id, x.coalition_id },
                        principalTable: "coalition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitment_person_tenant_id_facilitator_id",
                        columns: x => new { x.tenant_id, x.facilitator_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitment_person_tenant_id_referent_id",
                        columns: x => new { x.tenant_id, x.referent_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitment_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitment_theme_tenant_id_theme_id",
                        columns: x => new { x.tenant_id, x.theme_id },
                        principalTable: "theme",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitment_holder",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    is_lead = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitment_holder", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_commitment_holder_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_commitment_holder_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitment_holder_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitment_objective",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    objective_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitment_objective", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_commitment_objective_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_commitment_objective_objective_tenant_id_objective_id",
                        columns: x => new { x.tenant_id, x.objective_id },
                        principalTable: "objective",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitment_objective_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    baseline = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    target = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    target_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_indicator_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_indicator_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measure",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    details = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    order = table.Column<int>(type: "int", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_by_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    done_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    dropped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    drop_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_measure_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_measure_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_measure_person_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_measure_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "transition",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    from = table.Column<short>(type: "smallint", nullable: true),
                    to = table.Column<short>(type: "smallint", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    author_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    author_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transition", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_transition_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_transition_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "update",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    form_key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    progress = table.Column<int>(type: "int", nullable: true),
                    text = table.Column<string>(type: "nvarchar(max)", maxLength: 5000, nullable: false),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    author_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    author_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    corrects_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_update", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_update_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_update_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_update_update_tenant_id_corrects_id",
                        columns: x => new { x.tenant_id, x.corrects_id },
                        principalTable: "update",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator_value",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    comment = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    author_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    author_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_value", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_indicator_value_indicator_tenant_id_indicator_id",
                        columns: x => new { x.tenant_id, x.indicator_id },
                        principalTable: "indicator",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_indicator_value_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "account",
                column: "normalized_user_name",
                unique: true,
                filter: "[normalized_user_name] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_account_claim_user_id",
                table: "account_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_login_user_id",
                table: "account_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_tenant_id_account_id_at",
                table: "audit_entry",
                columns: new[] { "tenant_id", "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_tenant_id_at_id",
                table: "audit_entry",
                columns: new[] { "tenant_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_tenant_id_kind_at",
                table: "audit_entry",
                columns: new[] { "tenant_id", "kind", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_tenant_id_subject_id_at",
                table: "audit_entry",
                columns: new[] { "tenant_id", "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_axis_tenant_id_framework_id_number",
                table: "axis",
                columns: new[] { "tenant_id", "framework_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_body_tenant_id_name_key_id",
                table: "body",
                columns: new[] { "tenant_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_coalition_tenant_id_name_key",
                table: "coalition",
                columns: new[] { "tenant_id", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_coalition_tenant_id_theme_id",
                table: "coalition",
                columns: new[] { "tenant_id", "theme_id" });

            migrationBuilder.CreateIndex(
                name: "ix_coalition_answer_tenant_id_coalition_id_line_id",
                table: "coalition_answer",
                columns: new[] { "tenant_id", "coalition_id", "line_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_coalition_answer_tenant_id_line_id",
                table: "coalition_answer",
                columns: new[] { "tenant_id", "line_id" });

            migrationBuilder.CreateIndex(
                name: "ix_coalition_facilitator_tenant_id_coalition_id_since",
                table: "coalition_facilitator",
                columns: new[] { "tenant_id", "coalition_id", "since" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_coalition_facilitator_tenant_id_organisation_id",
                table: "coalition_facilitator",
                columns: new[] { "tenant_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_coalition_facilitator_tenant_id_person_id",
                table: "coalition_facilitator",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_coalition_member_tenant_id_coalition_id_organisation_id_joined_on",
                table: "coalition_member",
                columns: new[] { "tenant_id", "coalition_id", "organisation_id", "joined_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_coalition_member_tenant_id_organisation_id",
                table: "coalition_member",
                columns: new[] { "tenant_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_coalition_step_tenant_id_coalition_id_line_id",
                table: "coalition_step",
                columns: new[] { "tenant_id", "coalition_id", "line_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_coalition_step_tenant_id_line_id",
                table: "coalition_step",
                columns: new[] { "tenant_id", "line_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_axis_id",
                table: "commitment",
                columns: new[] { "tenant_id", "axis_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_coalition_id",
                table: "commitment",
                columns: new[] { "tenant_id", "coalition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_due_key_id",
                table: "commitment",
                columns: new[] { "tenant_id", "due_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_facilitator_id",
                table: "commitment",
                columns: new[] { "tenant_id", "facilitator_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_form_key",
                table: "commitment",
                columns: new[] { "tenant_id", "form_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_is_blocked_id",
                table: "commitment",
                columns: new[] { "tenant_id", "is_blocked", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_news_key_id",
                table: "commitment",
                columns: new[] { "tenant_id", "news_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_next_news_due_on_id",
                table: "commitment",
                columns: new[] { "tenant_id", "next_news_due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_number",
                table: "commitment",
                columns: new[] { "tenant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_open_due_on_id",
                table: "commitment",
                columns: new[] { "tenant_id", "open_due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_referent_id",
                table: "commitment",
                columns: new[] { "tenant_id", "referent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_state_due_key_id",
                table: "commitment",
                columns: new[] { "tenant_id", "state", "due_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_theme_id",
                table: "commitment",
                columns: new[] { "tenant_id", "theme_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_tenant_id_title_key_id",
                table: "commitment",
                columns: new[] { "tenant_id", "title_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_holder_tenant_id_commitment_id_organisation_id",
                table: "commitment_holder",
                columns: new[] { "tenant_id", "commitment_id", "organisation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitment_holder_tenant_id_organisation_id_commitment_id",
                table: "commitment_holder",
                columns: new[] { "tenant_id", "organisation_id", "commitment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_objective_tenant_id_commitment_id_objective_id",
                table: "commitment_objective",
                columns: new[] { "tenant_id", "commitment_id", "objective_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitment_objective_tenant_id_objective_id_commitment_id",
                table: "commitment_objective",
                columns: new[] { "tenant_id", "objective_id", "commitment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_commune_department_code",
                table: "commune",
                column: "department_code");

            migrationBuilder.CreateIndex(
                name: "ix_commune_epci_siren",
                table: "commune",
                column: "epci_siren");

            migrationBuilder.CreateIndex(
                name: "ix_commune_siren",
                table: "commune",
                column: "siren");

            migrationBuilder.CreateIndex(
                name: "ix_department_region_code",
                table: "department",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "ix_epci_department_code",
                table: "epci",
                column: "department_code");

            migrationBuilder.CreateIndex(
                name: "ix_epci_population_year",
                table: "epci_population",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_framework_tenant_id_name_key",
                table: "framework",
                columns: new[] { "tenant_id", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guide_line_tenant_id_part_position",
                table: "guide_line",
                columns: new[] { "tenant_id", "part", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_indicator_tenant_id_commitment_id",
                table: "indicator",
                columns: new[] { "tenant_id", "commitment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_indicator_value_tenant_id_indicator_id_kind_on",
                table: "indicator_value",
                columns: new[] { "tenant_id", "indicator_id", "kind", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_information_tenant_id",
                table: "legal_information",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mandate_tenant_id_body_id_start",
                table: "mandate",
                columns: new[] { "tenant_id", "body_id", "start" });

            migrationBuilder.CreateIndex(
                name: "ix_mandate_tenant_id_organisation_id",
                table: "mandate",
                columns: new[] { "tenant_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mandate_tenant_id_person_id",
                table: "mandate",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_measure_tenant_id_commitment_id_order",
                table: "measure",
                columns: new[] { "tenant_id", "commitment_id", "order" });

            migrationBuilder.CreateIndex(
                name: "ix_measure_tenant_id_due_on",
                table: "measure",
                columns: new[] { "tenant_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_measure_tenant_id_organisation_id_due_on",
                table: "measure",
                columns: new[] { "tenant_id", "organisation_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_measure_tenant_id_person_id_due_on",
                table: "measure",
                columns: new[] { "tenant_id", "person_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_membership_account_id",
                table: "membership",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_tenant_id_account_id",
                table: "membership",
                columns: new[] { "tenant_id", "account_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_membership_tenant_id_name_key_id",
                table: "membership",
                columns: new[] { "tenant_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_membership_tenant_id_person_id",
                table: "membership",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_objective_tenant_id_axis_id",
                table: "objective",
                columns: new[] { "tenant_id", "axis_id" });

            migrationBuilder.CreateIndex(
                name: "ix_objective_tenant_id_framework_id_position",
                table: "objective",
                columns: new[] { "tenant_id", "framework_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_objective_value_tenant_id_objective_id_measured_on",
                table: "objective_value",
                columns: new[] { "tenant_id", "objective_id", "measured_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisation_tenant_id_name_key_id",
                table: "organisation",
                columns: new[] { "tenant_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_organisation_tenant_id_siren",
                table: "organisation",
                columns: new[] { "tenant_id", "siren" },
                unique: true,
                filter: "[siren] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_role_tenant_id_kind_organisation_id",
                table: "organisation_role",
                columns: new[] { "tenant_id", "kind", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_organisation_role_tenant_id_organisation_id",
                table: "organisation_role",
                columns: new[] { "tenant_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_tenant_id_email_key",
                table: "person",
                columns: new[] { "tenant_id", "email_key" });

            migrationBuilder.CreateIndex(
                name: "ix_person_tenant_id_name_key_id",
                table: "person",
                columns: new[] { "tenant_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_tenant_id_organisation_id_name_key",
                table: "person",
                columns: new[] { "tenant_id", "organisation_id", "name_key" });

            migrationBuilder.CreateIndex(
                name: "ix_search_term_tenant_id_kind_owner_id",
                table: "search_term",
                columns: new[] { "tenant_id", "kind", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tenant_identifier",
                table: "tenant",
                column: "identifier",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tenant_host_of_tenant_id",
                table: "tenant_host",
                column: "of_tenant_id");

            migrationBuilder.CreateIndex(
                name: "ix_theme_tenant_id_axis_id",
                table: "theme",
                columns: new[] { "tenant_id", "axis_id" });

            migrationBuilder.CreateIndex(
                name: "ix_theme_tenant_id_name_key",
                table: "theme",
                columns: new[] { "tenant_id", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_transition_tenant_id_commitment_id_happened_on",
                table: "transition",
                columns: new[] { "tenant_id", "commitment_id", "happened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_transition_tenant_id_recorded_at",
                table: "transition",
                columns: new[] { "tenant_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_update_tenant_id_commitment_id_happened_on",
                table: "update",
                columns: new[] { "tenant_id", "commitment_id", "happened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_update_tenant_id_corrects_id",
                table: "update",
                columns: new[] { "tenant_id", "corrects_id" },
                unique: true,
                filter: "[corrects_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_update_tenant_id_form_key",
                table: "update",
                columns: new[] { "tenant_id", "form_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_update_tenant_id_recorded_at",
                table: "update",
                columns: new[] { "tenant_id", "recorded_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_claim");

            migrationBuilder.DropTable(
                name: "account_login");

            migrationBuilder.DropTable(
                name: "account_token");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "coalition_answer");

            migrationBuilder.DropTable(
                name: "coalition_facilitator");

            migrationBuilder.DropTable(
                name: "coalition_member");

            migrationBuilder.DropTable(
                name: "coalition_step");

            migrationBuilder.DropTable(
                name: "commitment_holder");

            migrationBuilder.DropTable(
                name: "commitment_objective");

            migrationBuilder.DropTable(
                name: "commune");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "epci_population");

            migrationBuilder.DropTable(
                name: "indicator_value");

            migrationBuilder.DropTable(
                name: "legal_information");

            migrationBuilder.DropTable(
                name: "mandate");

            migrationBuilder.DropTable(
                name: "measure");

            migrationBuilder.DropTable(
                name: "membership");

            migrationBuilder.DropTable(
                name: "objective_value");

            migrationBuilder.DropTable(
                name: "organisation_role");

            migrationBuilder.DropTable(
                name: "place_term");

            migrationBuilder.DropTable(
                name: "search_term");

            migrationBuilder.DropTable(
                name: "sequence");

            migrationBuilder.DropTable(
                name: "tenant_host");

            migrationBuilder.DropTable(
                name: "transition");

            migrationBuilder.DropTable(
                name: "update");

            migrationBuilder.DropTable(
                name: "guide_line");

            migrationBuilder.DropTable(
                name: "epci");

            migrationBuilder.DropTable(
                name: "reference_year");

            migrationBuilder.DropTable(
                name: "indicator");

            migrationBuilder.DropTable(
                name: "body");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "objective");

            migrationBuilder.DropTable(
                name: "department");

            migrationBuilder.DropTable(
                name: "commitment");

            migrationBuilder.DropTable(
                name: "region");

            migrationBuilder.DropTable(
                name: "coalition");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "theme");

            migrationBuilder.DropTable(
                name: "organisation");

            migrationBuilder.DropTable(
                name: "axis");

            migrationBuilder.DropTable(
                name: "framework");

            migrationBuilder.DropTable(
                name: "tenant");
        }
    }
}
