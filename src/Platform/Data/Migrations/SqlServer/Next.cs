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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
