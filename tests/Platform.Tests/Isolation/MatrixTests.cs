using System.Net;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>The matrix, on the application as it is.</summary>
public sealed class MatrixTests
{
    public static TheoryData<string> All => [.. Matrix.Rows.Keys];

    [Fact]
    public async Task Every_address_and_every_form_has_its_row()
    {
        var app = await App.Get();
        var targets = await Target.All(app);
        Assert.NotEmpty(targets);
        var missing = new List<string>();
        foreach (var target in targets.Where(t => !Matrix.Rows.ContainsKey(t.ToString())))
            try
            {
                missing.Add(Line(target, (await Attack.Try(app, target)).Row));
            }
            catch (Exception leak) when (leak is Xunit.Sdk.XunitException)
            {
                missing.Add($"{target}: {leak.Message}");
            }
        Assert.True(missing.Count == 0, "Check each word, then add to Matrix.cs:\n" + string.Join('\n', missing));
        Assert.Empty(Matrix.Rows.Keys.Except(targets.Select(t => t.ToString())));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Everybody_gets_what_the_matrix_says(string target)
    {
        var app = await App.Get();
        var found = (await Target.All(app)).Single(t => t.ToString() == target);
        var (seen, refusals) = await Attack.Try(app, found);
        Assert.True(seen == Matrix.Rows[target], $"said: {Line(found, Matrix.Rows[target])}\nseen: {Line(found, seen)}\n{refusals}");
    }

    [Fact]
    public async Task Canary_a_row_added_changed_or_gone_in_either_space_is_seen()
    {
        var ground = await Ground.New(await App.OnPostgres());
        var target = (await Target.All(ground.World.App)).First(t => t.Address == "~/engagements");
        string[] writes =
        [
            "INSERT INTO search_term (tenant_id, kind, term, owner_id) VALUES ($1, 1, 'autre', gen_random_uuid())",
            "UPDATE organisation SET name = name || '!' WHERE tenant_id = $1",
            "DELETE FROM search_term WHERE tenant_id = $1",
        ];
        foreach (var write in writes)
        {
            await ground.AsItWas();
            await Sql.Rows(ground.World.App.Database.Superuser, write, ground.Here.Space.Id);
            await Assert.ThrowsAsync<Xunit.Sdk.EqualException>(ground.AsItWas);
            Assert.True(await ground.PutBack(target));
        }
        await Sql.Rows(ground.World.App.Database.Superuser, writes[1], ground.There.Space.Id);
        await Assert.ThrowsAsync<Xunit.Sdk.EqualException>(ground.AsItWas);
        await Assert.ThrowsAsync<Xunit.Sdk.EqualException>(() => ground.PutBack(target));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_everywhere()
    {
        var world = await World.New();
        var sample = await Sample.In(world, world.Space);
        // A mail reader posts to the address that a mail gave it (RFC 8058): that address is signed. Open pages keep no cookie, which a token needs: what they
        // take does nothing in anybody's name. Nothing else is let off.
        Type[] off = [typeof(Platform.Modules.PublicSite.Forum.RegisterModel), typeof(Platform.Modules.PublicSite.Forum.StandModel), typeof(Platform.Modules.Reminders.Preferences.LinkModel)];
        Assert.Equal(off, typeof(Program).Assembly.GetTypes().Where(t => t.IsDefined(typeof(Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute), true)).OrderBy(t => t.FullName, StringComparer.Ordinal));
        foreach (var target in (await Target.All(world.App)).Where(t => !t.IsGet && !off.Contains(t.Model)))
        {
            var address = (target.IsOutside ? "" : "/" + world.Space.Identifier) + target.Path(sample) + (target.Handler is { } handler ? "?handler=" + handler : "");
            var response = await world.Alice.Client.PostAsync(address, new FormUrlEncodedContent([]));
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{target}: {(int)response.StatusCode}");
        }
    }

    private static string Line(Target target, Matrix.Row row) =>
        $"| {target.Address,-44} | {target.Verb,-22} | {row.Nobody,-6} | {row.Bob,-5} | {row.Remi,-5} | {row.Fanny,-5} | {row.Alice,-5} | {row.Charlie,-7} | {row.Path,-5} | {row.Ids,-5} |";
}
