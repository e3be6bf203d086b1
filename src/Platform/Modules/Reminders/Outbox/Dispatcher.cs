using System.Threading.Channels;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Outbox;

/// <summary>Sends what is due, for all spaces: claims a handful, and hands it to a few conversations with the mail server. The truth
/// is in the rows; this may be killed at any point.</summary>
internal sealed class Dispatcher(TenantScopes scopes, MailSettings settings, TimeProvider clock, ILogger<Dispatcher> log) : BackgroundService
{
    private const string Reason = "envoi des messages";
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1), Outage = TimeSpan.FromSeconds(3), LastWords = TimeSpan.FromSeconds(20);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Said at the start rather than with each mail.
        if (settings.Host is not null) _ = settings.From;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.HasOutlet) return;
        // What has begun is finished after a stop, for a while.
        using var end = new CancellationTokenSource();
        await using var last = stoppingToken.Register(() => end.CancelAfter(LastWords));
        var waiting = Channel.CreateBounded<Claim>(settings.Connections * 2);
        var lines = Enumerable.Range(0, settings.Connections).Select(_ => Carry(waiting.Reader, stoppingToken, end.Token)).ToList();
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Idle;
            try
            {
                var claims = await Take(settings.Connections * 4, stoppingToken);
                foreach (var claim in claims) await waiting.Writer.WriteAsync(claim, stoppingToken);
                if (claims.Count > 0) continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                pause = Outage;
                Say(error, "Mails wait: the queue cannot be read.");
            }
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        waiting.Writer.Complete();
        await Task.WhenAll(lines);
    }

    /// <summary>Everything that is due now and may be claimed, over one conversation.</summary>
    /// <returns>How many mails were tried.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var tried = 0;
        await using var line = new MailLine(settings);
        while (await Take(50, ct) is { Count: > 0 } claims)
            foreach (var claim in claims)
            {
                await Deliver(line, claim, ct);
                tried++;
            }
        return tried;
    }

    private Task<IReadOnlyList<Claim>> Take(int most, CancellationToken ct) =>
        scopes.RunOutside(Reason, services => services.GetRequiredService<MailQueue>().Take(most, ct));

    private async Task Carry(ChannelReader<Claim> waiting, CancellationToken stop, CancellationToken end)
    {
        await using var line = new MailLine(settings);
        while (await waiting.WaitToReadAsync(CancellationToken.None))
        {
            while (waiting.TryRead(out var claim))
                try
                {
                    if (stop.IsCancellationRequested) await OnQueue(q => q.Release(claim, end));
                    else await Deliver(line, claim, end);
                }
                catch (Exception error)
                {
                    // The claim runs out by itself.
                    Say(error, "A mail waits.");
                }
            // Servers do not like to be kept waiting.
            await line.Close();
        }
    }

    private async Task Deliver(MailLine line, Claim claim, CancellationToken ct)
    {
        if (!await OnQueue(q => q.Begin(claim, ct))) return;
        Outcome outcome;
        try
        {
            if (await InSpace(claim, new Deliveries.Prepare(claim), ct) is not { } parcel) return;
            outcome = await line.Send(parcel, () => OnQueue(q => q.StartData(claim, ct)), ct);
        }
        catch (Exception error) when (error is not OperationCanceledException && !DatabaseErrors.IsUnavailable(error))
        {
            log.LogError(error, "Mail {Id} of space {Space} cannot be prepared.", claim.Id, claim.SpaceId);
            outcome = new(Fate.Retry, "Une erreur de la plateforme a empêché l’envoi");
        }
        if (outcome.Fate == Fate.Lost) return;
        // The server has said its word: it is worth some patience, for as long as nobody else may claim the mail.
        for (var until = clock.GetUtcNow() + settings.Lease; ;)
            try
            {
                await InSpace(claim, new Deliveries.Settle(claim, outcome), ct);
                return;
            }
            catch (Exception error) when ((error is Conflict || DatabaseErrors.IsUnavailable(error)) && clock.GetUtcNow() < until)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
            }
    }

    private Task<T> InSpace<T>(Claim claim, IRequest<T> request, CancellationToken ct) =>
        scopes.Run(claim.SpaceId, Reason, services => services.GetRequiredService<IMediator>().Send(request, ct), ct);

    private Task<T> OnQueue<T>(Func<MailQueue, Task<T>> step) => scopes.RunOutside(Reason, services => step(services.GetRequiredService<MailQueue>()));

    private void Say(Exception error, string what)
    {
        if (DatabaseErrors.IsUnavailable(error)) log.LogWarning("{What} {Error}", what, error.GetBaseException().Message);
        else log.LogError(error, "{What}", what);
    }
}
