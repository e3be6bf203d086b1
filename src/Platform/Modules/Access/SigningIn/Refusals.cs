using System.Diagnostics;

namespace Platform.Modules.Access;

internal static class Refusals
{
    // Longer than any honest refusal: a locked account answers in the same time as an unknown one.
    private static readonly TimeSpan Takes = TimeSpan.FromMilliseconds(400);

    /// <summary>Waits outside the transaction, so that somebody who waits holds no connection.</summary>
    /// <param name="started">Of <see cref="Stopwatch.GetTimestamp"/>.</param>
    public static async Task TakeTheSameTime(long started, CancellationToken ct)
    {
        var left = Takes - Stopwatch.GetElapsedTime(started);
        if (left > TimeSpan.Zero) await Task.Delay(left, ct);
    }
}
