using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>Everybody tries one thing in a space as it was made, with a full space of somebody else's beside it. What must never happen
/// (a row of the other space changed, its canary shown) fails here; the statuses are the answer.</summary>
internal sealed class Attack
{
    // Making two full spaces costs more than trying an address: whatever is as it was, or was put back, serves the next.
    private static readonly ConditionalWeakTable<App, ConcurrentBag<Ground>> Spare = [];

    private readonly App app;
    private readonly Target target;
    private Ground? ground;
    private Form form = Form.Empty;
    private string openly = "";
    private readonly List<string> refusals = [];

    private World World => ground!.World;
    private Sample Here => ground!.Here;
    private Sample There => ground!.There;

    private Attack(App app, Target target) => (this.app, this.target) = (app, target);

    /// <param name="strangersOnly">Only the three columns in which spaces meet.</param>
    /// <returns>The row, and why forms were refused.</returns>
    public static async Task<(Matrix.Row Row, string Refusals)> Try(App app, Target target, bool strangersOnly = false)
    {
        var attack = new Attack(app, target);
        var row = await attack.Run(strangersOnly);
        if (target.IsGet) await attack.ground!.AsItWas();
        if (attack.ground is { } spare) Spare.GetOrCreateValue(app).Add(spare);
        return (row, string.Join('\n', attack.refusals.Distinct()));
    }

    private async Task<Matrix.Row> Run(bool strangersOnly)
    {
        var nobody = await Ours(w => w.Nobody);
        var charlie = await Ours(w => w.Charlie);
        var bob = strangersOnly ? "" : await Ours(w => w.Bob);
        var path = target.HasIds ? await Step(w => w.Alice, () => target.Path(There), Honest) : "·";
        var ids = await Step(w => w.Alice, () => target.Path(Here) + Query(), Foreign, forged: true);
        var (remi, fanny, alice) = strangersOnly ? ("", "", "") : (await Ours(w => w.Remi), await Ours(w => w.Fanny), await Ours(w => w.Alice));
        return new(nobody, bob, remi, fanny, alice, charlie, path, ids);
    }

    private Task<string> Ours(Func<World, Person> who) => Step(who, () => target.Path(Here), Honest);

    private async Task<string> Step(Func<World, Person> who, Func<string> path, Func<IEnumerable<KeyValuePair<string, string>>> content, bool forged = false)
    {
        if (ground is null) await Prepare();
        var person = who(World);
        var answer = await Answer(person, path(), content(), forged);
        // Reading changes nothing, which is looked at when everybody has read. Whoever is refused has changed nothing.
        if (target.IsGet) return answer;
        var refused = answer is "login" or "400" or "403" or "404" or "422";
        if (refused) await ground!.AsItWas();
        else if (!await ground!.PutBack(target)) ground = null;
        return answer;
    }

    private async Task Prepare()
    {
        ground = Spare.GetOrCreateValue(app).TryTake(out var spare) ? spare : await Ground.New(app);
        if (target.IsGet) return;
        form = await Form.Of(target, World.Alice, Here);
        await ground.AsItWas();
    }

    private async Task<string> Answer(Person person, string path, IEnumerable<KeyValuePair<string, string>> sent, bool forged)
    {
        var address = target.IsOutside ? "/" + path : path;
        if (target.Handler is { } handler) address += $"{(address.Contains('?') ? '&' : '?')}handler={handler}";
        if (forged)
            foreach (var (name, value) in Headers()) person.Client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        var response = target.IsGet ? await person.Get(address) : target.Verb.StartsWith("POST", StringComparison.Ordinal)
            ? await person.Post(address, sent)
            : throw new NotSupportedException($"{target}: say here how to try this verb.");
        if (forged)
            foreach (var (name, _) in Headers()) person.Client.DefaultRequestHeaders.Remove(name);
        var said = response.Headers + await response.Content.ReadAsStringAsync();
        Assert.False((int)response.StatusCode >= 500, $"{target}: {person.Name} gets {(int)response.StatusCode}.\n{app.Errors.Last}");
        if ((int)response.StatusCode == 422) refusals.AddRange((await Person.Read(response)).QuerySelectorAll(".field-error, .notice, [role=alert]").Select(e => e.TextContent.OneLine()));
        if (person == World.Nobody) openly = Plain(said);
        Assert.False(person != World.Charlie && said.Contains(There.Canary, StringComparison.OrdinalIgnoreCase), $"{target}: {person.Name} sees the other space’s rows.");
        Assert.False(person == World.Charlie && Plain(said).Contains("(here)", StringComparison.Ordinal) && !openly.Contains("(here)", StringComparison.Ordinal), $"{target}: Charlie sees more than anybody.");
        return response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains("/connexion?retour=", StringComparison.Ordinal)
            ? "login" : ((int)response.StatusCode).ToString();
    }

    // The canary changes with each fresh space.
    private string Plain(string said) => said.Replace(Here.Canary, "(here)", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<KeyValuePair<string, string>> Honest() => form.Fields;

    /// <summary>The same form with every identifier replaced by its like of the other space, whose name stands wherever a careless binder might look.</summary>
    private IEnumerable<KeyValuePair<string, string>> Foreign() =>
    [
        .. form.Fields.Concat(form.Identifiers).Select(f => KeyValuePair.Create(f.Key, Guid.TryParse(f.Value, out var id) ? There.Like(Here, id).ToString() : f.Value)),
        .. target.Bound(get: false).Select(p => KeyValuePair.Create($"{p.Name}.TenantId", There.Space.Id.ToString())),
        KeyValuePair.Create("TenantId", There.Space.Id.ToString()),
        KeyValuePair.Create("tenant_id", There.Space.Id.ToString()),
    ];

    private string Query()
    {
        var named = target.Bound(get: true).Where(p => !target.Parameters.Contains(p.Name, StringComparer.OrdinalIgnoreCase)
            && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) is var type && (type == typeof(Guid) || type == typeof(List<Guid>) || Sample.Speaks(p.Name)));
        return "?tenant=" + There.Space.Identifier + "&TenantId=" + There.Space.Id + string.Concat(named.Select(p => $"&{p.Name}={There.Named(p.Name, target.Hints)}"));
    }

    private IEnumerable<(string, string)> Headers() =>
    [
        ("X-Tenant", There.Space.Identifier), ("X-Tenant-Id", There.Space.Id.ToString()), ("X-Forwarded-Prefix", "/" + There.Space.Identifier),
        ("X-Original-URL", "/" + There.Space.Identifier + "/"), ("X-Forwarded-Host", There.Space.Identifier + ".example.org"), ("X-HTTP-Method-Override", "DELETE"),
    ];
}

/// <summary>Two spaces with a row of every kind, and what they looked like when they were made.</summary>
internal sealed record Ground(World World, Sample Here, Sample There)
{
    private SortedDictionary<string, string> ours = null!, theirs = null!;
    private string accounts = "";

    private TestDatabase Database => World.App.Database;

    public static async Task<Ground> New(App app)
    {
        var world = await World.New(app);
        var made = new Ground(world, await Sample.In(world, world.Space), await Sample.In(world, world.Elsewhere));
        (Guid here, Guid there) = (made.Here.Space.Id, made.There.Space.Id);
        // Watched before it is printed: nothing is written between the two unseen.
        if (Sql.MayPutBack(app.Database)) await Sql.Keep(app.Database, here, here, there);
        (made.ours, made.theirs) = (await Sql.Print(app.Database, here), await Sql.Print(app.Database, there));
        made.accounts = await made.Accounts();
        return made;
    }

    public async Task AsItWas()
    {
        var (here, there) = await Now();
        Assert.Equal(theirs, there);
        Assert.Equal(ours, here);
    }

    /// <summary>After something was accepted here: the rows of this space become what they were. The other one must not have changed.</summary>
    /// <returns>False where it cannot be: the space itself, its addresses or an account has changed, which is known beyond its rows, or an import goes on after its answer.</returns>
    public async Task<bool> PutBack(Target target)
    {
        var (here, there) = await Now();
        Assert.Equal(theirs, there);
        if (!Sql.MayPutBack(Database) || target.Model?.Namespace is var module && (module == typeof(Platform.Modules.Access.SignInModel).Namespace || module == typeof(Platform.Modules.Imports.Batches.SheetModel).Namespace)) return false;
        if (ours["tenant"] != here["tenant"] || ours["tenant_host"] != here["tenant_host"] || accounts != await Accounts()) return false;
        List<string> changed = [.. ours.Keys.Where(table => ours[table] != here[table])];
        await Sql.PutBack(Database, Here.Space.Id, changed);
        foreach (var (table, print) in await Sql.Print(Database, Here.Space.Id, changed)) Assert.Equal(ours[table], print);
        return true;
    }

    private Task<string> Accounts() => Sql.Accounts(Database, Here.Space.Id);

    /// <summary>Both spaces as they are. A table in which nobody wrote is what it was.</summary>
    private async Task<(SortedDictionary<string, string> Here, SortedDictionary<string, string> There)> Now()
    {
        var written = Sql.MayPutBack(Database) ? await Sql.Written(Database, Here.Space.Id, There.Space.Id) : null;
        return (await Print(Here, ours), await Print(There, theirs));

        async Task<SortedDictionary<string, string>> Print(Sample sample, SortedDictionary<string, string> was)
        {
            var now = await (written is null ? Sql.Print(Database, sample.Space.Id) : Sql.Print(Database, sample.Space.Id, written[sample.Space.Id]));
            foreach (var (table, print) in was) now.TryAdd(table, print);
            return now;
        }
    }
}
