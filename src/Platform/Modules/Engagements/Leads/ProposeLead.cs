using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>Enters a lead. A referent proposes in the name of the own organisation, whatever the form says.</summary>
public static class ProposeLead
{
    public const string Series = "lead";

    [Needs(EngagementPermissions.ProposeLeads)]
    public sealed record Form : IRequest<Command>;

    [Needs(EngagementPermissions.ProposeLeads)]
    public sealed record Command : LeadFields, ICommand<Guid>
    {
        /// <summary>Made with the empty form: the same form sent twice enters one lead.</summary>
        public Guid FormKey { get; init; }
    }

    internal sealed class Validator(CurrentTenant tenant, TimeProvider clock) : LeadFieldsValidator<Command>(tenant, clock);

    internal sealed class FormHandler(CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Command>
    {
        public Task<Command> Handle(Form form, CancellationToken ct) =>
            Task.FromResult(new Command { FormKey = Guid.CreateVersion7(), RaisedOn = tenant.Space.Today(clock) });
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var already = await db.Set<Lead>().Where(l => l.FormKey == c.FormKey).Select(l => l.Id).SingleOrDefaultAsync(ct);
            if (already != Guid.Empty) return already;
            var sponsor = memberships.May(EngagementPermissions.ManageLeads) ? c.SponsorId : (await Own(mediator, ct)).Sponsor;
            await ScreeningQuestion.Open(db, ct);
            var lead = new Lead(await Sequence.Next(db, Series, ct), c.Title!, c.FormKey == Guid.Empty ? Guid.CreateVersion7() : c.FormKey,
                c.RaisedOn!.Value, clock.GetUtcNow(), Author.Of(user));
            db.Add(lead);
            await c.Write(lead, sponsor, db, mediator, ct);
            return lead.Id;
        }
    }

    /// <summary>For whom whoever is signed in speaks: the own organisation, or the person alone.</summary>
    internal static async Task<(string? Me, Guid? Sponsor)> Own(IMediator mediator, CancellationToken ct)
    {
        var me = await mediator.Send(new WhoAmI.Query(), ct);
        return (me?.Name, me?.OrganisationId ?? me?.PersonId);
    }
}
