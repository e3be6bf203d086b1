using System.Globalization;
using Platform.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var options = new Options(args);
switch (args.FirstOrDefault())
{
    case "seed":
        await Seed.Run(options);
        return 0;
    case "drive":
        return await Drive.Run(options);
    case "invite":
        return await Invitations.Run(options);
    default:
        Console.Error.WriteLine("Platform.Bench seed|drive|invite, called by infra/bench.");
        return 2;
}

/// <summary>What infra/bench says: <c>--name value</c> pairs.</summary>
internal sealed class Options(string[] args)
{
    public string Text(string name) => Find(name) ?? throw new ArgumentException($"--{name} is missing.");

    public string? Find(string name) => Array.IndexOf(args, "--" + name) is var at && at >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    public int Number(string name) => int.Parse(Text(name), CultureInfo.InvariantCulture);
}
