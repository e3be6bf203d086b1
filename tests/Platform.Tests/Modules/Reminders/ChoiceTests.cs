using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Digests;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Reminders.Preferences;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Reminders;

public sealed class ChoiceTests(PostOffice office) : IClassFixture<PostOffice>, IAsyncLifetime
{
    private World world = null!;

    public async Task InitializeAsync() => world = await World.New(office.Post);

    public Task DisposeAsync() => Task.CompletedTask;

    private string At(string name) => $"{name}@{world.Space.Identifier}.example";

    private Task<List<MailPreference>> Stored(string address) => world.Within(db => db.Set<MailPreference>().AsNoTracking().Where(p => p.Address == address).ToListAsync());

    [Fact]
    public async Task The_link_of_a_mail_lets_anybody_choose_and_one_click_stops_its_kind_without_a_cookie()
    {
        await world.Writes(Letters.To(At("remi"), "rappel"));
        await office.Post.Sends();
        var mail = office.Server.Mails.Single(m => m.To == At("remi"));
        var header = mail.Header("List-Unsubscribe")!.Trim('<', '>');
        var path = header[$"https://localhost/{world.Space.Identifier}".Length..];
        // Looked at a hundred times by a scanner: nothing changes.
        Assert.Contains("Ce que l’espace", (await world.Nobody.Open(path)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Client.SendAsync(new(HttpMethod.Head, header))).StatusCode);
        Assert.Empty(await Stored(At("remi")));

        using var click = await world.Nobody.Client.PostAsync(header, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]));
        Assert.Equal((HttpStatusCode.OK, false), (click.StatusCode, click.Headers.Contains("Set-Cookie")));
        Assert.Equal([(MailCategory.Reminders, MailFrequency.Never)], (await Stored(At("remi"))).Select(p => (p.Category, p.Frequency)));

        var chosen = await world.Nobody.Submit(path.Split('?')[0], [KeyValuePair.Create("Input.Reminders", "Daily"), KeyValuePair.Create("Input.News", "Never")]);
        Assert.Contains("Vos choix sont enregistrés", (await Person.Read(chosen)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([(MailCategory.Reminders, MailFrequency.Daily), (MailCategory.News, MailFrequency.Never)], (await Stored(At("remi"))).OrderBy(p => p.Category).Select(p => (p.Category, p.Frequency)));
        Assert.Contains("pas acceptée", (await Person.Read(await world.Nobody.Submit(path.Split('?')[0], [KeyValuePair.Create("Input.Reminders", "99")]))).Body!.TextContent, StringComparison.Ordinal);

        // Another space's link, or a forged one, says the same as a broken one.
        var token = path.Split('/')[2].Split('?')[0];
        foreach (var (who, forged) in new[] { (world.Nobody, token[..^2] + "AA"), (world.Nobody, "x") })
            Assert.Contains("Ce lien est incomplet", await (await who.Get($"/mes-messages/{forged}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Ce lien est incomplet", await (await world.Nobody.Client.GetAsync($"https://localhost/{world.Elsewhere.Identifier}/mes-messages/{token}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_chooses_on_a_page_of_ones_own()
    {
        Assert.Contains(world.Bob.Email, (await world.Bob.Open("/mes-messages")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Bob.Submit("/mes-messages", [KeyValuePair.Create("Input.News", "Daily"), KeyValuePair.Create("Input.Meetings", "AtOnce")])).StatusCode);
        Assert.Equal(MailFrequency.Daily, (await Stored(world.Bob.Email)).Single(p => p.Category == MailCategory.News).Frequency);
        Assert.Equal("Daily", (await world.Bob.Open("/mes-messages")).QuerySelector("[name='Input.News'] [selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task News_of_a_commitment_is_written_to_whoever_follows_it_and_waits_for_their_digest()
    {
        var id = (await Sample.In(world, world.Space)).Of<Commitment>();
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/engagements/{id}/nouvelles", [KeyValuePair.Create("Input.Text", "Le marché est signé."), KeyValuePair.Create("Input.Status", "OnTrack")])).StatusCode);
        var told = await world.Within(db => db.Set<OutboxMessage>().AsNoTracking().Where(m => m.IdempotencyKey.StartsWith("news:")).ToListAsync());
        Assert.NotEmpty(told);
        Assert.All(told, m => Assert.Equal(("Le marché est signé.", id, world.Fanny.AccountId), (m.Subject, m.SubjectId, m.CausedById)));
    }

    [Fact]
    public async Task Digests_gather_by_object_on_weekdays_and_are_never_empty()
    {
        var clock = office.Post.Clock;
        // On the next Wednesday, at noon.
        while (world.Space.Today(clock).DayOfWeek != DayOfWeek.Wednesday || world.Space.Local(clock.GetUtcNow()).Hour != 12) clock.Advance(TimeSpan.FromHours(1));
        await world.Within(async db =>
        {
            db.Add(new MailPreference(At("jour"), MailCategory.News, MailFrequency.Daily));
            return await db.SaveChangesAsync();
        });
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        Letter News(string who, string key, Guid subject, string about) => Letters.To(At(who), $"{who}:{key}", MailCategory.News) with
        {
            IsDirect = false, SubjectId = subject, About = about, Subject = key, Act = new("Lire", $"https://localhost/e/{about}", IsSecret: false),
        };
        await world.Writes(News("jour", "La chaudière est livrée", one, "Chaufferie"), News("jour", "Le marché est signé", two, "Navette"), News("jour", "La chaudière chauffe", one, "Chaufferie"), News("semaine", "Le marché est signé", two, "Navette"));
        await office.Post.Sends();
        Assert.Equal(1, await world.Given(new SendDigests.Command()));
        Assert.Equal(0, await world.Given(new SendDigests.Command()));
        await office.Post.Sends();
        var mail = office.Server.Mails.Single(m => m.To == At("jour"));
        Assert.Equal("Votre récapitulatif : 3 nouvelles", mail.Header("Subject").Words().Replace('\u00a0', ' ').Replace('\u202f', ' '));
        var text = mail.Part("text/plain")!;
        Assert.Equal(1, text.Split("\nChaufferie\r\n").Length - 1);
        Assert.True(text.IndexOf("La chaudière chauffe", StringComparison.Ordinal) < text.IndexOf("Navette", StringComparison.Ordinal));
        Assert.Equal(MailState.Digested, (await world.Written("jour:Le marché est signé")).State);

        // What is weekly waits for Monday; on Saturday and Sunday nothing goes.
        for (var day = 0; day < 4; day++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal(0, await world.Given(new SendDigests.Command()));
        }
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await world.Given(new SendDigests.Command()));
        await office.Post.Sends();
        Assert.Single(office.Server.Mails, m => m.To == At("semaine"));
    }
}
