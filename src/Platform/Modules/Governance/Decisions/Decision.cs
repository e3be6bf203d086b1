using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Decisions;

/// <summary>What a body decided. Its number is given once and never changes; the decision is never deleted.</summary>
[Display(Name = "Décision")]
public sealed class Decision : TenantOwned
{
    public const int TitleLength = 300, TextLength = 8000, CodeLength = 60, NoteLength = 500, ExpectedLength = 1000, SubjectLength = 6;

    private Decision() { }

    public Decision(Guid bodyId, DateOnly date, string title, Guid? meetingId = null, Guid? itemId = null) =>
        (BodyId, Date, Title, MeetingId, ItemId) = (bodyId, date, title, meetingId, itemId);

    public Guid BodyId { get; private set; }
    public Guid? MeetingId { get; private set; }
    public Guid? ItemId { get; private set; }
    [Display(Name = "Date")] public DateOnly Date { get; private set; }
    /// <summary>Its rank among the body's decisions of the year; null when it was entered without a number.</summary>
    [Display(Name = "Rang")] public int? Rank { get; private set; }
    [NotAudited] public int? RankYear { get; private set; }
    /// <summary>"2021-002-AG-AILB"</summary>
    [Display(Name = "Numéro")] public string? Code { get; private set; }
    [Display(Name = "Intitulé")] public string Title { get; private set; } = "";
    [Display(Name = "Texte")] public string? Text { get; private set; }
    /// <summary>Code of the national nomenclature of acts, see <see cref="ActSubjects"/>.</summary>
    [Display(Name = "Matière")] public string? Subject { get; private set; }
    [Display(Name = "Résultat")] public Outcome Outcome { get; private set; } = Outcome.Adopted;
    /// <summary>"à l’unanimité", or why the result is not what the votes give.</summary>
    [Display(Name = "Précision sur le résultat")] public string? OutcomeNote { get; private set; }
    [Display(Name = "Membres en exercice")] public int? Seats { get; private set; }
    [Display(Name = "Présents")] public int? Present { get; private set; }
    [Display(Name = "Pour")] public int? VotesFor { get; private set; }
    [Display(Name = "Contre")] public int? VotesAgainst { get; private set; }
    [Display(Name = "Abstentions")] public int? Abstentions { get; private set; }
    [Display(Name = "N’ont pas pris part")] public int? Recused { get; private set; }
    /// <summary>What each member concerned has to do at home.</summary>
    [Display(Name = "Ce qui est attendu des membres")] public string? Expected { get; private set; }
    [Display(Name = "Attendu pour le")] public DateOnly? ExpectedBy { get; private set; }
    public List<DecisionLink> Links { get; private set; } = [];
    public List<CascadeLine> Lines { get; private set; } = [];
    public override string Label => Code is null ? Title : $"{Code} {Title}";

    /// <summary>By what it is found, beside the name of its body.</summary>
    public IEnumerable<string?> Searched => [Code, Title, Text];

    public void Describe(string title, string? text, string? subject) => (Title, Text, Subject) = (title, text, subject);

    public void Conclude(Outcome outcome, string? note) => (Outcome, OutcomeNote) = (outcome, note);

    public void Count(int? seats, int? present, int? votesFor, int? against, int? abstentions, int? recused) =>
        (Seats, Present, VotesFor, VotesAgainst, Abstentions, Recused) = (seats, present, votesFor, against, abstentions, recused);

    /// <param name="rank">Null: numbered elsewhere, in another way.</param>
    public void NumberAs(int? rank, int year, string code)
    {
        if (Code is not null) throw new InvalidOperationException("A decision keeps its number.");
        (Rank, RankYear, Code) = (rank, rank is null ? null : year, code);
    }

    public void Link(Guid commitmentId)
    {
        if (!Links.Exists(l => l.CommitmentId == commitmentId)) Links.Add(new DecisionLink(this, commitmentId));
    }

    public void Expect(string? expected, DateOnly? by) => (Expected, ExpectedBy) = (expected, by);

    internal sealed class Table : IEntityTypeConfiguration<Decision>
    {
        public void Configure(EntityTypeBuilder<Decision> b)
        {
            b.Property(d => d.Title).HasMaxLength(TitleLength);
            b.Property(d => d.Text).HasMaxLength(TextLength);
            b.Property(d => d.Code).HasMaxLength(CodeLength);
            b.Property(d => d.Subject).HasMaxLength(SubjectLength);
            b.Property(d => d.OutcomeNote).HasMaxLength(NoteLength);
            b.Property(d => d.Expected).HasMaxLength(ExpectedLength);
            b.BelongsTo<Decision, Body>(nameof(BodyId));
            b.BelongsTo<Decision, Meeting>(nameof(MeetingId));
            b.BelongsTo<Decision, AgendaItem>(nameof(ItemId));
            b.HasParts(d => d.Links, nameof(DecisionLink.DecisionId));
            b.HasParts(d => d.Lines, nameof(CascadeLine.DecisionId));
            b.HasIndex(d => new { d.TenantId, d.Date, d.Id });
            // A number is never given twice, whatever two people do at once; the same for what stands on paper.
            b.HasIndex(d => new { d.TenantId, d.BodyId, d.RankYear, d.Rank }).IsUnique();
            b.HasIndex(d => new { d.TenantId, d.Code }).IsUnique();
            b.HasIndex(d => new { d.TenantId, d.ItemId }).IsUnique();
        }
    }
}

/// <summary>What came of a decision.</summary>
[Display(Name = "Suite d’une décision")]
public sealed class DecisionLink : TenantOwned
{
    private DecisionLink() { }

    internal DecisionLink(Decision decision, Guid commitmentId) => (DecisionId, CommitmentId, label) = (decision.Id, commitmentId, decision.Label);

    private readonly string label = "";

    public Guid DecisionId { get; private set; }
    [Display(Name = "Engagement")] public Guid CommitmentId { get; private set; }
    public override string Label => label;

    internal sealed class Table : IEntityTypeConfiguration<DecisionLink>
    {
        public void Configure(EntityTypeBuilder<DecisionLink> b)
        {
            b.BelongsTo<DecisionLink, Commitment>(nameof(CommitmentId));
            b.HasIndex(l => new { l.TenantId, l.DecisionId, l.CommitmentId }).IsUnique();
        }
    }
}

/// <summary>How the space numbers its decisions, and when they take effect. One row; without it, what is usual for its kind.</summary>
[Display(Name = "Règles des décisions")]
public sealed partial class DecisionRules : TenantOwned
{
    public const int PatternLength = 60, SiretLength = 14;
    public const string UsualPattern = "{annee}-{numero}-{instance}-{espace}";

    [Display(Name = "Modèle de numéro")] public string Pattern { get; private set; } = UsualPattern;
    /// <summary>Decisions take effect when every member concerned has adopted them (CGCT L. 5221-2, L. 5411-1).</summary>
    [Display(Name = "Exécutoires après ratification de tous les membres")] public bool NeedRatification { get; private set; }
    /// <summary>Fourteen digits: open data names the deciding structure by them.</summary>
    [Display(Name = "SIRET")] public string? Siret { get; private set; }
    public override string Label => "Règles des décisions";

    public static DecisionRules UsualFor(TenantKind kind) => new() { NeedRatification = kind == TenantKind.Entente };

    public void Set(string pattern, bool needRatification, string? siret) => (Pattern, NeedRatification, Siret) = (pattern, needRatification, siret);

    public static async Task<DecisionRules> Of(PlatformDb db, Space space, CancellationToken ct) => await db.Set<DecisionRules>().FirstOrDefaultAsync(ct) ?? UsualFor(space.Kind);

    /// <summary>"2027-003-AG-AILB"</summary>
    public string Number(int year, int rank, string body, string space) => Words().Replace(Pattern, m => m.Value switch
    {
        "{annee}" => year.ToString(CultureInfo.InvariantCulture),
        "{numero}" => rank.ToString("000", CultureInfo.InvariantCulture),
        "{instance}" => body,
        _ => space.ToUpperInvariant(),
    });

    /// <summary>The rank that a number given elsewhere says; null when it follows another pattern.</summary>
    public int? RankIn(string code, int year, string body, string space) =>
        Enumerable.Range(1, 999).Cast<int?>().FirstOrDefault(rank => Number(year, rank!.Value, body, space).Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>A pattern that tells any two decisions apart.</summary>
    public static bool IsPattern(string? text) => text is not null && text.Contains("{annee}", StringComparison.Ordinal) && text.Contains("{numero}", StringComparison.Ordinal)
        && text.Contains("{instance}", StringComparison.Ordinal) && Words().Replace(text, "") is var rest && !rest.Contains('{') && !rest.Contains('}');

    [GeneratedRegex(@"\{(annee|numero|instance|espace)\}", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Words();

    internal sealed class Table : IEntityTypeConfiguration<DecisionRules>
    {
        public void Configure(EntityTypeBuilder<DecisionRules> b)
        {
            b.Property(r => r.Siret).HasMaxLength(SiretLength);
            b.Property(r => r.Pattern).HasMaxLength(PatternLength);
            b.HasIndex(r => r.TenantId).IsUnique();
        }
    }
}

/// <summary>Gives decisions their numbers: the next one after what the register holds, so that none is missing.</summary>
public static class Numbering
{
    /// <summary>To be called last before the transaction ends: until then, whoever else numbers a decision of that body waits.</summary>
    public static async Task Number(PlatformDb db, Space space, Decision decision, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(decision);
        var (body, year) = (decision.BodyId, decision.Date.Year);
        // The body is the turnstile. A counter of its own would be a second truth beside the register.
        await db.Lock<Body>(body, ct);
        var code = await db.Set<Body>().Where(b => b.Id == body).Select(b => b.Code).SingleAsync(ct);
        var last = await db.Set<Decision>().Where(d => d.BodyId == body && d.RankYear == year).MaxAsync(d => d.Rank, ct) ?? 0;
        var number = (await DecisionRules.Of(db, space, ct)).Number(year, last + 1, code.Length == 0 ? "I" : code, space.Acronym ?? space.Identifier);
        if (await db.Set<Decision>().AnyAsync(d => d.Code == number, ct)) throw new RuleViolation("decision.code", number);
        decision.NumberAs(last + 1, year, number);
    }
}
