using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Platform.Modules.Shared;

namespace Platform.Modules.Reminders.Outbox;

/// <summary>A mail as a server is given it.</summary>
/// <param name="Domain">Of the sender's address: the second half of identifiers.</param>
/// <param name="Unsubscribe">Null for what nobody unsubscribes from.</param>
internal sealed record Parcel(Guid Id, string From, string FromName, string To, string? ToName, string? ReplyTo, string Subject, string Text, string Html,
    string? CalendarName, string? CalendarMethod, string? Calendar, string? Thread, string? Unsubscribe, DateTimeOffset At)
{
    public string Domain => From[(From.IndexOf('@') + 1)..];
}

/// <summary>Writes a mail in RFC 5322 and MIME, in ASCII throughout, so that no server has to change a byte of it.</summary>
internal static class MimeText
{
    public static byte[] Of(Parcel mail)
    {
        var text = new StringBuilder();
        Header("Date", mail.At.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        // The row's own: sent twice, it is the same mail to whoever receives it.
        Header("Message-ID", $"<{mail.Id:N}@{mail.Domain}>");
        Header("From", Mailbox(mail.FromName, mail.From));
        Header("To", Mailbox(mail.ToName, mail.To));
        if (mail.ReplyTo is { } reply) Header("Reply-To", $"<{reply}>");
        Header("Subject", Words(mail.Subject));
        if (mail.Thread is { } thread)
        {
            var root = $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(thread)).AsSpan(0, 16))}@{mail.Domain}>";
            Header("In-Reply-To", root);
            Header("References", root);
        }
        if (mail.Unsubscribe is { } address)
        {
            Header("List-Unsubscribe", $"<{address}>");
            Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        Header("Auto-Submitted", "auto-generated");
        // Microsoft's servers answer such mails "out of office" unless told so in their own word.
        Header("X-Auto-Response-Suppress", "All");
        Header("MIME-Version", "1.0");
        var (outer, inner) = ($"a{mail.Id:N}", $"b{mail.Id:N}");
        if (mail.Calendar is null)
        {
            Alternatives(inner);
        }
        else
        {
            Header("Content-Type", $"multipart/mixed; boundary=\"{outer}\"");
            text.Append("\r\n--").Append(outer).Append("\r\n");
            Alternatives(inner);
            text.Append("\r\n--").Append(outer).Append("\r\n");
            Part($"text/calendar; charset=utf-8; method={mail.CalendarMethod}; name=\"{mail.CalendarName}\"", mail.Calendar, $"attachment; filename=\"{mail.CalendarName}\"");
            text.Append("--").Append(outer).Append("--\r\n");
        }
        return Encoding.ASCII.GetBytes(text.ToString());

        void Alternatives(string boundary)
        {
            Header("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
            text.Append("\r\n--").Append(boundary).Append("\r\n");
            Part("text/plain; charset=utf-8", mail.Text, null);
            text.Append("--").Append(boundary).Append("\r\n");
            Page();
            if (mail.Calendar is { } calendar)
            {
                // Beside the texts, where readers look for an invitation.
                text.Append("--").Append(boundary).Append("\r\n");
                Part($"text/calendar; charset=utf-8; method={mail.CalendarMethod}", calendar, null);
            }
            text.Append("--").Append(boundary).Append("--\r\n");
        }

        // With the pictures that it shows, when it shows any.
        void Page()
        {
            var codes = LetterLayout.Codes(mail.Html);
            if (codes.Count == 0)
            {
                Part("text/html; charset=utf-8", mail.Html, null);
                return;
            }
            var together = $"c{mail.Id:N}";
            Header("Content-Type", $"multipart/related; type=\"text/html\"; boundary=\"{together}\"");
            text.Append("\r\n--").Append(together).Append("\r\n");
            Part("text/html; charset=utf-8", mail.Html, null);
            foreach (var code in codes)
            {
                text.Append("--").Append(together).Append("\r\n");
                Header("Content-ID", $"<{code}@code>");
                Bytes("image/png; name=\"code.png\"", QrCode.Png(code), "inline; filename=\"code.png\"");
            }
            text.Append("--").Append(together).Append("--\r\n");
        }

        void Part(string type, string content, string? disposition) => Bytes(type, Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\r\n")), disposition);

        void Bytes(string type, byte[] content, string? disposition)
        {
            Header("Content-Type", type);
            Header("Content-Transfer-Encoding", "base64");
            if (disposition is not null) Header("Content-Disposition", disposition);
            var coded = Convert.ToBase64String(content);
            text.Append("\r\n");
            for (var i = 0; i < coded.Length; i += 76) text.Append(coded, i, Math.Min(76, coded.Length - i)).Append("\r\n");
        }

        void Header(string name, string value) => text.Append(name).Append(": ").Append(OneLine(value)).Append("\r\n");
    }

    /// <summary>The address as SMTP takes it: the domain in ASCII. Null: no server takes it.</summary>
    public static string? Envelope(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || at == address.Length - 1 || address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';') || !Ascii.IsValid(address.AsSpan(0, at))) return null;
        try
        {
            return $"{address[..at]}@{new IdnMapping().GetAscii(address[(at + 1)..])}";
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Mailbox(string? name, string address) => string.IsNullOrWhiteSpace(name) ? $"<{address}>" : $"{Words(name)}\r\n <{address}>";

    // Encoded words of at most 75 characters (RFC 2047), never cut inside a character.
    private static string Words(string text)
    {
        if (Ascii.IsValid(text) && text.Length <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ')) return text;
        var words = new List<string>();
        var bytes = new List<byte>();
        Span<byte> one = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(one);
            if (bytes.Count + length > 42) Flush();
            bytes.AddRange(one[..length]);
        }
        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            if (bytes.Count > 0) words.Add($"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=");
            bytes.Clear();
        }
    }

    // A line break followed by a space continues the header; any other would begin one that nobody wrote.
    private static string OneLine(string value) => string.Join("\r\n ", value.Split("\r\n ").Select(part => string.Concat(part.Where(c => !char.IsControl(c)))));
}
