using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>What the selects of a commitment's forms offer: what is in force, and what the form already holds.</summary>
public static class CommitmentChoices
{
    [Needs(EngagementPermissions.Write)]
    public sealed record Query(CommitmentFields Chosen) : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Choice> Organisations, IReadOnlyList<Choice> Coalitions, IReadOnlyList<Choice> Themes,
        IReadOnlyList<Choice> Axes, IReadOnlyList<Choice> Objectives, IReadOnlyList<Choice> People)
    {
        public string? NameOf(Guid id) => Organisations.Concat(Coalitions).Concat(Themes).Concat(Axes).Concat(Objectives).Concat(People).FirstOrDefault(c => c.Id == id)?.Name;
    }

    /// <param name="Group">Heading under which a select shows it.</param>
    public sealed record Choice(Guid Id, string Name, string? Group = null);

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var c = query.Chosen;
            Guid[] Of(params Guid?[] ids) => [.. ids.OfType<Guid>()];
            var organisations = await mediator.Send(new OrganisationOptions.Query([.. c.Holders, .. Of(c.LeadId)]), ct);
            var people = await mediator.Send(new PersonOptions.Query(Of(c.ReferentId, c.FacilitatorId)), ct);
            var coalitions = await db.Set<Coalition>().Where(x => x.State != CoalitionState.Ended || x.Id == c.CoalitionId)
                .OrderBy(x => x.NameKey).ThenBy(x => x.Id).Select(x => new Choice(x.Id, x.Name, null)).ToListAsync(ct);
            var themes = await mediator.Send(new ListThemes.Query(), ct);
            var axes = await mediator.Send(new ListAxes.Query(Chosen: c.AxisId), ct);
            var objectives = await db.Set<Framework>().Where(f => f.ArchivedOn == null || f.Objectives.Any(o => c.Objectives.Contains(o.Id)))
                .SelectMany(f => f.Objectives, (f, o) => new { f.NameKey, f.Name, o.Position, o.Id, o.Title })
                .OrderBy(o => o.NameKey).ThenBy(o => o.Position).ThenBy(o => o.Id).Select(o => new Choice(o.Id, o.Title, o.Name)).ToListAsync(ct);
            return new([.. organisations.Select(o => new Choice(o.Id, o.Name))], coalitions, [.. themes.Select(t => new Choice(t.Id, t.Name))],
                [.. axes.Select(a => new Choice(a.Id, a.Shown, a.Framework))], objectives, [.. people.Select(p => new Choice(p.Id, p.Shown))]);
        }
    }
}
