using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Contract;

/// <summary>Gives a person a function in a body; without a person, says that the function is vacant. Answers the mandate's identifier.</summary>
public static class AddMandate
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Form(Guid BodyId) : IRequest<Filled>;

    public sealed record Filled(string Body, Command Command);

    [Needs(GovernancePermissions.Write)]
    public sealed record Command : MandateFields, ICommand<Guid>
    {
        public Guid BodyId { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => MandateFields.Check(this);
    }

    internal sealed class FormHandler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Filled>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct) => new(
            await db.Set<Body>().Where(b => b.Id == form.BodyId).Select(b => b.Name).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Body)),
            new Command { Start = tenant.Space.Today(clock) });
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var body = await db.Set<Body>().Include(b => b.Mandates).SingleOrDefaultAsync(b => b.Id == c.BodyId, ct) ?? throw new NotFound(nameof(Body));
            var organisation = await MandateFields.Organisation(mediator, c, c.PersonId, c.OrganisationId, ct);
            var mandate = body.Appoint(c.Function!.Value, c.Precision, c.PersonId, organisation, c.Start!.Value, c.End);
            db.Add(mandate);
            db.Touch(body);
            return mandate.Id;
        }
    }
}
