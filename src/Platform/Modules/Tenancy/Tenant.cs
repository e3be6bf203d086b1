using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

public enum TenantKind : short
{
    [Display(Name = "Alliance d’intercommunalités")] Alliance = 1,
    [Display(Name = "Pôle d’équilibre territorial et rural (PETR)")] Petr,
    [Display(Name = "Coalition métropolitaine")] Coalition,
    [Display(Name = "Entente entre collectivités")] Entente,
    [Display(Name = "Autre coopération")] Other,
}

public enum TenantState : short
{
    [Display(Name = "Actif")] Active = 1,
    [Display(Name = "Suspendu")] Suspended,
    [Display(Name = "Archivé")] Archived,
}

/// <summary>Under which licence anybody may use again what is public; the name and address of each are in <see cref="OpenLicences"/>.</summary>
public enum OpenLicence : short
{
    [Display(Name = "Licence Ouverte 2.0", Description = "Celle de l’État : citer la source et la date, rien d’autre.")] Etalab = 1,
    [Display(Name = "ODbL 1.0", Description = "Citer la source, et partager de même les bases qui en sont tirées.")] Odbl,
    [Display(Name = "Creative Commons Attribution 4.0", Description = "Citer la source et dire ce qui a été changé.")] CreativeCommons,
}

public static class OpenLicences
{
    public static string Address(this OpenLicence licence) => licence switch
    {
        OpenLicence.Odbl => "https://opendatacommons.org/licenses/odbl/1-0/",
        OpenLicence.CreativeCommons => "https://creativecommons.org/licenses/by/4.0/deed.fr",
        _ => "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    };
}

/// <summary>A space: one territorial structure and all its data.</summary>
[Display(Name = "Espace")]
public sealed partial class Tenant : IGlobal, IVersioned
{
    public const int NameLength = 160, AcronymLength = 20, IdentifierLength = 40, UsualFileQuota = 1024, LargestFileQuota = 1024 * 1024, RoadmapTextLength = 800;
    public const int UsualInvitationDays = 14, LongestInvitationDays = 90, UsualLinkDays = 30, UsualDigestHour = 8, UsualReminderHour = 7, UsualGuestMonths = 12, LongestGuestMonths = 60;

    private Tenant() { }

    public Tenant(string identifier, TenantKind kind, string name, string? acronym, DateTimeOffset now)
    {
        if (!IsIdentifier(identifier)) throw new RuleViolation("tenant.identifier");
        (Identifier, Kind, Name, Acronym, CreatedAt, State) = (identifier, kind, name, acronym, now, TenantState.Active);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public int Version { get; set; }
    /// <summary>First segment of the space's addresses: lower-case letters, digits and hyphens.</summary>
    public string Identifier { get; private set; } = "";
    [Display(Name = "Nature")] public TenantKind Kind { get; private set; }
    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    [Display(Name = "Sigle")] public string? Acronym { get; private set; }
    [Display(Name = "SIREN")] public string? Siren { get; private set; }
    [Display(Name = "Fuseau horaire")] public string TimeZone { get; private set; } = "Europe/Paris";
    [Display(Name = "Couleur")] public string Accent { get; private set; } = Contrast.DefaultAccent;
    [Display(Name = "Logo")] public byte[]? Logo { get; private set; }
    [Display(Name = "Format du logo")] public string? LogoType { get; private set; }
    [Display(Name = "Nom d’expéditeur")] public string? SenderName { get; private set; }
    [Display(Name = "Adresse de réponse")] public string? ReplyTo { get; private set; }
    /// <summary>Local hour, on weekdays.</summary>
    [Display(Name = "Heure des récapitulatifs")] public int DigestHour { get; private set; } = UsualDigestHour;
    /// <summary>Local hour, every day.</summary>
    [Display(Name = "Heure des rappels")] public int ReminderHour { get; private set; } = UsualReminderHour;
    /// <summary>How many days an invitation may wait.</summary>
    [Display(Name = "Durée d’une invitation (jours)")] public int InvitationDays { get; private set; } = UsualInvitationDays;
    /// <summary>How many days a personal link lets somebody answer without an account.</summary>
    [Display(Name = "Durée d’un lien personnel (jours)")] public int LinkDays { get; private set; } = UsualLinkDays;
    /// <summary>How many months after a forum the names of its guests are kept.</summary>
    [Display(Name = "Noms des invités d’un forum gardés (mois)")] public int GuestMonths { get; private set; } = UsualGuestMonths;
    /// <summary>Nobody enters with a password alone.</summary>
    [Display(Name = "Double authentification exigée")] public bool NeedsSecondStep { get; private set; }
    /// <summary>JSON object of vocabulary overrides, see <see cref="Vocabulary"/>.</summary>
    [Display(Name = "Vocabulaire")] public string Words { get; private set; } = "{}";
    /// <summary>Comma-separated codes of the modules that are switched off.</summary>
    [Display(Name = "Modules éteints")] public string ModulesOff { get; private set; } = "";
    /// <summary>Off until somebody has read what it shows.</summary>
    [Display(Name = "Feuille de route publique")] public bool HasRoadmap { get; private set; }
    [Display(Name = "Présentation de la feuille de route")] public string? RoadmapText { get; private set; }
    [Display(Name = "Licence des données ouvertes")] public OpenLicence DataLicence { get; private set; } = OpenLicence.Etalab;
    [Display(Name = "État")] public TenantState State { get; private set; }
    /// <summary>Shown on the platform's home.</summary>
    [Display(Name = "Visible sur l’accueil de la plateforme")] public bool IsListed { get; private set; } = true;
    /// <summary>Room for the space’s files, in megabytes: the operator’s to give, since the operator pays for it.</summary>
    [Display(Name = "Place pour les fichiers (Mo)")] public int FileQuota { get; private set; } = UsualFileQuota;
    [Display(Name = "Démonstration")] public bool IsDemonstration { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public List<TenantHost> Hosts { get; private set; } = [];

    public void Rename(string name, string? acronym, string? siren) => (Name, Acronym, Siren) = (name, acronym, Kernel.Siren.Digits(siren));

    public void List(bool listed) => IsListed = listed;

    public void Brand(string accent, string? senderName)
    {
        if (!Contrast.IsReadable(accent)) throw new RuleViolation("tenant.accent");
        (Accent, SenderName) = (accent.ToLowerInvariant(), senderName);
    }

    public void Write(string? replyTo, int digestHour) => (ReplyTo, DigestHour) = (replyTo, digestHour);

    public void RemindAt(int hour) => ReminderHour = hour;

    public void DemandSecondStep(bool needed) => NeedsSecondStep = needed;

    public void InviteFor(int days, int linkDays) => (InvitationDays, LinkDays) = (days, linkDays);

    public void KeepGuests(int months) => GuestMonths = months;

    public void Place(string timeZone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _)) throw new RuleViolation("tenant.timezone");
        TimeZone = timeZone;
    }

    public void ShowLogo(byte[]? logo, string? type) => (Logo, LogoType) = (logo, type);

    public void Speak(Vocabulary words) => Words = words.ToJson();

    public void SwitchOff(IEnumerable<string> modules) => ModulesOff = string.Join(',', modules.Order(StringComparer.Ordinal));

    public void GiveRoom(int megabytes) =>
        FileQuota = megabytes is > 0 and <= LargestFileQuota ? megabytes : throw new RuleViolation("tenant.quota", LargestFileQuota);

    public void Publish(bool roadmap, string? text, OpenLicence licence) => (HasRoadmap, RoadmapText, DataLicence) = (roadmap, text, licence);

    public void Suspend() => State = State == TenantState.Archived ? throw new RuleViolation("tenant.archived") : TenantState.Suspended;

    public void Resume() => State = State == TenantState.Archived ? throw new RuleViolation("tenant.archived") : TenantState.Active;

    public void Archive() => State = TenantState.Archived;

    public void MarkAsDemonstration() => IsDemonstration = true;

    /// <summary>An identifier for that name: the acronym when it makes one, else as many words as fit.</summary>
    public static string Propose(string name, string? acronym)
    {
        foreach (var words in new[] { Folding.Words(acronym), Folding.Words(name) })
        {
            var identifier = "";
            foreach (var plain in words.Select(w => string.Concat(w.Where(char.IsAsciiLetterOrDigit))).SkipWhile(w => w is not [>= 'a' and <= 'z', ..]).Where(w => w.Length > 0))
            {
                var longer = identifier.Length == 0 ? plain : $"{identifier}-{plain}";
                if (longer.Length > IdentifierLength - 3) break;
                identifier = longer;
            }
            if (IsIdentifier(identifier)) return identifier;
        }
        return "espace";
    }

    public static bool IsIdentifier(string? text) => text is not null && Shape().IsMatch(text) && !Reserved.Contains(text);

    // First segments that the platform itself answers.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
        { "api", "health", "dist", "connexion", "deconnexion", "espaces", "mes-espaces", "erreur", "mon-compte", "mot-de-passe-oublie", "nouveau-mot-de-passe", "nouvelle-adresse", "public", "favicon", "robots" };

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.None, 100)]
    private static partial Regex Shape();

    internal sealed class Table : IEntityTypeConfiguration<Tenant>
    {
        public void Configure(EntityTypeBuilder<Tenant> b)
        {
            b.HasKey(t => t.Id);
            // Never generated by EF: every TenantId that points here would be given a temporary value.
            b.Property(t => t.Id).ValueGeneratedNever();
            b.HasIndex(t => t.Identifier).IsUnique();
            b.Property(t => t.Identifier).HasMaxLength(IdentifierLength);
            b.Property(t => t.Name).HasMaxLength(NameLength);
            b.Property(t => t.Acronym).HasMaxLength(AcronymLength);
            b.Property(t => t.Siren).HasMaxLength(9);
            b.Property(t => t.TimeZone).HasMaxLength(60);
            b.Property(t => t.Accent).HasMaxLength(7);
            b.Property(t => t.LogoType).HasMaxLength(40);
            b.Property(t => t.SenderName).HasMaxLength(120);
            b.Property(t => t.ReplyTo).HasMaxLength(254);
            b.Property(t => t.DigestHour).HasDefaultValue(UsualDigestHour);
            b.Property(t => t.ReminderHour).HasDefaultValue(UsualReminderHour);
            b.Property(t => t.InvitationDays).HasDefaultValue(UsualInvitationDays);
            b.Property(t => t.LinkDays).HasDefaultValue(UsualLinkDays);
            b.Property(t => t.Words).HasMaxLength(4000);
            b.Property(t => t.ModulesOff).HasMaxLength(400);
            b.Property(t => t.FileQuota).HasDefaultValue(UsualFileQuota);
            b.Property(t => t.RoadmapText).HasMaxLength(RoadmapTextLength);
            b.Property(t => t.DataLicence).HasDefaultValue(OpenLicence.Etalab).HasSentinel(OpenLicence.Etalab);
        }
    }
}

/// <summary>A host name that leads to a space.</summary>
public sealed class TenantHost : IGlobal
{
    private TenantHost() { }

    public TenantHost(Guid tenantId, string host) => (OfTenantId, Host) = (tenantId, host.ToLowerInvariant());

    public Guid OfTenantId { get; private set; }
    public string Host { get; private set; } = "";

    internal sealed class Table : IEntityTypeConfiguration<TenantHost>
    {
        public void Configure(EntityTypeBuilder<TenantHost> b)
        {
            b.HasKey(h => h.Host);
            b.Property(h => h.Host).HasMaxLength(200);
            b.HasOne<Tenant>().WithMany(t => t.Hosts).HasForeignKey(h => h.OfTenantId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

[Rules]
internal static class TenancyRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["tenant.identifier"] = "L’identifiant commence par une lettre et ne contient que des lettres minuscules, des chiffres et des tirets (2 à 40 caractères)\u00a0; certains mots sont réservés.",
        ["tenant.identifier.taken"] = "Cet identifiant est déjà pris.",
        ["tenant.accent"] = "Cette couleur n’est pas assez foncée\u00a0: le texte blanc posé dessus serait illisible (contraste inférieur à 4,5).",
        ["tenant.timezone"] = "Ce fuseau horaire n’existe pas.",
        ["tenant.quota"] = "La place se compte en mégaoctets, de 1 à {0}.",
        ["tenant.archived"] = "Cet espace est archivé\u00a0: il ne change plus d’état.",
    };
}
