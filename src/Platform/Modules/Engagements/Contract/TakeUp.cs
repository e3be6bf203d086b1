using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Shared;

namespace Platform.Modules.Engagements.Contract;

/// <summary>What was said elsewhere becomes something here, by the requests that this module's own pages send.</summary>
public static class TakeUp
{
    /// <summary>An idea becomes a lead. Answers its identifier.</summary>
    /// <param name="Key">The same key enters one lead.</param>
    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record AsLead(Guid Key, string Title, string Description, string Origin, DateOnly RaisedOn) : ICommand<Guid>;

    /// <summary>An organisation joins a coalition.</summary>
    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record AsMember(Guid CoalitionId, Guid OrganisationId, DateOnly JoinedOn) : ICommand<Unit>;

    /// <summary>May this member do so?</summary>
    public static bool May(Member? member) => member?.May(EngagementPermissions.ManageLeads) == true;

    internal sealed class Handler(IMediator mediator) : IRequestHandler<AsLead, Guid>, IRequestHandler<AsMember, Unit>
    {
        public Task<Guid> Handle(AsLead c, CancellationToken ct) => mediator.Send(new ProposeLead.Command
        {
            FormKey = c.Key, Title = French.Cut(c.Title, Lead.TitleLength), Description = c.Description, Origin = c.Origin, RaisedOn = c.RaisedOn,
        }, ct);

        public Task<Unit> Handle(AsMember c, CancellationToken ct) =>
            mediator.Send(new AddMembers.Command { CoalitionId = c.CoalitionId, Organisations = [c.OrganisationId], Role = CoalitionRole.Member, JoinedOn = c.JoinedOn }, ct);
    }
}
