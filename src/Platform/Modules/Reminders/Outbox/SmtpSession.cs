using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Reminders.Outbox;

/// <summary>What became of an attempt.</summary>
/// <param name="Reply">What the server said, or what happened.</param>
internal sealed record Outcome(Fate Fate, string Reply);

internal enum Fate
{
    Sent,
    /// <summary>This receiver, or this mail, will never do.</summary>
    Refused,
    /// <summary>Not now: the server, the network or our own settings.</summary>
    Retry,
    /// <summary>The server had the text and nothing came back: it may have taken it.</summary>
    Uncertain,
    /// <summary>Somebody else has the mail by now.</summary>
    Lost,
}

/// <summary>One conversation with the mail server (RFC 5321). The framework's own client cannot say at which point it failed, and
/// that point decides whether a mail may be sent again without a double.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private readonly MailSettings settings;
    private readonly TcpClient tcp = new();
    private readonly byte[] buffer = new byte[4096];
    private Stream stream = Stream.Null;
    private int start, end;

    private SmtpSession(MailSettings settings) => this.settings = settings;

    /// <exception cref="SmtpError">The server does not want to talk, or not safely.</exception>
    public static async Task<SmtpSession> Open(MailSettings settings, CancellationToken ct)
    {
        var session = new SmtpSession(settings);
        try
        {
            await session.Greet(ct);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <param name="mayStart">Asked just before the text is given; false: somebody else has the mail.</param>
    public async Task<Outcome> Send(string from, string to, byte[] text, Func<Task<bool>> mayStart, CancellationToken ct)
    {
        var given = false;
        try
        {
            var sender = await Say($"MAIL FROM:<{from}>", ct);
            // Refused for what we are, not for this mail: settings can be mended.
            if (sender.Code >= 400) return await Reset(new(Fate.Retry, sender.Text), ct);
            var receiver = await Say($"RCPT TO:<{to}>", ct);
            if (receiver.Code >= 400) return await Reset(new(receiver.Code >= 500 ? Fate.Refused : Fate.Retry, receiver.Text), ct);
            if (!await mayStart()) return await Reset(new(Fate.Lost, ""), ct);
            var go = await Say("DATA", ct);
            if (go.Code != 354) return await Reset(new(go.Code >= 500 ? Fate.Refused : Fate.Retry, go.Text), ct);
            given = true;
            await Write(Stuffed(text), ct);
            var last = await Read(ct);
            return new(last.Code switch { < 400 => Fate.Sent, < 500 => Fate.Retry, _ => Fate.Refused }, last.Text);
        }
        catch (Exception error) when (error is IOException or SocketException or TimeoutException or SmtpError)
        {
            throw new SmtpError(error.Message, given, error);
        }
    }

    private async Task Greet(CancellationToken ct)
    {
        await Timed(async late => { await tcp.ConnectAsync(settings.Host!, settings.Port, late); return 0; }, ct);
        tcp.NoDelay = true;
        stream = tcp.GetStream();
        if (settings.Security == MailSecurity.Tls) await Encrypt(ct);
        Expect(await Read(ct), 220);
        var offers = await Hello(ct);
        if (settings.Security == MailSecurity.StartTls)
        {
            if (!offers.Contains("STARTTLS", StringComparison.OrdinalIgnoreCase)) throw new SmtpError("The server does not offer STARTTLS.");
            Expect(await Say("STARTTLS", ct), 220);
            // Whatever came along before the encryption was slipped in by somebody else.
            if (start < end) throw new SmtpError("The server said more than it should before encryption.");
            await Encrypt(ct);
            offers = await Hello(ct);
        }
        if (settings.User is { Length: > 0 } user) await SignIn(user, settings.Password ?? "", offers, ct);
    }

    private async Task<string> Hello(CancellationToken ct)
    {
        var answer = await Say($"EHLO {settings.From[(settings.From.IndexOf('@') + 1)..]}", ct);
        Expect(answer, 250);
        return answer.Text;
    }

    private async Task SignIn(string user, string password, string offers, CancellationToken ct)
    {
        if (offers.Contains("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            Expect(await Say("AUTH PLAIN " + Coded($"\0{user}\0{password}"), ct), 235);
            return;
        }
        Expect(await Say("AUTH LOGIN", ct), 334);
        Expect(await Say(Coded(user), ct), 334);
        Expect(await Say(Coded(password), ct), 235);

        static string Coded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    private async Task Encrypt(CancellationToken ct)
    {
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        stream = secure;
        try
        {
            await Timed(async late =>
            {
                await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
                {
                    TargetHost = settings.Host,
                    RemoteCertificateValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None
                        || (settings.Certificate is { } known && certificate is not null && certificate.GetCertHashString(HashAlgorithmName.SHA256).Equals(known, StringComparison.OrdinalIgnoreCase)),
                }, late);
                return 0;
            }, ct);
        }
        catch (AuthenticationException error)
        {
            throw new SmtpError($"No encryption with the server: {error.Message}", inner: error);
        }
    }

    private async Task<Outcome> Reset(Outcome outcome, CancellationToken ct)
    {
        // Said for the next mail: this one is settled, whatever comes of it.
        Expect(await Say("RSET", ct), 250);
        return outcome;
    }

    private async Task<(int Code, string Text)> Say(string line, CancellationToken ct)
    {
        await Write(Encoding.ASCII.GetBytes(line + "\r\n"), ct);
        return await Read(ct);
    }

    private async Task Write(byte[] bytes, CancellationToken ct)
    {
        await Timed(async late => { await stream.WriteAsync(bytes, late); return 0; }, ct);
        await Timed(async late => { await stream.FlushAsync(late); return 0; }, ct);
    }

    private async Task<(int Code, string Text)> Read(CancellationToken ct)
    {
        var text = new StringBuilder();
        for (; ; )
        {
            var line = await Timed(ReadLine, ct);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)) throw new SmtpError($"The server does not speak SMTP: {line}");
            text.Append(text.Length == 0 ? "" : " ").Append(line);
            if (text.Length > 8000) throw new SmtpError("The server talks too much.");
            if (line.Length == 3 || line[3] != '-') return code == 421 ? throw new SmtpError(text.ToString()) : (code, text.ToString());
        }
    }

    private async Task<string> ReadLine(CancellationToken ct)
    {
        var line = new StringBuilder();
        for (; ; )
        {
            if (start == end)
            {
                (start, end) = (0, await stream.ReadAsync(buffer, ct));
                if (end == 0) throw new IOException("The server closed the connection.");
            }
            var c = (char)buffer[start++];
            if (c == '\n') return line.ToString();
            if (c != '\r') line.Append(c < 128 ? c : '?');
            if (line.Length > 2000) throw new SmtpError("The server's line has no end.");
        }
    }

    private async Task<T> Timed<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(settings.Timeout);
        try
        {
            return await work(late.Token);
        }
        catch (OperationCanceledException error) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException("The server does not answer.", error);
        }
    }

    // A line that is only a dot ends the text: those of the text are doubled.
    private static byte[] Stuffed(byte[] text)
    {
        using var stuffed = new MemoryStream(text.Length + 64);
        var atStart = true;
        foreach (var b in text)
        {
            if (atStart && b == '.') stuffed.WriteByte((byte)'.');
            stuffed.WriteByte(b);
            atStart = b == '\n';
        }
        if (!atStart) stuffed.Write("\r\n"u8);
        stuffed.Write(".\r\n"u8);
        return stuffed.ToArray();
    }

    private static void Expect((int Code, string Text) answer, int code)
    {
        if (answer.Code != code) throw new SmtpError(answer.Text);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (tcp.Connected) await stream.WriteAsync("QUIT\r\n"u8.ToArray());
        }
        catch (Exception error) when (error is IOException or SocketException or AuthenticationException or ObjectDisposedException or InvalidOperationException)
        {
            // It was polite to say so.
        }
        await stream.DisposeAsync();
        tcp.Dispose();
    }
}

/// <summary>The conversation is over: no further mail goes through it.</summary>
/// <param name="given">The text of a mail was being given: the server may have it.</param>
internal sealed class SmtpError(string said, bool given = false, Exception? inner = null) : Exception(said, inner)
{
    public bool Given { get; } = given;
}
