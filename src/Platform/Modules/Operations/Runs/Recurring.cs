using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations.Runs;

/// <summary>A command that comes back in every active space: idempotent, since a node that is killed leaves it to another.</summary>
/// <param name="Code">Names its runs for ever.</param>
/// <param name="Name">French, for whoever reads the runs.</param>
/// <param name="When">French: "chaque jour à 7 h".</param>
/// <param name="Latest">The last moment, up to now, at which the space was owed a run.</param>
/// <param name="Command">Answers with how many things it did.</param>
internal sealed record Recurring(string Code, string Name, Func<Space, string> When, Func<Space, DateTimeOffset, DateTimeOffset> Latest, Func<ICommand<int>> Command)
{
    /// <summary>Each day at that hour of the space.</summary>
    public static Recurring Daily<TCommand>(string code, string name, TimeOnly at) where TCommand : ICommand<int>, new() =>
        Daily<TCommand>(code, name, _ => at);

    public static Recurring Daily<TCommand>(string code, string name, Func<Space, TimeOnly> at) where TCommand : ICommand<int>, new() =>
        new(code, name, s => $"chaque jour à {at(s).Hour} h{(at(s).Minute == 0 ? "" : $" {at(s).Minute:00}")}", (s, now) => LocalTime.Latest(s.TimeZone, at(s), now), () => new TCommand());

    /// <param name="minutes">Counted from midnight UTC.</param>
    public static Recurring Every<TCommand>(string code, string name, int minutes) where TCommand : ICommand<int>, new() =>
        new(code, name, _ => minutes % 60 == 0 ? minutes == 60 ? "chaque heure" : $"toutes les {minutes / 60} heures" : $"toutes les {minutes} minutes",
            (_, now) => new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.FromMinutes(minutes).Ticks), TimeSpan.Zero), () => new TCommand());
}
