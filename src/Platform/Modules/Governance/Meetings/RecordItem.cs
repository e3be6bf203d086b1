using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>What was said about a point, how it was voted, and the decision that comes of it, numbered at once.</summary>
public static class RecordItem
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand<Guid?>
    {
        public Guid Id { get; set; }
        public Guid ItemId { get; init; }
        public int Version { get; init; }
        [Display(Name = "Ce qui a été dit")] public string? Record { get; init; }
        /// <summary>The point ends with a decision.</summary>
        public bool Decide { get; init; }
        [Display(Name = "Pour")] public int? VotesFor { get; init; }
        [Display(Name = "Contre")] public int? VotesAgainst { get; init; }
        [Display(Name = "Abstentions")] public int? Abstentions { get; init; }
        [Display(Name = "Ne prennent pas part")] public int? Recused { get; init; }
        /// <summary>Any of them makes it a vote by member: the counts then follow.</summary>
        public List<Line> Ballots { get; init; } = [];
        [Display(Name = "Décision")] public string? Title { get; init; }
        [Display(Name = "Texte de la décision")] public string? Text { get; init; }
        [Display(Name = "Matière")] public string? Subject { get; init; }
        /// <summary>Null: what the votes give.</summary>
        [Display(Name = "Résultat")] public Outcome? Outcome { get; init; }
        [Display(Name = "Précision")] public string? Note { get; init; }
    }

    public sealed record Line
    {
        public Guid SeatId { get; init; }
        [Display(Name = "Vote")] public Ballot? Ballot { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Record).MaximumLength(AgendaItem.RecordLength);
            RuleFor(c => c.VotesFor).IsVoteCount();
            RuleFor(c => c.VotesAgainst).IsVoteCount();
            RuleFor(c => c.Abstentions).IsVoteCount();
            RuleFor(c => c.Recused).IsVoteCount();
            RuleForEach(c => c.Ballots).ChildRules(l => l.RuleFor(x => x.Ballot).IsInEnum());
            RuleFor(c => c.Title).IsLine(Decision.TitleLength);
            RuleFor(c => c.Title).NotEmpty().When(c => c.Decide);
            RuleFor(c => c.Text).MaximumLength(Decision.TextLength);
            RuleFor(c => c.Subject).IsActSubject();
            RuleFor(c => c.Note).IsLine(Decision.NoteLength);
            RuleFor(c => c.Outcome).IsInEnum();
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Command, Guid?>
    {
        /// <returns>The decision.</returns>
        public async Task<Guid?> Handle(Command c, CancellationToken ct)
        {
            var meeting = await db.Set<Meeting>().Include(m => m.Items).ThenInclude(i => i.Casts).Include(m => m.Attendances).AsSplitQuery()
                .SingleOrDefaultAsync(m => m.Id == c.Id, ct) ?? throw new NotFound(nameof(Meeting));
            var item = meeting.Items.Find(i => i.Id == c.ItemId) ?? throw new NotFound(nameof(AgendaItem));
            if (item.Version != c.Version) throw new Conflict();
            if (meeting.State != MeetingState.Open) throw new RuleViolation("meeting.notopen");
            var body = await db.Set<Body>().AsNoTracking().SingleAsync(b => b.Id == meeting.BodyId, ct);
            var hall = new Hall(body, meeting.Attendances);
            Cast(c, item, meeting, hall);
            var quorum = hall.Quorum([.. item.Casts.Where(x => x.Ballot == Ballot.Recused).Select(x => x.AttendanceId)]);
            item.Note(c.Record, quorum.Present, quorum.Seats, quorum.IsMet);
            if (!c.Decide) return null;
            var outcome = Conclude(c, item, body, quorum);
            var decision = await db.Set<Decision>().SingleOrDefaultAsync(d => d.ItemId == item.Id, ct);
            if (decision is null) db.Add(decision = new Decision(body.Id, meeting.Date, c.Title!, meeting.Id, item.Id));
            decision.Describe(c.Title!, c.Text, c.Subject);
            decision.Conclude(outcome, c.Note);
            decision.Count(quorum.Seats, quorum.Present, item.VotesFor, item.VotesAgainst, item.Abstentions, item.Recused);
            // What is put off has no number yet.
            if (decision.Rank is null && outcome != Contract.Outcome.Deferred) await Numbering.Number(db, tenant.Space, decision, ct);
            await SearchTerms.Replace(db, SearchKind.Decision, decision.Id, decision.Searched, ct);
            return decision.Id;
        }

        private void Cast(Command c, AgendaItem item, Meeting meeting, Hall hall)
        {
            var ballots = c.Ballots.Where(b => b.Ballot is not null).ToList();
            var voices = hall.Voices.Sum(v => v.Weight);
            if (ballots.Count == 0)
            {
                if ((c.VotesFor ?? c.VotesAgainst ?? c.Abstentions ?? c.Recused) is null) return;
                if ((long)(c.VotesFor ?? 0) + (c.VotesAgainst ?? 0) + (c.Abstentions ?? 0) + (c.Recused ?? 0) > voices) throw new RuleViolation("vote.many", voices);
                item.Casts.Clear();
                item.Vote(VoteMode.Hands, c.VotesFor ?? 0, c.VotesAgainst ?? 0, c.Abstentions ?? 0, c.Recused ?? 0);
                return;
            }
            foreach (var line in ballots)
            {
                var seat = meeting.Attendances.Find(a => a.Id == line.SeatId) ?? throw new NotFound(nameof(Attendance));
                if (!hall.Speaks(seat)) throw new RuleViolation("vote.mute");
                item.Cast(seat, line.Ballot!.Value);
            }
            item.Casts.RemoveAll(x => ballots.TrueForAll(b => b.SeatId != x.AttendanceId));
            foreach (var made in item.Casts.Where(x => db.Entry(x).State == EntityState.Detached).ToList()) db.Add(made);
            int Sum(Ballot ballot) => item.Casts.Where(x => x.Ballot == ballot).Sum(x => x.Weight);
            item.Vote(VoteMode.PerMember, Sum(Ballot.For), Sum(Ballot.Against), Sum(Ballot.Abstained), Sum(Ballot.Recused));
        }

        private static Outcome Conclude(Command c, AgendaItem item, Body body, Hall.Count quorum)
        {
            var counted = item.Mode is null ? null : body.Majority.Of(item.VotesFor ?? 0, item.VotesAgainst ?? 0);
            var outcome = c.Outcome ?? counted ?? throw new Invalid(c, nameof(c.Outcome), "Notez les voix, ou dites le résultat.");
            if (outcome == Contract.Outcome.Deferred) return outcome;
            if (quorum.IsMet == false) throw new RuleViolation("vote.quorum", quorum.Present, quorum.Needed);
            // A result that the votes do not give is possible (the president's vote, a consensus): somebody says why.
            if (outcome != counted && c.Note is null) throw new Invalid(c, nameof(c.Note), counted is null ? "Dites comment\u00a0: par consensus, à l’unanimité…" : "Les voix donnent un autre résultat\u00a0: dites pourquoi.");
            return outcome;
        }
    }
}
