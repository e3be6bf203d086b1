using System.Net;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>Everybody tries one thing in a fresh space, with a full space of somebody else's beside it. What must never happen
/// (a row of the other space changed, its canary shown) fails here; the statuses are the answer.</summary>
internal sealed class Attack
{
    private readonly App app;
    private readonly Target target;
    private World world = null!;
    private Sample here = null!, there = null!;
    private List<string> tables = null!;
    private SortedDictionary<string, string> ours = null!, theirs = null!;
    private Form form = Form.Empty;
    private bool used = true;
    private string openly = "";
    private readonly List<string> refusals = [];

    private Attack(App app, Target target) => (this.app, this.target) = (app, target);

    /// <param name="strangersOnly">Only the three columns in which spaces meet.</param>
    /// <returns>The row, and why forms were refused.</returns>
    public static async Task<(Matrix.Row Row, string Refusals)> Try(App app, Target target, bool strangersOnly = false)
    {
        var attack = new Attack(app, target);
        return (await attack.Run(strangersOnly), string.Join('\n', attack.refusals.Distinct()));
    }

    private async Task<Matrix.Row> Run(bool strangersOnly)
    {
        var nobody = await Ours(w => w.Nobody);
        var charlie = await Ours(w => w.Charlie);
        var bob = strangersOnly ? "" : await Ours(w => w.Bob);
        var path = target.HasIds ? await Step(w => w.Alice, () => target.Path(there), Honest) : "·";
        var ids = await Step(w => w.Alice, () => target.Path(here) + Query(), Foreign, forged: true);
        var (remi, fanny, alice) = strangersOnly ? ("", "", "") : (await Ours(w => w.Remi), await Ours(w => w.Fanny), await Ours(w => w.Alice));
        return new(nobody, bob, remi, fanny, alice, charlie, path, ids);
    }

    private Task<string> Ours(Func<World, Person> who) => Step(who, () => target.Path(here), Honest);

    private async Task<string> Step(Func<World, Person> who, Func<string> path, Func<IEnumerable<KeyValuePair<string, string>>> content, bool forged = false)
    {
        if (used) await Prepare();
        var person = who(world);
        var answer = await Answer(person, path(), content(), forged);
        Assert.Equal(theirs, await Print(there));
        // Whoever is refused has changed nothing, and reading changes nothing.
        if (target.IsGet || answer is "login" or "400" or "403" or "404" or "422") Assert.Equal(ours, await Print(here));
        else used = true;
        return answer;
    }

    private async Task Prepare()
    {
        world = await World.New(app);
        (here, there) = (await Sample.In(world, world.Space), await Sample.In(world, world.Elsewhere));
        tables ??= await Sql.Owned(app.Database);
        (ours, theirs, used) = (await Print(here), await Print(there), false);
        if (target.IsGet) return;
        form = await Form.Of(target, world.Alice, here);
        Assert.Equal(ours, await Print(here));
    }

    private Task<SortedDictionary<string, string>> Print(Sample sample) => Sql.Print(app.Database, sample.Space.Id, tables);

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
        if ((int)response.StatusCode == 422) refusals.AddRange((await Person.Read(response)).QuerySelectorAll(".field-error, .notice, [role=alert]").Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        if (person == world.Nobody) openly = Plain(said);
        Assert.False(person != world.Charlie && said.Contains(there.Canary, StringComparison.OrdinalIgnoreCase), $"{target}: {person.Name} sees the other space’s rows.");
        Assert.False(person == world.Charlie && Plain(said).Contains("(here)", StringComparison.Ordinal) && !openly.Contains("(here)", StringComparison.Ordinal), $"{target}: Charlie sees more than anybody.");
        return response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains("/connexion?retour=", StringComparison.Ordinal)
            ? "login" : ((int)response.StatusCode).ToString();
    }

    // The canary changes with each fresh space.
    private string Plain(string said) => said.Replace(here.Canary, "(here)", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<KeyValuePair<string, string>> Honest() => form.Fields;

    /// <summary>The same form with every identifier replaced by its like of the other space, whose name stands wherever a careless binder might look.</summary>
    private IEnumerable<KeyValuePair<string, string>> Foreign() =>
    [
        .. form.Fields.Concat(form.Identifiers).Select(f => KeyValuePair.Create(f.Key, Guid.TryParse(f.Value, out var id) ? there.Like(here, id).ToString() : f.Value)),
        .. target.Bound(get: false).Select(p => KeyValuePair.Create($"{p.Name}.TenantId", there.Space.Id.ToString())),
        KeyValuePair.Create("TenantId", there.Space.Id.ToString()),
        KeyValuePair.Create("tenant_id", there.Space.Id.ToString()),
    ];

    private string Query()
    {
        var named = target.Bound(get: true).Where(p => !target.Parameters.Contains(p.Name, StringComparer.OrdinalIgnoreCase)
            && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) is var type && (type == typeof(Guid) || type == typeof(List<Guid>) || Sample.Speaks(p.Name)));
        return "?tenant=" + there.Space.Identifier + "&TenantId=" + there.Space.Id + string.Concat(named.Select(p => $"&{p.Name}={there.Named(p.Name, target.Hints)}"));
    }

    private IEnumerable<(string, string)> Headers() =>
    [
        ("X-Tenant", there.Space.Identifier), ("X-Tenant-Id", there.Space.Id.ToString()), ("X-Forwarded-Prefix", "/" + there.Space.Identifier),
        ("X-Original-URL", "/" + there.Space.Identifier + "/"), ("X-Forwarded-Host", there.Space.Identifier + ".example.org"), ("X-HTTP-Method-Override", "DELETE"),
    ];
}
