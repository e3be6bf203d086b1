using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Becomes a persona of the demonstration. A real account is never offered, so never reached.</summary>
public static class SignInAsPersona
{
    [Anonymous(OutsideSpaces = true)]
    public sealed record Command : ICommand<Unit>
    {
        public Guid Id { get; init; }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, Demonstration demonstration, Sessions sessions)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            if (!demonstration.OffersPersonas(tenant.SpaceOrNull)) throw new NotFound("Persona");
            var account = tenant.SpaceOrNull is null
                ? db.Users.Where(a => a.Id == c.Id && a.PersonaNote != null && a.IsOperator)
                : from m in db.Memberships
                  where m.Id == c.Id && m.PersonaNote != null && m.EndedAt == null
                  join a in db.Users on m.AccountId equals a.Id
                  select a;
            var persona = await account.SingleOrDefaultAsync(ct) ?? throw new NotFound("Persona");
            await sessions.Open(persona, remember: false, ct);
            return Unit.Value;
        }
    }
}
