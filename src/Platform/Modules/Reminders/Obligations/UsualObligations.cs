using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Obligations;

/// <summary>What comes back in most structures of a kind, entered in one act to begin with; then each is changed or ended like any other.</summary>
public static class UsualObligations
{
    [Needs(RemindersPermissions.Obligations)]
    public sealed record Command : ICommand<int>;

    public sealed record Line(string Title, int EveryMonths, bool PerMember = false);

    /// <summary>Months until the first occurrence of what comes back more rarely than that: a date to be changed, near enough to be seen.</summary>
    private const int Farthest = 6;

    private static readonly Line[] OfPole =
    [
        new("Rappel du cadre des missions en conférence des maires", 6),
        new("Présentation de LEADER dans chaque EPCI", 12, PerMember: true),
        new("Point sur les actions du pôle à l’ordre du jour de chaque bureau d’EPCI", 3, PerMember: true),
        new("Information des secrétaires de mairie", 12),
        new("Bilan du PCAET", 36),
        new("Renouvellement des membres du conseil de développement", 12),
        new("Revue des projets LEADER et de leurs plans de financement", 3),
    ];

    private static readonly Line[] Elsewhere =
    [
        new("Rapport d’activité présenté au conseil de chaque membre", 12, PerMember: true),
        new("Point sur les actions communes à l’ordre du jour de chaque bureau", 3, PerMember: true),
        new("Mise à jour de la composition des instances", 12),
        new("Bilan du projet commun", 36),
    ];

    public static IReadOnlyList<Line> For(TenantKind kind) => kind == TenantKind.Petr ? OfPole : Elsewhere;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Command, int>
    {
        /// <returns>How many the space did not have.</returns>
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var known = (await db.Set<Obligation>().Select(o => o.TitleKey).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            var made = For(tenant.Space.Kind).Where(l => !known.Contains(Folding.Key(l.Title))).Select(Of).ToList();
            db.AddRange(made);
            await db.SaveChangesAsync(ct);
            await OpenTasks.Of(db, mediator, made, today, ct);
            return made.Count;

            Obligation Of(Line line)
            {
                var obligation = new Obligation(line.Title);
                obligation.Recur(today.AddMonths(Math.Min(line.EveryMonths, Farthest)), line.EveryMonths, line.PerMember);
                return obligation;
            }
        }
    }
}
