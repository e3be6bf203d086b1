using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Reminders;

/// <summary>The application with a mail server of the test's own, which sends when the test says so: on a database of its own, since
/// the queue is that of all spaces.</summary>
public sealed class Post : App
{
    private readonly Dictionary<string, string?> settings;

    private Post(TestDatabase database, Dictionary<string, string?> settings) : base(database) => this.settings = settings;

    protected override IReadOnlyDictionary<string, string?> Settings => settings;

    public static async Task<Post> With(MailServer server, params (string, string)[] more)
    {
        ArgumentNullException.ThrowIfNull(server);
        var settings = server.Settings;
        foreach (var (name, value) in more) settings[name] = value;
        return Started(new Post(await TestDatabase.NewPostgres(), settings));
    }

    /// <summary>Everything that is due now.</summary>
    public Task<int> Sends() => Services.GetRequiredService<Dispatcher>().Run(CancellationToken.None);
}

/// <summary>One server and one application for the tests of a class; each has spaces and addresses of its own.</summary>
public sealed class PostOffice : IAsyncLifetime
{
    public MailServer Server { get; } = new();
    public Post Post { get; private set; } = null!;

    public async Task InitializeAsync() => Post = await Post.With(Server, ("Mail:PerMinute", "40"));

    public async Task DisposeAsync()
    {
        await Post.DisposeAsync();
        await Server.DisposeAsync();
    }
}

internal static class Letters
{
    public static Letter To(string address, string key, MailCategory category = MailCategory.Reminders) =>
        new(key, category, "Rémi Le Gall", address, $"Où en est « {key} » ?", "Rappel d’essai", ["Une phrase accentuée : où en êtes-vous ?"]) { IsDirect = true };

    public static Task<int> Writes(this World world, params Letter[] letters) => world.Within(db => Mail.QueueOnce(db, world.Space, letters, CancellationToken.None));

    public static Task<int> Writes(this World world, Space from, params Letter[] letters) => world.Within(db => Mail.QueueOnce(db, from, letters, CancellationToken.None), from);

    public static Task<OutboxMessage> Written(this World world, string key) => world.Within(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.IdempotencyKey == key));
}
