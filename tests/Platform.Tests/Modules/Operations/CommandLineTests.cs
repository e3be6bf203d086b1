using System.Diagnostics;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Operations;

/// <summary>The real process, as an operator runs it.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task A_space_is_opened_given_its_administrator_suspended_and_resumed()
    {
        var name = $"cli-{Guid.NewGuid():N}"[..14];
        Assert.Equal((0, ""), await Said("tenant", "create", name, "Petr", "Pôle d’essai"));
        var account = await Run("account", "create", $"{name}@example.org", "Dominique Essai");
        Assert.Contains("Password, shown this once: ", account.Out, StringComparison.Ordinal);
        Assert.Equal((0, ""), await Said("account", "grant", $"{name}@example.org", name, "Administrator,Facilitator"));
        // Whoever gets no mail is handed a link; one that follows replaces it.
        var first = (await Run("account", "reset", $"{name}@example.org")).Out.Trim().Split(' ')[^1];
        var second = (await Run("account", "reset", $"{name}@example.org", "--second-step")).Out.Trim().Split(' ')[^1];
        var world = await World.New();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await world.Nobody.Get("/" + first)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await world.Nobody.Submit("/" + second, new Dictionary<string, string> { ["Input.Password"] = "une phrase assez longue" })).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await world.Nobody.Submit("//connexion", new Dictionary<string, string> { ["Input.Email"] = $"{name}@example.org", ["Input.Password"] = "une phrase assez longue" })).StatusCode);
        Assert.Equal((0, ""), await Said("tenant", "suspend", name));
        Assert.Contains("Suspended", (await Run("tenant", "list")).Out.Split('\n').Single(l => l.StartsWith(name, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal((0, ""), await Said("tenant", "resume", name));
    }

    [Theory]
    [InlineData("tenant create A B", "“B” is none of Alliance, Petr, Coalition, Entente, Other.")]
    [InlineData("tenant create Bad!Name Petr Nom", "L’identifiant commence par une lettre")]
    [InlineData("tenant suspend nulle-part", "Space nulle-part not found.")]
    [InlineData("tenant", "Incomplete or unknown: tenant.")]
    [InlineData("account create pas-une-adresse Nom", "Cette adresse électronique est incomplète")]
    [InlineData("account create quelqu.un@example.org", "Give the account a name")]
    [InlineData("account grant quelqu.un@example.org nulle-part Reader", "No space nulle-part.")]
    [InlineData("account reset personne@example.org", "Account personne@example.org not found.")]
    [InlineData("danse", "Unknown command: danse.")]
    public async Task Bad_input_gets_one_sentence_and_exit_code_2(string line, string sentence)
    {
        var (code, _, error) = await Run(line.Split(' '));
        Assert.Equal(2, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("Platform", "", "ConnectionStrings:Platform is not set.")]
    [InlineData("Platform", "nonsense", "ConnectionStrings:Platform cannot be read")]
    [InlineData("Platform", "Host=127.0.0.1;Port=1;Database=x;Username=y;Timeout=2", "The database refuses or does not answer")]
    public async Task A_setting_that_cannot_work_is_said_in_one_sentence(string name, string value, string sentence)
    {
        var (code, _, error) = await Run(["tenant", "list"], (name, value));
        Assert.Equal(2, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private static async Task<(int, string)> Said(params string[] args)
    {
        var (code, _, error) = await Run(args);
        return (code, error);
    }

    private static Task<(int Code, string Out, string Error)> Run(params string[] args) => Run(args, null);

    private static async Task<(int Code, string Out, string Error)> Run(string[] args, (string Name, string Value)? setting)
    {
        var database = await TestDatabase.Get();
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Platform"] = database.App;
        start.Environment["ConnectionStrings__Owner"] = database.Owner;
        start.Environment["Logging__LogLevel__Default"] = "None";
        if (setting is { } given) start.Environment[$"ConnectionStrings__{given.Name}"] = given.Value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
