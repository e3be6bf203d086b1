using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Tenancy;

/// <summary>What a new space still lacks, computed from what exists: nothing is ticked by hand.</summary>
public static class ReadFirstSteps
{
    [Needs(TenancyPermissions.Settings)]
    public sealed record Query : IRequest<IReadOnlyList<Step>>;

    /// <param name="Address">Where the step is done; begins with "~/".</param>
    public sealed record Step(string Title, string Note, string Verb, string Address, bool IsDone);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, IMediator mediator) : IRequestHandler<Query, IReadOnlyList<Step>>
    {
        public async Task<IReadOnlyList<Step>> Handle(Query query, CancellationToken ct)
        {
            var space = tenant.Space;
            var words = space.Words;
            var people = await db.Memberships.CountAsync(m => m.EndedAt == null, ct);
            var members = (await mediator.Send(new CountMembers.Query(), ct)).Members;
            List<Step> steps =
            [
                new("Donner ses couleurs à l’espace", "Nom, sigle, logo, couleur\u00a0: ils signent chaque page.", "Régler l’apparence", "~/parametres",
                    space.HasLogo || space.Accent != Contrast.DefaultAccent),
                new($"Ajouter les {words.Member.Plural}", "Les EPCI se trouvent par leur nom dans le référentiel national, avec leur population.", "Ajouter des EPCI",
                    "~/membres/ajouter-des-epci", members > 0),
                new("Faire entrer les personnes", "Celles qui animent, celles qui donnent des nouvelles, celles qui lisent.", "Ouvrir un accès", "~/acces/nouveau", people > 1),
            ];
            if (space.Has(SpaceModules.Engagements))
                steps.Add(new($"Consigner {(words.Commitment.Feminine ? "la première" : "le premier")} {words.Commitment.Singular}",
                    "Un intitulé et une échéance suffisent pour commencer.", $"Consigner {words.Commitment.A}", "~/engagements/nouveau",
                    await mediator.Send(new AnyCommitment.Query(), ct)));
            return steps;
        }
    }
}
