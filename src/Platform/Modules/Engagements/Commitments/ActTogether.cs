using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>One act on many commitments: those ticked, or all that a filter leaves. All are changed, or none; what cannot be is named.</summary>
public static class ActTogether
{
    /// <summary>Before the act: how many, which first, and what may be chosen.</summary>
    [Needs(EngagementPermissions.Write)]
    public sealed record Form(ActOnMany.Which<CommitmentFilter> Which) : IRequest<Answer>;

    public sealed record Answer(ActOnMany.Preview Ahead, IReadOnlyList<PersonOptions.Row> People, IReadOnlyList<ListThemes.Row> Themes, IReadOnlyList<ListAxes.Row> Axes);

    public abstract record Command : ICommand<ActOnMany.Outcome>
    {
        public ActOnMany.Which<CommitmentFilter>? Which { get; set; }
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

    /// <summary>Takes back an act, by its identifier: the last one of whoever asks.</summary>
    [Needs(EngagementPermissions.Write)]
    public sealed record Undo(Guid Act) : ICommand<ActOnMany.Outcome>;

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

    internal sealed class Handler(PlatformDb db, LastActs acts, IMediator mediator, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Form, Answer>, IRequestHandler<Entrust, ActOnMany.Outcome>, IRequestHandler<Classify, ActOnMany.Outcome>, IRequestHandler<Pace, ActOnMany.Outcome>, IRequestHandler<Undo, ActOnMany.Outcome>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var found = await Found(form.Which, ct);
            var people = await mediator.Send(new PersonOptions.Query(), ct);
            return new(await ActOnMany.Ahead(found, found.OrderBy(c => c.DueKey).ThenBy(c => c.Id).Select(c => c.Title), ct),
                people, await mediator.Send(new ListThemes.Query(), ct), await mediator.Send(new ListAxes.Query(), ct));
        }

        public async Task<ActOnMany.Outcome> Handle(Entrust c, CancellationToken ct)
        {
            var names = await mediator.Send(new NamesOf.Query([c.FacilitatorId]), ct);
            if (!names.TryGetValue(c.FacilitatorId!.Value, out var person) || !person.IsPerson) throw CommitmentWriting.Foreign(c, nameof(c.FacilitatorId));
            return await Act(c, nameof(c.FacilitatorId), "confié", "à " + person.Name, commitment => commitment.EntrustTo(person.Id), openOnly: true, ct);
        }

        public async Task<ActOnMany.Outcome> Handle(Classify c, CancellationToken ct)
        {
            var theme = await db.Set<Theme>().SingleOrDefaultAsync(t => t.Id == c.ThemeId, ct) ?? throw CommitmentWriting.Foreign(c, nameof(c.ThemeId));
            if (c.AxisId is not null && !await db.Set<Axis>().AnyAsync(a => a.Id == c.AxisId, ct)) throw CommitmentWriting.Foreign(c, nameof(c.AxisId));
            return await Act(c, nameof(c.ThemeId), "classé", $"sous «\u00a0{theme.Name}\u00a0»", commitment => commitment.Classify(theme.Id, c.AxisId ?? theme.AxisId), openOnly: false, ct);
        }

        public Task<ActOnMany.Outcome> Handle(Pace c, CancellationToken ct) =>
            Act(c, nameof(c.CadenceDays), "réglé", $"sur une nouvelle tous les {c.CadenceDays} jours", commitment => commitment.Pace(c.CadenceDays!.Value), openOnly: true, ct);

        public Task<ActOnMany.Outcome> Handle(Undo c, CancellationToken ct) => acts.Undo<Commitment>(c.Act, tenant.Space.Words.Commitment, ct);

        private async Task<ActOnMany.Outcome> Act(Command c, string field, string act, string to, Func<Commitment, bool> change, bool openOnly, CancellationToken ct)
        {
            var ids = await ActOnMany.Ids((await Found(c.Which!, ct)).OrderBy(x => x.Number).Select(x => x.Id), c, field, ct);
            var found = await db.Set<Commitment>().Where(x => ids.Contains(x.Id)).OrderBy(x => x.Number).ToListAsync(ct);
            return await acts.Keep<Commitment>(ActOnMany.Do(found, tenant.Space.Words.Commitment, act, to, x => openOnly && !x.State.IsOpen() ? throw new RuleViolation("commitment.together") : change(x), x => x.Label), ct);
        }

        private Task<IQueryable<Commitment>> Found(ActOnMany.Which<CommitmentFilter> which, CancellationToken ct) =>
            which.In(db.Set<Commitment>(), async filter => (await filter.Read(db, ct)).Apply(db, tenant.Space.Today(clock)));
    }
}
