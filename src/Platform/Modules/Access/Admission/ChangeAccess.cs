using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Changes what somebody may do here, and whom the access stands for.</summary>
public static class ChangeAccess
{
    [Needs(AccessPermissions.Manage)]
    public sealed record Form(Guid Id) : IRequest<View>;

    /// <param name="IsMine">The administrator's own access.</param>
    public sealed record View(Command Current, Guid AccountId, string Name, string Email, DateTimeOffset Since, DateTimeOffset? EndedAt, DateTimeOffset? InvitationUntil, bool IsMine, IReadOnlyList<PersonOptions.Row> People);

    [Needs(AccessPermissions.Manage)]
    public sealed record Command : ICommand<Unit>
    {
        public Guid Id { get; init; }
        public int Version { get; init; }
        [Display(Name = "Rôles")] public List<Roles> Roles { get; init; } = [];
        [Display(Name = "Personne")] public Guid? PersonId { get; init; }

        internal static Command From(Membership m) => new() { Id = m.Id, Version = m.Version, Roles = [.. RoleMap.Each(m.Roles)], PersonId = m.PersonId };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Roles).AreRoles();
    }

    internal sealed class FormHandler(PlatformDb db, IMediator mediator, CurrentUser me) : IRequestHandler<Form, View>
    {
        public async Task<View> Handle(Form form, CancellationToken ct)
        {
            var m = await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == form.Id, ct) ?? throw new NotFound(nameof(Membership));
            var email = await db.Users.Where(a => a.Id == m.AccountId).Select(a => a.Email!).SingleAsync(ct);
            var people = await mediator.Send(new PersonOptions.Query(m.PersonId is { } chosen ? [chosen] : null), ct);
            return new(Command.From(m), m.AccountId, m.Name, email, m.Since, m.EndedAt, m.InvitationUntil, m.AccountId == me.AccountId, people);
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var membership = await db.Memberships.SingleOrDefaultAsync(m => m.Id == c.Id, ct) ?? throw new NotFound(nameof(Membership));
            if (membership.Version != c.Version) throw new Conflict(stored: Command.From(membership), typed: c);
            if (c.PersonId is { } person && person != membership.PersonId && !(await mediator.Send(new AreKnown.Query([], [person]), ct)).People)
                throw new Invalid(c, nameof(c.PersonId), "Choisissez dans la liste.");
            var roles = AccessFields.Sum(c.Roles);
            if (!roles.HasFlag(Roles.Administrator)) await db.KeepAnAdministrator(membership, tenant, ct);
            membership.Grant(roles);
            membership.StandFor(c.PersonId);
            return Unit.Value;
        }
    }
}
