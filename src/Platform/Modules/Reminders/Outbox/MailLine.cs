using System.Net.Sockets;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Reminders.Outbox;

/// <summary>A conversation with the mail server that is opened when there is something to say, and again after it broke.</summary>
internal sealed class MailLine(MailSettings settings) : IAsyncDisposable
{
    private SmtpSession? session;

    public async Task<Outcome> Send(Parcel parcel, Func<Task<bool>> mayStart, CancellationToken ct)
    {
        var text = MimeText.Of(parcel);
        try
        {
            session ??= await SmtpSession.Open(settings, ct);
            return await session.Send(parcel.From, parcel.To, text, mayStart, ct);
        }
        catch (SmtpError error)
        {
            await Close();
            return new(error.Given ? Fate.Uncertain : Fate.Retry, error.Message);
        }
        catch (Exception error) when (error is IOException or SocketException or TimeoutException)
        {
            await Close();
            return new(Fate.Retry, error.Message);
        }
        catch
        {
            // Left in the middle of a mail: the next one begins a conversation of its own.
            await Close();
            throw;
        }
    }

    public async Task Close()
    {
        if (session is not null) await session.DisposeAsync();
        session = null;
    }

    public async ValueTask DisposeAsync() => await Close();
}
