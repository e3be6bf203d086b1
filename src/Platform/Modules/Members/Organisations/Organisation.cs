using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Members.Organisations;

/// <summary>An actor of the territory. What it is to the space, and when, is in its roles; it is archived, never deleted.</summary>
[Display(Name = "Organisation")]
public sealed class Organisation : TenantOwned
{
    public const int NameLength = 200, ShortNameLength = 60, SeatLength = 120, WebSiteLength = 300, NotesLength = 4000;

    private Organisation() { }

    public Organisation(OrganisationKind kind, string name, string? shortName = null, string? siren = null, string? inseeCode = null, string? seat = null)
    {
        Describe(kind, name, shortName, seat);
        Identify(siren, inseeCode);
    }

    [Display(Name = "Nature")] public OrganisationKind Kind { get; private set; }
    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    [Display(Name = "Nom court")] public string? ShortName { get; private set; }
    public string NameKey { get; private set; } = "";
    [Display(Name = "SIREN")] public string? Siren { get; private set; }
    [Display(Name = "Code INSEE")] public string? InseeCode { get; private set; }
    [Display(Name = "Siège")] public string? Seat { get; private set; }
    [Display(Name = "Site web")] public string? WebSite { get; private set; }
    [Display(Name = "Remarques")] public string? Notes { get; private set; }
    [Display(Name = "Archivée le")] public DateTimeOffset? ArchivedAt { get; private set; }
    public List<OrganisationRole> Roles { get; private set; } = [];
    /// <summary>What it is searched by; whoever changes it calls <see cref="Shared.Search.SearchTerms"/> in the same transaction.</summary>
    public IEnumerable<string?> Searched => [Name, ShortName, Seat, Siren];
    public override string Label => Name;

    public void Describe(OrganisationKind kind, string name, string? shortName, string? seat)
    {
        (Kind, Name, ShortName, Seat) = (kind, name, shortName, seat);
        NameKey = Folding.Key(name);
    }

    /// <exception cref="RuleViolation">The SIREN's check digit is wrong.</exception>
    public void Identify(string? siren, string? inseeCode)
    {
        if (siren is not null && !Kernel.Siren.IsValid(siren)) throw new RuleViolation("organisation.siren");
        (Siren, InseeCode) = (Kernel.Siren.Digits(siren), inseeCode);
    }

    public void Annotate(string? webSite, string? notes) => (WebSite, Notes) = (webSite, notes);

    /// <summary>Several roles, and the same one several times, but never the same one twice on one day.</summary>
    public OrganisationRole StartRole(RoleKind kind, DateOnly start, DateOnly? end = null)
    {
        if (ArchivedAt is not null) throw new RuleViolation("organisation.archived");
        var role = new OrganisationRole(this, kind, start, end);
        if (Roles.Exists(r => r.Kind == kind && r.Overlaps(start, end))) throw new RuleViolation("organisation.role.overlap");
        Roles.Add(role);
        return role;
    }

    /// <summary>Ends a role, corrects its dates, or opens it again (no end).</summary>
    public void DateRole(Guid roleId, DateOnly start, DateOnly? end)
    {
        var role = Roles.Find(r => r.Id == roleId) ?? throw new NotFound(nameof(OrganisationRole));
        if (Roles.Exists(r => r != role && r.Kind == role.Kind && r.Overlaps(start, end))) throw new RuleViolation("organisation.role.overlap");
        role.Run(this, start, end);
    }

    /// <summary>Takes away a role that was entered by mistake. A role that was held is ended, not withdrawn.</summary>
    public void WithdrawRole(Guid roleId) => Roles.Remove(Roles.Find(r => r.Id == roleId) ?? throw new NotFound(nameof(OrganisationRole)));

    public void Archive(DateTimeOffset now, DateOnly today)
    {
        if (Roles.Exists(r => r.IsRunningOn(today))) throw new RuleViolation("organisation.role.running");
        ArchivedAt ??= now;
    }

    public void Restore() => ArchivedAt = null;

    // Acts on many at once. False, or null: it was so already.

    public bool Rank(OrganisationKind kind)
    {
        if (Kind == kind) return false;
        Kind = kind;
        return true;
    }

    /// <summary>The role begun; null when it runs on that day already.</summary>
    public OrganisationRole? TakeRole(RoleKind kind, DateOnly start) => Roles.Exists(r => r.Kind == kind && r.IsRunningOn(start)) ? null : StartRole(kind, start);

    /// <exception cref="RuleViolation">It does not run on that day.</exception>
    public bool EndRole(RoleKind kind, DateOnly end)
    {
        var role = Roles.Find(r => r.Kind == kind && r.IsRunningOn(end)) ?? throw new RuleViolation("organisation.role.none");
        if (role.End == end) return false;
        DateRole(role.Id, role.Start, end);
        return true;
    }

    internal sealed class Table : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> b)
        {
            b.Property(o => o.Name).HasMaxLength(NameLength);
            b.Property(o => o.ShortName).HasMaxLength(ShortNameLength);
            b.Property(o => o.NameKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(o => o.Siren).HasMaxLength(Kernel.Siren.Length);
            b.Property(o => o.InseeCode).HasMaxLength(5);
            b.Property(o => o.Seat).HasMaxLength(SeatLength);
            b.Property(o => o.WebSite).HasMaxLength(WebSiteLength);
            b.Property(o => o.Notes).HasMaxLength(NotesLength);
            b.HasIndex(o => new { o.TenantId, o.NameKey, o.Id });
            // Several may have none: SQL Server's provider filters the nulls out of a unique index, PostgreSQL never compares them.
            b.HasIndex(o => new { o.TenantId, o.Siren }).IsUnique();
            b.HasParts(o => o.Roles, nameof(OrganisationRole.OrganisationId));
        }
    }
}

/// <summary>What an organisation is to the space between two dates, both included.</summary>
[Display(Name = "Rôle d’une organisation")]
public sealed class OrganisationRole : TenantOwned
{
    private string of = "";

    private OrganisationRole() { }

    internal OrganisationRole(Organisation organisation, RoleKind kind, DateOnly start, DateOnly? end)
    {
        (OrganisationId, Kind) = (organisation.Id, kind);
        Run(organisation, start, end);
    }

    public Guid OrganisationId { get; private set; }
    [Display(Name = "Rôle")] public RoleKind Kind { get; private set; }
    [Display(Name = "Début")] public DateOnly Start { get; private set; }
    [Display(Name = "Fin")] public DateOnly? End { get; private set; }
    public override string Label => $"{EnumNames.Of(Kind)} : {of}";

    public bool IsRunningOn(DateOnly day) => Start <= day && (End is null || End >= day);

    /// <summary>Those that hold on that day.</summary>
    internal static IQueryable<OrganisationRole> RunningOn(PlatformDb db, DateOnly day) => db.Set<OrganisationRole>().Where(r => r.Start <= day && (r.End == null || r.End >= day));

    internal bool Overlaps(DateOnly start, DateOnly? end) => (end is null || Start <= end) && (End is null || End >= start);

    internal void Run(Organisation organisation, DateOnly start, DateOnly? end)
    {
        if (end < start) throw new RuleViolation("organisation.role.dates");
        (Start, End, of) = (start, end, organisation.Name);
    }

    internal sealed class Table : IEntityTypeConfiguration<OrganisationRole>
    {
        public void Configure(EntityTypeBuilder<OrganisationRole> b)
        {
            b.HasIndex(r => new { r.TenantId, r.OrganisationId });
            b.HasIndex(r => new { r.TenantId, r.Kind, r.OrganisationId });
        }
    }
}
