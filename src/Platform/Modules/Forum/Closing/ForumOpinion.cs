using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Forum.Editions;

namespace Platform.Modules.Forum.Closing;

public enum QuestionKind : short
{
    [Display(Name = "Note de 1 à 5")] Scale = 1,
    [Display(Name = "Réponse libre")] Words,
}

/// <summary>What those who came are asked. Fixed by the first answer: what was answered must stay what was asked.</summary>
[Display(Name = "Question aux participants")]
public sealed class ForumQuestion : TenantOwned
{
    public const int Most = 5, TextLength = 200;

    private ForumQuestion() { }

    public ForumQuestion(Guid editionId, int position) => (EditionId, Position) = (editionId, position);

    public static IReadOnlyList<(string Text, QuestionKind Kind)> Usual { get; } =
    [
        ("Cette journée vous a-t-elle été utile\u00a0?", QuestionKind.Scale),
        ("Avez-vous rencontré des personnes avec qui agir\u00a0?", QuestionKind.Scale),
        ("L’accueil et l’organisation vous ont-ils convenu\u00a0?", QuestionKind.Scale),
        ("Que retenez-vous de cette journée\u00a0?", QuestionKind.Words),
        ("Que changer l’an prochain\u00a0?", QuestionKind.Words),
    ];

    public Guid EditionId { get; private set; }
    [NotAudited] public int Position { get; private set; }
    [Display(Name = "Question")] public string Text { get; private set; } = "";
    [Display(Name = "Réponse attendue")] public QuestionKind Kind { get; private set; } = QuestionKind.Scale;
    public override string Label => Text;

    public void Ask(string text, QuestionKind kind) => (Text, Kind) = (text, kind);

    /// <summary>Those of an edition; the usual ones, not stored, until somebody writes others or answers.</summary>
    internal static async Task<IReadOnlyList<ForumQuestion>> Of(PlatformDb db, Guid editionId, CancellationToken ct)
    {
        var own = await db.Set<ForumQuestion>().AsTracking().Where(q => q.EditionId == editionId).OrderBy(q => q.Position).ToListAsync(ct);
        return own.Count > 0 ? own : [.. Usual.Select((u, i) => new ForumQuestion(editionId, i) { Text = u.Text, Kind = u.Kind })];
    }

    internal sealed class Table : IEntityTypeConfiguration<ForumQuestion>
    {
        public void Configure(EntityTypeBuilder<ForumQuestion> b)
        {
            b.Property(q => q.Text).HasMaxLength(TextLength);
            b.BelongsTo<ForumQuestion, ForumEdition>(nameof(EditionId));
            b.HasIndex(q => new { q.TenantId, q.EditionId, q.Position }).IsUnique();
        }
    }
}

/// <summary>What somebody who came thought of it. Nothing leads back to whom: the guest's line only says that an answer was given.</summary>
[Display(Name = "Avis sur le forum"), NotAudited]
public sealed class ForumOpinion : TenantOwned
{
    private ForumOpinion() { }

    public ForumOpinion(Guid editionId, DateOnly on, IEnumerable<(int Position, int? Score, string? Words)> answers)
    {
        (EditionId, GivenOn) = (editionId, on);
        Marks.AddRange(answers.Select(a => new ForumMark(Id, a.Position, a.Score, a.Words)));
    }

    public Guid EditionId { get; private set; }
    public DateOnly GivenOn { get; private set; }
    public List<ForumMark> Marks { get; private set; } = [];

    internal sealed class Table : IEntityTypeConfiguration<ForumOpinion>
    {
        public void Configure(EntityTypeBuilder<ForumOpinion> b)
        {
            b.BelongsTo<ForumOpinion, ForumEdition>(nameof(EditionId));
            b.HasParts(o => o.Marks, nameof(ForumMark.OpinionId));
            b.HasIndex(o => new { o.TenantId, o.EditionId, o.Id });
        }
    }
}

/// <summary>The answer to one question. A question left aside has none.</summary>
[NotAudited]
public sealed class ForumMark : TenantOwned
{
    public const int WordsLength = 1000, Best = 5;

    private ForumMark() { }

    internal ForumMark(Guid opinionId, int position, int? score, string? words) => (OpinionId, Position, Score, Words) = (opinionId, position, score, words);

    public Guid OpinionId { get; private set; }
    /// <summary>Of the question.</summary>
    public int Position { get; private set; }
    public int? Score { get; private set; }
    public string? Words { get; private set; }

    internal void Forget() => Words = null;

    internal sealed class Table : IEntityTypeConfiguration<ForumMark>
    {
        public void Configure(EntityTypeBuilder<ForumMark> b)
        {
            b.Property(m => m.Words).HasMaxLength(WordsLength);
            b.HasIndex(m => new { m.TenantId, m.OpinionId, m.Position }).IsUnique();
        }
    }
}
