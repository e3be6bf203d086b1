using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>The list of leads: narrowed, sorted, one page, with what each filter would leave. Four queries whatever the size.</summary>
public static class ListLeads
{
    public enum Order { Title, Raised, Number }

    [AnyMember]
    public sealed record Query(LeadFilter Filter, Order Order = Order.Title, bool Descending = false, string? Cursor = null) : IRequest<Answer>;

    /// <param name="Soon">Among what the filter leaves.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, int Soon, int ToCheck);

    /// <param name="Verdicts">One per question in force, in their order; null without an answer.</param>
    public sealed record Row(Guid Id, int Number, string Title, LeadState State, DateOnly RaisedOn, string? Sponsor, string? Theme, int? Colour, IReadOnlyList<Verdict?> Verdicts)
    {
        public Screening Screening => Screening.Of(Verdicts);
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var found = query.Filter.Apply(db);
            var ordered = query.Order switch
            {
                Order.Raised => found.After(l => l.RaisedOn, l => l.Id, query.Descending, query.Cursor),
                Order.Number => found.After(l => l.Number, l => l.Id, query.Descending, query.Cursor),
                _ => found.After(l => l.TitleKey, l => l.Id, query.Descending, query.Cursor),
            };
            var rows = await ordered.Select(l => new
            {
                l.Id, l.Number, l.Title, l.TitleKey, l.State, l.RaisedOn, Sponsor = l.SponsorOrganisationId ?? l.SponsorPersonId,
                Theme = db.Set<Theme>().Where(t => t.Id == l.ThemeId).Select(t => t.Name).FirstOrDefault(),
                Colour = db.Set<Theme>().Where(t => t.Id == l.ThemeId).Select(t => (int?)t.Colour).FirstOrDefault(),
                Answers = l.Answers.Select(a => new { a.QuestionId, a.Verdict }).ToList(),
            }).AsSingleQuery().ToListAsync(ct);
            var questions = await db.Set<ScreeningQuestion>().Where(q => q.RetiredOn == null).OrderBy(q => q.Position).ThenBy(q => q.Id).Select(q => q.Id).ToListAsync(ct);
            var counts = await LeadCounts.Read(db, query.Filter, ct);
            var names = await mediator.Send(new NamesOf.Query([.. rows.Select(r => r.Sponsor), .. counts.Sponsors.Select(id => (Guid?)id)]), ct);

            var page = query.Order switch
            {
                Order.Raised => rows.Page(r => r.RaisedOn, r => r.Id, counts.Total),
                Order.Number => rows.Page(r => r.Number, r => r.Id, counts.Total),
                _ => rows.Page(r => r.TitleKey, r => r.Id, counts.Total),
            };
            return new(page.Select(r => new Row(r.Id, r.Number, r.Title, r.State, r.RaisedOn, r.Sponsor is { } sponsor ? names[sponsor].Name : null, r.Theme, r.Colour,
                    [.. questions.Select(q => r.Answers.Find(a => a.QuestionId == q)?.Verdict)])),
                counts.Facets(query.Filter, tenant.Space.Words.Lead, names), counts.Soon, counts.ToCheck);
        }
    }
}
