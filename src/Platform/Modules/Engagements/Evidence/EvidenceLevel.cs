using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>What stands behind what is said: a word, a document, somebody who checked.</summary>
public enum EvidenceLevel : short
{
    [Display(Name = "Déclaré")] Declared = 1,
    [Display(Name = "Documenté")] Documented,
    [Display(Name = "Vérifié")] Verified,
}

internal static class EvidenceLevels
{
    public static string Label(this EvidenceLevel level, Word word) => word.Agree(EnumNames.Of(level));

    public static Badge Badge(this EvidenceLevel level, Word word) => new(level.Label(word), level switch
    {
        EvidenceLevel.Verified => Tone.Ok,
        EvidenceLevel.Documented => Tone.Active,
        _ => Tone.Neutral,
    }, level switch { EvidenceLevel.Verified => "user-check", EvidenceLevel.Documented => "paperclip", _ => "message-2" });

    /// <summary>Stores on the commitment what its documents and verifications make of it. Saves what is pending first, then reads.</summary>
    public static async Task Weigh(PlatformDb db, Guid commitmentId, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var level = await db.Set<Verification>().AnyAsync(v => v.StandingKey == commitmentId, ct) ? EvidenceLevel.Verified
            : await db.Set<Document>().AnyAsync(d => d.CommitmentId == commitmentId && d.RemovedOn == null, ct) ? EvidenceLevel.Documented
            : EvidenceLevel.Declared;
        (await db.Set<Commitment>().AsTracking().SingleAsync(c => c.Id == commitmentId, ct)).Prove(level);
    }
}
