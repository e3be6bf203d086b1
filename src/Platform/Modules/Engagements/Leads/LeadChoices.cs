using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Engagements.Leads;

/// <summary>What the selects of a lead's forms offer. A referent speaks for the own organisation only: there is nothing to choose.</summary>
public static class LeadChoices
{
    [Needs(EngagementPermissions.ProposeLeads)]
    public sealed record Query(Guid? Sponsor = null) : IRequest<Answer>;

    /// <param name="Mine">For whom a referent proposes; null for those who choose, and for a referent of nobody.</param>
    public sealed record Answer(bool Chooses, string? Mine, IReadOnlyList<Choice> Themes, IReadOnlyList<Choice> Organisations, IReadOnlyList<Choice> People)
    {
        public string? NameOf(Guid id) => Themes.Concat(Organisations).Concat(People).FirstOrDefault(c => c.Id == id)?.Name;
    }

    public sealed record Choice(Guid Id, string Name);

    internal sealed class Handler(IMediator mediator, Memberships memberships) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            IReadOnlyList<Choice> themes = [.. (await mediator.Send(new ListThemes.Query(), ct)).Select(t => new Choice(t.Id, t.Name))];
            if (!memberships.May(EngagementPermissions.ManageLeads))
            {
                var (me, mine) = await ProposeLead.Own(mediator, ct);
                return new(false, mine is { } id ? (await mediator.Send(new NamesOf.Query([id]), ct)).GetValueOrDefault(id)?.Name ?? me : null, themes, [], []);
            }
            Guid[] chosen = query.Sponsor is { } sponsor ? [sponsor] : [];
            var organisations = await mediator.Send(new OrganisationOptions.Query(chosen), ct);
            var people = await mediator.Send(new PersonOptions.Query(chosen), ct);
            return new(true, null, themes, [.. organisations.Select(o => new Choice(o.Id, o.Name))], [.. people.Select(p => new Choice(p.Id, p.Shown))]);
        }
    }
}
