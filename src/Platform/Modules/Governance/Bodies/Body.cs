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
    public const int NameLength = 160, CompositionLength = 2000, CodeLength = 12, RuleSourceLength = 300, MostProxies = 9;

    private Body() { }

    public Body(BodyKind kind, string name, bool decides) => Describe(kind, name, decides, null, null);

    [Display(Name = "Nature")] public BodyKind Kind { get; private set; }
    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    [Display(Name = "Réunions par an")] public int? CadencePerYear { get; private set; }
    [Display(Name = "Composition")] public string? Composition { get; private set; }
    [Display(Name = "Décide")] public bool Decides { get; private set; }
    /// <summary>What stands for the body in the numbers of its decisions: "AG".</summary>
    [Display(Name = "Abrégé")] public string Code { get; private set; } = "";
    [Display(Name = "Quorum")] public Quorum Quorum { get; private set; } = Quorum.None;
    [Display(Name = "Quorum dans chaque collège")] public bool QuorumByCollege { get; private set; }
    [Display(Name = "Règle de vote")] public Majority Majority { get; private set; } = Majority.Simple;
    /// <summary>How many absent people one person may vote for.</summary>
    [Display(Name = "Pouvoirs par personne")] public int ProxiesEach { get; private set; } = 1;
    [Display(Name = "Pouvoirs comptés dans le quorum")] public bool ProxiesMakeQuorum { get; private set; }
    [Display(Name = "Texte de la règle")] public string? RuleSource { get; private set; }
    [Display(Name = "Fin")] public DateOnly? EndedOn { get; private set; }
    public List<Mandate> Mandates { get; private set; } = [];
    public override string Label => Name;

    public void Describe(BodyKind kind, string name, bool decides, int? cadencePerYear, string? composition)
    {
        (Kind, Name, Decides, CadencePerYear, Composition) = (kind, name, decides, cadencePerYear, composition);
        NameKey = Folding.Key(name);
        if (Code.Length == 0) Code = CodeOf(kind, name);
    }

    public void Rule(string code, Quorum quorum, bool byCollege, Majority majority, int proxiesEach, bool proxiesMakeQuorum, string? source) =>
        (Code, Quorum, QuorumByCollege, Majority, ProxiesEach, ProxiesMakeQuorum, RuleSource) = (code, quorum, byCollege, majority, proxiesEach, proxiesMakeQuorum, source);

    private static string CodeOf(BodyKind kind, string name) => kind switch
    {
        BodyKind.GeneralAssembly => "AG",
        BodyKind.Bureau => "BU",
        BodyKind.PresidentsConference => "CP",
        BodyKind.MayorsConference => "CM",
        BodyKind.EntenteConference => "CE",
        BodyKind.ProgrammingCommittee => "COPROG",
        BodyKind.DevelopmentCouncil => "CODEV",
        _ => string.Concat(Folding.Words(name).Where(w => w.Length > 2).Select(w => w[0]).Where(char.IsAsciiLetterOrDigit).Take(4)).ToUpperInvariant() is { Length: > 0 } initials ? initials : "I",
    };

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
        var mandate = Appoint(replaced.Function, replaced.Precision, personId, organisationId, from, end);
        mandate.Count(replaced.College, replaced.Weight);
        return mandate;
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
            b.Property(x => x.Code).HasMaxLength(CodeLength);
            b.Property(x => x.RuleSource).HasMaxLength(RuleSourceLength);
            // What rows from before these rules say.
            b.Property(x => x.Quorum).HasDefaultValue(Quorum.None).HasSentinel(Quorum.None);
            b.Property(x => x.Majority).HasDefaultValue(Majority.Simple).HasSentinel(Majority.Simple);
            b.Property(x => x.ProxiesEach).HasDefaultValue(1).HasSentinel(1);
            b.Property(x => x.Composition).HasMaxLength(CompositionLength);
            b.HasIndex(x => new { x.TenantId, x.NameKey, x.Id });
            b.HasParts(x => x.Mandates, nameof(Mandate.BodyId));
        }
    }
}
