using Platform.Kernel;

namespace Platform.Modules.Tenancy;

/// <summary>What the application knows of a space on every request, cached by <see cref="SpaceDirectory"/>.</summary>
public sealed record Space(Guid Id, string Identifier, TenantKind Kind, string Name, string? Acronym, TimeZoneInfo TimeZone,
    string Accent, bool HasLogo, int Version, string SenderName, Vocabulary Words, IReadOnlySet<string> ModulesOff,
    TenantState State, bool IsDemonstration)
{
    /// <summary>The sigle when there is one: what titles and menus show.</summary>
    public string ShortName => string.IsNullOrEmpty(Acronym) ? Name : Acronym;

    public bool HasRoadmap { get; init; }
    /// <summary>Where answers to the space's mails go; null: nowhere but the sender's address.</summary>
    public string? ReplyTo { get; init; }
    /// <summary>Local hour at which digests go.</summary>
    public int DigestHour { get; init; } = Tenant.UsualDigestHour;
    /// <summary>Local hour at which reminders go.</summary>
    public int ReminderHour { get; init; } = Tenant.UsualReminderHour;
    /// <summary>How long a personal link serves.</summary>
    public int LinkDays { get; init; } = Tenant.UsualLinkDays;
    /// <summary>How many months after a forum the names of its guests are kept.</summary>
    public int GuestMonths { get; init; } = Tenant.UsualGuestMonths;
    public OpenLicence DataLicence { get; init; } = OpenLicence.Etalab;
    public string? LogoType { get; init; }
    /// <summary>Whoever opened their session with a password alone is led to the second step first. Not those of a demonstration, who have neither.</summary>
    public bool NeedsSecondStep { get; init; }
    /// <summary>The space's own host name; null when it has none.</summary>
    public string? Host { get; init; }

    // The road map is made of commitments: without them there is none.
    public bool Has(string module) => module == SpaceModules.Roadmap ? HasRoadmap && Has(SpaceModules.Engagements) : !ModulesOff.Contains(module);

    public DateOnly Today(TimeProvider clock) => On(clock.GetUtcNow());

    public DateOnly On(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime);

    /// <summary>The instant at which that day begins there.</summary>
    internal DateTimeOffset Dawn(DateOnly day) => LocalTime.Instant(TimeZone, day, TimeOnly.MinValue);

    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime;
}

/// <summary>The space of this scope. Entered once; before that, no row can be read or written.</summary>
public sealed class CurrentTenant
{
    private Space? space;

    public Space Space => space ?? throw new InvalidOperationException("No space in this scope.");
    public Space? SpaceOrNull => space;
    public Guid Id => Space.Id;
    public Guid? IdOrNull => space?.Id;

    public void Enter(Space entered)
    {
        if (space is not null) throw new InvalidOperationException("This scope already is in a space.");
        space = entered;
    }
}
