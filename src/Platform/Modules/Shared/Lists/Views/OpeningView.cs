using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Shared.Lists.Views;

/// <summary>What a list opens on when its address says nothing: one account's choice, or the space's for those who have made none.</summary>
[Display(Name = "Vue à l’ouverture d’une liste")]
public sealed class OpeningView : TenantOwned
{
    private OpeningView() { }

    /// <param name="ownerKey">The account; <see cref="Guid.Empty"/> for the whole space.</param>
    /// <param name="viewId">Null: the whole list, whatever the space has chosen.</param>
    public OpeningView(string list, Guid ownerKey, Guid? viewId) => (List, OwnerKey, ViewId) = (list, ownerKey, viewId);

    [Display(Name = "Liste")] public string List { get; private set; } = "";
    public Guid OwnerKey { get; private set; }
    [Display(Name = "Vue")] public Guid? ViewId { get; private set; }
    public override string Label => List;

    public void Become(Guid? viewId) => ViewId = viewId;

    internal sealed class Table : IEntityTypeConfiguration<OpeningView>
    {
        public void Configure(EntityTypeBuilder<OpeningView> b)
        {
            b.Property(o => o.List).HasMaxLength(SavedView.ListLength);
            b.BelongsTo<OpeningView, SavedView>(nameof(ViewId));
            b.HasIndex(o => new { o.TenantId, o.List, o.OwnerKey }).IsUnique();
        }
    }
}
