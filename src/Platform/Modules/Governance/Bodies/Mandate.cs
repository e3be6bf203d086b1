using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Governance.Bodies;

/// <summary>A person's function in a body, for an organisation, between two dates, both included. Without a person, the function is vacant.</summary>
[Display(Name = "Mandat")]
public sealed class Mandate : TenantOwned
{
    public const int PrecisionLength = 160, CollegeLength = 60, MostWeight = 1000;

    private string of = "";

    private Mandate() { }

    internal Mandate(Body body, MandateFunction function, string? precision, Guid? personId, Guid? organisationId, DateOnly start, DateOnly? end)
    {
        BodyId = body.Id;
        Hold(body, function, precision, personId, organisationId, start, end);
    }

    public Guid BodyId { get; private set; }
    [Display(Name = "Fonction")] public MandateFunction Function { get; private set; }
    /// <summary>What the statutes add to the function: "valorisation des atouts et ressources".</summary>
    [Display(Name = "Précision")] public string? Precision { get; private set; }
    [Display(Name = "Personne")] public Guid? PersonId { get; private set; }
    [Display(Name = "Organisation représentée")] public Guid? OrganisationId { get; private set; }
    [Display(Name = "Début")] public DateOnly Start { get; private set; }
    [Display(Name = "Fin")] public DateOnly? End { get; private set; }
    /// <summary>Whose voices are counted together for the quorum.</summary>
    [Display(Name = "Collège")] public string? College { get; private set; }
    [Display(Name = "Voix")] public int Weight { get; private set; } = 1;
    public override string Label => $"{Title} : {of}";

    /// <summary>Substitutes vote in the place of somebody, guests do not vote.</summary>
    public bool Votes => Function is not (MandateFunction.Substitute or MandateFunction.Guest or MandateFunction.Participant);

    public bool RunsOn(DateOnly day) => Start <= day && (End is null || End >= day);

    /// <summary>Those that hold on that day.</summary>
    internal static IQueryable<Mandate> RunningOn(PlatformDb db, DateOnly day) => db.Set<Mandate>().Where(m => m.Start <= day && (m.End == null || m.End >= day));

    internal void Count(string? college, int weight) => (College, Weight) = (college, weight);

    /// <summary>"Vice-présidence (mobilités décarbonées)"</summary>
    public string Title => TitleOf(Function, Precision);

    public static string TitleOf(MandateFunction function, string? precision) =>
        precision is null ? EnumNames.Of(function) : function == MandateFunction.Other ? Modules.Tenancy.Word.Capital(precision) : $"{EnumNames.Of(function)} ({precision})";

    internal bool IsSameSeat(Mandate other) => Function == other.Function && Folding.Fold(Precision) == Folding.Fold(other.Precision);

    internal bool Overlaps(Mandate other) => (other.End is null || Start <= other.End) && (End is null || End >= other.Start);

    internal void Hold(Body body, MandateFunction function, string? precision, Guid? personId, Guid? organisationId, DateOnly start, DateOnly? end)
    {
        if (end < start) throw new RuleViolation("mandate.dates");
        (Function, Precision, PersonId, OrganisationId, Start, End, of) = (function, precision, personId, organisationId, start, end, body.Name);
    }

    internal void EndOn(Body body, DateOnly end)
    {
        if (End is not null) throw new RuleViolation("mandate.ended");
        if (end < Start) throw new RuleViolation("mandate.dates");
        CutAt(body, end);
    }

    internal void CutAt(Body body, DateOnly end) => (End, of) = (end, body.Name);

    internal sealed class Table : IEntityTypeConfiguration<Mandate>
    {
        public void Configure(EntityTypeBuilder<Mandate> b)
        {
            b.Ignore(m => m.Title);
            b.Ignore(m => m.Votes);
            b.Property(m => m.College).HasMaxLength(CollegeLength);
            b.Property(m => m.Weight).HasDefaultValue(1).HasSentinel(1);
            b.Property(m => m.Precision).HasMaxLength(PrecisionLength);
            b.HasIndex(m => new { m.TenantId, m.BodyId, m.Start });
            b.HasIndex(m => new { m.TenantId, m.PersonId });
            b.HasIndex(m => new { m.TenantId, m.OrganisationId });
            b.BelongsTo<Mandate, Person>(nameof(PersonId));
            b.BelongsTo<Mandate, Organisation>(nameof(OrganisationId));
        }
    }
}
