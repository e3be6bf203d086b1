using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.People;

/// <summary>Erases a person at their request (RGPD, article 17): the name becomes "Personne effacée" wherever the space holds it, the
/// facts stay. It cannot be undone.</summary>
public static class ErasePerson
{
    [Needs(MembersPermissions.Erase)]
    public sealed record Form(Guid Id) : IRequest<View>;

    /// <param name="Access">The access that will end, null without an account here.</param>
    public sealed record View(string Name, bool IsErased, string? Access, int Mandates);

    [Needs(MembersPermissions.Erase)]
    public sealed record Command : ICommand<Unit>
    {
        public Guid Id { get; set; }
        [Display(Name = "Motif")] public string? Reason { get; init; }
        [Display(Name = "Confirmation")] public bool Confirmed { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().IsLine(PersonErasure.ReasonLength);
            RuleFor(c => c.Confirmed).Equal(true).WithMessage("Cochez la case\u00a0: un effacement ne s’annule pas.");
        }
    }

    internal sealed class FormHandler(PlatformDb db, IMediator mediator, CurrentTenant tenant) : IRequestHandler<Form, View>
    {
        public async Task<View> Handle(Form form, CancellationToken ct)
        {
            var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == form.Id, ct) ?? throw new NotFound(nameof(Person));
            var access = await db.Memberships.Where(m => m.PersonId == form.Id && m.EndedAt == null).Select(m => m.Name).FirstOrDefaultAsync(ct);
            var mandates = tenant.Space.Has(SpaceModules.Governance) ? (await mediator.Send(new Governance.Contract.MandatesOf.Query(PersonId: form.Id), ct)).Count : 0;
            return new(person.FullName, person.ErasedAt is not null, access, mandates);
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, AccountErasure accounts, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == c.Id, ct) ?? throw new NotFound(nameof(Person));
            if (person.ErasedAt is not null) throw new RuleViolation("person.erased");
            var memberships = await db.Memberships.Where(m => m.PersonId == person.Id).ToListAsync(ct);
            foreach (var membership in memberships) await db.KeepAnAdministrator(membership, tenant, ct);
            var ids = memberships.ConvertAll(m => m.AccountId);
            var holders = await db.Users.Where(a => ids.Contains(a.Id)).ToListAsync(ct);
            List<string> names = [.. holders.Select(a => a.Name).Concat(memberships.Select(m => m.Name)).Append(person.FullName).Distinct(StringComparer.Ordinal)];
            List<string> addresses = [.. holders.Select(a => a.Email).Append(person.Email).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

            List<(string, string)> apart = [(person.GivenName, person.FamilyName), .. names.Select(n => n.Split(' ', 2)).Where(n => n.Length == 2).Select(n => (n[0], n[1]))];
            person.Erase(clock.GetUtcNow());
            db.Add(new PersonErasure(person.Id, c.Reason!, clock.GetUtcNow()));
            foreach (var membership in memberships)
            {
                membership.Call(Erased.Name);
                membership.End(clock.GetUtcNow());
            }
            await SearchTerms.Replace(db, SearchKind.Person, person.Id, [], ct);
            await Mail.Forget(db, names, addresses, ct);
            await ForumGuests.Forget(db, person.Id, addresses, ct);
            await ImportedLines.Forget(db, person.Id, apart, addresses, ct);
            foreach (var account in holders) await accounts.EraseUnlessElsewhere(account, ct);
            await db.SaveChangesAsync(ct);
            await PersonalLink.Forget(db, person.Id, ct);
            await Erasure.Copies(db, [.. ids, person.Id], names, ct);
            await Erasure.Remembered(db, [person.Id, .. memberships.Select(m => m.Id)], ct);
            return Unit.Value;
        }
    }
}
