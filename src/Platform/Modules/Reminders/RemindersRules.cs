using Platform.Kernel;

namespace Platform.Modules.Reminders;

[Rules]
internal static class RemindersRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["outbox.resend"] = "Seul un message que le serveur a refusé se renvoie : celui-ci est en route, parti ou retiré.",
    };
}
