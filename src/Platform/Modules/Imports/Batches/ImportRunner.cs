using System.Threading.Channels;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Imports.Batches;

/// <summary>A work that somebody asked for.</summary>
/// <param name="AccountId">Who asked: it is done with their rights and in their name.</param>
public sealed record ImportTask(Guid TenantId, Guid BatchId, ImportWork Work, Guid Attempt, Guid? AccountId, string Name);

/// <summary>Works asked of this process. What is lost with it can be asked again: its run stops being renewed.</summary>
public sealed class ImportQueue
{
    private readonly Channel<ImportTask> tasks = Channel.CreateUnbounded<ImportTask>();

    public void Add(ImportTask task) => tasks.Writer.TryWrite(task);

    public IAsyncEnumerable<ImportTask> Read(CancellationToken ct) => tasks.Reader.ReadAllAsync(ct);
}

internal sealed class ImportRunner(ImportQueue queue, IServiceScopeFactory scopes, SpaceDirectory spaces, ILogger<ImportRunner> log) : BackgroundService
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(queue.Read(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, async (task, ct) => await Run(task, ct));

    private async Task Run(ImportTask task, CancellationToken ct)
    {
        string? failure = null;
        try
        {
            if (!await IsOurs(task, ct)) return;
            await Send<Unit>(task, task.Work switch
            {
                ImportWork.Check => new CheckImport.Command(task.BatchId, task.Attempt),
                ImportWork.Apply => new ApplyImport.Command(task.BatchId, task.Attempt),
                _ => new UndoImport.Command(task.BatchId, task.Attempt),
            }, ct);
        }
        catch (RuleViolation refused)
        {
            failure = refused.Sentence;
        }
        catch (Conflict)
        {
            failure = "Quelqu’un a modifié une fiche pendant le travail : rien n’a été enregistré. Recommencez.";
        }
        catch (Failure)
        {
            failure = "Vos droits ou les réglages de l’espace ont changé entre-temps : rien n’a été enregistré.";
        }
        catch (Exception error)
        {
            // The process goes on for everybody else; who asked reads that it failed.
            if (!ct.IsCancellationRequested) log.LogError(error, "Import {Batch}: {Work} failed.", task.BatchId, task.Work);
            failure = ct.IsCancellationRequested ? "Le serveur s’est arrêté pendant le travail : rien n’a été enregistré. Recommencez."
                : "Une erreur imprévue a arrêté le travail : rien n’a été enregistré. Elle est consignée ; recommencez.";
        }
        await Stop(task, failure);
    }

    // The work may be read from the queue before what asked for it is committed.
    private async Task<bool> IsOurs(ImportTask task, CancellationToken ct)
    {
        for (var tries = 0; tries < 50; tries++, await Task.Delay(Patience, ct))
            if (await Send(task, new NoteProgress.Command(task.BatchId, task.Attempt, null), ct)) return true;
        return false;
    }

    private async Task Stop(ImportTask task, string? failure)
    {
        try
        {
            await Send(task, new NoteProgress.Command(task.BatchId, task.Attempt, null) { Stops = true, Failure = failure }, CancellationToken.None);
        }
        catch (Exception error)
        {
            // Not said, it is seen all the same: the run is no longer renewed.
            log.LogWarning(error, "Import {Batch}: the end of the work could not be written.", task.BatchId);
        }
    }

    private async Task<T> Send<T>(ImportTask task, IRequest<T> request, CancellationToken ct)
    {
        var space = await spaces.ById(task.TenantId, ct) ?? throw new NotFound(nameof(Space));
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(space);
        var user = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        if (task.AccountId is { } account) user.SignedInAs(account, task.Name, isProven: true);
        else user.ActAsSystem("import");
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }
}
