using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>The texts of one part of the space's guide, one line each, in their order. A line left out is retired: what coalitions
/// have done or answered under it stays on their sheets.</summary>
public static class EditGuide
{
    public const int Most = 20;

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Form : IRequest<Answer>;

    public sealed record Answer(Command Launch, Command Commitment, Command Functioning, Command Support);

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Command : ICommand
    {
        public GuidePart Part { get; set; }
        /// <summary>Of the guide as a whole, so that two editors do not undo each other.</summary>
        public int Version { get; init; }
        [Display(Name = "Lignes")] public List<Line> Lines { get; init; } = [];
    }

    public sealed record Line
    {
        /// <summary>Empty for a new line.</summary>
        public Guid? Id { get; init; }
        public string? Text { get; init; }

        public override string ToString() => Text ?? "–";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Part).IsInEnum();
            RuleFor(c => c.Lines).Must(lines => lines.Count(l => l.Text is not null) <= Most).WithMessage($"Au plus {Most} lignes.");
            RuleForEach(c => c.Lines).ChildRules(line => line.RuleFor(l => l.Text).IsLine(GuideLine.TextLength));
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Answer>, IRequestHandler<Command, Unit>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var all = await db.Set<GuideLine>().ToListAsync(ct);
            var known = all.Count > 0;
            if (!known) all = [.. GuideBook.Usual];
            // The support offered came later: a guide that is older shows what ships with the platform.
            Command Of(GuidePart part) => part == GuidePart.Support && !all.Exists(l => l.Part == part) ? Filled(part, GuideBook.Usual, false) : Filled(part, all, known);
            return new(Of(GuidePart.Launch), Of(GuidePart.Commitment), Of(GuidePart.Functioning), Of(GuidePart.Support));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var inForce = await GuideBook.Open(db, ct);
            var all = db.Set<GuideLine>().Local.Where(l => l.Part == c.Part).ToList();
            var lines = inForce.Where(l => l.Part == c.Part).ToList();
            if (VersionOf(all) != c.Version) throw new Conflict(stored: Filled(c.Part, all, true), typed: c);
            var position = 0;
            var kept = new HashSet<Guid>();
            foreach (var typed in c.Lines.Where(l => l.Text is not null))
            {
                position++;
                // Shipped lines have no identifier until the first edit: they are known by their text.
                var line = typed.Id is { } id ? lines.Find(l => l.Id == id) ?? throw new NotFound(nameof(GuideLine))
                    : lines.Find(l => l.Text == typed.Text && !kept.Contains(l.Id));
                if (line is null) db.Add(line = new GuideLine(c.Part, position, typed.Text!));
                else if (line.Text != typed.Text || line.Position != position) line.Write(position, typed.Text!);
                kept.Add(line.Id);
            }
            foreach (var gone in lines.Where(l => !kept.Contains(l.Id)))
            {
                if (db.Entry(gone).State == EntityState.Added) db.Remove(gone);
                else gone.Retire(tenant.Space.Today(clock));
            }
            return Unit.Value;
        }

        private static Command Filled(GuidePart part, IEnumerable<GuideLine> all, bool known)
        {
            var lines = all.Where(l => l.Part == part).ToList();
            return new()
            {
                Part = part, Version = VersionOf(lines),
                Lines = [.. lines.Where(l => l.RetiredOn is null).OrderBy(l => l.Position).Select(l => new Line { Id = known ? l.Id : null, Text = l.Text })],
            };
        }

        // Every change counts once, and so does every line: the sum only grows.
        private static int VersionOf(IEnumerable<GuideLine> lines) => lines.Sum(l => l.Version + 1);
    }
}
