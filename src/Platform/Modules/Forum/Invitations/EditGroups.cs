using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Series;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Forum.Invitations;

/// <summary>The groups of an edition, all at once: who shares how many places. An emptied name takes a group away, if nobody is in it.</summary>
public static class EditGroups
{
    public const int Blank = 3;

    [Needs(ForumPermissions.Organise)]
    public sealed record Form(Guid EditionId) : IRequest<Filled>;

    /// <param name="Counts">Guests of each group who count.</param>
    public sealed record Filled(string Edition, Command Command, IReadOnlyDictionary<Guid, int> Counts, IReadOnlyList<OrganisationOptions.Row> Organisations);

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand
    {
        public Guid EditionId { get; set; }
        [Display(Name = "Groupes")] public List<Line> Lines { get; init; } = [];
    }

    /// <summary>A group for each member of the space that has none yet.</summary>
    [Needs(ForumPermissions.Organise)]
    public sealed record PerMember : ICommand<int>
    {
        public Guid EditionId { get; set; }
        [Display(Name = "Au plus, par membre")] public int? Quota { get; init; }
    }

    public sealed record Line
    {
        public Guid? GroupId { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Au plus")] public int? Quota { get; init; }
        [Display(Name = "Organisation")] public Guid? OrganisationId { get; init; }

        public override string ToString() => Name ?? "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Lines).Must(l => l.Count <= ForumGroup.Most + Blank).WithMessage($"Au plus {ForumGroup.Most} groupes.");
            RuleForEach(c => c.Lines).ChildRules(line =>
            {
                line.RuleFor(l => l.Name).IsLine(ForumGroup.NameLength);
                line.RuleFor(l => l.Name).NotEmpty().When(l => l.GroupId is null && (l.Quota is not null || l.OrganisationId is not null)).WithMessage("Donnez un nom à ce groupe.");
                line.RuleFor(l => l.Quota).InclusiveBetween(1, ForumSeries.MostPlaces);
            });
        }
    }

    internal sealed class PerMemberValidator : AbstractValidator<PerMember>
    {
        public PerMemberValidator() => RuleFor(c => c.Quota).NotNull().InclusiveBetween(1, ForumSeries.MostPlaces);
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Unit>, IRequestHandler<PerMember, int>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var title = await Title(form.EditionId, ct);
            var groups = await Groups(form.EditionId, ct);
            var counts = await Counts(form.EditionId, ct);
            List<Line> lines = [.. groups.Select(g => new Line { GroupId = g.Id, Name = g.Name, Quota = g.Quota, OrganisationId = g.OrganisationId }), .. Enumerable.Range(0, Blank).Select(_ => new Line())];
            return new(title, new Command { EditionId = form.EditionId, Lines = lines }, counts, await mediator.Send(new OrganisationOptions.Query([.. groups.Select(g => g.OrganisationId).OfType<Guid>()]), ct));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            await Title(c.EditionId, ct);
            await db.Lock<ForumEdition>(c.EditionId, ct);
            var groups = await Groups(c.EditionId, ct);
            if (!(await mediator.Send(new AreKnown.Query([.. c.Lines.Select(l => l.OrganisationId).OfType<Guid>().Distinct()], []), ct)).Organisations) throw new Invalid(c, nameof(c.Lines), "Choisissez les organisations dans la liste.");
            var full = (await db.Set<ForumGuest>().Where(g => g.EditionId == c.EditionId && g.GroupId != null).Select(g => g.GroupId!.Value).Distinct().ToListAsync(ct)).ToHashSet();
            var (errors, names) = (new List<ValidationFailure>(), new HashSet<string>(StringComparer.Ordinal));
            for (var i = 0; i < c.Lines.Count; i++)
            {
                var line = c.Lines[i];
                var group = line.GroupId is { } id ? groups.Find(g => g.Id == id) ?? throw new NotFound(nameof(ForumGroup)) : null;
                if (line.Name is null)
                {
                    if (group is not null && full.Contains(group.Id)) errors.Add(new($"Lines[{i}].Name", "Des invités sont dans ce groupe\u00a0: changez-les d’abord."));
                    else if (group is not null) db.Remove(group);
                }
                else if (!names.Add(Folding.Key(line.Name))) errors.Add(new($"Lines[{i}].Name", "Deux groupes portent ce nom."));
                else if (group is not null) group.Change(line.Name, line.Quota, line.OrganisationId);
                else db.Add(new ForumGroup(c.EditionId, line.Name, line.Quota, line.OrganisationId));
            }
            return errors.Count > 0 ? throw new Invalid(c, errors) : Unit.Value;
        }

        /// <returns>How many groups were made.</returns>
        public async Task<int> Handle(PerMember c, CancellationToken ct)
        {
            await Title(c.EditionId, ct);
            await db.Lock<ForumEdition>(c.EditionId, ct);
            var groups = await Groups(c.EditionId, ct);
            var members = (await mediator.Send(new OrganisationOptions.Query(null, RoleKind.Member), ct)).Where(m => groups.TrueForAll(g => g.OrganisationId != m.Id && g.NameKey != Folding.Key(m.ShortName ?? m.Name))).DistinctBy(m => Folding.Key(m.ShortName ?? m.Name)).Take(ForumGroup.Most - groups.Count).ToList();
            db.AddRange(members.Select(m => new ForumGroup(c.EditionId, m.ShortName ?? m.Name, c.Quota, m.Id)));
            return members.Count;
        }

        private async Task<string> Title(Guid id, CancellationToken ct) => await db.Set<ForumEdition>().Where(e => e.Id == id).Select(e => e.Title).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));

        private Task<List<ForumGroup>> Groups(Guid id, CancellationToken ct) => db.Set<ForumGroup>().Where(g => g.EditionId == id).OrderBy(g => g.NameKey).ToListAsync(ct);

        private async Task<Dictionary<Guid, int>> Counts(Guid id, CancellationToken ct) => (await db.Set<ForumGuest>().Where(g => g.EditionId == id && g.GroupId != null).GroupBy(g => new { g.GroupId, g.State })
            .Select(g => new { Group = g.Key.GroupId!.Value, g.Key.State, Count = g.Count() }).ToListAsync(ct)).Where(g => ForumGroup.Counts(g.State)).GroupBy(g => g.Group).ToDictionary(g => g.Key, g => g.Sum(x => x.Count));
    }
}
