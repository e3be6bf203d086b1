using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;
using Platform.Tests.Isolation;

namespace Platform.Tests.Kit;

/// <summary>One row in every table of a space, found in the model, so that a new table is covered the day it is made. Every text
/// holds the space's own <see cref="Canary"/>: seen anywhere else, it is a leak.</summary>
public sealed class Sample
{
    private readonly Dictionary<Type, object> rows = [];

    private Sample(Space space) => (Space, Canary) = (space, $"canary{space.Id.ToString("N")[20..]}");

    public Space Space { get; }
    public string Canary { get; }

    /// <summary>Values that a kind of row cannot do without; everything else follows from the types.</summary>
    private static readonly Dictionary<(string Entity, string Property), Func<Sample, object?>> Particular = new()
    {
        // A draft takes no news: the forms of a promise under way are the ones worth trying.
        [("Commitment", "State")] = _ => Platform.Modules.Engagements.Commitments.CommitmentState.UnderWay,
        // News of it is owed: somebody can be reminded of it.
        [("Commitment", "NextNewsDueOn")] = s => s.Space.Today(TimeProvider.System).AddDays(30),
        // Its holder is an organisation: one or the other, never both.
        [("Commitment", "CoalitionId")] = _ => null,
        [("Commitment", "CadenceDays")] = _ => Platform.Modules.Engagements.Commitments.Commitment.UsualCadence,
        // Everybody may read these, so that public pages have something to show and a leak of the other space's something to be seen by.
        [("Commitment", "Visibility")] = _ => Platform.Modules.Engagements.Commitments.Visibility.Public,
        [("Update", "IsPublic")] = _ => true,
        [("Framework", "IsPublic")] = _ => true,
        [("Coalition", "IsPublic")] = _ => true,
        // The commitment above has number 1: the next is 2.
        [("Sequence", "Series")] = _ => Platform.Modules.Engagements.Commitments.LogCommitment.Series,
        // Still an idea, carried by the organisation: not the person too, and not yet the commitment above. The next is number 1.
        [("Lead", "SponsorPersonId")] = _ => null,
        [("Lead", "CommitmentId")] = _ => null,
        [("Lead", "Number")] = _ => 7,
        // A run that nobody renews any more: the import's own acts are free.
        [("ImportRun", "AliveUntil")] = _ => TimeProvider.System.GetUtcNow().AddHours(-1),
        [("Organisation", "WebSite")] = s => $"https://{s.Canary}.example.org",
        // It hangs on the commitment itself, and its one chunk is all of it.
        [("Document", "CoalitionId")] = _ => null,
        [("Document", "UpdateId")] = _ => null,
        [("Document", "MeasureId")] = _ => null,
        [("Document", "ReceivedNewsId")] = _ => null,
        [("Document", "AgendaItemId")] = _ => null,
        [("Document", "CascadeLineId")] = _ => null,
        [("Document", "ForumSessionId")] = _ => null,
        [("Document", "ForumEditionId")] = _ => null,
        [("Document", "Address")] = _ => null,
        [("Document", "RemovedBy")] = _ => null,
        [("Document", "RemovedReason")] = _ => null,
        [("Document", "MediaType")] = _ => "application/pdf",
        [("DocumentChunk", "Number")] = _ => 0,
        // Waiting to be read.
        [("ReceivedNews", "UpdateId")] = _ => null,
        // Withdrawn: what is tried may be verified anew.
        [("Verification", "UpdateId")] = _ => null,
        [("Verification", "MeasureId")] = _ => null,
        [("SupportRequest", "Reason")] = _ => null,
        [("LegalInformation", "Phone")] = _ => "02 99 70 34 34",
        [("Framework", "StartYear")] = s => s.Space.Today(TimeProvider.System).Year - 1,
        [("Framework", "EndYear")] = s => s.Space.Today(TimeProvider.System).Year + 4,
        [("Objective", "BaselineYear")] = s => s.Space.Today(TimeProvider.System).Year - 1,
        [("Objective", "TargetYear")] = s => s.Space.Today(TimeProvider.System).Year + 4,
        [("Objective", "Target")] = _ => 9m,
        // It decides, in numbers that its decisions can have.
        [("Body", "Decides")] = _ => true,
        [("Body", "Code")] = _ => "AG",
        [("Decision", "Rank")] = _ => 1,
        [("Decision", "RankYear")] = s => s.Space.Today(TimeProvider.System).Year,
        [("Decision", "Code")] = s => s.Canary,
        [("Decision", "Subject")] = _ => null,
        [("Decision", "ItemId")] = _ => null,
        [("DecisionRules", "Pattern")] = _ => Platform.Modules.Governance.Decisions.DecisionRules.UsualPattern,
        [("DecisionRules", "Siret")] = _ => "24350074100012",
        // The forms of a session are the ones worth trying.
        [("Meeting", "State")] = _ => Platform.Modules.Governance.Contract.MeetingState.Open,
        [("Meeting", "VideoLink")] = s => $"https://{s.Canary}.example.org",
        [("AgendaItem", "DocumentAddress")] = s => $"https://{s.Canary}.example.org",
        [("CascadeLine", "DocumentAddress")] = s => $"https://{s.Canary}.example.org",
        [("Attendance", "AnswerToId")] = _ => null,
        [("Attendance", "PresenceToId")] = _ => null,
        [("Attendance", "Votes")] = _ => true,
        // Everybody may read it, and its session stands in the programme.
        [("ForumEdition", "IsPublic")] = _ => true,
        // Whoever likes may register, today still.
        [("ForumEdition", "IsOpenToAll")] = _ => true,
        [("ForumEdition", "RegistrationUntil")] = s => s.Space.Today(TimeProvider.System),
        [("ForumEdition", "CancelledReason")] = _ => null,
        [("ForumEdition", "OnlineLink")] = s => $"https://{s.Canary}.example.org",
        [("CoalitionRhythm", "Time")] = _ => "18:30",
        [("ForumEdition", "Year")] = s => s.Space.Today(TimeProvider.System).Year,
        [("ForumGuest", "Email")] = s => $"{s.Canary}@example.org",
        [("ForumGuest", "EmailKey")] = s => $"{s.Canary}@example.org",
        [("ForumGuest", "GroupId")] = _ => null,
        // What it says in words is in its file.
        [("ForumQuestion", "Kind")] = _ => Platform.Modules.Forum.Closing.QuestionKind.Words,
        [("ForumPoster", "MediaType")] = _ => "image/png",
        [("ForumSession", "StartMinute")] = _ => 600,
        [("ForumSession", "EndMinute")] = _ => 660,
        [("ForumSession", "Day")] = _ => 0,
        // A rule that can be read, and a task that comes back in months that exist.
        [("ReminderRule", "Kind")] = _ => Platform.Modules.Reminders.Contract.ReminderKind.News,
        [("ReminderRule", "Steps")] = _ => "J-7 : référent ; J : référent",
        [("Obligation", "Opened")] = _ => 1,
        // Nobody's own: everybody in the space sees it.
        [("SavedView", "IsShared")] = _ => true,
        [("SavedView", "List")] = _ => "engagements",
    };

    public static Task<Sample> In(World world, Space space)
    {
        ArgumentNullException.ThrowIfNull(world);
        return In(world.App, space);
    }

    /// <summary>What the space has of each kind, and what it lacks is made.</summary>
    public static async Task<Sample> In(App app, Space space)
    {
        ArgumentNullException.ThrowIfNull(app);
        var sample = new Sample(space);
        await app.Services.GetRequiredService<TenantScopes>().Run(space.Id, "test", async services =>
        {
            var db = services.GetRequiredService<PlatformDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            // One look tells which tables are worth a question each.
            var print = await Sql.Print(app.Database, space.Id);
            foreach (var entity in InOrder(db.Model)) await sample.Make(db, entity, !print[entity.GetTableName()!].StartsWith("0 rows", StringComparison.Ordinal));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        return sample;
    }

    /// <summary>The rows that a space already has: one of each kind, nothing made.</summary>
    public static async Task<Sample> Found(App app, Space space)
    {
        ArgumentNullException.ThrowIfNull(app);
        var sample = new Sample(space);
        await app.Services.GetRequiredService<TenantScopes>().Run(space.Id, "test", async services =>
        {
            var db = services.GetRequiredService<PlatformDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var entity in InOrder(db.Model))
                if (await db.FirstOfSpace(entity.ClrType, space.Id) is { } row) sample.rows[entity.ClrType] = row;
        });
        return sample;
    }

    /// <summary>Identifier of the space's row of that class.</summary>
    public Guid Of<T>() where T : TenantOwned => ((T)rows[typeof(T)]).Id;

    /// <summary>The row that a parameter of this name wants: OrganisationId, porteur… A bare "Id" wants what the first telling hint
    /// names. Null when the space has none.</summary>
    public TenantOwned? Find(string parameter, IEnumerable<string> hints)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var kind = hints.Prepend(parameter.Split('.')[^1].Split('[')[0]).Select(Kind).FirstOrDefault(k => k is not null);
        return kind is null ? null : (TenantOwned?)rows.GetValueOrDefault(kind);
    }

    /// <summary>Its identifier, or any row's for want of the right one.</summary>
    public Guid Named(string parameter, IEnumerable<string> hints) => (Find(parameter, hints) ?? rows.Values.OfType<TenantOwned>().First()).Id;

    /// <summary>This space's row of the kind that the identifier names in the other.</summary>
    public Guid Like(Sample other, Guid id)
    {
        ArgumentNullException.ThrowIfNull(other);
        var kind = other.rows.Values.OfType<TenantOwned>().FirstOrDefault(r => r.Id == id)?.GetType();
        return kind is null ? Named("", []) : ((TenantOwned)rows[kind]).Id;
    }

    /// <summary>True for a word that names a kind of row, in English as in the code or in French as in addresses.</summary>
    public static bool Speaks(string word) => Words.ContainsKey(word);

    private static Type? Kind(string word)
    {
        var name = Words.GetValueOrDefault(word, word.EndsWith("Ids", StringComparison.Ordinal) ? word[..^3] : word.EndsWith("Id", StringComparison.OrdinalIgnoreCase) ? word[..^2] : word);
        return Kinds.GetValueOrDefault(name);
    }

    private static readonly Dictionary<string, Type> Kinds = typeof(TenantOwned).Assembly.GetTypes()
        .Where(t => t.IsAssignableTo(typeof(TenantOwned)) && !t.IsAbstract).ToDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["acces"] = "Membership",
        ["pistes"] = "Lead",
        ["piste"] = "Lead",
        ["FromLeadId"] = "Lead",
        ["question"] = "ScreeningQuestion",
        ["SponsorId"] = "Organisation",
        ["line"] = "GuideLine",
        ["member"] = "CoalitionMember",
        ["term"] = "CoalitionFacilitator",
        ["mandat"] = "Mandate",
        ["mesures"] = "Measure",
        ["indicateurs"] = "Indicator",
        ["nouvelles"] = "Update",
        ["recue"] = "ReceivedNews",
        ["Role"] = "OrganisationRole",
        ["objectifs"] = "Objective",
        ["themes"] = "Theme",
        ["axes"] = "Axis",
        ["releves"] = "ObjectiveValue",
        ["Value"] = "ObjectiveValue",
        ["engagements"] = "Commitment",
        ["vues"] = "SavedView",
        ["imports"] = "ImportBatch",
        ["acte"] = "LastAct",
        ["coalitions"] = "Coalition",
        ["cadres"] = "Framework",
        ["membres"] = "Organisation",
        ["messages"] = "OutboxMessage",
        ["personnes"] = "Person",
        ["instances"] = "Body",
        ["porteur"] = "Organisation",
        ["suivi"] = "Person",
        ["axe"] = "Axis",
        ["theme"] = "Theme",
        ["coalition"] = "Coalition",
        ["documents"] = "Document",
        ["demandes"] = "SupportRequest",
        ["round"] = "RoadMapRound",
        ["validations"] = "RoadMapRound",
        ["HolderId"] = "Organisation",
        ["LeadId"] = "Organisation",
        ["Done"] = "Measure",
        ["HolderIds"] = "Organisation",
        ["ResponsibleId"] = "Person",
        ["forum"] = "ForumEdition",
        ["EditionId"] = "ForumEdition",
        ["series"] = "ForumSeries",
        ["SeriesId"] = "ForumSeries",
        ["etape"] = "ForumMilestone",
        ["Moving.Id"] = "ForumMilestone",
        ["seances"] = "ForumSession",
        ["seance"] = "ForumSession",
        ["RoomId"] = "ForumRoom",
        ["TrackId"] = "ForumTrack",
        ["HostId"] = "Organisation",
        ["invites"] = "ForumGuest",
        ["invite"] = "ForumGuest",
        ["GroupId"] = "ForumGroup",
        ["GuestId"] = "ForumGuest",
        ["demande"] = "StandRequest",
        ["SessionId"] = "ForumSession",
        ["document"] = "Document",
        ["Speakers"] = "Person",
        ["StepId"] = "ForumStep",
        ["reunions"] = "Meeting",
        ["decisions"] = "Decision",
        ["declinaison"] = "CascadeLine",
        ["ligne"] = "CascadeLine",
        ["Point"] = "AgendaItem",
        ["ItemId"] = "AgendaItem",
        ["SeatId"] = "Attendance",
        ["ToId"] = "Attendance",
        ["SubstituteId"] = "Attendance",
        ["ProxyId"] = "Attendance",
        ["ChairId"] = "Person",
        ["SecretaryId"] = "Person",
        ["PresenterId"] = "Person",
        ["obligations"] = "Obligation",
        ["taches"] = "ObligationTask",
        ["maintenant"] = "Commitment",
    };

    private async Task Make(PlatformDb db, IEntityType entity, bool mayExist)
    {
        if (mayExist && await db.FirstOfSpace(entity.ClrType, Space.Id) is { } existing)
        {
            rows[entity.ClrType] = existing;
            return;
        }
        var row = Activator.CreateInstance(entity.ClrType, nonPublic: true)!;
        var entry = db.Entry(row);
        foreach (var property in entity.GetProperties().Where(p => p.Name is not (nameof(ITenantOwned.TenantId) or nameof(IVersioned.Version)) && !(p.Name == nameof(TenantOwned.Id) && row is TenantOwned)))
            entry.Property(property.Name).CurrentValue = Particular.TryGetValue((entity.ClrType.Name, property.Name), out var value)
                ? value(this)
                : Parent(property) ?? Value(property, entry.Property(property.Name).CurrentValue);
        entry.State = EntityState.Added;
        rows[entity.ClrType] = row;
    }

    private object? Parent(IProperty property)
    {
        foreach (var foreign in property.GetContainingForeignKeys())
        {
            var at = foreign.Properties.ToList().IndexOf(property);
            if (rows.TryGetValue(foreign.PrincipalEntityType.ClrType, out var parent))
                return foreign.PrincipalKey.Properties[at].PropertyInfo!.GetValue(parent);
        }
        return null;
    }

    private object? Value(IProperty property, object? current)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(string)) return current is string { Length: > 0 } usual ? usual : Text(property);
        // What is not compulsory and is no text stays open: nothing has ended, nothing is closed.
        if (property.IsNullable) return null;
        if (type.IsEnum) return current is not null && Enum.IsDefined(type, current) && Convert.ToInt64(current) != 0 ? current : Enum.GetValues(type).Cast<object>().First(v => Convert.ToInt64(v) != 0);
        if (type == typeof(DateOnly)) return Space.Today(TimeProvider.System);
        if (type == typeof(DateTimeOffset)) return TimeProvider.System.GetUtcNow();
        if (type == typeof(Guid)) return Guid.CreateVersion7();
        if (type == typeof(bool)) return current;
        if (type == typeof(byte[])) return new byte[] { 1 };
        return Convert.ChangeType(1, type);
    }

    private string Text(IProperty property)
    {
        var text = property.Name.EndsWith("Key", StringComparison.Ordinal) ? Folding.Key(Canary) : Canary;
        return property.GetMaxLength() is { } length and > 0 && length < text.Length ? new string('1', length) : text;
    }

    // Parents before children; a reference that would go in a circle stays empty.
    private static List<IEntityType> InOrder(IModel model)
    {
        var left = model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(ITenantOwned))).OrderBy(e => e.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<IEntityType>();
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(e => !Parents(e, f => true).Any(left.Contains)) ?? left.First(e => !Parents(e, f => f.IsRequired).Any(left.Contains));
            ordered.Add(next);
            left.Remove(next);
        }
        return ordered;

        static IEnumerable<IEntityType> Parents(IEntityType entity, Func<IForeignKey, bool> which) =>
            entity.GetForeignKeys().Where(which).Select(f => f.PrincipalEntityType).Where(p => p != entity);
    }
}

internal static class SampleQueries
{
    private static readonly System.Reflection.MethodInfo First = typeof(SampleQueries).GetMethod(nameof(FirstOf), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;

    public static Task<object?> FirstOfSpace(this PlatformDb db, Type entity, Guid space) => (Task<object?>)First.MakeGenericMethod(entity).Invoke(null, [db, space])!;

    // The space said in full: with the walls down, the filter would not say it. Ordered: the row made first is the one tried
    // (of the memberships, Alice’s), whatever order the engine reads them in.
    private static async Task<object?> FirstOf<T>(PlatformDb db, Guid space) where T : class, ITenantOwned
    {
        var key = db.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties[^1];
        var rows = db.Set<T>().Where(r => r.TenantId == space);
        return await (key.ClrType == typeof(Guid) ? rows.OrderBy(r => EF.Property<Guid>(r, key.Name)) : rows).FirstOrDefaultAsync();
    }
}
