using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;
using Platform.Modules.Shared;

namespace Platform.Modules.Reminders.Obligations;

/// <summary>Something that comes back whether anybody thinks of it or not. Its tasks open by themselves, one per occurrence, or one per
/// member and occurrence.</summary>
[Display(Name = "Obligation récurrente")]
public sealed class Obligation : TenantOwned
{
    public const int TitleLength = 160, DetailsLength = 2000, SourceLength = 300, UsualLead = 45, LongestLead = 365;

    private Obligation() { }

    public Obligation(string title) => Call(title);

    [Display(Name = "Intitulé")] public string Title { get; private set; } = "";
    public string TitleKey { get; private set; } = "";
    [Display(Name = "Ce qui est attendu")] public string? Details { get; private set; }
    /// <summary>The law, the statutes, the contract that wants it.</summary>
    [Display(Name = "Texte qui l’impose")] public string? Source { get; private set; }
    /// <summary>The occurrence from which the others are counted.</summary>
    [Display(Name = "À compter du")] public DateOnly FirstOn { get; private set; }
    [Display(Name = "Tous les (mois)")] public int EveryMonths { get; private set; } = 12;
    [Display(Name = "Une tâche par membre")] public bool PerMember { get; private set; }
    [Display(Name = "S’ouvre (jours avant)")] public int LeadDays { get; private set; } = UsualLead;
    [Display(Name = "Responsable")] public Guid? OwnerId { get; private set; }
    [Display(Name = "Terminée le")] public DateOnly? EndedOn { get; private set; }
    /// <summary>Occurrences since <see cref="FirstOn"/> whose tasks are open or have been.</summary>
    [NotAudited] public int Opened { get; private set; }
    public List<ObligationTask> Tasks { get; private set; } = [];
    public override string Label => Title;

    /// <summary>The first occurrence whose tasks are not open yet.</summary>
    public DateOnly NextOn => DueOf(Opened);

    private DateOnly DueOf(int occurrence) => FirstOn.AddMonths(EveryMonths * occurrence);

    public void Call(string title) => (Title, TitleKey) = (title, Folding.Key(title));

    public void Describe(string? details, string? source, Guid? ownerId, int leadDays) =>
        (Details, Source, OwnerId, LeadDays) = (details, source, ownerId, leadDays is >= 0 and <= LongestLead ? leadDays : throw new RuleViolation("obligation.lead", LongestLead));

    public void Recur(DateOnly firstOn, int everyMonths, bool perMember) => (FirstOn, EveryMonths, PerMember, Opened) =
        (firstOn, Rhythms.Knows(everyMonths) ? everyMonths : throw new RuleViolation("obligation.rhythm"), perMember, 0);

    /// <summary>Opens what is to be open by that day. An occurrence after which another is due already is passed over: after a long absence
    /// there is one thing to do, not ten. A member who joins before the due date has the task too; as long as there is no member, the occurrence waits for one.</summary>
    /// <param name="members">Those of the space today.</param>
    /// <param name="known">Slots and due dates that have their task.</param>
    public IReadOnlyList<ObligationTask> Open(IReadOnlyList<Guid> members, IReadOnlySet<(Guid Slot, DateOnly DueOn)> known, DateOnly today)
    {
        var opened = new List<ObligationTask>();
        if (EndedOn is not null) return opened;
        for (var n = Opened - 1; PerMember && n >= 0 && DueOf(n) >= today; n--) OpenOf(DueOf(n));
        while (NextOn.AddDays(-LeadDays) <= today)
        {
            var due = NextOn;
            if (PerMember && members.Count == 0 && due >= today) break;
            Opened++;
            if (NextOn > today) OpenOf(due);
        }
        return opened;

        void OpenOf(DateOnly due) =>
            opened.AddRange((PerMember ? members.Select(m => new ObligationTask(this, m, due, today)) : [new ObligationTask(this, null, due, today)]).Where(t => !known.Contains((t.SlotId, due))));
    }

    public void End(DateOnly on) => EndedOn ??= on;

    /// <summary>From the next occurrence that is not past.</summary>
    public void Resume(DateOnly today)
    {
        EndedOn = null;
        while (NextOn < today) Opened++;
    }

    internal sealed class Table : IEntityTypeConfiguration<Obligation>
    {
        public void Configure(EntityTypeBuilder<Obligation> b)
        {
            b.Ignore(o => o.NextOn);
            b.Property(o => o.Title).HasMaxLength(TitleLength);
            b.Property(o => o.TitleKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(o => o.Details).HasMaxLength(DetailsLength);
            b.Property(o => o.Source).HasMaxLength(SourceLength);
            b.BelongsTo<Obligation, Person>(nameof(OwnerId));
            b.HasParts(o => o.Tasks, nameof(ObligationTask.ObligationId));
            b.HasIndex(o => new { o.TenantId, o.EndedOn, o.TitleKey });
        }
    }
}

/// <summary>One occurrence to take care of. Late is computed.</summary>
[Display(Name = "Tâche récurrente")]
public sealed class ObligationTask : TenantOwned
{
    public const int NoteLength = 1000;

    private string label = "";

    private ObligationTask() { }

    internal ObligationTask(Obligation obligation, Guid? organisationId, DateOnly dueOn, DateOnly today) =>
        (ObligationId, label, OrganisationId, SlotId, DueOn, OpenedOn) = (obligation.Id, NameOf(obligation.Title, dueOn), organisationId, organisationId ?? obligation.Id, dueOn, today);

    public Guid ObligationId { get; private set; }
    [Display(Name = "Membre")] public Guid? OrganisationId { get; private set; }
    /// <summary>The member, or the obligation itself: with the date, what makes an occurrence unique, on engines that compare nulls and on those that do not.</summary>
    [NotAudited] public Guid SlotId { get; private set; }
    [Display(Name = "Échéance")] public DateOnly DueOn { get; private set; }
    [Display(Name = "Ouverte le")] public DateOnly OpenedOn { get; private set; }
    [Display(Name = "Faite le")] public DateOnly? DoneOn { get; private set; }
    [Display(Name = "Sans objet depuis le")] public DateOnly? DroppedOn { get; private set; }
    [Display(Name = "Note")] public string? Note { get; private set; }
    public Guid? ClosedById { get; private set; }
    [Personal(nameof(ClosedById))] public string? ClosedBy { get; private set; }
    public override string Label => label;

    public bool IsOpen => DoneOn is null && DroppedOn is null;

    private static string NameOf(string title, DateOnly due) => $"{title}, {French.Date(due)}";

    public void Done(Obligation of, DateOnly on, string? note, Guid? account, string by) => Close(of, on, null, note, account, by);

    public void Drop(Obligation of, DateOnly on, string why, Guid? account, string by) => Close(of, null, on, why, account, by);

    public void Reopen(Obligation of)
    {
        if (IsOpen) throw new RuleViolation("obligation.open");
        (label, DoneOn, DroppedOn, ClosedById, ClosedBy) = (NameOf(of.Title, DueOn), null, null, null, null);
    }

    private void Close(Obligation of, DateOnly? done, DateOnly? dropped, string? note, Guid? account, string by)
    {
        if (!IsOpen) throw new RuleViolation("obligation.closed");
        (label, DoneOn, DroppedOn, Note, ClosedById, ClosedBy) = (NameOf(of.Title, DueOn), done, dropped, note, account, by);
    }

    internal sealed class Table : IEntityTypeConfiguration<ObligationTask>
    {
        public void Configure(EntityTypeBuilder<ObligationTask> b)
        {
            b.Ignore(t => t.IsOpen);
            b.Property(t => t.Note).HasMaxLength(NoteLength);
            b.Property(t => t.ClosedBy).HasMaxLength(120);
            b.BelongsTo<ObligationTask, Organisation>(nameof(OrganisationId));
            b.HasIndex(t => new { t.TenantId, t.ObligationId, t.SlotId, t.DueOn }).IsUnique();
            b.HasIndex(t => new { t.TenantId, t.DoneOn, t.DroppedOn, t.DueOn });
        }
    }
}

/// <summary>How often something may come back.</summary>
public static class Rhythms
{
    public static IReadOnlyList<(int Months, string Name)> All { get; } =
    [
        (1, "Chaque mois"), (2, "Tous les deux mois"), (3, "Quatre fois par an"), (4, "Trois fois par an"), (6, "Deux fois par an"), (12, "Une fois par an"),
        (24, "Tous les deux ans"), (36, "Tous les trois ans"), (60, "Tous les cinq ans"), (72, "Tous les six ans"),
    ];

    public static bool Knows(int months) => All.Any(r => r.Months == months);

    public static string Name(int months) => All.FirstOrDefault(r => r.Months == months).Name ?? $"Tous les {months} mois";
}
