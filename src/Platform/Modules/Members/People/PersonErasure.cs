using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Members.People;

/// <summary>The register of erasures: that it was done, when and why, without saying who it was.</summary>
[Display(Name = "Effacement d’une personne")]
public sealed class PersonErasure : TenantOwned
{
    public const int ReasonLength = 300;

    private PersonErasure() { }

    public PersonErasure(Guid personId, string reason, DateTimeOffset now) => (PersonId, Reason, At) = (personId, reason, now);

    public Guid PersonId { get; private set; }
    [Display(Name = "Motif")] public string Reason { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public override string Label => Erased.Name;

    internal sealed class Table : IEntityTypeConfiguration<PersonErasure>
    {
        public void Configure(EntityTypeBuilder<PersonErasure> b)
        {
            b.Property(e => e.Reason).HasMaxLength(ReasonLength);
            b.BelongsTo<PersonErasure, Person>(nameof(PersonId));
        }
    }
}
