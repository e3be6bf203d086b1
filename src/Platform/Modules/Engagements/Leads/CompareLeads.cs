using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Engagements.Leads;

/// <summary>Leads side by side: those that were ticked, or else those that the list's filter leaves; the questions in force in rows.</summary>
public static class CompareLeads
{
    /// <summary>More columns than that compare nothing.</summary>
    public const int Most = 12;

    [AnyMember]
    public sealed record Query(IReadOnlyList<Guid> Ids, LeadFilter Filter) : IRequest<Answer>;

    /// <param name="More">There were others: the first ones by title are shown.</param>
    public sealed record Answer(IReadOnlyList<Column> Leads, IReadOnlyList<Line> Lines, bool More);

    public sealed record Column(Guid Id, int Number, string Title, LeadState State, string? Theme, string? Sponsor, Screening Screening);

    /// <param name="Cells">One per lead, in their order; null without an answer.</param>
    public sealed record Line(string Question, IReadOnlyList<Cell?> Cells);

    public sealed record Cell(Verdict Verdict, string? Comment);

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var found = query.Ids.Count > 0 ? db.Set<Lead>().AsNoTracking().Where(l => query.Ids.Contains(l.Id)) : query.Filter.Apply(db);
            var leads = await found.OrderBy(l => l.TitleKey).ThenBy(l => l.Id).Take(Most + 1).Select(l => new
            {
                l.Id, l.Number, l.Title, l.State, Sponsor = l.SponsorOrganisationId ?? l.SponsorPersonId, Answers = l.Answers.ToList(),
                Theme = db.Set<Theme>().Where(t => t.Id == l.ThemeId).Select(t => t.Name).FirstOrDefault(),
            }).AsSingleQuery().ToListAsync(ct);
            var more = leads.Count > Most;
            if (more) leads.RemoveAt(Most);
            var questions = await db.Set<ScreeningQuestion>().Where(q => q.RetiredOn == null).OrderBy(q => q.Position).ThenBy(q => q.Id).Select(q => new { q.Id, q.Text }).ToListAsync(ct);
            var names = await mediator.Send(new NamesOf.Query(leads.Select(l => l.Sponsor)), ct);
            return new(
                [.. leads.Select(l => new Column(l.Id, l.Number, l.Title, l.State, l.Theme, l.Sponsor is { } sponsor ? names[sponsor].Name : null,
                    Screening.Of(questions.Select(q => l.Answers.Find(a => a.QuestionId == q.Id)?.Verdict))))],
                [.. questions.Select(q => new Line(q.Text, [.. leads.Select(l => l.Answers.Find(a => a.QuestionId == q.Id) is { } answer ? new Cell(answer.Verdict, answer.Comment) : null)]))],
                more);
        }
    }
}
