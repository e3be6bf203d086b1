using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Leads;

/// <summary>A standing question that the space asks of every lead. One that is retired keeps its answers on the sheets.</summary>
[Display(Name = "Question d’examen")]
public sealed class ScreeningQuestion : TenantOwned
{
    public const int TextLength = 200, Most = 20;

    /// <summary>What a space without questions of its own is offered.</summary>
    public static IReadOnlyList<string> Usual { get; } =
    [
        "Améliore l’efficacité du service\u00a0?",
        "Permet des économies\u00a0?",
        "Améliore l’offre proposée aux habitants\u00a0?",
        "Évite des incohérences\u00a0?",
    ];

    private ScreeningQuestion() { }

    public ScreeningQuestion(int position, string text) => (Position, Text) = (position, text);

    [Display(Name = "Rang")] public int Position { get; private set; }
    [Display(Name = "Question")] public string Text { get; private set; } = "";
    [Display(Name = "Retirée le")] public DateOnly? RetiredOn { get; private set; }
    public override string Label => Text;

    public void Word(string text) => Text = text;

    public void Move(int position) => Position = position;

    public void Retire(DateOnly on) => RetiredOn ??= on;

    public void Restore(int position) => (RetiredOn, Position) = (null, position);

    /// <summary>All of the space's questions, tracked, in their order; enters the shipped ones if the space never had any.</summary>
    internal static async Task<List<ScreeningQuestion>> Open(PlatformDb db, CancellationToken ct)
    {
        var questions = await db.Set<ScreeningQuestion>().AsTracking().ToListAsync(ct);
        // Two at once: the number makes the second one wait, and tells it that the first has entered them.
        if (questions.Count == 0 && await Sequence.Next(db, "screening", ct) == 1)
        {
            questions.AddRange(Usual.Select((text, index) => new ScreeningQuestion(index + 1, text)));
            db.AddRange(questions);
        }
        return [.. questions.OrderBy(q => q.Position).ThenBy(q => q.Id)];
    }

    internal sealed class Table : IEntityTypeConfiguration<ScreeningQuestion>
    {
        public void Configure(EntityTypeBuilder<ScreeningQuestion> b)
        {
            b.Property(q => q.Text).HasMaxLength(TextLength);
            b.HasIndex(q => new { q.TenantId, q.Position });
        }
    }
}
