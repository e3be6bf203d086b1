using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

/// <summary>Corrects what was mistyped about a mandate. A mandate that goes on with somebody else is replaced, see <see cref="ReplaceMandate"/>.</summary>
public static class EditMandate
{
    [Needs(GovernancePermissions.Write)]
    public sealed record Form(Guid BodyId, Guid Id) : IRequest<Filled>;

    public sealed record Filled(string Body, string Title, Command Command, DateOnly Today);

    [Needs(GovernancePermissions.Write)]
    public sealed record Command : MandateFields, ICommand<Unit>
    {
        public Guid BodyId { get; set; }
        public Guid Id { get; set; }
        public int Version { get; init; }

        internal static Command From(Mandate m) => new()
        {
            BodyId = m.BodyId, Id = m.Id, Version = m.Version, Function = m.Function, Precision = m.Precision, PersonId = m.PersonId,
            OrganisationId = m.OrganisationId, Start = m.Start, End = m.End,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => MandateFields.Check(this);
    }

    internal sealed class FormHandler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Filled>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var found = await db.Set<Body>().Where(b => b.Id == form.BodyId)
                .Select(b => new { b.Name, Mandate = b.Mandates.SingleOrDefault(m => m.Id == form.Id) }).SingleOrDefaultAsync(ct);
            return found?.Mandate is { } mandate ? new(found.Name, mandate.Title, Command.From(mandate), tenant.Space.Today(clock)) : throw new NotFound(nameof(Mandate));
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var body = await db.Set<Body>().Include(b => b.Mandates).SingleOrDefaultAsync(b => b.Id == c.BodyId, ct) ?? throw new NotFound(nameof(Body));
            var mandate = body.MandateOf(c.Id);
            if (mandate.Version != c.Version) throw new Conflict(stored: Command.From(mandate), typed: c);
            var organisation = await MandateFields.Organisation(mediator, c, c.PersonId, c.OrganisationId, ct);
            body.Correct(c.Id, c.Function!.Value, c.Precision, c.PersonId, organisation, c.Start!.Value, c.End);
            db.Touch(body);
            return Unit.Value;
        }
    }
}
