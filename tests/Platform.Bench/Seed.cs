using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Bench;

/// <summary>Fills an empty, migrated database: the first space holds a tenth of all commitments whatever the number of spaces, so that
/// what is measured in it can be compared; the others share the rest. Three news a commitment.</summary>
internal static class Seed
{
    public const string Space = "banc", Email = "banc@example.org", Password = "une phrase de passe pour le banc";
    private const int Chunk = 5_000;

    private static readonly string[] Acts = ["Rénover", "Ouvrir", "Mutualiser", "Financer", "Planter", "Relier", "Former", "Accueillir", "Réduire", "Observer", "Partager", "Équiper"];
    private static readonly string[] Things = ["les écoles", "la voie verte", "un guichet du logement", "les haies", "la flotte de vélos", "la restauration collective", "les zones humides", "l’éclairage", "la déchèterie", "un tiers-lieu", "les chemins ruraux", "la salle des fêtes", "le réseau de chaleur", "la maison de santé"];
    private static readonly string[] Places = ["du bourg", "de la vallée", "des deux rives", "du canton", "du littoral", "de la plaine", "des hameaux", "du plateau", "de la ville centre", "des communes nouvelles"];

    public static async Task Run(Options options)
    {
        var (total, spaces) = (options.Number("commitments"), options.Number("tenants"));
        await using var source = NpgsqlDataSource.Create(options.Text("connection") + ";Command Timeout=0");
        await using var connection = await source.OpenConnectionAsync();
        async Task Sql(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        await Sql("SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'");
        var indexes = await Indexes(connection);
        foreach (var index in indexes) await Sql($"DROP INDEX \"{index.Name}\"");

        using var db = Model();
        var copy = new BulkCopy(connection, db.Model);
        var now = DateTimeOffset.UtcNow;
        var account = new Account(Email, "Banc d’essai", now) { NormalizedEmail = Email.ToUpperInvariant(), NormalizedUserName = Email.ToUpperInvariant(), SecurityStamp = Guid.NewGuid().ToString(), ConcurrencyStamp = Guid.NewGuid().ToString() };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        await copy.Write<Account>(null, [account]);
        var made = 0;
        for (var i = 0; i < spaces; i++)
        {
            var share = i == 0 ? total / 10 : (total - total / 10) / (spaces - 1) + (i <= (total - total / 10) % (spaces - 1) ? 1 : 0);
            var tenant = new Tenant(i == 0 ? Space : $"banc-{i}", TenantKind.Alliance, i == 0 ? "Banc d’essai" : $"Espace {i}", null, now);
            tenant.Publish(true, null, OpenLicence.Etalab);
            await copy.Write<Tenant>(null, [tenant]);
            await Fill(copy, tenant.Id, share, i == 0 ? account : null, now);
            made += share;
            if (i % Math.Max(1, spaces / 10) == 0) Console.WriteLine($"{made:N0} commitments in {i + 1:N0} spaces…");
        }
        Console.WriteLine("Indexes and statistics…");
        foreach (var index in indexes) await Sql(index.Definition);
        await Sql("VACUUM ANALYZE");
    }

    private static async Task Fill(BulkCopy copy, Guid space, int share, Account? account, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var random = new Random(share);
        var large = share > 1000;
        var organisations = Enumerable.Range(1, large ? 60 : 8).Select(n => new Organisation(OrganisationKind.Epci, $"Communauté de communes {n}")).ToList();
        foreach (var o in organisations) o.StartRole(RoleKind.Member, today.AddYears(-5));
        var people = Enumerable.Range(1, large ? 20 : 3).Select(n => new Person("Camille", $"Suivi {n}", Platform.Modules.Members.Contract.Standing.Staff)).ToList();
        var framework = new Framework("Projet de territoire", null, today.Year - 3, today.Year + 3);
        var axes = Enumerable.Range(1, 5).Select(n => framework.AddAxis(n, $"Axe {n}")).ToList();
        var themes = Enumerable.Range(0, large ? 12 : 4).Select(n => new Theme($"Thème {n + 1}", n % Theme.Colours, n, axes[n % axes.Count].Id)).ToList();
        var coalitions = Enumerable.Range(1, large ? 8 : 2).Select(n => new Coalition($"Coalition {n}", today.AddYears(-2))).ToList();
        await copy.Write(space, organisations);
        await copy.Write(space, organisations.SelectMany(o => Own(o.Roles, "OrganisationId", o.Id)).ToList());
        await copy.Write(space, people);
        await copy.Write<Framework>(space, [framework]);
        await copy.Write(space, Own(axes, "FrameworkId", framework.Id).ToList());
        await copy.Write(space, themes);
        await copy.Write(space, coalitions);
        await copy.Write(space, organisations.SelectMany(o => Terms(SearchKind.Organisation, o.Id, [o.Name])).ToList());
        if (account is not null) await copy.Write<Membership>(space, [new Membership(account.Id, account.Name, Roles.Administrator, now)]);

        var by = new Author(null, "Équipe");
        for (var first = 1; first <= share; first += Chunk)
        {
            var chunk = new List<Commitment>();
            var terms = new List<SearchTerm>();
            for (var number = first; number < first + Chunk && number <= share; number++)
            {
                var c = Commitment(number);
                chunk.Add(c);
                terms.AddRange(Terms(SearchKind.Commitment, c.Id, [c.Title, c.Number.ToString(), .. c.Holders.Select(h => organisations.Find(o => o.Id == h.OrganisationId)!.Name)]));
            }
            await copy.Write(space, chunk);
            await copy.Write(space, chunk.SelectMany(c => Own(c.Holders, "CommitmentId", c.Id)).ToList());
            await copy.Write(space, chunk.SelectMany(c => Own(c.Measures, "CommitmentId", c.Id)).ToList());
            await copy.Write(space, chunk.SelectMany(c => Own(c.Transitions, "CommitmentId", c.Id)).ToList());
            await copy.Write(space, chunk.SelectMany(c => Own(c.Updates, "CommitmentId", c.Id)).ToList());
            await copy.Write(space, terms);
        }
        await copy.Write(space, [Sequence(share)]);

        Commitment Commitment(int number)
        {
            var start = today.AddDays(-random.Next(60, 1000));
            var c = new Commitment(number, $"{Acts[random.Next(Acts.Length)]} {Things[random.Next(Things.Length)]} {Places[random.Next(Places.Length)]}, lot {number}", Guid.CreateVersion7(), start, now, by);
            c.Describe(c.Title, "Ce que les membres ont promis ensemble, dit en deux phrases. Chacun sait ce qui lui revient et pour quand.", null);
            c.Plan(start, start.AddDays(random.Next(200, 1500)), 90);
            var held = random.Next(10) == 0;
            var theme = themes[random.Next(themes.Count)];
            c.HeldBy(held ? [] : [.. random.GetItems(organisations.ToArray(), random.Next(1, 4)).Select(o => o.Id).Distinct()], held ? coalitions[random.Next(coalitions.Count)].Id : null);
            c.Place(theme.Id, theme.AxisId, []);
            c.FollowedBy(null, people[random.Next(people.Count)].Id);
            c.Show(random.Next(3) == 0 ? Visibility.Internal : Visibility.Public);
            c.Measures.Add(new Measure("Étudier et chiffrer", 1, start.AddDays(90)));
            c.Measures.Add(new Measure("Réaliser", 2, start.AddDays(400)));
            foreach (var state in Moves.Road(CommitmentState.UnderWay)) c.To(state, start, now, by);
            // News within the last year, most of it recent, recorded on its day.
            for (var i = 3; i >= 1; i--)
            {
                var on = today.AddDays(-Math.Min(random.Next(i * 20, i * 100), today.DayNumber - start.DayNumber));
                c.Tell(new Update(c.Id, Guid.CreateVersion7(), (UpdateStatus)random.Next(1, 4), (4 - i) * 20, "Le groupe s’est réuni, les devis sont demandés et le calendrier tient.", on, new DateTimeOffset(on, new TimeOnly(9, 0), TimeSpan.Zero), today, by));
            }
            if (random.Next(4) == 0) c.To(random.Next(3) == 0 ? CommitmentState.Abandoned : CommitmentState.Kept, today.AddDays(-random.Next(1, 30)), now, by, "Le but est atteint ou n’a plus lieu d’être.");
            return c;
        }
    }

    private static IEnumerable<SearchTerm> Terms(SearchKind kind, Guid owner, IEnumerable<string> texts) =>
        texts.SelectMany(Folding.Words).Distinct(StringComparer.Ordinal).Select(word => new SearchTerm(kind, word, owner));

    /// <summary>Gives the parts their whole, which EF does when it saves.</summary>
    private static IEnumerable<T> Own<T>(IEnumerable<T> parts, string key, Guid whole)
    {
        var property = typeof(T).GetProperty(key)!;
        foreach (var part in parts)
        {
            property.SetValue(part, whole);
            yield return part;
        }
    }

    private static Sequence Sequence(int last)
    {
        var row = (Sequence)Activator.CreateInstance(typeof(Sequence), nonPublic: true)!;
        typeof(Sequence).GetProperty(nameof(Data.Sequence.Series))!.SetValue(row, LogCommitment.Series);
        typeof(Sequence).GetProperty(nameof(Data.Sequence.Last))!.SetValue(row, last);
        return row;
    }

    /// <summary>Those that no constraint needs: made again at the end, in one pass over what was written.</summary>
    private static async Task<List<(string Name, string Definition)>> Indexes(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("""
            SELECT i.indexname, i.indexdef FROM pg_indexes i
            WHERE i.schemaname = 'public' AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)
            """, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(string, string)>();
        while (await reader.ReadAsync()) found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }

    internal static PostgresDb Model() => new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql().Options);
}
