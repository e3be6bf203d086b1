using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Platform.Tests.Kit;

/// <summary>A mail server in the test itself, on a free port: it keeps what it takes, and misbehaves as it is told.</summary>
public sealed class MailServer : IAsyncDisposable
{
    /// <summary>What the server does with one mail.</summary>
    public enum Manner { Accept, Delay, RefuseForNow, RefuseForGood, RefuseReceiverForNow, RefuseReceiverForGood, DropBeforeEnd, DropAfterAccepting, HangUpAtOnce }

    /// <param name="Dropped">Taken, and never said so.</param>
    public sealed record Taken(string MessageId, string To, string Text, DateTimeOffset At, bool Dropped);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> talks = [];
    private readonly Lazy<X509Certificate2> certificate = new(NewCertificate);
    private readonly Task accepting;

    /// <summary>For whoever says in another method when it ends.</summary>
    public static MailServer Listening() => new();

    public MailServer()
    {
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public ConcurrentQueue<Taken> Mails { get; } = new();
    /// <summary>Every receiver that was named, in order, refused or not.</summary>
    public ConcurrentQueue<string> Named { get; } = new();
    public Func<string, Manner> Behave { get; set; } = _ => Manner.Accept;
    public bool OffersStartTls { get; set; }
    public bool StartsEncrypted { get; set; }
    /// <summary>"user:password" that it asks for.</summary>
    public string? Asks { get; set; }
    public string Fingerprint => certificate.Value.GetCertHashString(HashAlgorithmName.SHA256);

    public Dictionary<string, string?> Settings => new()
    {
        ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = Port.ToString(), ["Mail:Security"] = StartsEncrypted ? "Tls" : OffersStartTls ? "StartTls" : "None",
        ["Mail:From"] = "nepasrepondre@platform.example", ["Mail:Certificate"] = OffersStartTls || StartsEncrypted ? Fingerprint : null,
    };

    private async Task Accept()
    {
        try
        {
            while (true) talks.Add(Talk(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task Talk(TcpClient client)
    {
        try
        {
            using (client) await Converse(client.GetStream());
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or SocketException or AuthenticationException)
        {
            // The other side went away, which is what these tests are about.
        }
    }

    private async Task Converse(Stream stream)
    {
        if (StartsEncrypted) stream = await Encrypted(stream);
        var encrypted = StartsEncrypted;
        var (to, signedIn) = ("", Asks is null);
        var reader = new StreamReader(stream, Encoding.ASCII);
        await Say("220 test");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var word = line.Split(' ')[0].ToUpperInvariant();
            switch (word)
            {
                case "EHLO":
                    await Say("250-test" + (OffersStartTls && !encrypted ? "\r\n250-STARTTLS" : "") + (Asks is not null && encrypted ? "\r\n250-AUTH PLAIN LOGIN" : "") + "\r\n250 8BITMIME");
                    break;
                case "STARTTLS":
                    await Say("220 go on");
                    stream = await Encrypted(stream);
                    reader = new StreamReader(stream, Encoding.ASCII);
                    encrypted = true;
                    break;
                case "AUTH":
                    signedIn = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Trim('\0').Replace('\0', ':') == Asks;
                    await Say(signedIn ? "235 welcome" : "535 no");
                    break;
                case "MAIL":
                    await Say(signedIn ? "250 ok" : "530 sign in first");
                    break;
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    Named.Enqueue(to);
                    var manner = Behave(to);
                    if (manner == Manner.HangUpAtOnce) return;
                    await Say(manner switch { Manner.RefuseReceiverForGood => "550 no such user", Manner.RefuseReceiverForNow => "450 greylisted", _ => "250 ok" });
                    if (manner is Manner.RefuseReceiverForGood or Manner.RefuseReceiverForNow) break;
                    if ((await reader.ReadLineAsync(stop.Token))?.ToUpperInvariant() != "DATA")
                    {
                        await Say("250 reset");
                        break;
                    }
                    await Say("354 go");
                    if (manner == Manner.DropBeforeEnd) return;
                    var text = new StringBuilder();
                    string? part;
                    while ((part = await reader.ReadLineAsync(stop.Token)) is not null && part != ".") text.Append(part.StartsWith('.') ? part[1..] : part).Append('\n');
                    // Gone before its end: nothing was said whole, nothing is taken.
                    if (part is null) return;
                    if (manner == Manner.Delay) await Task.Delay(Random.Shared.Next(20, 400), stop.Token);
                    if (manner is Manner.RefuseForNow or Manner.RefuseForGood)
                    {
                        await Say(manner == Manner.RefuseForNow ? "451 later" : "554 never");
                        break;
                    }
                    Mails.Enqueue(new(Id(text.ToString()), to, text.ToString(), TimeProvider.System.GetUtcNow(), manner == Manner.DropAfterAccepting));
                    if (manner == Manner.DropAfterAccepting) return;
                    await Say("250 taken");
                    break;
                case "QUIT":
                    await Say("221 bye");
                    return;
                default:
                    await Say("250 ok");
                    break;
            }
        }

        Task Say(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop.Token).AsTask();
    }

    private async Task<Stream> Encrypted(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate.Value }, stop.Token);
        return secure;
    }

    private static string Id(string text) => text.Split('\n').First(l => l.StartsWith("Message-ID: ", StringComparison.Ordinal))[12..];

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var made = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(talks);
        stop.Dispose();
    }
}

/// <summary>A mail that was taken, taken apart.</summary>
internal static class ReadMail
{
    public static string? Header(this MailServer.Taken mail, string name)
    {
        var head = mail.Text[..mail.Text.IndexOf("\n\n", StringComparison.Ordinal)].Replace("\n ", " ", StringComparison.Ordinal);
        return head.Split('\n').FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
    }

    /// <summary>Encoded words as people read them.</summary>
    public static string Words(this string? header) => string.Concat((header ?? "").Replace("?= =?", "?==?", StringComparison.Ordinal).Split("=?utf-8?B?").Select((part, i) =>
        i > 0 && part.Split("?=") is [var coded, var rest] ? Encoding.UTF8.GetString(Convert.FromBase64String(coded)) + rest : part));

    /// <summary>The part of that type, decoded.</summary>
    public static string? Part(this MailServer.Taken mail, string type)
    {
        var at = mail.Text.IndexOf("Content-Type: " + type, StringComparison.Ordinal);
        if (at < 0) return null;
        var start = mail.Text.IndexOf("\n\n", at, StringComparison.Ordinal) + 2;
        var end = mail.Text.IndexOf("\n--", start, StringComparison.Ordinal);
        return Encoding.UTF8.GetString(Convert.FromBase64String(mail.Text[start..end].Replace("\n", "", StringComparison.Ordinal)));
    }
}
