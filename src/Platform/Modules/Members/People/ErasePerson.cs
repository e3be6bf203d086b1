using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.People;

/// <summary>Erases a person at their request (RGPD, article 17): the name becomes "Personne effacée" wherever the space holds it, the
/// facts stay. It cannot be undone. Somebody who has an access and no sheet in the directory is erased by the access.</summary>
public static class ErasePerson
{
    [Needs(MembersPermissions.Erase)]
    public sealed record Form(Guid Id) : IRequest<View>;

    /// <param name="Access">The access that will end, null without an account here.</param>
    /// <param name="IsAccess">There is no sheet but the access itself.</param>
    public sealed record View(string Name, bool IsErased, string? Access, int Mandates, bool IsAccess = false);

    /// <returns>The sheet that is left.</returns>
    [Needs(MembersPermissions.Erase)]
    public sealed record Command : ICommand<Guid>
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
            if (await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == form.Id, ct) is not { } person)
            {
                var alone = await AccessAlone(db, form.Id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Person));
                return new(alone.Name, false, alone.Name, 0, IsAccess: true);
            }
            var access = await db.Memberships.Where(m => m.PersonId == form.Id && m.EndedAt == null).Select(m => m.Name).FirstOrDefaultAsync(ct);
            var mandates = tenant.Space.Has(SpaceModules.Governance) ? (await mediator.Send(new Governance.Contract.MandatesOf.Query(PersonId: form.Id), ct)).Count : 0;
            return new(person.FullName, person.ErasedAt is not null, access, mandates);
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, AccountErasure accounts, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == c.Id, ct);
            if (person?.ErasedAt is not null) throw new RuleViolation("person.erased");
            var memberships = await (person is null ? AccessAlone(db, c.Id) : db.Memberships.Where(m => m.PersonId == person.Id)).ToListAsync(ct);
            if (person is null && memberships.Count == 0) throw new NotFound(nameof(Person));
            // Whoever had no sheet leaves an empty one: the register of erasures is about somebody.
            person ??= db.Add(new Person(Erased.GivenName, Erased.FamilyName, Standing.Staff)).Entity;
            foreach (var membership in memberships) await db.KeepAnAdministrator(membership, tenant, ct);
            var ids = memberships.ConvertAll(m => m.AccountId);
            var holders = await db.Users.Where(a => ids.Contains(a.Id)).ToListAsync(ct);
            var former = await Erasure.Formerly(db, [person.Id, .. memberships.Select(m => m.Id)], ct);
            List<string> names = [.. holders.Select(a => a.Name).Concat(memberships.Select(m => m.Name)).Append(person.FullName).Concat(former.Names).Where(n => n != Erased.Name).Distinct(StringComparer.Ordinal)];
            List<string> addresses = [.. holders.Select(a => a.Email).Append(person.Email).OfType<string>().Concat(former.Addresses).Distinct(StringComparer.OrdinalIgnoreCase)];

            List<(string, string)> apart = [.. person.FullName == Erased.Name ? [] : new[] { (person.GivenName, person.FamilyName) }, .. names.Select(n => n.Split(' ', 2)).Where(n => n.Length == 2).Select(n => (n[0], n[1]))];
            person.Erase(clock.GetUtcNow());
            db.Add(new PersonErasure(person.Id, c.Reason!, clock.GetUtcNow()));
            foreach (var membership in memberships)
            {
                membership.Call(Erased.Name);
                membership.StandFor(person.Id);
                membership.End(clock.GetUtcNow());
            }
            await SearchTerms.Replace(db, SearchKind.Person, person.Id, [], ct);
            await Mail.Forget(db, names, addresses, ct);
            await ForumGuests.Forget(db, person.Id, names, addresses, ct);
            await ImportedLines.Forget(db, person.Id, apart, addresses, ct);
            foreach (var account in holders) await accounts.EraseUnlessElsewhere(account, ct);
            await db.SaveChangesAsync(ct);
            await PersonalLink.Forget(db, person.Id, ct);
            await Erasure.Copies(db, [.. ids, person.Id], names, ct);
            await Erasure.Remembered(db, [person.Id, .. memberships.Select(m => m.Id)], ct);
            return person.Id;
        }
    }

    // Of somebody whom the directory does not know.
    private static IQueryable<Membership> AccessAlone(PlatformDb db, Guid id) => db.Memberships.Where(m => m.Id == id && m.PersonId == null);
}
