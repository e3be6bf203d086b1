using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;

namespace Platform.Modules.Shared.Lists.Views;

[Permissions]
public static class ViewPermissions
{
    /// <summary>Show a view to the whole space, and look after those that are shown.</summary>
    [GrantedTo(Roles.Facilitator)] public const string Share = "views.share";
}

/// <summary>The state of a list under a name: an account's own, or shown to the whole space.</summary>
[Display(Name = "Vue enregistrée")]
public sealed class SavedView : TenantOwned
{
    public const int ListLength = 40, NameLength = 80, QueryLength = 2000, Most = 50;

    private SavedView() { }

    /// <param name="list">First word of the list's address: "engagements".</param>
    /// <param name="query">What follows the question mark.</param>
    public SavedView(string list, string name, string query, Guid ownerId)
    {
        (List, Query, OwnerId) = (list, query, ownerId);
        Rename(name);
    }

    [Display(Name = "Liste")] public string List { get; private set; } = "";
    [Display(Name = "Nom")] public string Name { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    [Display(Name = "Adresse")] public string Query { get; private set; } = "";
    /// <summary>The account that made it; it alone sees it until it is shared.</summary>
    public Guid OwnerId { get; private set; }
    [Display(Name = "Partagée")] public bool IsShared { get; private set; }
    public override string Label => Name;

    public void Rename(string name) => (Name, NameKey) = (name, Folding.Key(name));

    public void Keep(string query) => Query = query;

    public void Share(bool shared) => IsShared = shared;

    internal sealed class Table : IEntityTypeConfiguration<SavedView>
    {
        public void Configure(EntityTypeBuilder<SavedView> b)
        {
            b.Property(v => v.List).HasMaxLength(ListLength);
            b.Property(v => v.Name).HasMaxLength(NameLength);
            b.Property(v => v.NameKey).HasMaxLength(NameLength).UseCollation(PlatformDb.Byte);
            b.Property(v => v.Query).HasMaxLength(QueryLength);
            b.HasIndex(v => new { v.TenantId, v.List, v.OwnerId, v.NameKey }).IsUnique();
        }
    }
}
