using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>Changes the sheet of a lead. An answer given meanwhile is no conflict; another edition of the sheet is.</summary>
public static class EditLead
{
    [Needs(EngagementPermissions.ManageLeads)]
    public sealed record Form(Guid Id) : IRequest<Command>;

    [Needs(EngagementPermissions.ManageLeads)]
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

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Form, Command>, IRequestHandler<Command, Unit>
    {
        public async Task<Command> Handle(Form form, CancellationToken ct) => Command.From(await Read(form.Id, ct));

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var lead = await Read(c.Id, ct);
            if (lead.Edition != c.Version) throw new Conflict(stored: Command.From(lead), typed: c);
            await c.Write(lead, c.SponsorId, db, mediator, ct);
            return Unit.Value;
        }

        private async Task<Lead> Read(Guid id, CancellationToken ct) =>
            await db.Set<Lead>().SingleOrDefaultAsync(l => l.Id == id, ct) ?? throw new NotFound(nameof(Lead));
    }
}
