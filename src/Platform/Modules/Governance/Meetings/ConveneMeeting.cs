using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>Calls everybody who sits in the body on that day. Each gets a mail of their own, with the date for their calendar.</summary>
public static class ConveneMeeting
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Form(Guid Id) : IRequest<Filled>;

    /// <param name="Silent">Called already, without an answer.</param>
    /// <param name="Awaited">Among those who can be written to, by name: the silent ones.</param>
    /// <param name="Unreachable">Who sits and cannot be written to, with the reason: to be told otherwise.</param>
    public sealed record Filled(string Name, Meeting Meeting, IReadOnlyList<string> Reached, IReadOnlyList<string> Unreachable, int Vacant, int Points, int Silent, IReadOnlyList<string> Awaited, bool IsPast, Command Command);

    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand<int>
    {
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Réponse attendue pour le")] public DateOnly? AnswerBy { get; init; }
        /// <summary>A reminder: who has answered is left alone.</summary>
        [Display(Name = "Seulement à qui n’a pas répondu")] public bool OnlySilent { get; init; }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, MeetingLetters letters) : IRequestHandler<Form, Filled>, IRequestHandler<Command, int>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var (meeting, body) = await Find(form.Id, ct);
            var sitting = body.Mandates.Where(m => m.RunsOn(meeting.Date)).ToList();
            var (reachable, others) = await letters.Reach(sitting.Select(m => m.PersonId).OfType<Guid>().Distinct(), ct);
            var awaited = Silent(meeting);
            var silent = awaited.Count;
            return new(body.Name, meeting, [.. reachable.Select(r => r.Name)], others, sitting.Count(m => m.PersonId is null), meeting.Items.Count, silent, [.. reachable.Where(r => awaited.Contains(r.Id)).Select(r => r.Name)], meeting.Date < tenant.Space.Today(clock),
                new Command { OnlySilent = silent > 0, Id = meeting.Id, Version = meeting.Version, AnswerBy = meeting.AnswerBy ?? (meeting.Date.AddDays(-3) is var by && by > tenant.Space.Today(clock) ? by : null) });
        }

        /// <returns>How many people are written to.</returns>
        public async Task<int> Handle(Command c, CancellationToken ct)
        {
            var (meeting, body) = await Find(c.Id, ct);
            // Sent twice by a double click, the second finds the first.
            if (meeting.Version != c.Version) throw new Conflict();
            var today = tenant.Space.Today(clock);
            if (meeting.Date < today) throw new RuleViolation("meeting.past");
            if (c.AnswerBy < today) throw new Invalid(c, nameof(c.AnswerBy), "Cette date est passée.");
            if (c.AnswerBy > meeting.Date) throw new Invalid(c, nameof(c.AnswerBy), "La réponse est attendue avant la réunion.");
            var silent = Silent(meeting);
            meeting.Seat(body.Mandates);
            foreach (var seat in meeting.Attendances.Where(a => db.Entry(a).State == EntityState.Detached).ToList()) db.Add(seat);
            meeting.Convene(clock.GetUtcNow(), c.AnswerBy);
            db.Touch(meeting);
            var told = await letters.Convened(tenant.Space, meeting, body.Name, c.OnlySilent ? silent : null, ct);
            return told > 0 ? told : throw new RuleViolation("meeting.nobody");
        }

        private static HashSet<Guid> Silent(Meeting meeting) => meeting.ConvenedAt is null ? [] : [.. meeting.Attendances.Where(a => a.Answer is null).Select(a => a.PersonId).OfType<Guid>()];

        private async Task<(Meeting, Body)> Find(Guid id, CancellationToken ct)
        {
            var meeting = await db.Set<Meeting>().Include(m => m.Items).Include(m => m.Attendances).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new NotFound(nameof(Meeting));
            return (meeting, await db.Set<Body>().Include(b => b.Mandates).SingleAsync(b => b.Id == meeting.BodyId, ct));
        }
    }
}
