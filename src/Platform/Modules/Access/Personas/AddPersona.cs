using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Somebody fictional of a demonstration space, whom a visitor may become in one click. The account has no password.
/// Sent again, it changes the roles and the note of the same persona.</summary>
public static class AddPersona
{
    /// <param name="Note">What this person will see, in one sentence.</param>
    /// <param name="PersonId">The person of the space that it stands for.</param>
    [System]
    public sealed record Command(string Email, string Name, Roles Roles, string Note, Guid? PersonId = null) : ICommand<Guid>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().MaximumLength(200).EmailAddress();
            RuleFor(c => c.Name).NotEmpty().MaximumLength(120);
            RuleFor(c => c.Note).NotEmpty().MaximumLength(300);
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, UserManager<Account> users, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        /// <returns>The account's identifier.</returns>
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            if (!tenant.Space.IsDemonstration) throw new RuleViolation("persona.real");
            var account = await users.FindByEmailAsync(c.Email);
            if (account is null)
            {
                account = new Account(c.Email, c.Name, clock.GetUtcNow());
                (await users.CreateAsync(account)).OrThrow(c, nameof(c.Email));
            }
            var membership = await db.Memberships.SingleOrDefaultAsync(m => m.AccountId == account.Id, ct)
                ?? db.Add(new Membership(account.Id, c.Name, c.Roles, clock.GetUtcNow())).Entity;
            membership.Grant(c.Roles);
            membership.OfferAsPersona(c.Note);
            membership.StandFor(c.PersonId);
            return account.Id;
        }
    }
}
