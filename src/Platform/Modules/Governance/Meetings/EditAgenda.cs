using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Governance.Meetings;

/// <summary>The agenda, all its points at once. An emptied title takes the point away; the rank says the order.</summary>
public static class EditAgenda
{
    public const int Most = 60, Blank = 3;

    [Needs(GovernancePermissions.Write)]
    public sealed record Form(Guid Id) : IRequest<Filled>;

    public sealed record Filled(string Name, IReadOnlyList<PersonOptions.Row> People, Command Command);

    [Needs(GovernancePermissions.Write)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Ordre du jour")] public List<Point> Points { get; init; } = [];
    }

    public sealed record Point
    {
        public Guid? ItemId { get; init; }
        [Display(Name = "Rang")] public int? Rank { get; init; }
        [Display(Name = "Intitulé")] public string? Title { get; init; }
        [Display(Name = "Nature")] public AgendaKind? Kind { get; init; }
        [Display(Name = "Durée")] public int? Minutes { get; init; }
        [Display(Name = "Présenté par")] public Guid? PresenterId { get; init; }
        [Display(Name = "Document")] public string? Document { get; init; }
        [Display(Name = "Engagement n°")] public int? Commitment { get; init; }

        public override string ToString() => Title ?? "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Points).Must(p => p.Count <= Most + Blank).WithMessage($"Au plus {Most} points.");
            RuleForEach(c => c.Points).ChildRules(p =>
            {
                p.RuleFor(x => x.Title).IsLine(AgendaItem.TitleLength);
                p.RuleFor(x => x.Title).NotEmpty().When(x => x.ItemId is null && (x.Document is not null || x.PresenterId is not null || x.Commitment is not null)).WithMessage("Donnez un intitulé à ce point.");
                p.RuleFor(x => x.Kind).IsInEnum();
                p.RuleFor(x => x.Minutes).InclusiveBetween(1, AgendaItem.LongestMinutes);
                p.RuleFor(x => x.Document).IsWebSite(AgendaItem.DocumentLength);
            });
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Unit>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var meeting = await db.Set<Meeting>().AsNoTracking().Include(m => m.Items).SingleOrDefaultAsync(m => m.Id == form.Id, ct) ?? throw new NotFound(nameof(Meeting));
            var body = await db.Set<Body>().Where(b => b.Id == meeting.BodyId).Select(b => b.Name).SingleAsync(ct);
            var numbers = (await mediator.Send(new CommitmentsByNumber.Query([], [.. meeting.Items.Select(i => i.CommitmentId).OfType<Guid>()]), ct)).ToDictionary(c => c.Id, c => c.Number);
            var points = meeting.Items.OrderBy(i => i.Position).Select((i, n) => new Point
            {
                ItemId = i.Id, Rank = n + 1, Title = i.Title, Kind = i.Kind, Minutes = i.Minutes, PresenterId = i.PresenterId, Document = i.DocumentAddress,
                Commitment = i.CommitmentId is { } c && numbers.TryGetValue(c, out var number) ? number : null,
            }).ToList();
            var blank = points.Count == 0 ? Blank + 1 : Blank;
            points.AddRange(Enumerable.Range(points.Count + 1, blank).Select(rank => new Point { Rank = rank, Kind = AgendaKind.Information }));
            return new($"{body}, {Shared.French.Date(meeting.Date)}", await mediator.Send(new PersonOptions.Query([.. meeting.Items.Select(i => i.PresenterId).OfType<Guid>()]), ct),
                new Command { Id = meeting.Id, Version = meeting.Version, Points = points });
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var meeting = await db.Set<Meeting>().Include(m => m.Items).ThenInclude(i => i.Casts).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == c.Id, ct) ?? throw new NotFound(nameof(Meeting));
            if (meeting.Version != c.Version) throw new Conflict();
            if (meeting.IsOver) throw new RuleViolation("meeting.over");
            var numbers = c.Points.Select(p => p.Commitment).OfType<int>().ToList();
            var commitments = (await mediator.Send(new CommitmentsByNumber.Query(numbers, []), ct)).ToDictionary(x => x.Number, x => x.Id);
            if (!(await mediator.Send(new AreKnown.Query([], [.. c.Points.Select(p => p.PresenterId).OfType<Guid>()]), ct)).People)
                throw new Invalid(c, nameof(c.Points), "Choisissez les personnes dans la liste.");
            var decided = await db.Set<Decision>().Where(d => d.MeetingId == c.Id && d.ItemId != null).Select(d => d.ItemId!.Value).ToListAsync(ct);
            var filed = await DocumentsOf.Kept(db, [.. c.Points.Where(p => p.Title is null).Select(p => p.ItemId).OfType<Guid>()], ct);
            var errors = new List<ValidationFailure>();
            foreach (var (point, i, position) in c.Points.Select((p, i) => (p, i)).OrderBy(p => p.p.Rank ?? int.MaxValue).ThenBy(p => p.i).Select((p, n) => (p.p, p.i, n)))
            {
                var item = point.ItemId is { } id ? meeting.Items.Find(x => x.Id == id) ?? throw new NotFound(nameof(AgendaItem)) : null;
                if (point.Title is null)
                {
                    if (item is not null && (decided.Contains(item.Id) || item.Record is not null)) errors.Add(new($"Points[{i}].Title", "Ce point est déjà traité\u00a0: il ne peut plus être retiré."));
                    else if (item is not null && filed.Contains(item.Id)) errors.Add(new($"Points[{i}].Title", "Des documents sont joints à ce point\u00a0: il ne peut plus être retiré."));
                    else if (item is not null) meeting.Items.Remove(item);
                    continue;
                }
                Guid? commitment = null;
                if (point.Commitment is { } number)
                {
                    if (commitments.TryGetValue(number, out var known)) commitment = known;
                    else errors.Add(new($"Points[{i}].Commitment", "Aucun engagement ne porte ce numéro."));
                }
                if (item is null)
                {
                    meeting.Items.Add(item = new AgendaItem(meeting, position));
                    db.Add(item);
                }
                item.Describe(position, point.Title, point.Kind ?? AgendaKind.Information, point.Minutes, point.PresenterId, point.Document is null ? null : TextRules.WebAddress(point.Document), commitment);
            }
            if (errors.Count > 0) throw new Invalid(c, errors);
            db.Touch(meeting);
            return Unit.Value;
        }
    }
}
