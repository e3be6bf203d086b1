using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Governance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "digest_hour",
                table: "tenant",
                type: "integer",
                nullable: false,
                defaultValue: 8);

            migrationBuilder.AddColumn<bool>(
                name: "needs_second_step",
                table: "tenant",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "reply_to",
                table: "tenant",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "about",
                table: "outbox_message",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "attempts",
                table: "outbox_message",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "calendar",
                table: "outbox_message",
                type: "text",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "calendar_method",
                table: "outbox_message",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "calendar_name",
                table: "outbox_message",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "caused_by_id",
                table: "outbox_message",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_direct",
                table: "outbox_message",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_uncertain",
                table: "outbox_message",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "last_look",
                table: "outbox_message",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "link",
                table: "outbox_message",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "next_attempt_at",
                table: "outbox_message",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "not_after",
                table: "outbox_message",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "not_before",
                table: "outbox_message",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reply",
                table: "outbox_message",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reply_to",
                table: "outbox_message",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "state_at",
                table: "outbox_message",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "thread",
                table: "outbox_message",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "college",
                table: "mandate",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "weight",
                table: "mandate",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<Guid>(
                name: "applied_by_id",
                table: "import_batch",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "undone_by_id",
                table: "import_batch",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "body",
                type: "character varying(12)",
                maxLength: 12,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<short>(
                name: "majority",
                table: "body",
                type: "smallint",
                nullable: false,
                defaultValue: (short)1);

            migrationBuilder.AddColumn<int>(
                name: "proxies_each",
                table: "body",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<bool>(
                name: "proxies_make_quorum",
                table: "body",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<short>(
                name: "quorum",
                table: "body",
                type: "smallint",
                nullable: false,
                defaultValue: (short)1);

            migrationBuilder.AddColumn<bool>(
                name: "quorum_by_college",
                table: "body",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "rule_source",
                table: "body",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "decision_rules",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pattern = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    need_ratification = table.Column<bool>(type: "boolean", nullable: false),
                    siret = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_rules", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_decision_rules_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "job_run",
                columns: table => new
                {
                    space_id = table.Column<Guid>(type: "uuid", nullable: false),
                    job = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    occurrence = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    milliseconds = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<short>(type: "smallint", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_run", x => new { x.space_id, x.job });
                });

            migrationBuilder.CreateTable(
                name: "mail_due",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    space_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lane = table.Column<Guid>(type: "uuid", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    token = table.Column<Guid>(type: "uuid", nullable: true),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    data_started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_due", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mail_pace",
                columns: table => new
                {
                    space_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_pace", x => x.space_id);
                });

            migrationBuilder.CreateTable(
                name: "mail_preference",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    category = table.Column<short>(type: "smallint", nullable: false),
                    frequency = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                name: "meeting",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    start_minute = table.Column<int>(type: "integer", nullable: true),
                    end_minute = table.Column<int>(type: "integer", nullable: true),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    video_link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    notes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: true),
                    convened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    chair_id = table.Column<Guid>(type: "uuid", nullable: true),
                    secretary_id = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    approval = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    restituted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_meeting_body_tenant_id_body_id",
                        columns: x => new { x.tenant_id, x.body_id },
                        principalTable: "body",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_person_tenant_id_chair_id",
                        columns: x => new { x.tenant_id, x.chair_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_person_tenant_id_secretary_id",
                        columns: x => new { x.tenant_id, x.secretary_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opening_view",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner_key = table.Column<Guid>(type: "uuid", nullable: false),
                    view_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "agenda_item",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    presenter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    document_address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    commitment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    record = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    present = table.Column<int>(type: "integer", nullable: true),
                    seats = table.Column<int>(type: "integer", nullable: true),
                    had_quorum = table.Column<bool>(type: "boolean", nullable: true),
                    mode = table.Column<short>(type: "smallint", nullable: true),
                    votes_for = table.Column<int>(type: "integer", nullable: true),
                    votes_against = table.Column<int>(type: "integer", nullable: true),
                    abstentions = table.Column<int>(type: "integer", nullable: true),
                    recused = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_item", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_agenda_item_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agenda_item_meeting_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meeting",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_agenda_item_person_tenant_id_presenter_id",
                        columns: x => new { x.tenant_id, x.presenter_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agenda_item_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendance",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    function = table.Column<short>(type: "smallint", nullable: false),
                    precision = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    votes = table.Column<bool>(type: "boolean", nullable: false),
                    college = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    weight = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<short>(type: "smallint", nullable: true),
                    answer_to_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    presence = table.Column<short>(type: "smallint", nullable: true),
                    presence_to_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_attendance_attendance_tenant_id_answer_to_id",
                        columns: x => new { x.tenant_id, x.answer_to_id },
                        principalTable: "attendance",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendance_attendance_tenant_id_presence_to_id",
                        columns: x => new { x.tenant_id, x.presence_to_id },
                        principalTable: "attendance",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendance_mandate_tenant_id_mandate_id",
                        columns: x => new { x.tenant_id, x.mandate_id },
                        principalTable: "mandate",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendance_meeting_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meeting",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_attendance_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendance_person_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendance_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decision",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: true),
                    rank_year = table.Column<int>(type: "integer", nullable: true),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    subject = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    outcome = table.Column<short>(type: "smallint", nullable: false),
                    outcome_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    seats = table.Column<int>(type: "integer", nullable: true),
                    present = table.Column<int>(type: "integer", nullable: true),
                    votes_for = table.Column<int>(type: "integer", nullable: true),
                    votes_against = table.Column<int>(type: "integer", nullable: true),
                    abstentions = table.Column<int>(type: "integer", nullable: true),
                    recused = table.Column<int>(type: "integer", nullable: true),
                    expected = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    expected_by = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_decision_agenda_item_tenant_id_item_id",
                        columns: x => new { x.tenant_id, x.item_id },
                        principalTable: "agenda_item",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_body_tenant_id_body_id",
                        columns: x => new { x.tenant_id, x.body_id },
                        principalTable: "body",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_meeting_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meeting",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "vote_cast",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attendance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot = table.Column<short>(type: "smallint", nullable: false),
                    weight = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vote_cast", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_vote_cast_agenda_item_tenant_id_item_id",
                        columns: x => new { x.tenant_id, x.item_id },
                        principalTable: "agenda_item",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_vote_cast_attendance_tenant_id_attendance_id",
                        columns: x => new { x.tenant_id, x.attendance_id },
                        principalTable: "attendance",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_vote_cast_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cascade_line",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    state_on = table.Column<DateOnly>(type: "date", nullable: false),
                    council_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reference = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    act_on = table.Column<DateOnly>(type: "date", nullable: true),
                    document_address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    told_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    told_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cascade_line", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_cascade_line_decision_tenant_id_decision_id",
                        columns: x => new { x.tenant_id, x.decision_id },
                        principalTable: "decision",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_cascade_line_organisation_tenant_id_organisation_id",
                        columns: x => new { x.tenant_id, x.organisation_id },
                        principalTable: "organisation",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cascade_line_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decision_link",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_link", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_decision_link_commitment_tenant_id_commitment_id",
                        columns: x => new { x.tenant_id, x.commitment_id },
                        principalTable: "commitment",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_link_decision_tenant_id_decision_id",
                        columns: x => new { x.tenant_id, x.decision_id },
                        principalTable: "decision",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_decision_link_tenant_tenant_id",
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
                name: "ix_agenda_item_tenant_id_commitment_id",
                table: "agenda_item",
                columns: new[] { "tenant_id", "commitment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_agenda_item_tenant_id_meeting_id_position",
                table: "agenda_item",
                columns: new[] { "tenant_id", "meeting_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_agenda_item_tenant_id_presenter_id",
                table: "agenda_item",
                columns: new[] { "tenant_id", "presenter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_attendance_tenant_id_answer_to_id",
                table: "attendance",
                columns: new[] { "tenant_id", "answer_to_id" });

            migrationBuilder.CreateIndex(
                name: "ix_attendance_tenant_id_mandate_id",
                table: "attendance",
                columns: new[] { "tenant_id", "mandate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_attendance_tenant_id_meeting_id_mandate_id",
                table: "attendance",
                columns: new[] { "tenant_id", "meeting_id", "mandate_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attendance_tenant_id_organisation_id",
                table: "attendance",
                columns: new[] { "tenant_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_attendance_tenant_id_person_id",
                table: "attendance",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_attendance_tenant_id_presence_to_id",
                table: "attendance",
                columns: new[] { "tenant_id", "presence_to_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cascade_line_tenant_id_decision_id_organisation_id",
                table: "cascade_line",
                columns: new[] { "tenant_id", "decision_id", "organisation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cascade_line_tenant_id_organisation_id",
                table: "cascade_line",
                columns: new[] { "tenant_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cascade_line_tenant_id_state_council_on",
                table: "cascade_line",
                columns: new[] { "tenant_id", "state", "council_on" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_tenant_id_body_id_rank_year_rank",
                table: "decision",
                columns: new[] { "tenant_id", "body_id", "rank_year", "rank" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decision_tenant_id_code",
                table: "decision",
                columns: new[] { "tenant_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decision_tenant_id_date_id",
                table: "decision",
                columns: new[] { "tenant_id", "date", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_tenant_id_item_id",
                table: "decision",
                columns: new[] { "tenant_id", "item_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decision_tenant_id_meeting_id",
                table: "decision",
                columns: new[] { "tenant_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_link_tenant_id_commitment_id",
                table: "decision_link",
                columns: new[] { "tenant_id", "commitment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_link_tenant_id_decision_id_commitment_id",
                table: "decision_link",
                columns: new[] { "tenant_id", "decision_id", "commitment_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decision_rules_tenant_id",
                table: "decision_rules",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_job_run_job",
                table: "job_run",
                column: "job");

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
                name: "ix_meeting_tenant_id_body_id_date",
                table: "meeting",
                columns: new[] { "tenant_id", "body_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_tenant_id_chair_id",
                table: "meeting",
                columns: new[] { "tenant_id", "chair_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_tenant_id_date_id",
                table: "meeting",
                columns: new[] { "tenant_id", "date", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_tenant_id_secretary_id",
                table: "meeting",
                columns: new[] { "tenant_id", "secretary_id" });

            migrationBuilder.CreateIndex(
                name: "ix_opening_view_tenant_id_list_owner_key",
                table: "opening_view",
                columns: new[] { "tenant_id", "list", "owner_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opening_view_tenant_id_view_id",
                table: "opening_view",
                columns: new[] { "tenant_id", "view_id" });

            migrationBuilder.CreateIndex(
                name: "ix_vote_cast_tenant_id_attendance_id",
                table: "vote_cast",
                columns: new[] { "tenant_id", "attendance_id" });

            migrationBuilder.CreateIndex(
                name: "ix_vote_cast_tenant_id_item_id_attendance_id",
                table: "vote_cast",
                columns: new[] { "tenant_id", "item_id", "attendance_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cascade_line");

            migrationBuilder.DropTable(
                name: "decision_link");

            migrationBuilder.DropTable(
                name: "decision_rules");

            migrationBuilder.DropTable(
                name: "job_run");

            migrationBuilder.DropTable(
                name: "mail_due");

            migrationBuilder.DropTable(
                name: "mail_pace");

            migrationBuilder.DropTable(
                name: "mail_preference");

            migrationBuilder.DropTable(
                name: "opening_view");

            migrationBuilder.DropTable(
                name: "vote_cast");

            migrationBuilder.DropTable(
                name: "decision");

            migrationBuilder.DropTable(
                name: "attendance");

            migrationBuilder.DropTable(
                name: "agenda_item");

            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.DropIndex(
                name: "ix_outbox_message_tenant_id_state_created_at_id",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "digest_hour",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "needs_second_step",
                table: "tenant");

            migrationBuilder.DropColumn(
                name: "reply_to",
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
                name: "college",
                table: "mandate");

            migrationBuilder.DropColumn(
                name: "weight",
                table: "mandate");

            migrationBuilder.DropColumn(
                name: "applied_by_id",
                table: "import_batch");

            migrationBuilder.DropColumn(
                name: "undone_by_id",
                table: "import_batch");

            migrationBuilder.DropColumn(
                name: "code",
                table: "body");

            migrationBuilder.DropColumn(
                name: "majority",
                table: "body");

            migrationBuilder.DropColumn(
                name: "proxies_each",
                table: "body");

            migrationBuilder.DropColumn(
                name: "proxies_make_quorum",
                table: "body");

            migrationBuilder.DropColumn(
                name: "quorum",
                table: "body");

            migrationBuilder.DropColumn(
                name: "quorum_by_college",
                table: "body");

            migrationBuilder.DropColumn(
                name: "rule_source",
                table: "body");
        }
    }
}
