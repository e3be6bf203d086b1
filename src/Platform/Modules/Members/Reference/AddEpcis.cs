using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Reference;

/// <summary>EPCI of the national reference become members of the space, from today. Those that the space already has stay as they are.</summary>
public static class AddEpcis
{
    public const int Most = 100;

    /// <summary>Name of the boxes, in the page's address too: ticks survive the next search without JavaScript.</summary>
    public const string Ticks = "epci";

    [Needs(MembersPermissions.Write)]
    public sealed record Command(IReadOnlyCollection<string> Sirens) : ICommand<Answer>;

    public sealed record Answer(IReadOnlyList<string> Added, IReadOnlyList<string> AlreadyThere);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Sirens)
            .Must(sirens => sirens.Count > 0).WithMessage("Cochez au moins un EPCI.")
            .Must(sirens => sirens.Count <= Most).WithMessage($"Ajoutez au plus {Most} EPCI à la fois.")
            .OverridePropertyName(Ticks);
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, Answer>
    {
        public async Task<Answer> Handle(Command command, CancellationToken ct)
        {
            var sirens = command.Sirens.Distinct(StringComparer.Ordinal).ToList();
            var epcis = await db.Set<Epci>().AsNoTracking().Where(e => sirens.Contains(e.Siren)).OrderBy(e => e.SearchName).ToListAsync(ct);
            if (epcis.Count < sirens.Count)
                throw new Invalid(command, Ticks, "L’un des EPCI cochés n’est pas dans le référentiel national. Cherchez-le de nouveau.");
            var latest = await db.Set<ReferenceYear>().MaxAsync(y => y.Year, ct);
            if (epcis.Find(e => e.LastYear < latest) is { } ended)
                throw new Invalid(command, Ticks, $"{ended.Name} n’existe plus depuis {ended.LastYear + 1}. Décochez cet EPCI.");

            var known = await db.Set<Organisation>().Where(o => o.Siren != null && sirens.Contains(o.Siren)).Select(o => o.Siren).ToListAsync(ct);
            var missing = epcis.Where(e => !known.Contains(e.Siren)).ToList();
            foreach (var epci in missing)
            {
                var organisation = new Organisation(OrganisationKind.Epci, epci.Name, siren: epci.Siren);
                organisation.StartRole(RoleKind.Member, tenant.Space.Today(clock));
                db.Add(organisation);
                SearchTerms.Add(db, SearchKind.Organisation, organisation.Id, organisation.Searched);
            }
            await Save(ct);
            return new(missing.ConvertAll(e => e.Name), [.. epcis.Except(missing).Select(e => e.Name)]);
        }

        // Saved here and not by the pipeline: a colleague who adds the same EPCI in the same second deserves a sentence of its own.
        private async Task Save(CancellationToken ct)
        {
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException error) when (DatabaseErrors.Translate(error) is RuleViolation { Code: "duplicate" })
            {
                throw new RuleViolation("epci.meanwhile");
            }
        }
    }
}
