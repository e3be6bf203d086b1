using System.Globalization;
using Microsoft.Data.SqlClient;
using Npgsql;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Operations.Demonstration;
using Platform.Modules.Operations.Runs;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations;

/// <summary>The command line of the same binary. Each command prints what it did; bad input gets one sentence and exit code 2.</summary>
internal static class CommandLine
{
    private const string Usage = """
        Commands (without one, the application serves):
          migrate                                   brings the database up to date (needs ConnectionStrings:Owner)
          reference import                          loads the national reference: EPCI, communes, departments, regions
          search complete                           makes findable what was written before search knew it (again: adds nothing)
          seed demo                                 fills the four demonstration spaces
          tenant create IDENTIFIER KIND NAME        opens a space; KIND: Alliance, Petr, Coalition, Entente, Other
          tenant list                               the spaces and their state
          tenant suspend|resume|archive IDENTIFIER
          tenant room IDENTIFIER MEGABYTES          room for the space’s files (1024 unless said)
          runs list [failed]                        the last run of each recurring command in each space
          account create EMAIL NAME [--operator]    makes an account and prints its password once
          account reset EMAIL [--second-step]       prints a link for a new password: one hour, one use; also turns the second step
                                                    off and forgets the passkeys, for whoever has lost them
          account grant EMAIL IDENTIFIER ROLE,…     lets an account into a space; ROLE: Administrator, Facilitator,
                                                    ForumOrganiser, LeaderManager, FundingManager, Referent, Reader
        """;

    public static bool Names(string[] args) => args is ["--help" or "-h", ..] || (args.Length > 0 && !args[0].StartsWith('-') && !args[0].Contains('='));

    public static async Task<int> Run(IServiceProvider services, IConfiguration configuration, string[] args)
    {
        try
        {
            foreach (var line in await Obey(services, configuration, args)) Console.WriteLine(line);
            return 0;
        }
        catch (Exception error) when (error is Refused or SettingError)
        {
            return Refuse(error.Message);
        }
        catch (RuleViolation rule)
        {
            return Refuse(rule.Sentence);
        }
        catch (Invalid invalid)
        {
            return Refuse(string.Join(" ", invalid.Errors.Select(e => $"{e.PropertyName}: {e.ErrorMessage}")));
        }
        catch (NotFound missing)
        {
            return Refuse(missing.Message);
        }
        catch (Exception error) when (error is NpgsqlException or SqlException || DatabaseErrors.IsUnavailable(error))
        {
            return Refuse($"The database refuses or does not answer: {error.GetBaseException().Message}");
        }
    }

    private static async Task<IReadOnlyList<string>> Obey(IServiceProvider services, IConfiguration configuration, string[] args) => args switch
    {
        ["--help" or "-h" or "help", ..] => [Usage],
        ["migrate"] => await Migrator.Run(configuration, CancellationToken.None) is { Count: > 0 } applied
            ? [$"Applied: {string.Join(", ", applied)}."] : ["The schema is up to date."],
        ["reference", "import"] => [.. (await AsPlatform(services, "reference import", new ImportReference.Command())).Select(c => c.ToString())],
        ["search", "complete"] => await CompleteSearchOf(services),
        ["seed", "demo"] => await SeedDemo.Run(services, CancellationToken.None),
        ["tenant", "list"] => [.. (await AsPlatform(services, "tenant list", new ListTenants.Query())).Select(t => $"{t.Identifier,-30} {t.State,-10} {t.Kind,-10} {t.Name}")],
        ["tenant", "create", var identifier, var kind, .. var name] => await Open(services, identifier, kind, string.Join(' ', name)),
        ["tenant", "suspend" or "resume" or "archive", var identifier] => await Become(services, args[1], identifier),
        ["tenant", "room", var identifier, var megabytes] => await GiveRoom(services, identifier, megabytes),
        ["runs", "list", .. var which] when which is [] or ["failed"] => [.. (await AsPlatform(services, "runs list", new ListRuns.All(which is ["failed"]))).Select(r => r.ToString())],
        ["account", "create", var email, .. var rest] => await CreateAccount(services, email, rest),
        ["account", "reset", var email] => await Reset(services, configuration, email, false),
        ["account", "reset", var email, "--second-step"] => await Reset(services, configuration, email, true),
        ["account", "grant", var email, var identifier, var roles] => await Grant(services, email, identifier, roles),
        ["tenant" or "account" or "runs" or "reference" or "search" or "seed" or "migrate", ..] => throw new Refused($"Incomplete or unknown: {string.Join(' ', args)}. --help lists the commands."),
        _ => throw new Refused($"Unknown command: {args[0]}. --help lists the commands."),
    };

    private static async Task<IReadOnlyList<string>> Open(IServiceProvider services, string identifier, string kind, string name)
    {
        var nature = Parse<TenantKind>(kind);
        if (name.Length == 0) throw new Refused("Give the space a name after its kind.");
        var opened = await AsPlatform(services, "tenant create", new CreateSpace.Command { Identifier = identifier, Kind = nature, Name = name });
        return [$"Opened /{opened.Identifier}/ ({name}). Next: account grant EMAIL {opened.Identifier} Administrator"];
    }

    private static async Task<IReadOnlyList<string>> Become(IServiceProvider services, string act, string identifier)
    {
        var state = act switch { "suspend" => TenantState.Suspended, "archive" => TenantState.Archived, _ => TenantState.Active };
        await AsPlatform(services, $"tenant {act}", new ChangeTenantState.Command(identifier, state));
        return [$"/{identifier}/ is now {state.ToString().ToLowerInvariant()}."];
    }

    private static async Task<IReadOnlyList<string>> GiveRoom(IServiceProvider services, string identifier, string megabytes)
    {
        if (!int.TryParse(megabytes, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) throw new Refused($"“{megabytes}” is no number of megabytes.");
        await AsPlatform(services, "tenant room", new GiveFileRoom.Command(identifier, count));
        return [$"/{identifier}/ has room for {count} MB of files."];
    }

    private static async Task<IReadOnlyList<string>> CompleteSearchOf(IServiceProvider services)
    {
        var (said, spaces) = (new List<string>(), services.GetRequiredService<SpaceDirectory>());
        foreach (var tenant in await AsPlatform(services, "search complete", new ListTenants.Query()))
            if (await spaces.ByIdentifier(tenant.Identifier, CancellationToken.None) is { } space
                && await services.GetRequiredService<TenantScopes>().Run(space.Id, "search complete", CompleteSearchIn) is var found and > 0)
                said.Add($"/{tenant.Identifier}/: {found} texts can now be found.");
        return said.Count > 0 ? said : ["Everything can be found already."];

        static async Task<int> CompleteSearchIn(IServiceProvider scope)
        {
            var mediator = scope.GetRequiredService<IMediator>();
            return await mediator.Send(new CompleteSearch.Command()) + await mediator.Send(new CompleteGovernanceSearch.Command());
        }
    }

    private static async Task<IReadOnlyList<string>> CreateAccount(IServiceProvider services, string email, string[] rest)
    {
        var isOperator = rest.Contains("--operator");
        var name = string.Join(' ', rest.Where(r => r != "--operator"));
        if (name.Length == 0) throw new Refused("Give the account a name after its e-mail.");
        var password = await AsPlatform(services, "account create", new CreateAccount.Command(email, name, isOperator));
        return [$"Made {email}{(isOperator ? " (operator)" : "")}. Password, shown this once: {password}"];
    }

    private static async Task<IReadOnlyList<string>> Reset(IServiceProvider services, IConfiguration configuration, string email, bool withSecondStep)
    {
        var path = await AsPlatform(services, "account reset", new ResetAccount.Command(email, withSecondStep));
        return [$"{(withSecondStep ? "The second step is off and the passkeys are forgotten. " : "")}Hand this link over, for one hour and one use: {configuration["Site:Address"]?.TrimEnd('/')}{path}"];
    }

    private static async Task<IReadOnlyList<string>> Grant(IServiceProvider services, string email, string identifier, string roles)
    {
        var granted = roles.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse<Roles>).Aggregate(Roles.None, (all, role) => all | role);
        var space = await services.GetRequiredService<SpaceDirectory>().ByIdentifier(identifier, CancellationToken.None) ?? throw new Refused($"No space {identifier}.");
        await services.GetRequiredService<TenantScopes>().Run(space.Id, "ligne de commande",
            scope => scope.GetRequiredService<IMediator>().Send(new GrantAccess.Command(email, granted)));
        return [$"{email} is in /{identifier}/ as {granted}."];
    }

    private static T Parse<T>(string text) where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name && name != "None"
            ? Enum.Parse<T>(name)
            : throw new Refused($"“{text}” is none of {string.Join(", ", Enum.GetNames<T>().Where(n => n != "None"))}.");

    private static Task<T> AsPlatform<T>(IServiceProvider services, string reason, IRequest<T> request) =>
        services.GetRequiredService<TenantScopes>().RunOutside(reason, scope => scope.GetRequiredService<IMediator>().Send(request));

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }

    private sealed class Refused(string sentence) : Exception(sentence);
}
