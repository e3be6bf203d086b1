using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Outbox;

/// <summary>The one layout of every mail, as text and as HTML. Nothing loaded from elsewhere: it reads the same everywhere and tells nobody that it
/// was opened. The one picture that a mail may hold, a square code, travels inside it.</summary>
internal static partial class LetterLayout
{
    /// <summary>What stands for a personal link wherever the mail is shown.</summary>
    public const string HiddenLink = "[lien personnel]";

    /// <summary>What stands for the receiver's own page of choices: made when the mail goes.</summary>
    public const string Choices = "[vos choix de réception]";

    /// <param name="choices">Null where the mail is only looked at.</param>
    public static string Fill(string body, string? secret, string? choices)
    {
        if (secret is not null) body = body.Replace(HiddenLink, secret, StringComparison.Ordinal);
        return choices is null ? body : body.Replace(Choices, choices, StringComparison.Ordinal);
    }

    public static string Text(Letter letter, Space from)
    {
        var text = new StringBuilder().Append(Greeting(letter)).Append("\n\n");
        foreach (var paragraph in letter.Paragraphs) text.Append(paragraph).Append("\n\n");
        foreach (var part in letter.Parts)
        {
            text.Append(part.Title).Append('\n');
            if (part.Address is { } address) text.Append(address).Append('\n');
            foreach (var line in part.Lines) text.Append("- ").Append(line).Append('\n');
            text.Append('\n');
        }
        if (letter.Code is { } code) text.Append(code.Caption).Append('\n').Append(code.Text).Append("\n\n");
        if (letter.Act is { } act) text.Append(act.Label).Append(Colon).Append('\n').Append(Address(act)).Append("\n\n");
        foreach (var paragraph in letter.After) text.Append(paragraph).Append("\n\n");
        text.Append("-- \n").Append(from.Name).Append('\n');
        if (letter.Category != MailCategory.Account) text.Append("Choisir les messages que vous recevez").Append(Colon).Append('\n').Append(Choices).Append('\n');
        return text.ToString();
    }

    // Styles stand on the elements: mail readers drop sheets. Tables hold it in place in those that ignore everything else.
    public static string Html(Letter letter, Space from)
    {
        var body = new StringBuilder();
        Paragraph(Greeting(letter));
        foreach (var paragraph in letter.Paragraphs) Paragraph(paragraph);
        foreach (var part in letter.Parts)
        {
            var title = part.Address is { } to ? $"""<a href="{Encode(to)}" style="color:{from.Accent}">{Encode(part.Title)}</a>""" : Encode(part.Title);
            body.Append($"""<h2 style="margin:20px 0 6px;font-size:16px;line-height:1.4">{title}</h2><ul style="margin:0 0 16px;padding-left:20px">""");
            foreach (var line in part.Lines) body.Append($"""<li style="margin:0 0 4px">{Encode(line)}</li>""");
            body.Append("</ul>");
        }
        if (letter.Code is { } code)
            body.Append($"""<p style="margin:20px 0"><img src="cid:{code.Text}@code" width="200" height="200" alt="{Encode(code.Text)}" style="display:block;border:0"><span style="font-size:14px;color:#5b6470">{Encode(code.Caption)}</span></p>""");
        if (letter.Act is { } act)
        {
            var address = act.IsSecret ? HiddenLink : Encode(act.Address);
            body.Append($"""<p style="margin:28px 0"><a href="{address}" style="display:inline-block;padding:13px 22px;border-radius:6px;background:{from.Accent};color:#ffffff;font-weight:600;text-decoration:none">{Encode(act.Label)}</a></p>""");
            body.Append($"""<p style="margin:0 0 20px;font-size:14px;color:#5b6470">Si le bouton ne s’ouvre pas, recopiez cette adresse{Colon}<br><span style="word-break:break-all">{address}</span></p>""");
        }
        foreach (var paragraph in letter.After) Paragraph(paragraph, small: true);
        var own = letter.Category == MailCategory.Account ? "" : $"""<br><a href="{Choices}" style="color:#5b6470">Choisir les messages que vous recevez</a>""";
        return $"""
            <!doctype html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>{Encode(letter.Subject)}</title></head>
            <body style="margin:0;background:#f4f4f1;color:#1d2733;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:16px;line-height:1.55">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:28px 14px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-top:4px solid {from.Accent};border-radius:6px">
            <tr><td style="padding:22px 28px 0;font-weight:600;color:{from.Accent}">{Encode(from.Name)}</td></tr>
            <tr><td style="padding:18px 28px 14px">{body}</td></tr>
            </table>
            <p style="max-width:560px;margin:16px auto 0;font-size:13px;color:#5b6470;text-align:left">Ce message vient de l’espace {Encode(from.Name)}. Il vous est adressé personnellement.{own}</p>
            </td></tr></table>
            </body></html>
            """;

        void Paragraph(string text, bool small = false) =>
            body.Append($"""<p style="margin:0 0 16px{(small ? ";font-size:14px;color:#5b6470" : "")}">{Encode(text)}</p>""");
    }

    /// <summary>The square codes that a mail shows: the picture of each must go with it.</summary>
    public static IReadOnlyList<string> Codes(string html) => [.. CodePicture().Matches(html).Select(m => m.Groups["code"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The same mail on a page of the application, which has no other parts to show.</summary>
    public static string OnPage(string html) => CodePicture().Replace(html, m => $"src=\"data:image/png;base64,{Convert.ToBase64String(QrCode.Png(m.Groups["code"].Value))}\"");

    // Between quotation marks as the layout writes them: what anybody else wrote comes with its own encoded.
    [GeneratedRegex("src=\"cid:(?<code>[0-9A-Z]{1,64})@code\"", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex CodePicture();

    private const string Colon = "\u00a0:";

    private static string Greeting(Letter letter) => letter.Name is { Length: > 0 } name ? $"Bonjour {name}," : "Bonjour,";

    private static string Address(Act act) => act.IsSecret ? HiddenLink : act.Address;

    private static string Encode(string text) => WebUtility.HtmlEncode(Loose().Replace(text, "\u00a0"));

    // Mails are read in narrow columns: none of these begins a line.
    [GeneratedRegex(@"(?<=\S) (?=[:;?!»](\s|$|[.,)]))|(?<=«) ", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Loose();
}
