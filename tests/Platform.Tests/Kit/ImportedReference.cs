using Platform.Data;
using Platform.Modules.Members.Reference;

namespace Platform.Tests.Kit;

/// <summary>The national reference in this run's database, imported once by the first test that needs it.</summary>
public static class ImportedReference
{
    private static readonly Lazy<Task<NationalReference>> Imported = new(async () =>
    {
        var database = await TestDatabase.Get();
        var reference = NationalReference.Read();
        await using var db = Migrator.Open(database.Configuration());
        await new ReferenceImport(db).Run(reference, CancellationToken.None);
        return reference;
    });

    public static Task<NationalReference> Get() => Imported.Value;
}
