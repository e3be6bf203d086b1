using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Imports.Batches;

/// <summary>What can be imported here, and by whom.</summary>
public sealed class ImportCatalogue(IEnumerable<IImportKind> kinds, CurrentTenant tenant, Memberships memberships)
{
    /// <summary>What the signed-in member may import into this space.</summary>
    public IEnumerable<IImportKind> Allowed => kinds.Where(k => IsOn(k) && May(k)).OrderBy(k => k.Subject);

    /// <exception cref="NotFound">The space has switched the module off.</exception>
    /// <exception cref="Forbidden">A colleague who may not write this.</exception>
    public IImportKind Of(ImportSubject subject)
    {
        var kind = kinds.SingleOrDefault(k => k.Subject == subject && IsOn(k)) ?? throw new NotFound(nameof(IImportKind));
        return May(kind) ? kind : throw new Forbidden(kind.Permission);
    }

    private bool IsOn(IImportKind kind) => kind.Module is null || tenant.Space.Has(kind.Module);

    private bool May(IImportKind kind) => memberships.May(kind.Permission);
}
