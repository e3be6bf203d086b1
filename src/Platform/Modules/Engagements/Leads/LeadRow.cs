using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>A lead as lists and files show it.</summary>
/// <param name="Questions">Those in force, in their order.</param>
public sealed record LeadRow(LeadRow.Raw Of, string? Sponsor, IReadOnlyList<LeadRow.Question> Questions)
{
    public sealed record Raw(Guid Id, int Number, string Title, string TitleKey, LeadState State, DateOnly StateOn, string? StateReason, DateOnly RaisedOn, Guid? SponsorId,
        string? Description, string? Origin, string? Theme, int? Colour, int? Commitment, List<Answer> Answers);

    public sealed record Answer(Guid QuestionId, Verdict Verdict, string? Comment);

    public sealed record Question(Guid Id, string Text);

    /// <summary>One per question in force, in their order; null without an answer.</summary>
    public IReadOnlyList<Verdict?> Verdicts => [.. Questions.Select(q => To(q.Id)?.Verdict)];

    public Screening Screening => Screening.Of(Verdicts);

    private Answer? To(Guid question) => Of.Answers.Find(a => a.QuestionId == question);

    internal static IQueryable<Raw> Raws(PlatformDb db, IQueryable<Lead> leads) => leads.Select(l => new Raw(l.Id, l.Number, l.Title, l.TitleKey, l.State, l.StateOn, l.StateReason,
        l.RaisedOn, l.SponsorOrganisationId ?? l.SponsorPersonId, l.Description, l.Origin,
        db.Set<Theme>().Where(t => t.Id == l.ThemeId).Select(t => t.Name).FirstOrDefault(), db.Set<Theme>().Where(t => t.Id == l.ThemeId).Select(t => (int?)t.Colour).FirstOrDefault(),
        db.Set<Commitment>().Where(c => c.Id == l.CommitmentId).Select(c => (int?)c.Number).FirstOrDefault(),
        l.Answers.Select(a => new Answer(a.QuestionId, a.Verdict, a.Comment)).ToList())).AsSingleQuery();

    internal static Task<List<Question>> InForce(PlatformDb db, CancellationToken ct) => db.Set<ScreeningQuestion>().Where(q => q.RetiredOn == null)
        .OrderBy(q => q.Position).ThenBy(q => q.Id).Select(q => new Question(q.Id, q.Text)).ToListAsync(ct);

    internal static LeadRow From(Raw raw, IReadOnlyDictionary<Guid, NamesOf.Row> names, IReadOnlyList<Question> questions) =>
        new(raw, raw.SponsorId is { } sponsor ? names[sponsor].Name : null, questions);

    /// <summary>What the list may show and what files hold; each question is a column of its own.</summary>
    public static IReadOnlyList<Column<LeadRow>> Columns(Vocabulary words, IReadOnlyList<Question> questions) =>
    [
        new("titre", "Intitulé", r => r.Of.Title) { Label = Word.Capital(words.Lead.Singular), Sort = "titre" },
        new("numero", "Numéro", r => r.Of.Number, ColumnKind.Number) { Sort = "numero" },
        new("etat", "État", r => r.Of.State.Label(words.Lead)) { Usual = true },
        new("depuis", "Depuis le", r => r.Of.StateOn, ColumnKind.Date),
        new("motif", "Motif", r => r.Of.StateReason),
        new("examen", "Examen", r => r.Screening.Sentence.Replace('\u00a0', ' ')) { Usual = true },
        .. questions.Select(q => new Column<LeadRow>("question-" + q.Id.ToString("N"), q.Text, r => Said(r.To(q.Id)))),
        new("description", "Description", r => r.Of.Description),
        new("porteur", "Porteur", r => r.Sponsor),
        new("theme", "Thème", r => r.Of.Theme),
        new("origine", "Origine", r => r.Of.Origin),
        new("date", "Date", r => r.Of.RaisedOn, ColumnKind.Date) { Usual = true, Sort = "date" },
        new("engagement", "Engagement", r => r.Of.Commitment, ColumnKind.Number) { Label = $"{Word.Capital(words.Commitment.Singular)} (numéro)" },
        new("identifiant", "Identifiant", r => r.Of.Id.ToString()) { FilesOnly = true },
    ];

    private static string? Said(Answer? answer) => answer is null ? null : answer.Comment is null ? EnumNames.Of(answer.Verdict) : $"{EnumNames.Of(answer.Verdict)} – {answer.Comment}";
}
