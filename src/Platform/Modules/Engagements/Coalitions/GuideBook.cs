using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>The guide of a space. Its lines ship with the platform and become the space's own, to be rewritten, with its first
/// coalition or the first time that somebody edits them.</summary>
internal static class GuideBook
{
    private static readonly (GuidePart Part, string Text)[] Shipped =
    [
        (GuidePart.Launch, "Besoin défini et contact pris avec la structure"),
        (GuidePart.Launch, "Membres potentiels identifiés et invités"),
        (GuidePart.Launch, "Première rencontre\u00a0: attentes partagées, objectif précisé"),
        (GuidePart.Launch, "Mode de fonctionnement et responsabilités définis"),
        (GuidePart.Commitment, "Découvrir et explorer\u00a0: état des lieux partagé"),
        (GuidePart.Commitment, "S’inspirer\u00a0: retours d’expérience, experts"),
        (GuidePart.Commitment, "Se positionner et planifier\u00a0: feuille de route validée par les membres"),
        (GuidePart.Functioning, "Animation tournante ou fixe\u00a0?"),
        (GuidePart.Functioning, "Fréquence des réunions\u00a0?"),
        (GuidePart.Functioning, "Outils de travail\u00a0?"),
        (GuidePart.Functioning, "Qui assure le lien avec la structure et l’extérieur\u00a0?"),
        (GuidePart.Support, "Apport d’informations et conseils"),
        (GuidePart.Support, "Mise en relation avec des partenaires"),
        (GuidePart.Support, "Prise en charge d’un intervenant extérieur"),
        (GuidePart.Support, "Conseils et ressources d’animation"),
        (GuidePart.Support, "Réservation de salle"),
        (GuidePart.Support, "Formation au rôle de facilitateur"),
    ];

    /// <summary>What a space without lines of its own is shown. Not tracked, not saved.</summary>
    public static IReadOnlyList<GuideLine> Usual => [.. Shipped.Select((line, index) => new GuideLine(line.Part, index + 1, line.Text))];

    /// <summary>The lines in force, tracked, in their order; enters the shipped ones if the space never had any.</summary>
    public static async Task<List<GuideLine>> Open(PlatformDb db, CancellationToken ct)
    {
        var lines = await db.Set<GuideLine>().AsTracking().ToListAsync(ct);
        // Two first coalitions at once: the number makes the second one wait, then fail on the key instead of doubling the guide.
        if (lines.Count == 0 && await Sequence.Next(db, "guide", ct) == 1) Enter(Usual);
        // The support offered came later: a space whose guide is older has no line of it yet.
        else if (lines.Count > 0 && !lines.Exists(l => l.Part == GuidePart.Support) && await Sequence.Next(db, "guide-support", ct) == 1)
            Enter(Usual.Where(l => l.Part == GuidePart.Support));
        return [.. lines.Where(l => l.RetiredOn is null).OrderBy(l => l.Part).ThenBy(l => l.Position)];

        void Enter(IEnumerable<GuideLine> usual)
        {
            var entered = usual.ToList();
            lines.AddRange(entered);
            db.AddRange(entered);
        }
    }

    public static IEnumerable<Guid> Ids(this IEnumerable<GuideLine> lines, GuidePart part) => lines.Where(l => l.Part == part).Select(l => l.Id);
}
