using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Data;

/// <summary>A key of the cookies and tokens, shared by the nodes. Losing these rows signs everybody out.</summary>
public sealed class DataProtectionKey : IGlobal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Xml { get; init; } = "";

    internal sealed class Table : IEntityTypeConfiguration<DataProtectionKey>
    {
        public void Configure(EntityTypeBuilder<DataProtectionKey> b) => b.Property(k => k.Xml).HasMaxLength(8000);
    }
}

internal sealed class DataProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<DataProtectionKey>().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        db.Add(new DataProtectionKey { Xml = element.ToString(SaveOptions.DisableFormatting) });
#pragma warning disable RS0030 // The framework's contract is synchronous, and it runs once in ninety days.
        db.SaveChanges();
#pragma warning restore RS0030
    }
}
