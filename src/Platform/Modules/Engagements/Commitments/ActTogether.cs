using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>One act on many commitments: those ticked, or all that a filter leaves. All are changed, or none; what cannot be is named.</summary>
public static class ActTogether
{
    /// <summary>More at once would hold too many rows locked for too long.</summary>
    public const int Most = 1000;

    private const int Named = 5;

    /// <param name="Ticked">Only these, whatever the filter; none: what the filter leaves.</param>
    public sealed record Which(CommitmentFilter Filter, IReadOnlyList<Guid> Ticked);

    /// <summary>Before the act: how many, which first, and what may be chosen.</summary>
    [Needs(EngagementPermissions.Write)]
    public sealed record Form(Which Which) : IRequest<Answer>;

    public sealed record Answer(int Count, IReadOnlyList<string> First, IReadOnlyList<PersonOptions.Row> People, IReadOnlyList<ListThemes.Row> Themes, IReadOnlyList<ListAxes.Row> Axes);

    public abstract record Command : ICommand<Outcome>
    {
        public Which? Which { get; set; }
    }

    [Needs(EngagementPermissions.Write)]
    public sealed record Entrust : Command
    {
        [Display(Name = "Suivi par")] public Guid? FacilitatorId { get; init; }
    }

    [Needs(EngagementPermissions.Write)]
    public sealed record Classify : Command
    {
        [Display(Name = "Thème")] public Guid? ThemeId { get; init; }
        [Display(Name = "Axe")] public Guid? AxisId { get; init; }
    }

    [Needs(EngagementPermissions.Write)]
    public sealed record Pace : Command
    {
        [Display(Name = "Rythme des nouvelles")] public int? CadenceDays { get; init; } = Commitment.UsualCadence;
    }

    /// <param name="Sentence">"14 engagements confiés à Zoé Josselin, 2 l’étaient déjà. 1 clos, inchangé : n° 8 – Haies."</param>
    public sealed record Outcome(int Changed, int Same, IReadOnlyList<string> Closed, string Sentence);

    internal sealed class EntrustValidator : AbstractValidator<Entrust>
    {
        public EntrustValidator() => RuleFor(c => c.FacilitatorId).NotNull();
    }

    internal sealed class ClassifyValidator : AbstractValidator<Classify>
    {
        public ClassifyValidator() => RuleFor(c => c.ThemeId).NotNull();
    }

    internal sealed class PaceValidator : AbstractValidator<Pace>
    {
        public PaceValidator() => RuleFor(c => c.CadenceDays).NotNull().InclusiveBetween(Commitment.ShortestCadence, Commitment.LongestCadence);
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Form, Answer>, IRequestHandler<Entrust, Outcome>, IRequestHandler<Classify, Outcome>, IRequestHandler<Pace, Outcome>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var found = await Found(form.Which, ct);
            var people = await mediator.Send(new PersonOptions.Query(), ct);
            return new(await found.CountAsync(ct), await found.OrderBy(c => c.DueKey).ThenBy(c => c.Id).Take(3).Select(c => c.Title).ToListAsync(ct),
                people, await mediator.Send(new ListThemes.Query(), ct), await mediator.Send(new ListAxes.Query(), ct));
        }

        public async Task<Outcome> Handle(Entrust c, CancellationToken ct)
        {
            var names = await mediator.Send(new NamesOf.Query([c.FacilitatorId]), ct);
            if (!names.TryGetValue(c.FacilitatorId!.Value, out var person) || !person.IsPerson) throw CommitmentWriting.Foreign(c, nameof(c.FacilitatorId));
            return await Act(c, nameof(c.FacilitatorId), "confié", "à " + person.Name, commitment => commitment.EntrustTo(person.Id), openOnly: true, ct);
        }

        public async Task<Outcome> Handle(Classify c, CancellationToken ct)
        {
            var theme = await db.Set<Theme>().SingleOrDefaultAsync(t => t.Id == c.ThemeId, ct) ?? throw CommitmentWriting.Foreign(c, nameof(c.ThemeId));
            if (c.AxisId is not null && !await db.Set<Axis>().AnyAsync(a => a.Id == c.AxisId, ct)) throw CommitmentWriting.Foreign(c, nameof(c.AxisId));
            return await Act(c, nameof(c.ThemeId), "classé", $"sous «\u00a0{theme.Name}\u00a0»", commitment => commitment.Classify(theme.Id, c.AxisId ?? theme.AxisId), openOnly: false, ct);
        }

        public Task<Outcome> Handle(Pace c, CancellationToken ct) =>
            Act(c, nameof(c.CadenceDays), "réglé", $"sur une nouvelle tous les {c.CadenceDays} jours", commitment => commitment.Pace(c.CadenceDays!.Value), openOnly: true, ct);

        private async Task<Outcome> Act(Command c, string field, string act, string to, Func<Commitment, bool> change, bool openOnly, CancellationToken ct)
        {
            var ids = await (await Found(c.Which!, ct)).OrderBy(x => x.Number).Select(x => x.Id).Take(Most + 1).ToListAsync(ct);
            if (ids.Count == 0) throw new Invalid(c, field, "Il n’y a rien à changer : cochez des lignes, ou élargissez les filtres.");
            if (ids.Count > Most) throw new Invalid(c, field, $"Au plus {French.Number(Most)} à la fois : ajoutez un filtre, puis recommencez avec la suite.");
            var found = await db.Set<Commitment>().Where(x => ids.Contains(x.Id)).OrderBy(x => x.Number).ToListAsync(ct);
            var closed = openOnly ? found.Where(x => !x.State.IsOpen()).ToList() : [];
            var changed = found.Except(closed).Count(change);
            var same = found.Count - closed.Count - changed;
            var labels = closed.ConvertAll(x => x.Label);
            return new(changed, same, labels, Sentence(tenant.Space.Words.Commitment, act, to, changed, same, labels));
        }

        private static string Sentence(Word word, string act, string to, int changed, int same, List<string> closed)
        {
            var said = changed == 0 ? $"{Word.Capital(word.No)} {word.Agree(act)} {to}" : $"{word.Count(changed)} {word.Agree(act, changed)} {to}";
            if (same > 0) said += $", {French.Number(same)} l’{(same < 2 ? "était" : "étaient")} déjà";
            if (closed.Count == 0) return said + ".";
            var which = string.Join(", ", closed.Take(Named)) + (closed.Count > Named ? "…" : "");
            return $"{said}. {French.Number(closed.Count)} {(word.Feminine ? closed.Count < 2 ? "close" : "closes" : "clos")}, {word.Agree("inchangé", closed.Count)}\u00a0: {which}.";
        }

        private async Task<IQueryable<Commitment>> Found(Which which, CancellationToken ct) => which.Ticked.Count > 0
            ? db.Set<Commitment>().Where(c => which.Ticked.Contains(c.Id))
            : (await which.Filter.Read(db, ct)).Apply(db, tenant.Space.Today(clock));
    }
}
