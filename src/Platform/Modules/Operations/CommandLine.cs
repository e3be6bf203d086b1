using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations;

/// <summary>The command line of the same binary. Each command prints what it did; bad input gets one sentence and exit code 2.</summary>
internal static class CommandLine
{
    public static bool Names(string[] args) => args.Length > 0 && !args[0].StartsWith('-') && !args[0].Contains('=');

    public static async Task<int> Run(IServiceProvider services, IConfiguration configuration, string[] args)
    {
        try
        {
            switch (args)
            {
                case ["migrate"]:
                    var applied = await Migrator.Run(configuration, CancellationToken.None);
                    Console.WriteLine(applied.Count == 0 ? "The schema is up to date." : $"Applied: {string.Join(", ", applied)}.");
                    return 0;
                case ["reference", "import"]:
                    foreach (var change in await AsPlatform(services, "reference import", new ImportReference.Command())) Console.WriteLine(change);
                    return 0;
                default:
                    return Refuse($"Unknown command: {string.Join(' ', args)}.");
            }
        }
        catch (RuleViolation rule)
        {
            return Refuse(rule.Sentence);
        }
        catch (Invalid invalid)
        {
            return Refuse(string.Join(" ", invalid.Errors.Select(e => $"{e.PropertyName}: {e.ErrorMessage}")));
        }
    }

    private static Task<T> AsPlatform<T>(IServiceProvider services, string reason, IRequest<T> request) =>
        services.GetRequiredService<TenantScopes>().RunOutside(reason, scope => scope.GetRequiredService<IMediator>().Send(request));

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }
}
