using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Rsvp;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Forum;

/// <summary>Nobody gets a place that there is not, whoever asks: the application, or whoever writes past it.</summary>
public sealed class PlaceTests
{
    private static Task<Guid> Edition(World world, int capacity, WaitingMode waiting = WaitingMode.Automatic) => world.Given(new SaveEdition.Command
    {
        Title = "Forum 2026", StartsOn = world.Space.Today(world.App.Clock).AddDays(60), Start = "9:00", End = "17:00", Place = "Les Capucins", Capacity = capacity, MostCompanions = 2, Waiting = waiting,
    });

    private static Task<Guid> Session(World world, Guid edition, string title, int capacity, string start = "10:00", string end = "11:00") =>
        world.Given(new SaveSession.Command { EditionId = edition, Kind = SessionKind.Workshop, Title = title, Start = start, End = end, Capacity = capacity });

    private static async Task<Dictionary<string, Guid>> Guests(World world, Guid edition, string names, Action<ForumGuest>? and = null) => await world.Within(db =>
    {
        var guests = names.Select(n => new ForumGuest(edition, $"{n}@ex.fr", $"{n}", null, null, null, null, GuestSource.Pasted)).ToList();
        foreach (var guest in guests)
        {
            guest.Queue(world.App.Clock.GetUtcNow().AddDays(-3));
            guest.Delivered(null);
            and?.Invoke(guest);
        }
        db.AddRange(guests);
        return Task.FromResult(guests.ToDictionary(g => g.Name!, g => g.Id));
    });

    [Fact]
    public async Task The_database_gives_no_place_that_there_is_not_whoever_writes_past_the_application()
    {
        var world = await World.New();
        // Elsewhere the lock of the edition is the only guard: see decision 0027.
        if (world.App.Database.Provider == DatabaseProvider.SqlServer) return;
        var id = await Edition(world, 3);
        var room = await Session(world, id, "Semer", 1);
        var g = await Guests(world, id, "abcdef");
        async Task<string?> Writes(string sql)
        {
            await using var open = await Sql.Open(world.App.Database.App);
            await using var transaction = await open.BeginTransactionAsync();
            await open.Rows("SELECT set_config('app.tenant_id', $1, true)", world.Space.Id.ToString());
            await open.Rows(sql);
            return await Ends(transaction);
        }
        Task<string?> Sets(string who, string what) => Writes($"UPDATE forum_guest SET {what} WHERE id = '{g[who]}'");
        Task<string?> Chooses(string who) => Writes($"INSERT INTO forum_choice (tenant_id, id, guest_id, session_id, version) VALUES ('{world.Space.Id}', gen_random_uuid(), '{g[who]}', '{room}', 0)");
        const string Full = PostgresErrorCodes.CheckViolation;

        // Three places, for those who come and those who are offered one; companions take theirs.
        foreach (var who in "ab") Assert.Null(await Sets($"{who}", "state = 5, answer = 5"));
        Assert.Equal(Full, await Sets("c", "state = 5, answer = 5, seats = 2"));
        Assert.Null(await Sets("c", "state = 9, answer = 9, offer_until = now() + interval '1 day'"));
        Assert.Equal(Full, await Sets("d", "state = 5, answer = 5"));
        Assert.Equal(Full, await Sets("d", "state = 9, answer = 9, offer_until = now()"));
        Assert.Equal(Full, await Sets("a", "seats = 2"));
        Assert.Null(await Sets("c", "state = 5, answer = 5, offer_until = NULL"));
        Assert.Null(await Sets("d", "state = 7, answer = 7, seats = 3"));
        // One goes and another comes in the same breath, in whatever order it is written.
        Assert.Null(await Writes($"UPDATE forum_guest SET state = CASE id WHEN '{g["e"]}' THEN 5 ELSE 6 END WHERE id IN ('{g["c"]}', '{g["e"]}')"));
        // A room has its own places: who comes takes one there, who hesitates none, and who hesitated takes one when they come.
        Assert.Null(await Chooses("a"));
        Assert.Equal(Full, await Chooses("b"));
        Assert.Null(await Chooses("f"));
        Assert.Null(await Sets("b", "state = 6, answer = 6"));
        Assert.Equal(Full, await Sets("f", "state = 5, answer = 5"));
        Assert.Null(await Writes($"DELETE FROM forum_choice WHERE guest_id = '{g["f"]}'"));
        Assert.Null(await Sets("f", "state = 5, answer = 5"));
        // At the door whoever is let in is in; who made a slip takes it back.
        Assert.Null(await Sets("d", "state = 11, arrived_at = now()"));
        Assert.Null(await Sets("d", "state = 7, arrived_at = NULL"));
        // A smaller room takes nothing back from anybody, and gives nothing more.
        Assert.Null(await Writes($"UPDATE forum_edition SET capacity = 2 WHERE id = '{id}'"));
        Assert.Null(await Sets("a", "note = 'Je viens toujours'"));
        Assert.Equal(Full, await Sets("b", "state = 5, answer = 5"));

        // The place goes with the invitation that is passed on, once.
        async Task Passes(string to) => await world.Within(async db =>
        {
            var (from, substitute) = (await db.Set<ForumGuest>().Include(x => x.Companions).SingleAsync(x => x.Id == g["a"]), new ForumGuest(id, $"{to}@ex.fr", to, null, null, null, null, GuestSource.Delegation));
            substitute.Replace(from);
            substitute.Wait(world.App.Clock.GetUtcNow(), new(2026, 1, 1), null);
            substitute.Offer(world.App.Clock.GetUtcNow().AddDays(1));
            db.Add(substitute);
            await db.SaveChangesAsync();
            from.Say(GuestState.Delegated, new(2026, 1, 1), null);
            return 0;
        });
        await Passes("h");
        Assert.Equal(3, await world.Within(db => Places.Held(db, id).SumAsync(x => x.Seats)));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Passes("i"));
        Assert.Equal(("limit", "Il n’y a plus assez de places pour enregistrer cela. Rechargez la page pour voir ce qui reste."), Assert.IsType<RuleViolation>(DatabaseErrors.Translate(refused)) is var said ? (said.Code, said.Sentence) : default);

        // Two at the same instant, neither seeing the other, without any lock of the application's: one place, one of them.
        Assert.Null(await Writes($"UPDATE forum_edition SET capacity = 4 WHERE id = '{id}'"));
        var both = new[] { "b", "c" }.Select(async who =>
        {
            var open = await Sql.Open(world.App.Database.App);
            var transaction = await open.BeginTransactionAsync();
            await open.Rows("SELECT set_config('app.tenant_id', $1, true)", world.Space.Id.ToString());
            await open.Rows($"UPDATE forum_guest SET state = 5, answer = 5 WHERE id = '{g[who]}'");
            return (open, transaction);
        }).ToList();
        await Task.WhenAll(both);
        var ends = await Task.WhenAll(both.Select(async x =>
        {
            var (open, transaction) = await x;
            await using (open) return await Ends(transaction);
        }));
        Assert.Equal([null, Full], ends.Order());

        static async Task<string?> Ends(NpgsqlTransaction transaction)
        {
            try
            {
                await transaction.CommitAsync();
                return null;
            }
            catch (PostgresException refused)
            {
                return refused.SqlState;
            }
        }
    }

    [Fact]
    public async Task A_room_that_filled_up_while_one_waited_is_given_up_with_a_word()
    {
        var world = await World.New();
        var id = await Edition(world, 1, WaitingMode.Offer);
        var room = await Session(world, id, "Semer", 1);
        var g = await Guests(world, id, "abc", guest => guest.Choose([room]));
        async Task Says(string who, EditGuest.Said answer) => await world.Given((await world.Given(new EditGuest.Form(id, g[who]))).Command with { Answer = answer });
        async Task<(GuestState, bool, int)> Is(string who) => await world.Within(async db => await db.Set<ForumGuest>().Include(x => x.Choices).SingleAsync(x => x.Id == g[who]) is var guest ? (guest.State, guest.OfferUntil is not null, guest.Choices.Count) : default);
        await Says("a", EditGuest.Said.Accepted);
        Assert.Equal((GuestState.Accepted, false, 1), await Is("a"));
        await Says("b", EditGuest.Said.Waiting);
        await Says("c", EditGuest.Said.Waiting);
        // One place more at the forum, none in the room: offered without it, and said so.
        await world.Given((await world.Given(new SaveEdition.Form(id))).Command with { Capacity = 2 });
        Assert.Equal((GuestState.Waiting, true, 0), await Is("b"));
        Assert.Contains("Une séance que vous aviez choisie est complète", (await world.Mails("b@ex.fr"))[^1].Text, StringComparison.Ordinal);
        // An offer is a place: it grows by hand no further than there are places.
        var form = (await world.Given(new EditGuest.Form(id, g["b"]))).Command;
        Assert.Equal("Answer", Assert.Single((await Assert.ThrowsAsync<Invalid>(() => world.Given(form with { Companions = ["Luc"] }))).Errors).PropertyName);
        // Noted by hand, the same.
        await world.Given((await world.Given(new SaveEdition.Form(id))).Command with { Capacity = 3, Waiting = WaitingMode.Automatic });
        Assert.Equal((GuestState.Accepted, false, 0), await Is("c"));
        await Says("c", EditGuest.Said.Maybe);
        await world.Within(async db => { (await db.Set<ForumGuest>().Include(x => x.Choices).SingleAsync(x => x.Id == g["c"])).Choose([room]); return 0; });
        Assert.Contains("Une séance qu’il avait choisie est complète", await world.Given((await world.Given(new EditGuest.Form(id, g["c"]))).Command with { Answer = EditGuest.Said.Accepted }), StringComparison.Ordinal);
        Assert.Equal((GuestState.Accepted, false, 0), await Is("c"));
    }
}
