using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;

namespace Platform.Modules.Governance.Bodies;

/// <summary>A place where members meet, advise or decide. It ends, it is never deleted.</summary>
[Display(Name = "Instance")]
public sealed class Body : TenantOwned
{
    public const int NameLength = 160, CompositionLength = 2000;

    private Body() { }

    public Body(BodyKind kind, string name, bool decides) => Describe(kind, name, decides, null, null);

    [Display(Name = "Nature")] public BodyKind Kind { get; private set; }
    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    [Display(Name = "Réunions par an")] public int? CadencePerYear { get; private set; }
    [Display(Name = "Composition")] public string? Composition { get; private set; }
    [Display(Name = "Décide")] public bool Decides { get; private set; }
    [Display(Name = "Fin")] public DateOnly? EndedOn { get; private set; }
    public List<Mandate> Mandates { get; private set; } = [];
    public override string Label => Name;

    public void Describe(BodyKind kind, string name, bool decides, int? cadencePerYear, string? composition)
    {
        (Kind, Name, Decides, CadencePerYear, Composition) = (kind, name, decides, cadencePerYear, composition);
        NameKey = Folding.Key(name);
    }

    /// <summary>Mandates still running end with the body; null gives it life again, without them.</summary>
    public void End(DateOnly? on)
    {
        if (on is { } day)
        {
            if (Mandates.Exists(m => m.Start > day)) throw new RuleViolation("body.end.mandates");
            foreach (var mandate in Mandates.Where(m => m.End is null || m.End > day)) mandate.CutAt(this, day);
        }
        EndedOn = on;
    }

    /// <param name="personId">Null: the function exists and is vacant.</param>
    public Mandate Appoint(MandateFunction function, string? precision, Guid? personId, Guid? organisationId, DateOnly start, DateOnly? end = null)
    {
        var mandate = new Mandate(this, function, precision, personId, organisationId, start, end);
        Accept(mandate);
        Mandates.Add(mandate);
        return mandate;
    }

    public void Correct(Guid mandateId, MandateFunction function, string? precision, Guid? personId, Guid? organisationId, DateOnly start, DateOnly? end)
    {
        var mandate = MandateOf(mandateId);
        mandate.Hold(this, function, precision, personId, organisationId, start, end);
        Accept(mandate);
    }

    /// <summary>Takes away a mandate that was entered by mistake. A mandate that was held is ended, not withdrawn.</summary>
    public void Withdraw(Guid mandateId) => Mandates.Remove(MandateOf(mandateId));

    public void EndMandate(Guid mandateId, DateOnly end) => MandateOf(mandateId).EndOn(this, end);

    /// <summary>The mandate ends the day before; somebody else (or nobody: vacant) holds the same function from that day, until the same end.</summary>
    public Mandate Replace(Guid mandateId, Guid? personId, Guid? organisationId, DateOnly from)
    {
        var replaced = MandateOf(mandateId);
        var end = replaced.End;
        if (from <= replaced.Start || end < from) throw new RuleViolation("mandate.replacement");
        replaced.CutAt(this, from.AddDays(-1));
        return Appoint(replaced.Function, replaced.Precision, personId, organisationId, from, end);
    }

    private void Accept(Mandate mandate)
    {
        if (EndedOn is { } last && (mandate.End is null || mandate.End > last)) throw new RuleViolation("body.ended");
        if (mandate.PersonId is not null && Mandates.Exists(m => m != mandate && m.PersonId == mandate.PersonId && m.IsSameSeat(mandate) && m.Overlaps(mandate)))
            throw new RuleViolation("mandate.twice");
    }

    internal Mandate MandateOf(Guid mandateId) => Mandates.Find(m => m.Id == mandateId) ?? throw new NotFound(nameof(Mandate));

    internal sealed class Table : IEntityTypeConfiguration<Body>
    {
        public void Configure(EntityTypeBuilder<Body> b)
        {
            b.Property(x => x.Name).HasMaxLength(NameLength);
            b.Property(x => x.NameKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(x => x.Composition).HasMaxLength(CompositionLength);
            b.HasIndex(x => new { x.TenantId, x.NameKey, x.Id });
            b.HasParts(x => x.Mandates, nameof(Mandate.BodyId));
        }
    }
}
