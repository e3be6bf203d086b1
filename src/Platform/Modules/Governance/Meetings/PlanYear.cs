using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>The year on one page: what is planned, what the rhythm of each body still asks for, all dates changed and added at once.</summary>
public static class PlanYear
{
    public const int Most = 200;

    /// <param name="Year">Null: this year, or the next one from October on.</param>
    [Needs(GovernancePermissions.Write)]
    public sealed record Form(int? Year) : IRequest<Filled>;

    /// <param name="Missing">Dates that the rhythms ask for and nobody has planned.</param>
    public sealed record Filled(int Year, IReadOnlyList<BodyYear> Bodies, int Planned, int Missing, Command Command);

    /// <param name="Settled">Meetings that this page no longer moves: convened, held.</param>
    public sealed record BodyYear(Guid Id, string Name, int? Cadence, IReadOnlyList<Settled> Settled, int Planned);

    public sealed record Settled(Guid Id, DateOnly Date, int? StartMinute, string? Place, MeetingState State);

    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand<int>
    {
        [Display(Name = "Dates")] public List<Line> Lines { get; init; } = [];
    }

    public sealed record Line
    {
        public Guid? MeetingId { get; init; }
        public int Version { get; init; }
        public Guid BodyId { get; init; }
        [Display(Name = "Date")] public DateOnly? Date { get; init; }
        [Display(Name = "Début")] public string? Start { get; init; }
        [Display(Name = "Lieu")] public string? Place { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Lines).Must(l => l.Count <= Most).WithMessage($"Au plus {Most} dates à la fois.");
            RuleForEach(c => c.Lines).ChildRules(line =>
            {
                line.RuleFor(l => l.Start).IsTime();
                line.RuleFor(l => l.Place).IsLine(Meeting.PlaceLength);
                line.RuleFor(l => l.Date).NotNull().When(l => l.MeetingId is not null).WithMessage("Une réunion prévue a une date\u00a0; annulez-la depuis sa fiche.");
            });
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Filled>, IRequestHandler<Command, int>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var year = form.Year is >= 2000 and <= 2199 ? form.Year.Value : today.Month >= 10 ? today.Year + 1 : today.Year;
            var bodies = await db.Set<Body>().Where(b => b.EndedOn == null || b.EndedOn >= today).OrderByDescending(b => b.Decides).ThenBy(b => b.Kind).ThenBy(b => b.NameKey)
                .Select(b => new { b.Id, b.Name, b.CadencePerYear }).ToListAsync(ct);
            var (first, last) = (new DateOnly(year - 1, 1, 1), new DateOnly(year, 12, 31));
            var meetings = await db.Set<Meeting>().AsNoTracking().Where(m => m.Date >= first && m.Date <= last && m.State != MeetingState.Cancelled).OrderBy(m => m.Date).ThenBy(m => m.Id).ToListAsync(ct);
            var (lines, rows, missing) = (new List<Line>(), new List<BodyYear>(), 0);
            foreach (var body in bodies)
            {
                var past = meetings.FindAll(m => m.BodyId == body.Id);
                var own = past.FindAll(m => m.Date.Year == year);
                lines.AddRange(own.Where(m => m.State == MeetingState.Planned).Select(m => new Line { MeetingId = m.Id, Version = m.Version, BodyId = body.Id, Date = m.Date, Start = MeetingTime.Field(m.StartMinute), Place = m.Place }));
                var usual = past.LastOrDefault();
                var weekday = past.GroupBy(m => m.Date.DayOfWeek).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key is { } d and not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? d : DayOfWeek.Thursday;
                var proposed = YearProposal.Of(year, Math.Min(body.CadencePerYear ?? 0, 52), [.. own.Select(m => m.Date)], weekday, today);
                lines.AddRange(proposed.Select(date => new Line { BodyId = body.Id, Date = date, Start = MeetingTime.Field(usual?.StartMinute), Place = usual?.Place }));
                lines.Add(new Line { BodyId = body.Id });
                missing += proposed.Count;
                rows.Add(new(body.Id, body.Name, body.CadencePerYear, [.. own.Where(m => m.State != MeetingState.Planned).Select(m => new Settled(m.Id, m.Date, m.StartMinute, m.Place, m.State))], own.Count));
            }
            return new(year, rows, rows.Sum(r => r.Planned), missing, new Command { Lines = lines });
        }

        /// <returns>How many meetings were added or moved.</returns>
        public async Task<int> Handle(Command c, CancellationToken ct)
        {
            var ids = c.Lines.Select(l => l.MeetingId).OfType<Guid>().ToList();
            var known = await db.Set<Meeting>().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
            var bodies = await db.Set<Body>().Select(b => b.Id).ToListAsync(ct);
            var (errors, changed) = (new List<ValidationFailure>(), 0);
            for (var i = 0; i < c.Lines.Count; i++)
            {
                var line = c.Lines[i];
                if (line.Date is not { } date) continue;
                if (line.MeetingId is not { } id)
                {
                    if (!bodies.Contains(line.BodyId)) throw new NotFound(nameof(Body));
                    var made = new Meeting(line.BodyId, date);
                    made.Plan(null, date, MeetingTime.Read(line.Start), null, line.Place, null, null);
                    db.Add(made);
                    SearchTerms.Add(db, SearchKind.Meeting, made.Id, made.Searched);
                    changed++;
                    continue;
                }
                var meeting = known.GetValueOrDefault(id) ?? throw new NotFound(nameof(Meeting));
                var start = MeetingTime.Read(line.Start);
                if ((meeting.Date, meeting.StartMinute, meeting.Place) == (date, start, line.Place)) continue;
                if (meeting.Version != line.Version || meeting.State != MeetingState.Planned)
                {
                    errors.Add(new($"Lines[{i}].Date", "Quelqu’un d’autre vient de changer cette réunion\u00a0: ouvrez sa fiche."));
                    continue;
                }
                meeting.Plan(meeting.Title, date, start, start < meeting.EndMinute ? meeting.EndMinute : null, line.Place, meeting.VideoLink, meeting.Notes);
                await SearchTerms.Replace(db, SearchKind.Meeting, meeting.Id, meeting.Searched, ct);
                changed++;
            }
            return errors.Count > 0 ? throw new Invalid(c, errors) : changed;
        }
    }
}
