using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Engagements.Leads;

/// <summary>The sheet of a lead, with its screening and what it became. Three queries.</summary>
public static class ShowLead
{
    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Sheet>;

    public sealed record Sheet(Guid Id, int Number, string Title, string? Description, string? Origin, LeadState State, DateOnly StateOn, string? StateReason,
        DateOnly RaisedOn, string AuthorName, Guid? ThemeId, string? Theme, Link? Commitment, Sponsor? Sponsor, IReadOnlyList<Question> Questions, bool IsMine)
    {
        /// <summary>Entered by who reads it, and nobody has answered a question about it nor decided: it can still be put right.</summary>
        public bool IsMineAndFresh => IsMine && State == LeadState.UnderStudy && Questions.All(q => q.Verdict is null);

        public Screening Screening => Screening.Of(Questions.Where(q => !q.Retired).Select(q => q.Verdict));
    }

    public sealed record Link(Guid Id, int Number, string Title);

    public sealed record Sponsor(Guid Id, string Name, bool IsPerson);

    /// <param name="Retired">No longer asked: shown because it was answered.</param>
    public sealed record Question(string Text, bool Retired, Verdict? Verdict, string? Comment, string? By, DateTimeOffset? At);

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentUser user) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var read = await db.Set<Lead>().AsNoTracking().Where(l => l.Id == query.Id).LeftJoin(db.Set<Commitment>(), l => l.CommitmentId, c => c.Id, (l, c) => new
            {
                Lead = l, Answers = l.Answers.ToList(),
                Theme = db.Set<Theme>().Where(t => t.Id == l.ThemeId).Select(t => t.Name).FirstOrDefault(),
                Commitment = c == null ? null : new Link(c.Id, c.Number, c.Title),
            }).AsSingleQuery().SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Lead));
            var questions = await db.Set<ScreeningQuestion>().AsNoTracking().OrderBy(q => q.RetiredOn != null).ThenBy(q => q.Position).ThenBy(q => q.Id).ToListAsync(ct);
            var lead = read.Lead;
            var sponsor = lead.SponsorId is { } id ? (await mediator.Send(new NamesOf.Query([id]), ct)).GetValueOrDefault(id) : null;
            return new(lead.Id, lead.Number, lead.Title, lead.Description, lead.Origin, lead.State, lead.StateOn, lead.StateReason, lead.RaisedOn, lead.AuthorName,
                lead.ThemeId, read.Theme, read.Commitment, sponsor is null ? null : new(sponsor.Id, sponsor.Name, sponsor.IsPerson),
                [.. questions.Select(q => (Question: q, Answer: read.Answers.Find(a => a.QuestionId == q.Id))).Where(x => x.Question.RetiredOn is null || x.Answer is not null)
                    .Select(x => new Question(x.Question.Text, x.Question.RetiredOn is not null, x.Answer?.Verdict, x.Answer?.Comment, x.Answer?.AnsweredBy, x.Answer?.AnsweredAt))],
                lead.AuthorId is { } author && author == user.AccountId);
        }
    }
}
