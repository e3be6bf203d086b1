using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Members.Organisations;

namespace Platform.Modules.Engagements.RoadMaps;

public enum RoadMapChoice : short
{
    [Display(Name = "Sans réponse")] None = 1,
    [Display(Name = "Oui")] Yes,
    [Display(Name = "Non")] No,
}

/// <summary>A version of a coalition's road map put to its members: the text as it stood that day, and what each answered. Rounds are kept.</summary>
[Display(Name = "Validation de feuille de route")]
public sealed class RoadMapRound : TenantOwned
{
    public const int TextLength = 8000;

    private string label = "";

    private RoadMapRound() { }

    /// <param name="members">The organisations that are members that day.</param>
    public RoadMapRound(Coalition coalition, int number, string text, DateOnly? dueOn, DateOnly on, string by, IEnumerable<Guid> members)
    {
        (CoalitionId, label, Number, Text, DueOn, OpenedOn, OpenedBy) = (coalition.Id, $"{coalition.Name}, version {number}", number, text, dueOn, on, by);
        Answers.AddRange(members.Distinct().Select(m => new RoadMapAnswer(m, label)));
        if (Answers.Count == 0) throw new RuleViolation("roadmap.members");
    }

    public Guid CoalitionId { get; private set; }
    /// <summary>Counts from 1 in each coalition.</summary>
    [Display(Name = "Version")] public int Number { get; private set; } = 1;
    [Display(Name = "Texte")] public string Text { get; private set; } = "";
    [Display(Name = "Réponse attendue avant le")] public DateOnly? DueOn { get; private set; }
    [Display(Name = "Ouverte le")] public DateOnly OpenedOn { get; private set; }
    [Personal] public string OpenedBy { get; private set; } = "";
    [Display(Name = "Close le")] public DateOnly? ClosedOn { get; private set; }
    public List<RoadMapAnswer> Answers { get; private set; } = [];

    public override string Label => label.Length > 0 ? label : $"Version {Number}";

    /// <summary>Needs <see cref="Answers"/> loaded. A changed mind replaces the answer; the journal keeps both.</summary>
    public void Note(Guid organisationId, RoadMapChoice choice, string? reason, DateOnly on, string by)
    {
        if (ClosedOn is not null) throw new RuleViolation("roadmap.closed");
        if (choice == RoadMapChoice.No && string.IsNullOrWhiteSpace(reason)) throw new RuleViolation("roadmap.reason");
        (Answers.Find(a => a.OrganisationId == organisationId) ?? throw new NotFound(nameof(RoadMapAnswer))).Say(choice, reason, on, by, Label);
    }

    public void Close(DateOnly on)
    {
        if (ClosedOn is not null) throw new RuleViolation("roadmap.closed");
        ClosedOn = on;
    }

    internal sealed class Table : IEntityTypeConfiguration<RoadMapRound>
    {
        public void Configure(EntityTypeBuilder<RoadMapRound> b)
        {
            b.Property(r => r.Text).HasMaxLength(TextLength);
            b.Property(r => r.OpenedBy).HasMaxLength(120);
            b.BelongsTo<RoadMapRound, Coalition>(nameof(CoalitionId));
            b.HasParts(r => r.Answers, nameof(RoadMapAnswer.RoundId));
            b.HasIndex(r => new { r.TenantId, r.CoalitionId, r.Number }).IsUnique();
        }
    }
}

/// <summary>What a member answered to a version of the road map.</summary>
[Display(Name = "Réponse d’un membre à la feuille de route")]
public sealed class RoadMapAnswer : TenantOwned
{
    public const int ReasonLength = 1000;

    private string label = "";

    private RoadMapAnswer() { }

    internal RoadMapAnswer(Guid organisationId, string of) => (OrganisationId, label) = (organisationId, of);

    public Guid RoundId { get; private set; }
    [Display(Name = "Organisation")] public Guid OrganisationId { get; private set; }
    [Display(Name = "Réponse")] public RoadMapChoice Choice { get; private set; } = RoadMapChoice.None;
    [Display(Name = "Motif")] public string? Reason { get; private set; }
    [Display(Name = "Le")] public DateOnly? AnsweredOn { get; private set; }
    [Personal] public string? AnsweredBy { get; private set; }

    public override string Label => label;

    internal void Say(RoadMapChoice choice, string? reason, DateOnly on, string by, string of)
    {
        var said = choice != RoadMapChoice.None;
        (Choice, Reason, AnsweredOn, AnsweredBy, label) = (choice, said ? reason : null, said ? on : null, said ? by : null, of);
    }

    internal sealed class Table : IEntityTypeConfiguration<RoadMapAnswer>
    {
        public void Configure(EntityTypeBuilder<RoadMapAnswer> b)
        {
            b.Property(a => a.Reason).HasMaxLength(ReasonLength);
            b.Property(a => a.AnsweredBy).HasMaxLength(120);
            b.BelongsTo<RoadMapAnswer, Organisation>(nameof(OrganisationId));
            b.HasIndex(a => new { a.TenantId, a.RoundId, a.OrganisationId }).IsUnique();
        }
    }
}

[Rules]
internal static class RoadMapRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["roadmap.members"] = "Personne n’y est encore\u00a0: ajoutez d’abord ceux qui auront à répondre.",
        ["roadmap.ended"] = "C’est terminé\u00a0: rouvrez d’abord la fiche pour soumettre une version.",
        ["roadmap.open"] = "Une version attend déjà des réponses\u00a0: fermez-la avant d’en proposer une autre.",
        ["roadmap.closed"] = "Cette version est close\u00a0: on n’y répond plus.",
        ["roadmap.reason"] = "Un non se dit avec sa raison.",
    };
}

/// <summary>"5 oui, 1 non, 2 sans réponse"</summary>
public sealed record RoadMapCount(int Yes, int No, int None)
{
    public string Sentence => string.Join(", ", new[] { (Yes, "oui"), (No, "non"), (None, "sans réponse") }.Where(p => p.Item1 > 0).Select(p => $"{p.Item1}\u00a0{p.Item2}"));
}
