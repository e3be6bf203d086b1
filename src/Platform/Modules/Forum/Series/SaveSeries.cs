using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Series;

/// <summary>A forum that comes back (no <c>Id</c>: a new one), with its plan. An emptied step goes away. Editions that are open keep their own dates.</summary>
public static class SaveSeries
{
    public const int Blank = 3;

    [Needs(ForumPermissions.Organise)]
    public sealed record Form(Guid? Id) : IRequest<Filled>;

    public sealed record Filled(Command Command, string? Name, DateOnly? EndedOn);

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid? Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "À quoi il sert")] public string? Purpose { get; init; }
        [Display(Name = "Semaine")] public int? Week { get; init; }
        [Display(Name = "Jour")] public Weekday? Weekday { get; init; }
        [Display(Name = "Mois")] public int? Month { get; init; }
        [Display(Name = "Ouverture de l’édition")] public int? LeadMonths { get; init; }
        [Display(Name = "Lieu habituel")] public string? Place { get; init; }
        [Display(Name = "Places habituelles")] public int? Capacity { get; init; }
        [Display(Name = "Relance sans réponse après")] public int? ChaseAfterDays { get; init; }
        [Display(Name = "Étapes")] public List<Line> Steps { get; init; } = [];

        internal static Command From(ForumSeries s) => new()
        {
            Id = s.Id, Version = s.Version, Name = s.Name, Purpose = s.Purpose, Week = s.Week, Weekday = s.Weekday, Month = s.Month, LeadMonths = s.LeadMonths, Place = s.Place, Capacity = s.Capacity, ChaseAfterDays = s.ChaseAfterDays,
            Steps = [.. s.Steps.OrderBy(x => Plan.From(new(2001, 7, 1), x.Offset, x.Unit)).ThenBy(x => x.Id)
                .Select(x => new Line { StepId = x.Id, Title = x.Title, Kind = x.Kind, Count = Math.Abs(x.Offset), Unit = x.Unit, Side = x.Offset > 0 ? Side.After : Side.Before })],
        };
    }

    public enum Side : short
    {
        [Display(Name = "avant")] Before = 1,
        [Display(Name = "après")] After,
    }

    public sealed record Line
    {
        public Guid? StepId { get; init; }
        [Display(Name = "Étape")] public string? Title { get; init; }
        [Display(Name = "Nature")] public MilestoneKind? Kind { get; init; }
        [Display(Name = "Nombre")] public int? Count { get; init; }
        [Display(Name = "Unité")] public OffsetUnit? Unit { get; init; }
        [Display(Name = "Avant ou après")] public Side? Side { get; init; }

        public override string ToString() => Title ?? "";
    }

    /// <summary>It stops, or comes back again. What is open stands.</summary>
    [Needs(ForumPermissions.Organise)]
    public sealed record End(Guid Id, bool Resume) : ICommand;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsNameLine(ForumSeries.NameLength);
            RuleFor(c => c.Purpose).MaximumLength(ForumSeries.PurposeLength);
            RuleFor(c => c.Week).NotNull().InclusiveBetween(1, ForumSeries.LastWeek);
            RuleFor(c => c.Weekday).NotNull().IsInEnum();
            RuleFor(c => c.Month).NotNull().InclusiveBetween(1, 12);
            RuleFor(c => c.LeadMonths).NotNull().InclusiveBetween(1, ForumSeries.LongestLead);
            RuleFor(c => c.Place).IsLine(ForumSeries.PlaceLength);
            RuleFor(c => c.Capacity).InclusiveBetween(1, ForumSeries.MostPlaces);
            RuleFor(c => c.ChaseAfterDays).InclusiveBetween(1, ForumEdition.MostChaseDays);
            RuleFor(c => c.Steps).Must(s => s.Count <= ForumSeries.MostSteps + Blank).WithMessage($"Au plus {ForumSeries.MostSteps} étapes.");
            RuleForEach(c => c.Steps).ChildRules(s =>
            {
                s.RuleFor(x => x.Title).IsLine(ForumStep.TitleLength);
                s.RuleFor(x => x.Kind).IsInEnum();
                s.RuleFor(x => x.Unit).IsInEnum();
                s.RuleFor(x => x.Side).IsInEnum();
                s.RuleFor(x => x.Count).NotNull().When(x => x.Title is not null).WithMessage("Combien avant ou après\u00a0? Zéro pour le jour même.");
                s.RuleFor(x => x.Count).InclusiveBetween(0, ForumStep.Farthest);
                s.RuleFor(x => x.Count).Must((x, count) => count is null || Days(x) <= ForumStep.Farthest).WithMessage("Plus d’un an avant ou après\u00a0: ce serait une autre édition.");
            });
        }

        private static int Days(Line line) => line.Count!.Value * line.Unit switch { OffsetUnit.Months => 30, OffsetUnit.Weeks => 7, _ => 1 };
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Guid>, IRequestHandler<End, Unit>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var series = form.Id is not { } id ? null : await db.Set<ForumSeries>().AsNoTracking().Include(s => s.Steps).SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotFound(nameof(ForumSeries));
            var command = series is not null ? Command.From(series) : new Command
            {
                Week = 2, Weekday = Weekday.Thursday, Month = 11, LeadMonths = ForumSeries.UsualLead,
                Steps = [.. Plan.Usual.Select(p => new Line { Title = p.Title, Kind = p.Kind, Count = Math.Abs(p.Offset), Unit = p.Unit, Side = p.Offset > 0 ? Side.After : Side.Before })],
            };
            command.Steps.AddRange(Enumerable.Range(0, Blank).Select(_ => new Line { Kind = MilestoneKind.Other, Unit = OffsetUnit.Weeks, Side = Side.Before }));
            return new(command, series?.Name, series?.EndedOn);
        }

        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var series = c.Id is not { } id ? null : await Find(id, ct);
            if (series is not null && series.Version != c.Version) throw new Conflict(stored: Command.From(series), typed: c);
            var key = Folding.Key(c.Name);
            if (await db.Set<ForumSeries>().AnyAsync(s => s.NameKey == key && s.Id != c.Id, ct)) throw new Invalid(c, nameof(c.Name), "Un forum porte déjà ce nom.");
            if (series is null) db.Add(series = new ForumSeries(c.Name!));
            series.Describe(c.Name!, c.Purpose, c.Place, c.Capacity, c.ChaseAfterDays);
            series.Recur(c.Month!.Value, c.Week!.Value, c.Weekday!.Value, c.LeadMonths!.Value);
            foreach (var line in c.Steps)
            {
                var step = line.StepId is { } of ? series.Steps.Find(s => s.Id == of) ?? throw new NotFound(nameof(ForumStep)) : null;
                if (line.Title is null)
                {
                    if (step is not null) series.Steps.Remove(step);
                    continue;
                }
                var offset = line.Count!.Value * (line.Side == Side.After ? 1 : -1);
                var (kind, unit) = (line.Kind ?? MilestoneKind.Other, line.Unit ?? OffsetUnit.Days);
                if (step is not null) step.Change(kind, line.Title, offset, unit);
                else
                {
                    series.Steps.Add(step = new ForumStep(series, kind, line.Title, offset, unit));
                    db.Add(step);
                }
            }
            if (c.Id is not null) db.Touch(series);
            return series.Id;
        }

        public async Task<Unit> Handle(End c, CancellationToken ct)
        {
            (await Find(c.Id, ct)).End(c.Resume ? null : tenant.Space.Today(clock));
            return Unit.Value;
        }

        private async Task<ForumSeries> Find(Guid id, CancellationToken ct) => await db.Set<ForumSeries>().Include(s => s.Steps).SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotFound(nameof(ForumSeries));
    }
}
