using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Platform.Data.Migrations.Postgres;

/// <summary>The last wall of a forum's capacity: whatever the application believes, nobody gets a place that there is not. Looked at when the transaction
/// ends, since one guest leaves and another comes within it; under the edition's row, which the application locks too, so that two of them count one after
/// the other. Asked only for who comes to hold more than before: a capacity that is lowered takes nothing back. Whoever is let in at the door is in,
/// and a guest who passes the invitation on passes the place with it. See <c>Forum/Rsvp/Places</c>, which counts the same way.</summary>
[DbContext(typeof(PostgresDb)), Migration("20261123120000_ForumPlaces")]
public sealed class ForumPlaces : Migration
{
    // The numbers are those of GuestState (Accepted, Attended, Delegated) and of SessionKind (Stand, Break).
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE FUNCTION forum_holds(state smallint, offer_until timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE
            RETURN state IN (5, 11) OR offer_until IS NOT NULL;
            """);
        migrationBuilder.Sql("""
            CREATE FUNCTION forum_places() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
              guest forum_guest;
              places integer;
              counted text;
            BEGIN
              SELECT * INTO guest FROM forum_guest WHERE tenant_id = NEW.tenant_id AND id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
              IF NOT FOUND OR guest.arrived_at IS NOT NULL OR NOT forum_holds(guest.state, guest.offer_until) THEN RETURN NULL; END IF;
              SELECT capacity INTO places FROM forum_edition WHERE tenant_id = guest.tenant_id AND id = guest.edition_id FOR NO KEY UPDATE;
              -- Nothing is written between the guests of one end of transaction: what was counted for one holds for the next.
              counted := guest.edition_id || ' ' || statement_timestamp();
              IF TG_TABLE_NAME = 'forum_guest' AND current_setting('app.places_counted', true) IS DISTINCT FROM counted THEN
                IF places < (SELECT sum(g.seats) FROM forum_guest g WHERE g.tenant_id = guest.tenant_id AND g.edition_id = guest.edition_id AND forum_holds(g.state, g.offer_until)) THEN
                  IF NOT (TG_OP = 'INSERT' AND guest.seats = 1
                    AND EXISTS (SELECT FROM forum_guest p WHERE p.tenant_id = guest.tenant_id AND p.id = guest.delegated_from_id AND p.state = 8)
                    AND NOT EXISTS (SELECT FROM forum_guest o WHERE o.tenant_id = guest.tenant_id AND o.edition_id = guest.edition_id AND o.delegated_from_id = guest.delegated_from_id AND o.id <> guest.id))
                  THEN
                    RAISE EXCEPTION 'edition %: more places than there are', guest.edition_id USING ERRCODE = 'check_violation';
                  END IF;
                ELSE
                  PERFORM set_config('app.places_counted', counted, true);
                END IF;
              END IF;
              IF EXISTS (SELECT FROM forum_choice c
                JOIN forum_session s ON s.tenant_id = c.tenant_id AND s.id = c.session_id
                LEFT JOIN forum_room r ON r.tenant_id = s.tenant_id AND r.id = s.room_id
                WHERE c.tenant_id = guest.tenant_id AND c.guest_id = guest.id AND (TG_TABLE_NAME = 'forum_guest' OR c.id = NEW.id) AND s.start_minute IS NOT NULL AND s.kind NOT IN (4, 5)
                  AND coalesce(s.capacity, r.capacity) < (SELECT sum(g.seats) FROM forum_choice o JOIN forum_guest g ON g.tenant_id = o.tenant_id AND g.id = o.guest_id
                    WHERE o.tenant_id = s.tenant_id AND o.session_id = s.id AND forum_holds(g.state, g.offer_until)))
              THEN
                RAISE EXCEPTION 'edition %: more places in a session than there are', guest.edition_id USING ERRCODE = 'check_violation';
              END IF;
              RETURN NULL;
            END $$;
            """);
        migrationBuilder.Sql("""
            CREATE CONSTRAINT TRIGGER forum_guest_comes AFTER INSERT ON forum_guest DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
            WHEN (NEW.arrived_at IS NULL AND forum_holds(NEW.state, NEW.offer_until)) EXECUTE FUNCTION forum_places('id');
            """);
        migrationBuilder.Sql("""
            CREATE CONSTRAINT TRIGGER forum_guest_takes_more AFTER UPDATE ON forum_guest DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
            WHEN (NEW.arrived_at IS NULL AND forum_holds(NEW.state, NEW.offer_until)
              AND (NEW.seats > OLD.seats OR NEW.edition_id <> OLD.edition_id OR NOT forum_holds(OLD.state, OLD.offer_until))) EXECUTE FUNCTION forum_places('id');
            """);
        migrationBuilder.Sql("""
            CREATE CONSTRAINT TRIGGER forum_choice_takes AFTER INSERT OR UPDATE ON forum_choice DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
            EXECUTE FUNCTION forum_places('guest_id');
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP FUNCTION forum_places() CASCADE;");
        migrationBuilder.Sql("DROP FUNCTION forum_holds(smallint, timestamptz) CASCADE;");
    }
}
