using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Operations;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Engagements.Frameworks;

public sealed class FrameworkPagesTests
{
    private static KeyValuePair<string, string>[] Fields(params (string Name, string Value)[] fields) =>
        [.. fields.Select(f => KeyValuePair.Create("Input." + f.Name, f.Value))];

    // Row-level security shows rows inside a transaction that knows its space.
    private static Task<T> Journal<T>(World world, Func<IQueryable<AuditEntry>, Task<T>> read) => world.Db(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        return await read(db.Audit);
    });

    private static Task<Guid> Framework(World world, string name = "Plan climat") =>
        world.Given(new SaveFramework.Command { Name = name, StartYear = 2019, EndYear = 2050 });

    private static Task<Guid> Objective(World world, Guid framework, decimal? baseline = 100, int? since = 2019, Guid? axis = null) => world.Given(new SaveObjective.Command
    {
        FrameworkId = framework, AxisId = axis, Title = "Émissions divisées par 4", Unit = "indice", Direction = Direction.Decrease,
        Baseline = baseline, BaselineYear = since, Target = 25, TargetYear = 2050,
    });

    [Fact]
    public async Task Fanny_enters_a_framework_an_axis_a_theme_an_objective_and_a_value_and_sees_the_way_made()
    {
        var world = await World.New();
        Assert.NotNull((await world.Fanny.Open("/cadres")).QuerySelector(".empty-state"));

        var created = await world.Fanny.Submit("/cadres/nouveau", Fields(("Name", "Plan Climat Air Énergie Territorial"), ("Description", "Adopté en 2019."), ("StartYear", "2019"), ("EndYear", "2050")));
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        var framework = created.Headers.Location!.ToString().Split('/')[^1];
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/cadres/{framework}/axes/nouveau", Fields(("Number", "1"), ("Title", "Énergie")))).StatusCode);
        var axis = (await world.Given(new GetFramework.Query(Guid.Parse(framework)))).Framework.Axes.Single();
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit("/cadres/themes/nouveau", Fields(("Name", "Mobilité"), ("AxisId", axis.Id.ToString()), ("Position", "1")))).StatusCode);
        var objective = (await world.Fanny.Submit($"/cadres/{framework}/objectifs/nouveau?axe={axis.Id}", Fields(
            ("Title", "Besoins couverts par les énergies locales"), ("AxisId", axis.Id.ToString()), ("Unit", "%"), ("Direction", "Increase"),
            ("Baseline", "2,5"), ("BaselineYear", "2019"), ("Target", "30"), ("TargetYear", "2050")))).Headers.Location!.ToString()[(world.Space.Identifier.Length + 1)..];
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(objective, Fields(("MeasuredOn", "12/03/2025"), ("Value", "16,25"), ("Source", "Observatoire")))).StatusCode);

        var sheet = await world.Fanny.Open(objective);
        Assert.Contains("16,25", sheet.QuerySelector(".answer")!.TextContent);
        Assert.NotNull(sheet.QuerySelector("svg.trajectory .trajectory-dot"));
        Assert.Contains("Observatoire", sheet.QuerySelector("table")!.TextContent);
        var list = await world.Bob.Open("/cadres");
        Assert.Contains("50", list.QuerySelector(".toward-text")!.TextContent);
        Assert.Contains("1. Énergie", (await world.Bob.Open($"/cadres/{framework}")).Body!.TextContent);
        Assert.Contains("Mobilité", (await world.Bob.Open("/cadres/themes")).Body!.TextContent);
        var names = await Journal(world, journal => journal.Select(a => a.Label).ToListAsync());
        Assert.Contains("Plan Climat Air Énergie Territorial", names);
    }

    [Fact]
    public async Task A_reader_reads_and_changes_nothing_a_stranger_finds_nothing()
    {
        var world = await World.New();
        var framework = await Framework(world);
        var objective = await Objective(world, framework);
        string[] read = ["/cadres", $"/cadres/{framework}", $"/cadres/objectifs/{objective}", "/cadres/themes"];
        string[] write = ["/cadres/nouveau", $"/cadres/{framework}/modifier", $"/cadres/{framework}/axes/nouveau", $"/cadres/{framework}/objectifs/nouveau",
            $"/cadres/objectifs/{objective}/modifier", "/cadres/themes/nouveau"];
        foreach (var page in read) Assert.Equal(HttpStatusCode.OK, (await world.Bob.Get(page)).StatusCode);
        foreach (var page in write) Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get(page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post($"/cadres/objectifs/{objective}", Fields(("MeasuredOn", "2025-01-01"), ("Value", "3")))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post($"/cadres/{framework}?handler=Archive", [])).StatusCode);
        foreach (var page in read.Concat(write))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get(page)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await world.Nobody.Get(page)).StatusCode);
        }
        // In Charlie's own space the identifier of this one is nobody's.
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get($"//{world.Elsewhere.Identifier}/cadres/{framework}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Post($"//{world.Elsewhere.Identifier}/cadres/objectifs/{objective}", Fields(("MeasuredOn", "2025-01-01"), ("Value", "3")))).StatusCode);
    }

    [Theory]
    [InlineData("Name", "", "Ce champ est à remplir.")]
    [InlineData("Name", "🌱🌱", "Écrivez au moins une lettre ou un chiffre.")]
    [InlineData("StartYear", "demain", "Cette valeur n’est pas acceptée.")]
    [InlineData("StartYear", "12", "Entre 1950 et 2150.")]
    [InlineData("EndYear", "2001", "La dernière année ne peut pas venir avant la première.")]
    public async Task A_refused_framework_says_why_beside_the_field_and_keeps_what_was_typed(string field, string value, string sentence)
    {
        var world = await World.New();
        var typed = new Dictionary<string, string> { ["Input.Name"] = "Plan", ["Input.Description"] = "مرحبا – très utile 🌱", ["Input.StartYear"] = "2019", ["Input.EndYear"] = "2030" };
        typed["Input." + field] = value;
        var response = await world.Fanny.Submit("/cadres/nouveau", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Person.Read(response);
        Assert.Equal(sentence, page.QuerySelector($"#Input_{field}_error")!.TextContent.Trim());
        Assert.Equal(value, page.QuerySelector($"#Input_{field}")!.GetAttribute("value") ?? "");
        Assert.Equal("مرحبا – très utile 🌱", page.QuerySelector("#Input_Description")!.TextContent.Trim());
        Assert.Empty((await world.Given(new ListFrameworks.Query())).Frameworks);
    }

    [Fact]
    public async Task A_name_of_5000_characters_is_refused_and_one_from_right_to_left_is_kept()
    {
        var world = await World.New();
        var refused = await world.Fanny.Submit("/cadres/nouveau", Fields(("Name", new string('é', 5000)), ("StartYear", "2019"), ("EndYear", "2030")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit("/cadres/nouveau", Fields(("Name", "مخطط المناخ 🌍"), ("StartYear", "2019"), ("EndYear", "2030")))).StatusCode);
        Assert.Contains("مخطط المناخ 🌍", (await world.Bob.Open("/cadres")).Body!.TextContent);
    }

    [Fact]
    public async Task A_name_is_taken_whatever_its_accents()
    {
        var world = await World.New();
        await Framework(world, "Énergie");
        var refused = await Assert.ThrowsAsync<Invalid>(() => Framework(world, "ENERGIE"));
        Assert.Equal("Name", refused.Errors.Single().PropertyName);
    }

    [Fact]
    public async Task Two_who_change_the_same_framework_see_both_versions_and_nothing_is_lost()
    {
        var world = await World.New();
        var framework = await Framework(world);
        var stale = (await world.Given(new SaveFramework.Form(framework))).Version;
        await world.Given(new SaveFramework.Command { Id = framework, Version = stale, Name = "Plan climat révisé", StartYear = 2019, EndYear = 2050 });
        var response = await world.Fanny.Post($"/cadres/{framework}/modifier", Fields(("Version", $"{stale}"), ("Name", "Plan climat de Fanny"), ("StartYear", "2019"), ("EndYear", "2040")));
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var page = await Person.Read(response);
        var versions = page.QuerySelector(".error-summary table")!.TextContent;
        Assert.Contains("Plan climat révisé", versions);
        Assert.Contains("Plan climat de Fanny", versions);
        Assert.Equal("Plan climat de Fanny", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        // Sent again as it stands, the second version wins, knowingly.
        var again = page.QuerySelector("#Input_Version")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Post($"/cadres/{framework}/modifier", Fields(("Version", again), ("Name", "Plan climat de Fanny"), ("StartYear", "2019"), ("EndYear", "2040")))).StatusCode);
    }

    [Fact]
    public async Task An_objective_takes_an_axis_of_its_own_framework_only()
    {
        var world = await World.New();
        var (one, other) = (await Framework(world), await Framework(world, "Projet de territoire"));
        await world.Given(new SaveAxis.Command { FrameworkId = other, Number = 1, Title = "Habitat" });
        var axis = (await world.Given(new GetFramework.Query(other))).Framework.Axes.Single().Id;
        Assert.Equal("AxisId", (await Assert.ThrowsAsync<Invalid>(() => Objective(world, one, axis: axis))).Errors.Single().PropertyName);
        await Objective(world, other, axis: axis);
        // What an objective refers to stays.
        Assert.Equal("referenced", (await Assert.ThrowsAsync<RuleViolation>(() => world.Given(new RemovePart.Axis(axis)))).Code);
    }

    [Theory]
    [InlineData("2999-01-01", "objective.value.future")]
    [InlineData("2018-12-31", "objective.value.before")]
    [InlineData("2024-05-01", "objective.value.twice")]
    public async Task A_value_of_an_impossible_day_is_refused(string day, string rule)
    {
        var world = await World.New();
        var objective = await Objective(world, await Framework(world));
        await world.Given(new RecordValue.Command { ObjectiveId = objective, MeasuredOn = new(2024, 5, 1), Value = 90 });
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => world.Given(new RecordValue.Command { ObjectiveId = objective, MeasuredOn = DateOnly.Parse(day), Value = 80 }));
        Assert.Equal(rule, refused.Code);
        var page = await world.Fanny.Submit($"/cadres/objectifs/{objective}", Fields(("MeasuredOn", day), ("Value", "81,5")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        Assert.Equal("81,5", (await Person.Read(page)).QuerySelector("#Input_Value")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_value_is_corrected_and_the_journal_says_from_what_to_what()
    {
        var world = await World.New();
        var objective = await Objective(world, await Framework(world));
        await world.Given(new RecordValue.Command { ObjectiveId = objective, MeasuredOn = new(2024, 5, 1), Value = 900 });
        var value = (await world.Given(new GetObjective.Query(objective))).Values.Single().Id;
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/cadres/objectifs/{objective}/releves/{value}", Fields(("Value", "90"), ("Source", "Rapport annuel")))).StatusCode);
        var line = await Journal(world, journal => journal.SingleAsync(a => a.SubjectId == value && a.Action == AuditAction.Changed));
        Assert.Equal((world.Fanny.AccountId, "Émissions divisées par 4"), (line.AccountId!.Value, line.Label));
        Assert.Contains("900", line.Changes);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Fanny.Get($"/cadres/objectifs/{Guid.NewGuid()}/releves/{value}")).StatusCode);
    }

    [Fact]
    public async Task An_archived_framework_leaves_the_count_and_comes_back()
    {
        var world = await World.New();
        var framework = await Framework(world);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/cadres/{framework}", [], "Archive")).StatusCode);
        Assert.Contains("Aucun cadre en cours", (await world.Bob.Open("/cadres")).QuerySelector(".answer")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/cadres/{framework}", [], "Restore")).StatusCode);
        Assert.Contains("1\u00a0cadre", (await world.Bob.Open("/cadres")).QuerySelector(".answer")!.TextContent.Replace("1 cadre", "1\u00a0cadre"));
    }

    [Fact]
    public async Task The_database_refuses_an_objective_in_another_spaces_framework()
    {
        var world = await World.New();
        var framework = await Framework(world);
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => world.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var stray = new Objective(framework, 1);
            stray.Describe(null, "Intrus", null, "%");
            db.Add(stray);
            return await db.SaveChangesAsync();
        }, world.Elsewhere));
        Assert.Contains("fk_objective_framework", refused.InnerException!.Message);
    }
}
