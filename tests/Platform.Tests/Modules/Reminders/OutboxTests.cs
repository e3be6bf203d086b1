using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Log;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Reminders.Preferences;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Reminders;

public sealed class OutboxTests(PostOffice office) : IClassFixture<PostOffice>, IAsyncLifetime
{
    private readonly MailServer server = office.Server;
    private readonly Post post = office.Post;
    private World world = null!;

    public async Task InitializeAsync() => world = await World.New(post);

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>An address of this test's own.</summary>
    private string At(string name) => $"{name}@{world.Space.Identifier}.example";

    private IEnumerable<MailServer.Taken> Taken => server.Mails.Where(m => m.To.EndsWith(At(""), StringComparison.Ordinal));

    [Fact]
    public async Task A_mail_goes_once_with_all_that_a_mail_reader_wants()
    {
        var letter = Letters.To(At("remi"), "chaufferie bois") with
        {
            Thread = "engagement:1", ReplyTo = "fanny@example.org", Act = new("Donner des nouvelles", "https://localhost/secret", IsSecret: true),
            Calendar = new("reunion.ics", "REQUEST", "BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n"),
        };
        Assert.Equal(1, await world.Writes(letter));
        Assert.Equal(0, await world.Writes(letter));
        await post.Sends();
        await post.Sends();

        var mail = Assert.Single(Taken);
        var stored = await world.Written("chaufferie bois");
        Assert.Equal(MailState.Sent, stored.State);
        Assert.Null(stored.Secret);
        Assert.Equal($"<{stored.Id:N}@platform.example>", mail.MessageId);
        Assert.Equal("Où en est « chaufferie bois » ?", mail.Header("Subject").Words());
        Assert.Equal("Espace d’essai <nepasrepondre@platform.example>", mail.Header("From").Words());
        Assert.Equal("<fanny@example.org>", mail.Header("Reply-To"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.Contains("https://localhost/secret", mail.Part("text/plain"), StringComparison.Ordinal);
        Assert.Contains("href=\"https://localhost/secret\"", mail.Part("text/html"), StringComparison.Ordinal);
        Assert.DoesNotContain(LetterLayout.Choices, mail.Part("text/html") + mail.Part("text/plain"), StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST", mail.Part("text/calendar; charset=utf-8; method=REQUEST"), StringComparison.Ordinal);
        Assert.All(mail.Text.Split('\n'), line => Assert.True(line.Length <= 998 && line.All(char.IsAscii)));
        Assert.NotNull(mail.Header("References"));
    }

    [Fact]
    public async Task Refused_it_is_tried_again_later_or_parked_and_one_bad_address_holds_up_nobody()
    {
        server.Behave = to => to.Split('@')[0] switch
        {
            "plustard" => MailServer.Manner.RefuseReceiverForNow,
            "jamais" => MailServer.Manner.RefuseReceiverForGood,
            "coupe" => MailServer.Manner.DropAfterAccepting,
            "raccroche" => MailServer.Manner.HangUpAtOnce,
            _ => MailServer.Manner.Accept,
        };
        await world.Writes([.. new[] { "plustard", "jamais", "coupe", "raccroche", "bien" }.Select(k => Letters.To(At(k), k)), Letters.To("pas une adresse", "illisible")]);
        await post.Sends();
        Assert.Equal(MailState.Sent, (await world.Written("bien")).State);
        Assert.Equal((MailState.Retrying, false), ((await world.Written("plustard")).State, (await world.Written("plustard")).IsUncertain));
        Assert.Equal((MailState.Retrying, false), ((await world.Written("raccroche")).State, (await world.Written("raccroche")).IsUncertain));
        Assert.Equal((MailState.Retrying, true), ((await world.Written("coupe")).State, (await world.Written("coupe")).IsUncertain));
        Assert.Equal(MailState.Dead, (await world.Written("illisible")).State);
        var dead = await world.Written("jamais");
        Assert.Equal((dead.Reply, (string?)null), (dead.Settled().Trouble, (await world.Written("bien")).Settled().Trouble));
        Assert.Equal((MailState.Dead, 1), (dead.State, dead.Attempts));
        Assert.Contains("550", dead.Reply!, StringComparison.Ordinal);

        // The waits grow, from a minute to a day; after eight tries it is over.
        var waits = new List<double>();
        for (var last = await world.Written("plustard"); last.State == MailState.Retrying; last = await world.Written("plustard"))
        {
            waits.Add((last.NextAttemptAt!.Value - last.StateAt!.Value).TotalMinutes);
            post.Clock.Advance(last.NextAttemptAt.Value - post.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
            await post.Sends();
        }
        Assert.Equal(8, (await world.Written("plustard")).Attempts);
        Assert.Equal([1d, 5, 15, 60, 240, 720, 1440], waits.Select((w, i) => Math.Round(w / new[] { 1d, 5, 15, 60, 240, 720, 1440 }[i], 0) * new[] { 1d, 5, 15, 60, 240, 720, 1440 }[i]));
        post.Clock.Advance(TimeSpan.FromDays(2));
        await post.Sends();
        // The server had taken it the first time: twice the same mail, and it says so.
        Assert.Equal(MailState.Dead, (await world.Written("coupe")).State);
        Assert.Single(Taken.Where(m => m.To == At("coupe")).Select(m => m.MessageId).Distinct());

        // The administrator reads why, and sends it again.
        server.Behave = _ => MailServer.Manner.Accept;
        var parked = await world.Alice.Sends(new ListMessages.Query(null, ["non-remis"], [], null));
        Assert.Equal(5, parked.Page.Rows.Count);
        Assert.Equal(At("jamais"), Assert.Single((await world.Alice.Sends(new ListMessages.Query("JAMAIS@", [], [], null))).Page.Rows).ToAddress);
        Assert.Single((await world.Alice.Sends(new ListMessages.Query("JÀMAIS@ jamais", [], [], null))).Page.Rows);
        // A facet counts what the others leave; the list turns round.
        Assert.Equal((5, 6), (parked.Facets.Single(f => f.Name == "sorte").Values.Sum(v => v.Count), parked.Facets.Single(f => f.Name == "etat").Values.Sum(v => v.Count)));
        Assert.Equal(parked.Page.Rows.Select(r => r.Id).Reverse(), (await world.Alice.Sends(new ListMessages.Query(null, ["non-remis"], [], null, Ascending: true))).Page.Rows.Select(r => r.Id));
        await world.Alice.Sends(new Messages.Resend(dead.Id));
        await post.Sends();
        Assert.Equal(MailState.Sent, (await world.Written("jamais")).State);
        await Assert.ThrowsAsync<Platform.Kernel.RuleViolation>(() => world.Alice.Sends(new Messages.Resend(dead.Id)));
    }

    [Fact]
    public async Task It_waits_for_its_time_its_turn_and_a_last_look_and_is_not_sent_too_late()
    {
        var now = post.Clock.GetUtcNow();
        await world.Writes(
            Letters.To(At("a"), "plus tard") with { NotBefore = now.AddHours(2), Thread = "reunion" },
            Letters.To(At("a"), "premier") with { Thread = "reunion" },
            Letters.To(At("a"), "second") with { Thread = "reunion" },
            Letters.To(At("b"), "perime") with { NotAfter = now.AddMinutes(30) },
            Letters.To(At("c"), "retire:1"));
        server.Behave = to => to == At("a") && !Taken.Any() && server.Named.Count(n => n == to) == 1 ? MailServer.Manner.RefuseForNow : MailServer.Manner.Accept;
        Assert.Equal(1, await world.Within(db => Mail.Withdraw(db, "retire:", "La réunion est annulée", CancellationToken.None)));
        post.Clock.Advance(TimeSpan.FromHours(1));
        await post.Sends();
        // The first of the thread must be tried again: the second waits behind it.
        Assert.Equal((MailState.Retrying, MailState.Queued, MailState.TooLate, MailState.Withdrawn),
            ((await world.Written("premier")).State, (await world.Written("second")).State, (await world.Written("perime")).State, (await world.Written("retire:1")).State));
        post.Clock.Advance(TimeSpan.FromMinutes(2));
        await post.Sends();
        Assert.Equal(["premier", "second"], Taken.Select(m => m.Header("Subject").Words().Split('«', '»')[1].Trim('\u00a0', ' ')));
        Assert.Equal(MailState.Queued, (await world.Written("plus tard")).State);
        post.Clock.Advance(TimeSpan.FromHours(1));
        await post.Sends();
        Assert.Equal(MailState.Sent, (await world.Written("plus tard")).State);
        Assert.DoesNotContain(At("c"), server.Named);
    }

    [Fact]
    public async Task A_space_in_a_hurry_keeps_its_pace_and_starves_nobody()
    {
        await world.Writes([.. Enumerable.Range(0, 200).Select(i => Letters.To(At($"p{i}"), $"foule {i}"))]);
        await world.Writes(world.Elsewhere, Letters.To(At("seul"), "seul"));
        await post.Sends();
        var order = Taken.Select(m => m.To).ToList();
        Assert.InRange(order.IndexOf(At("seul")), 0, 50);
        // Forty a minute, and at most one claim's worth beyond.
        Assert.InRange(order.Count, 41, 41 + 50);
        post.Clock.Advance(TimeSpan.FromMinutes(1.1));
        await post.Sends();
        Assert.InRange(Taken.Count(), 81, 41 + 50 + 50);
    }

    [Fact]
    public async Task A_claim_that_is_over_sends_nothing_and_changes_nothing()
    {
        await world.Writes(Letters.To(At("remi"), "deux nœuds"));
        var claim = (await OnQueue(q => q.Take(50, CancellationToken.None))).Single(c => c.SpaceId == world.Space.Id);
        Assert.Empty(await OnQueue(q => q.Take(50, CancellationToken.None)));
        await post.Sends();
        Assert.Empty(Taken);
        post.Clock.Advance(TimeSpan.FromMinutes(10));
        // It slept through its lease: somebody else sends, and it finds that out before it begins and before the text.
        Assert.False(await OnQueue(q => q.Begin(claim, CancellationToken.None)));
        Assert.False(await OnQueue(q => q.StartData(claim, CancellationToken.None)));
        await post.Sends();
        await world.Given(new Deliveries.Settle(claim, new(Fate.Refused, "550 too late to say")));
        Assert.Equal((MailState.Sent, 1), ((await world.Written("deux nœuds")).State, Taken.Count()));
    }

    [Fact]
    public async Task Preferences_hold_back_all_but_what_concerns_the_account_and_nobody_is_told_of_their_own_acts()
    {
        await world.Within(async db =>
        {
            db.Add(new MailPreference(At("JAMAIS"), MailCategory.Reminders, MailFrequency.Never));
            db.Add(new MailPreference(At("jour"), MailCategory.Reminders, MailFrequency.Daily));
            return await db.SaveChangesAsync();
        });
        await world.Writes(
            Letters.To(At("Jamais"), "refusé"), Letters.To(At("jamais"), "compte", MailCategory.Account),
            Letters.To(At("jour"), "groupé") with { IsDirect = false }, Letters.To(At("jour"), "demandé"),
            Letters.To(world.Fanny.Email, "sa propre nouvelle", MailCategory.News) with { CausedById = world.Fanny.AccountId });
        await post.Sends();
        Assert.Equal([MailState.Silenced, MailState.Sent, MailState.Digest, MailState.Sent, MailState.Silenced],
            new[] { (await world.Written("refusé")).State, (await world.Written("compte")).State, (await world.Written("groupé")).State, (await world.Written("demandé")).State, (await world.Written("sa propre nouvelle")).State });
    }

    private Task<T> OnQueue<T>(Func<MailQueue, Task<T>> step) =>
        post.Services.GetRequiredService<Platform.Modules.Tenancy.TenantScopes>().RunOutside("test", s => step(s.GetRequiredService<MailQueue>()));
}
