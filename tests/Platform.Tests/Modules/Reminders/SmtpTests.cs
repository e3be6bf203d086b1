using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.AspNetCore.Http;
using Platform.Data;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Reminders;

/// <summary>The conversation with the server, without a database.</summary>
public sealed class SmtpTests
{
    private static readonly Parcel Some = new(Guid.CreateVersion7(), "nepasrepondre@platform.example", "Alliance « Est »", "remi@example.org", "Rémi\r\nBcc: x@example.org", null,
        "Une très longue ligne d’objet, accentuée, qui ne tient pas dans un seul mot encodé : déclinaison de la décision\r\nBcc: x@example.org", ".\n..\nfin", "<p>.</p>", null, null, null, null, null, DateTimeOffset.UnixEpoch);

    private static MailSettings Settings(MailServer server, params (string, string?)[] more) => new(new ConfigurationBuilder().AddInMemoryCollection(server.Settings)
        .AddInMemoryCollection(more.Select(m => KeyValuePair.Create(m.Item1, m.Item2))).Build(), new Host(), new HttpContextAccessor());

    private static async Task<Outcome> Send(MailSettings settings)
    {
        await using var line = new MailLine(settings);
        return await line.Send(Some, () => Task.FromResult(true), CancellationToken.None);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task It_encrypts_from_the_start_or_by_starttls_and_signs_in(bool startTls, bool tls)
    {
        await using var server = new MailServer { OffersStartTls = startTls, StartsEncrypted = tls, Asks = "envoi:mot de passe" };
        Assert.Equal(Fate.Sent, (await Send(Settings(server, ("Mail:User", "envoi"), ("Mail:Password", "mot de passe")))).Fate);
        // A wrong password is our mistake, not the receiver's: the mail is tried again.
        var refused = await Send(Settings(server, ("Mail:User", "envoi"), ("Mail:Password", "autre")));
        Assert.Equal((Fate.Retry, "535 no"), (refused.Fate, refused.Reply));
        // A certificate that nobody vouches for, and that was not named.
        Assert.Equal(Fate.Retry, (await Send(Settings(server, ("Mail:Certificate", null)))).Fate);
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task It_does_not_write_in_clear_to_a_server_that_should_encrypt()
    {
        await using var server = new MailServer();
        var outcome = await Send(Settings(server, ("Mail:Security", "StartTls")));
        Assert.Equal(Fate.Retry, outcome.Fate);
        Assert.Empty(server.Named);
    }

    [Fact]
    public async Task What_was_typed_adds_no_header_and_ends_no_text()
    {
        await using var server = new MailServer();
        Assert.Equal(Fate.Sent, (await Send(Settings(server))).Fate);
        var mail = Assert.Single(server.Mails);
        Assert.Null(mail.Header("Bcc"));
        Assert.StartsWith("Une très longue ligne d’objet, accentuée, qui ne tient pas", mail.Header("Subject").Words(), StringComparison.Ordinal);
        Assert.Equal(".\r\n..\r\nfin", mail.Part("text/plain"));
        Assert.Equal("Alliance « Est » <nepasrepondre@platform.example>", mail.Header("From").Words());
        Assert.All(mail.Text.Split('\n'), l => Assert.InRange(l.Length, 0, 200));
    }

    [Theory]
    [InlineData(MailServer.Manner.DropBeforeEnd, Fate.Uncertain)]
    [InlineData(MailServer.Manner.DropAfterAccepting, Fate.Uncertain)]
    [InlineData(MailServer.Manner.HangUpAtOnce, Fate.Retry)]
    [InlineData(MailServer.Manner.RefuseForNow, Fate.Retry)]
    [InlineData(MailServer.Manner.RefuseForGood, Fate.Refused)]
    [InlineData(MailServer.Manner.RefuseReceiverForGood, Fate.Refused)]
    internal async Task Where_it_stopped_decides_what_may_be_done_next(MailServer.Manner manner, Fate fate)
    {
        await using var server = new MailServer { Behave = _ => manner };
        Assert.Equal(fate, (await Send(Settings(server))).Fate);
    }

    [Theory]
    [InlineData("remi@é.example", "remi@xn--9ca.example")]
    [InlineData("rémi@example.org", null)]
    [InlineData("a@b\r\nRCPT TO:<x@example.org>", null)]
    [InlineData("a b@example.org", null)]
    public void Only_what_a_server_takes_is_an_address(string written, string? envelope) => Assert.Equal(envelope, MimeText.Envelope(written));

    [Fact]
    public void Settings_that_cannot_be_are_said_at_the_start()
    {
        Assert.Contains("Mail:From", Assert.Throws<SettingError>(() => Of(("Mail:Host", "relay")).From).Message, StringComparison.Ordinal);
        Assert.Contains("Mail:Security", Assert.Throws<SettingError>(() => Of(("Mail:Security", "maybe"))).Message, StringComparison.Ordinal);
        Assert.Contains("Mail:Lease", Assert.Throws<SettingError>(() => Of(("Mail:Lease", "soon"))).Message, StringComparison.Ordinal);
        Assert.Equal(465, Of(("Mail:Security", "tls")).Port);

        static MailSettings Of(params (string, string?)[] settings) =>
            new(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Item1, s.Item2))).Build(), new Host(), new HttpContextAccessor());
    }

    private sealed class Host : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = null!;
    }
}
