using System.Net;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>Everybody tries one thing in a fresh space, with a full space of somebody else's beside it. What must never happen
/// (a row of the other space changed, its canary shown) fails here; the statuses are the answer.</summary>
internal sealed class Attack
{
    private readonly Target target;
    private readonly World world;
    private readonly Sample here, there;
    private readonly List<string> tables;
    private string openly = "";

    private Attack(Target target, World world, Sample here, Sample there, List<string> tables) =>
        (this.target, this.world, this.here, this.there, this.tables) = (target, world, here, there, tables);

    /// <param name="strangersOnly">Only the three columns in which spaces meet.</param>
    public static async Task<Matrix.Row> Try(App app, Target target, bool strangersOnly = false)
    {
        var world = await World.New(app);
        var attack = new Attack(target, world, await Sample.In(world, world.Space), await Sample.In(world, world.Elsewhere), await Sql.Owned(app.Database));
        return await attack.Run(strangersOnly);
    }

    private async Task<Matrix.Row> Run(bool strangersOnly)
    {
        var theirs = await Print(there);
        var ours = await Print(here);
        var fields = target.IsGet ? [] : await Forms.Of(target, world.Alice, here);
        Assert.Equal(ours, await Print(here));

        var nobody = await Refused(world.Nobody, target.Path(here), fields);
        var charlie = await Refused(world.Charlie, target.Path(here), fields);
        var bob = strangersOnly ? "" : await Refused(world.Bob, target.Path(here), fields);
        var path = target.HasIds ? await Answer(world.Alice, target.Path(there), fields) : "·";
        if (path is "404") Assert.Equal(ours, await Print(here));
        var ids = await Answer(world.Alice, target.Path(here) + Query(), Foreign(fields), forged: true);
        var (remi, fanny, alice) = strangersOnly ? ("", "", "") : (await Answer(world.Remi, target.Path(here), fields), await Answer(world.Fanny, target.Path(here), fields),
            await Answer(world.Alice, target.Path(here), fields));
        if (target.IsGet) Assert.Equal(ours, await Print(here));
        Assert.Equal(theirs, await Print(there));
        return new(nobody, bob, remi, fanny, alice, charlie, path, ids);
    }

    private async Task<SortedDictionary<string, string>> Print(Sample sample) => await Sql.Print(world.App.Database, sample.Space.Id, tables);

    // Whoever is refused has changed nothing.
    private async Task<string> Refused(Person person, string path, List<KeyValuePair<string, string>> fields)
    {
        var before = await Print(here);
        var answer = await Answer(person, path, fields);
        if (answer is "login" or "403" or "404" or "400") Assert.Equal(before, await Print(here));
        return answer;
    }

    private async Task<string> Answer(Person person, string path, List<KeyValuePair<string, string>> fields, bool forged = false)
    {
        var address = target.IsOutside ? "/" + path : path;
        if (target.Handler is { } handler) address += $"{(address.Contains('?') ? '&' : '?')}handler={handler}";
        if (forged)
            foreach (var (name, value) in Headers()) person.Client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        var response = target.IsGet ? await person.Get(address) : target.Verb.StartsWith("POST", StringComparison.Ordinal)
            ? await person.Post(address, fields)
            : throw new NotSupportedException($"{target}: say here how to try this verb.");
        if (forged)
            foreach (var (name, _) in Headers()) person.Client.DefaultRequestHeaders.Remove(name);
        var said = response.Headers + await response.Content.ReadAsStringAsync();
        Assert.False(said.Contains(there.Canary, StringComparison.OrdinalIgnoreCase) && person != world.Charlie, $"{target}: {person.Name} sees the other space’s rows.");
        if (person == world.Nobody) openly = said;
        if (person == world.Charlie)
            Assert.False(said.Contains(here.Canary, StringComparison.OrdinalIgnoreCase) && !openly.Contains(here.Canary, StringComparison.OrdinalIgnoreCase), $"{target}: Charlie sees more than anybody.");
        Assert.False((int)response.StatusCode >= 500, $"{target}: {person.Name} gets {(int)response.StatusCode}.");
        return response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains("/connexion?retour=", StringComparison.Ordinal)
            ? "login" : ((int)response.StatusCode).ToString();
    }

    /// <summary>The same form with every identifier replaced by one of the other space, and its space named wherever a careless binder might look.</summary>
    private List<KeyValuePair<string, string>> Foreign(List<KeyValuePair<string, string>> fields) =>
    [
        .. fields.Select(f => KeyValuePair.Create(f.Key, Guid.TryParse(f.Value, out _) ? there.Named(f.Key, target.Template).ToString() : f.Value)),
        .. target.Bound(get: false).Select(p => KeyValuePair.Create($"{p.Name}.TenantId", there.Space.Id.ToString())),
        KeyValuePair.Create("TenantId", there.Space.Id.ToString()),
        KeyValuePair.Create("tenant_id", there.Space.Id.ToString()),
    ];

    private string Query()
    {
        var named = target.Bound(get: true).Where(p => !target.Parameters.Contains(p.Name, StringComparer.OrdinalIgnoreCase)
            && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) is var type && (type == typeof(Guid) || type == typeof(List<Guid>) || Sample.Speaks(p.Name)));
        return "?tenant=" + there.Space.Identifier + "&TenantId=" + there.Space.Id + string.Concat(named.Select(p => $"&{p.Name}={there.Named(p.Name, target.Template)}"));
    }

    private IEnumerable<(string, string)> Headers() =>
    [
        ("X-Tenant", there.Space.Identifier), ("X-Tenant-Id", there.Space.Id.ToString()), ("X-Forwarded-Prefix", "/" + there.Space.Identifier),
        ("X-Original-URL", "/" + there.Space.Identifier + "/"), ("X-Forwarded-Host", there.Space.Identifier + ".example.org"), ("X-HTTP-Method-Override", "DELETE"),
    ];
}
