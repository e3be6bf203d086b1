using System.Diagnostics;
using System.Text;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Members.Contract;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;
using Xunit.Abstractions;

namespace Platform.Tests.Modules.Imports;

/// <summary>What imports and files cost, measured and printed by <c>infra/dev/measure</c>; the usual run leaves them out.</summary>
public sealed class MeasureTests(ITestOutputHelper output)
{
    private const int Lines = 10_000;

    [MeasureFact]
    public async Task Ten_thousand_lines_of_each_kind()
    {
        var world = await World.New();
        var holder = await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = "Nozay", Role = RoleKind.Member, Since = new(2019, 4, 12) });
        await Measure(world, "organisations", "Nom;Nature;Siège;Rôle;Début", i => $"Club nautique {i};Association;Vannes;Partenaire;12/03/2021");
        await Measure(world, "personnes-et-mandats", "Prénom;Nom;Mail;Organisation", i => $"Claire;Morvan {i};claire.{i}@example.org;Nozay");
        await Measure(world, "engagements-et-mesures", "Intitulé;Organisations;Échéance;Mesures", i => $"Engagement {i};Nozay;31/12/2027;Première étape – 30/09/2027");
        var commitment = await world.Given(new LogCommitment.Command { Title = "Compter", Holders = [holder] });
        await world.Given(new SaveIndicator.Command { CommitmentId = commitment, Name = "Arrêts" });
        await Measure(world, "valeurs-d-indicateurs", "Engagement;Indicateur;Date;Valeur", i => $"Compter;Arrêts;{new DateOnly(1990, 1, 1).AddDays(i):dd/MM/yyyy};{i}");
    }

    [MeasureFact]
    public async Task A_hundred_thousand_commitments_as_files()
    {
        var world = await World.New();
        var holder = await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = "Nozay", Role = RoleKind.Member, Since = new(2019, 4, 12) });
        await world.Given(new LogCommitment.Command { Title = "Planter des haies", Statement = new string('x', 200), Holders = [holder], FirstMeasures = "Choisir – 30/09/2026" });
        await Sql.Rows(world.App.Database.Superuser, "INSERT INTO commitment SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'form_key', gen_random_uuid(), 'number', g))).* FROM commitment c, generate_series(2, 100000) g WHERE c.tenant_id = $1", world.Space.Id);
        await Sql.Rows(world.App.Database.Superuser, "INSERT INTO commitment_holder SELECT (jsonb_populate_record(h, jsonb_build_object('id', gen_random_uuid(), 'commitment_id', c.id))).* FROM commitment_holder h JOIN commitment c ON c.tenant_id = h.tenant_id AND c.number > 1 WHERE h.tenant_id = $1", world.Space.Id);
        foreach (var format in new[] { "csv", "xlsx" })
        {
            var (watch, memory) = (Stopwatch.StartNew(), new Sampling());
            using var file = await world.Bob.Client.GetAsync($"/{world.Space.Identifier}/engagements?handler=Export&format={format}&colonnes=toutes", HttpCompletionOption.ResponseHeadersRead);
            await using var body = await file.Content.ReadAsStreamAsync();
            var (bytes, buffer) = (0L, new byte[64 * 1024]);
            for (int read; (read = await body.ReadAsync(buffer)) > 0;) bytes += read;
            output.WriteLine($"export of 100,000 commitments, {format}: {watch.Elapsed.TotalSeconds:0.0} s, {bytes / 1e6:0.0} MB sent, managed memory {await memory.Peak():0.0} MB over idle");
        }
    }

    private async Task Measure(World world, string nature, string head, Func<int, string> line)
    {
        var table = new StringBuilder(head).Append('\n');
        for (var i = 0; i < Lines; i++) table.Append(line(i)).Append('\n');
        var file = Encoding.UTF8.GetBytes(table.ToString());
        var (watch, memory) = (Stopwatch.StartNew(), new Sampling());
        var batch = (await world.Fanny.Sends(nature, "mesure.csv", file)).Batch();
        var sent = watch.Elapsed.TotalSeconds;
        var tried = await world.Fanny.Checks(batch, null);
        var checkedAt = watch.Elapsed.TotalSeconds;
        var done = await world.Fanny.Does(batch, "Apply", 600);
        output.WriteLine($"{nature}: {Lines} lines read in {sent:0.0} s, tried in {checkedAt - sent:0.0} s, imported in {watch.Elapsed.TotalSeconds - checkedAt:0.0} s; managed memory {await memory.Peak():0.0} MB over idle");
        Assert.True(done.Answer().StartsWith("Importé", StringComparison.Ordinal), tried.Answer());
    }

    /// <summary>What is alive twice a second, after a collection: garbage that waits for one is not counted.</summary>
    private sealed class Sampling
    {
        private volatile bool ends;
        private readonly long before = GC.GetTotalMemory(forceFullCollection: true);
        private readonly Task<long> watching;

        public Sampling() => watching = Task.Run(async () =>
        {
            var peak = 0L;
            while (!ends)
            {
                GC.Collect();
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(500);
            }
            return peak;
        });

        public async Task<double> Peak()
        {
            ends = true;
            return (await watching - before) / 1e6;
        }
    }
}

/// <summary>Says that it was left out, where it was: a measure that was not made is no success.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MeasureFactAttribute : FactAttribute
{
    public MeasureFactAttribute() => Skip = Environment.GetEnvironmentVariable("PLATFORM_MEASURE") is { Length: > 0 } ? null : "Run by infra/dev/measure.";
}
