using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>Changes the sheet of a lead: who manages leads any of them, a referent the one he entered as long as nobody has screened it.
/// An answer given meanwhile is no conflict; another edition of the sheet is.</summary>
public static class EditLead
{
    [Needs(EngagementPermissions.ProposeLeads)]
    public sealed record Form(Guid Id) : IRequest<Command>;

    [Needs(EngagementPermissions.ProposeLeads)]
    public sealed record Command : LeadFields, ICommand
    {
        public Guid Id { get; set; }
        public int Version { get; init; }

        internal static Command From(Lead l) => new()
        {
            Id = l.Id, Version = l.Edition, Title = l.Title, Description = l.Description, ThemeId = l.ThemeId, SponsorId = l.SponsorId, Origin = l.Origin, RaisedOn = l.RaisedOn,
        };
    }

    internal sealed class Validator(CurrentTenant tenant, TimeProvider clock) : LeadFieldsValidator<Command>(tenant, clock);

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentUser user) : IRequestHandler<Form, Command>, IRequestHandler<Command, Unit>
    {
        private bool Manages => memberships.May(EngagementPermissions.ManageLeads);

        public async Task<Command> Handle(Form form, CancellationToken ct)
        {
            var lead = await Read(form.Id, ct);
            return Manages || lead.IsFresh ? Command.From(lead) : throw new Forbidden(EngagementPermissions.ManageLeads);
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var lead = await Read(c.Id, ct);
            if (!Manages && !lead.IsFresh) throw new RuleViolation("lead.screened");
            if (lead.Edition != c.Version) throw new Conflict(stored: Command.From(lead), typed: c);
            // A referent speaks for the own organisation: whom the team made carry the idea stays, whatever the form says.
            await c.Write(lead, Manages ? c.SponsorId : lead.SponsorId, db, mediator, ct);
            return Unit.Value;
        }

        private async Task<Lead> Read(Guid id, CancellationToken ct)
        {
            var lead = await db.Set<Lead>().Include(l => l.Answers).SingleOrDefaultAsync(l => l.Id == id, ct) ?? throw new NotFound(nameof(Lead));
            return Manages || lead.AuthorId == user.AccountId ? lead : throw new Forbidden(EngagementPermissions.ManageLeads);
        }
    }
}
