using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Rules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "guest_months",
                table: "tenant",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "link_days",
                table: "tenant",
                type: "integer",
                nullable: false,
                defaultValue: 30);

            migrationBuilder.AddColumn<int>(
                name: "reminder_hour",
                table: "tenant",
                type: "integer",
                nullable: false,
                defaultValue: 7);

            migrationBuilder.AddColumn<Guid>(
                name: "agenda_item_id",
                table: "document",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "cascade_line_id",
                table: "document",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "forum_edition_id",
                table: "document",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "forum_session_id",
                table: "document",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "received_news_id",
                table: "document",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "forum_series",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    name_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    purpose = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    month = table.Column<int>(type: "integer", nullable: false),
                    week = table.Column<int>(type: "integer", nullable: false),
                    weekday = table.Column<short>(type: "smallint", nullable: false),
                    lead_months = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_series", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_series_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hand_reminder",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    receivers = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    title_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    details = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    first_on = table.Column<DateOnly>(type: "date", nullable: false),
                    every_months = table.Column<int>(type: "integer", nullable: false),
                    per_member = table.Column<bool>(type: "boolean", nullable: false),
                    lead_days = table.Column<int>(type: "integer", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    opened = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                name: "personal_link",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form_key = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    progress = table.Column<int>(type: "integer", nullable: true),
                    text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    update_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "reminded",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    receiver_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    anchor_on = table.Column<DateOnly>(type: "date", nullable: false),
                    mail_key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    by_hand = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    steps = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    stop = table.Column<short>(type: "smallint", nullable: false),
                    subject = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    escalation = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                name: "space_generation",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_space_generation", x => x.tenant_id);
                    table.ForeignKey(
                        name: "fk_space_generation_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_edition",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    start_minute = table.Column<int>(type: "integer", nullable: true),
                    end_minute = table.Column<int>(type: "integer", nullable: true),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    access = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    accessibility = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    online_link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: true),
                    registration_from = table.Column<DateOnly>(type: "date", nullable: true),
                    registration_until = table.Column<DateOnly>(type: "date", nullable: true),
                    most_companions = table.Column<int>(type: "integer", nullable: false),
                    is_open_to_all = table.Column<bool>(type: "boolean", nullable: false),
                    waiting = table.Column<short>(type: "smallint", nullable: false),
                    offer_hours = table.Column<int>(type: "integer", nullable: false),
                    chases_by_itself = table.Column<bool>(type: "boolean", nullable: false),
                    host_id = table.Column<Guid>(type: "uuid", nullable: true),
                    summary = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    budget_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    cancelled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cancelled_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    purged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_edition", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_edition_forum_series_tenant_id_series_id",
                        columns: x => new { x.tenant_id, x.series_id },
                        principalTable: "forum_series",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_edition_organisation_tenant_id_host_id",
                        columns: x => new { x.tenant_id, x.host_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_edition_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_step",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    offset = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_step", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_step_forum_series_tenant_id_series_id",
                        columns: x => new { x.tenant_id, x.series_id },
                        principalTable: "forum_series",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_forum_step_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "obligation_task",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    slot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    dropped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "forum_group",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    quota = table.Column<int>(type: "integer", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_group", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_group_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_group_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_group_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_milestone",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    offset = table.Column<int>(type: "integer", nullable: true),
                    unit = table.Column<short>(type: "smallint", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_moved = table.Column<bool>(type: "boolean", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    done_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_milestone", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_milestone_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_forum_milestone_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_opinion",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_opinion", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_opinion_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_opinion_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_poster",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    media_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_poster", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_poster_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_poster_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_question",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_question", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_question_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_question_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_room",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_room", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_room_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_forum_room_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_sheet",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    coalition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    times = table.Column<int>(type: "integer", nullable: false),
                    confirmed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_sheet", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_sheet_coalition_tenant_id_coalition_id",
                        columns: x => new { x.tenant_id, x.coalition_id },
                        principalTable: "coalition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_sheet_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_sheet_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_template",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    subject = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    body = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_template", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_template_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_template_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_track",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_track", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_track_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_forum_track_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stand_request",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    coalition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    organisation = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    search_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    form_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    state_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    settled_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stand_request", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_stand_request_coalition_tenant_id_coalition_id",
                        columns: x => new { x.tenant_id, x.coalition_id },
                        principalTable: "coalition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stand_request_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stand_request_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_guest",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    email_key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    name_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    search_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    organisation = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    delivery = table.Column<short>(type: "smallint", nullable: false),
                    answer = table.Column<short>(type: "smallint", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    trouble = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    times = table.Column<int>(type: "integer", nullable: false),
                    thanked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    gave_opinion = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    needs = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    meal = table.Column<bool>(type: "boolean", nullable: true),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    delegated_from_id = table.Column<Guid>(type: "uuid", nullable: true),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    waiting_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    offer_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    in_calendar = table.Column<bool>(type: "boolean", nullable: false),
                    arrived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    has_ticket = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_guest", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_guest_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_guest_forum_group_tenant_id_group_id",
                        columns: x => new { x.tenant_id, x.group_id },
                        principalTable: "forum_group",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_guest_forum_guest_tenant_id_delegated_from_id",
                        columns: x => new { x.tenant_id, x.delegated_from_id },
                        principalTable: "forum_guest",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_guest_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_guest_person_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_guest_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_mark",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    opinion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: true),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_mark", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_mark_forum_opinion_tenant_id_opinion_id",
                        columns: x => new { x.tenant_id, x.opinion_id },
                        principalTable: "forum_opinion",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_forum_mark_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_session",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    summary = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    coalition_id = table.Column<Guid>(type: "uuid", nullable: true),
                    day = table.Column<int>(type: "integer", nullable: false),
                    start_minute = table.Column<int>(type: "integer", nullable: true),
                    end_minute = table.Column<int>(type: "integer", nullable: true),
                    room_id = table.Column<Guid>(type: "uuid", nullable: true),
                    track_id = table.Column<Guid>(type: "uuid", nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: true),
                    said = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    said_is_public = table.Column<bool>(type: "boolean", nullable: false),
                    followed_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_session", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_session_coalition_tenant_id_coalition_id",
                        columns: x => new { x.tenant_id, x.coalition_id },
                        principalTable: "coalition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_session_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_session_forum_room_tenant_id_room_id",
                        columns: x => new { x.tenant_id, x.room_id },
                        principalTable: "forum_room",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_session_forum_track_tenant_id_track_id",
                        columns: x => new { x.tenant_id, x.track_id },
                        principalTable: "forum_track",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_session_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_companion",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    guest_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_companion", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_companion_forum_guest_tenant_id_guest_id",
                        columns: x => new { x.tenant_id, x.guest_id },
                        principalTable: "forum_guest",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_forum_companion_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_ticket",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    guest_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(28)", maxLength: 28, nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_ticket", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_ticket_forum_guest_tenant_id_guest_id",
                        columns: x => new { x.tenant_id, x.guest_id },
                        principalTable: "forum_guest",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_forum_ticket_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_arrival",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    guest_id = table.Column<Guid>(type: "uuid", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    nonce = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    device = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    answer = table.Column<short>(type: "smallint", nullable: false),
                    heads = table.Column<int>(type: "integer", nullable: false),
                    is_forced = table.Column<bool>(type: "boolean", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_arrival", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_arrival_forum_edition_tenant_id_edition_id",
                        columns: x => new { x.tenant_id, x.edition_id },
                        principalTable: "forum_edition",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_arrival_forum_guest_tenant_id_guest_id",
                        columns: x => new { x.tenant_id, x.guest_id },
                        principalTable: "forum_guest",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_arrival_forum_session_tenant_id_session_id",
                        columns: x => new { x.tenant_id, x.session_id },
                        principalTable: "forum_session",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_arrival_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_choice",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    guest_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_choice", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_choice_forum_guest_tenant_id_guest_id",
                        columns: x => new { x.tenant_id, x.guest_id },
                        principalTable: "forum_guest",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_forum_choice_forum_session_tenant_id_session_id",
                        columns: x => new { x.tenant_id, x.session_id },
                        principalTable: "forum_session",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_choice_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_slot",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resource_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    slot = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_slot", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_slot_forum_session_tenant_id_session_id",
                        columns: x => new { x.tenant_id, x.session_id },
                        principalTable: "forum_session",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_forum_slot_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_speaker",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_speaker", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_forum_speaker_forum_session_tenant_id_session_id",
                        columns: x => new { x.tenant_id, x.session_id },
                        principalTable: "forum_session",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_forum_speaker_person_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forum_speaker_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
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
                name: "ix_document_tenant_id_forum_edition_id",
                table: "document",
                columns: new[] { "tenant_id", "forum_edition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_document_tenant_id_forum_session_id",
                table: "document",
                columns: new[] { "tenant_id", "forum_session_id" });

            migrationBuilder.CreateIndex(
                name: "ix_document_tenant_id_received_news_id",
                table: "document",
                columns: new[] { "tenant_id", "received_news_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_arrival_tenant_id_edition_id_received_at",
                table: "forum_arrival",
                columns: new[] { "tenant_id", "edition_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_arrival_tenant_id_guest_id",
                table: "forum_arrival",
                columns: new[] { "tenant_id", "guest_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_arrival_tenant_id_nonce",
                table: "forum_arrival",
                columns: new[] { "tenant_id", "nonce" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_arrival_tenant_id_session_id",
                table: "forum_arrival",
                columns: new[] { "tenant_id", "session_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_choice_tenant_id_guest_id_session_id",
                table: "forum_choice",
                columns: new[] { "tenant_id", "guest_id", "session_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_choice_tenant_id_session_id",
                table: "forum_choice",
                columns: new[] { "tenant_id", "session_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_companion_tenant_id_guest_id",
                table: "forum_companion",
                columns: new[] { "tenant_id", "guest_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_edition_tenant_id_host_id",
                table: "forum_edition",
                columns: new[] { "tenant_id", "host_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_edition_tenant_id_series_id_year",
                table: "forum_edition",
                columns: new[] { "tenant_id", "series_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_edition_tenant_id_starts_on_id",
                table: "forum_edition",
                columns: new[] { "tenant_id", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_group_tenant_id_edition_id_name_key",
                table: "forum_group",
                columns: new[] { "tenant_id", "edition_id", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_group_tenant_id_organisation_id",
                table: "forum_group",
                columns: new[] { "tenant_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_guest_tenant_id_delegated_from_id",
                table: "forum_guest",
                columns: new[] { "tenant_id", "delegated_from_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_guest_tenant_id_edition_id_email_key",
                table: "forum_guest",
                columns: new[] { "tenant_id", "edition_id", "email_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_guest_tenant_id_edition_id_name_key_id",
                table: "forum_guest",
                columns: new[] { "tenant_id", "edition_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_guest_tenant_id_edition_id_state",
                table: "forum_guest",
                columns: new[] { "tenant_id", "edition_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_guest_tenant_id_group_id",
                table: "forum_guest",
                columns: new[] { "tenant_id", "group_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_guest_tenant_id_organisation_id",
                table: "forum_guest",
                columns: new[] { "tenant_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_guest_tenant_id_person_id",
                table: "forum_guest",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_mark_tenant_id_opinion_id_position",
                table: "forum_mark",
                columns: new[] { "tenant_id", "opinion_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_milestone_tenant_id_done_on_due_on",
                table: "forum_milestone",
                columns: new[] { "tenant_id", "done_on", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_milestone_tenant_id_edition_id_due_on",
                table: "forum_milestone",
                columns: new[] { "tenant_id", "edition_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_opinion_tenant_id_edition_id_id",
                table: "forum_opinion",
                columns: new[] { "tenant_id", "edition_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_poster_tenant_id_edition_id",
                table: "forum_poster",
                columns: new[] { "tenant_id", "edition_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_question_tenant_id_edition_id_position",
                table: "forum_question",
                columns: new[] { "tenant_id", "edition_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_room_tenant_id_edition_id_position",
                table: "forum_room",
                columns: new[] { "tenant_id", "edition_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_series_tenant_id_name_key",
                table: "forum_series",
                columns: new[] { "tenant_id", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_session_tenant_id_coalition_id",
                table: "forum_session",
                columns: new[] { "tenant_id", "coalition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_session_tenant_id_edition_id_coalition_id_kind",
                table: "forum_session",
                columns: new[] { "tenant_id", "edition_id", "coalition_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_session_tenant_id_edition_id_day_start_minute",
                table: "forum_session",
                columns: new[] { "tenant_id", "edition_id", "day", "start_minute" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_session_tenant_id_room_id",
                table: "forum_session",
                columns: new[] { "tenant_id", "room_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_session_tenant_id_track_id",
                table: "forum_session",
                columns: new[] { "tenant_id", "track_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_sheet_tenant_id_coalition_id",
                table: "forum_sheet",
                columns: new[] { "tenant_id", "coalition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_sheet_tenant_id_edition_id_coalition_id",
                table: "forum_sheet",
                columns: new[] { "tenant_id", "edition_id", "coalition_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_slot_tenant_id_edition_id_resource_id_day_slot",
                table: "forum_slot",
                columns: new[] { "tenant_id", "edition_id", "resource_id", "day", "slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_slot_tenant_id_session_id",
                table: "forum_slot",
                columns: new[] { "tenant_id", "session_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_speaker_tenant_id_person_id",
                table: "forum_speaker",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_speaker_tenant_id_session_id_person_id",
                table: "forum_speaker",
                columns: new[] { "tenant_id", "session_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_step_tenant_id_series_id",
                table: "forum_step",
                columns: new[] { "tenant_id", "series_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_template_tenant_id_edition_id_kind",
                table: "forum_template",
                columns: new[] { "tenant_id", "edition_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_ticket_tenant_id_code",
                table: "forum_ticket",
                columns: new[] { "tenant_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_ticket_tenant_id_guest_id",
                table: "forum_ticket",
                columns: new[] { "tenant_id", "guest_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_track_tenant_id_edition_id_position",
                table: "forum_track",
                columns: new[] { "tenant_id", "edition_id", "position" });

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

            migrationBuilder.CreateIndex(
                name: "ix_stand_request_tenant_id_coalition_id",
                table: "stand_request",
                columns: new[] { "tenant_id", "coalition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stand_request_tenant_id_edition_id_form_key",
                table: "stand_request",
                columns: new[] { "tenant_id", "edition_id", "form_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stand_request_tenant_id_edition_id_taken_at_id",
                table: "stand_request",
                columns: new[] { "tenant_id", "edition_id", "taken_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_stand_request_tenant_id_state_coalition_id",
                table: "stand_request",
                columns: new[] { "tenant_id", "state", "coalition_id" });

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
                name: "fk_document_forum_edition_tenant_id_forum_edition_id",
                table: "document",
                columns: new[] { "tenant_id", "forum_edition_id" },
                principalTable: "forum_edition",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_document_forum_session_tenant_id_forum_session_id",
                table: "document",
                columns: new[] { "tenant_id", "forum_session_id" },
                principalTable: "forum_session",
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
                name: "fk_document_forum_edition_tenant_id_forum_edition_id",
                table: "document");

            migrationBuilder.DropForeignKey(
                name: "fk_document_forum_session_tenant_id_forum_session_id",
                table: "document");

            migrationBuilder.DropForeignKey(
                name: "fk_document_received_news_tenant_id_received_news_id",
                table: "document");

            migrationBuilder.DropTable(
                name: "forum_arrival");

            migrationBuilder.DropTable(
                name: "forum_choice");

            migrationBuilder.DropTable(
                name: "forum_companion");

            migrationBuilder.DropTable(
                name: "forum_mark");

            migrationBuilder.DropTable(
                name: "forum_milestone");

            migrationBuilder.DropTable(
                name: "forum_poster");

            migrationBuilder.DropTable(
                name: "forum_question");

            migrationBuilder.DropTable(
                name: "forum_sheet");

            migrationBuilder.DropTable(
                name: "forum_slot");

            migrationBuilder.DropTable(
                name: "forum_speaker");

            migrationBuilder.DropTable(
                name: "forum_step");

            migrationBuilder.DropTable(
                name: "forum_template");

            migrationBuilder.DropTable(
                name: "forum_ticket");

            migrationBuilder.DropTable(
                name: "hand_reminder");

            migrationBuilder.DropTable(
                name: "obligation_task");

            migrationBuilder.DropTable(
                name: "personal_link");

            migrationBuilder.DropTable(
                name: "received_news");

            migrationBuilder.DropTable(
                name: "reminded");

            migrationBuilder.DropTable(
                name: "reminder_rule");

            migrationBuilder.DropTable(
                name: "space_generation");

            migrationBuilder.DropTable(
                name: "stand_request");

            migrationBuilder.DropTable(
                name: "forum_opinion");

            migrationBuilder.DropTable(
                name: "forum_session");

            migrationBuilder.DropTable(
                name: "forum_guest");

            migrationBuilder.DropTable(
                name: "obligation");

            migrationBuilder.DropTable(
                name: "forum_room");

            migrationBuilder.DropTable(
                name: "forum_track");

            migrationBuilder.DropTable(
                name: "forum_group");

            migrationBuilder.DropTable(
                name: "forum_edition");

            migrationBuilder.DropTable(
                name: "forum_series");

            migrationBuilder.DropIndex(
                name: "ix_document_tenant_id_agenda_item_id",
                table: "document");

            migrationBuilder.DropIndex(
                name: "ix_document_tenant_id_cascade_line_id",
                table: "document");

            migrationBuilder.DropIndex(
                name: "ix_document_tenant_id_forum_edition_id",
                table: "document");

            migrationBuilder.DropIndex(
                name: "ix_document_tenant_id_forum_session_id",
                table: "document");

            migrationBuilder.DropIndex(
                name: "ix_document_tenant_id_received_news_id",
                table: "document");

            migrationBuilder.DropColumn(
                name: "guest_months",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "link_days",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "reminder_hour",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "agenda_item_id",
                table: "document");

            migrationBuilder.DropColumn(
                name: "cascade_line_id",
                table: "document");

            migrationBuilder.DropColumn(
                name: "forum_edition_id",
                table: "document");

            migrationBuilder.DropColumn(
                name: "forum_session_id",
                table: "document");

            migrationBuilder.DropColumn(
                name: "received_news_id",
                table: "document");
        }
    }
}
