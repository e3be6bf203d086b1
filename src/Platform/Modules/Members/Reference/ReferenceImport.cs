using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Members.Reference;

/// <summary>Brings the stored reference to what ships with the application, in one transaction.</summary>
internal sealed class ReferenceImport(PlatformDb db)
{
    private const int RowsPerSave = 5_000;

    private readonly List<Func<Task>> removals = [];
    private readonly List<ImportReference.Change> changes = [];

    public async Task<IReadOnlyList<ImportReference.Change>> Run(NationalReference reference, CancellationToken ct)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var departments = reference.Communes.ToDictionary(c => c.Code, c => c.DepartmentCode, StringComparer.Ordinal);
        var lastYear = reference.Years.Max(y => y.Year);
        var epciOf = reference.Epcis.Where(e => e.LastYear == lastYear)
            .SelectMany(e => e.Members, (e, commune) => (commune, e.Siren)).ToDictionary(StringComparer.Ordinal);
        var epcis = reference.Epcis.Select(e => Of(e, departments)).ToList();
        var communes = reference.Communes.Select(c => Of(c, epciOf.GetValueOrDefault(c.Code))).ToList();

        await Bring(reference.Years, y => y.Year, ct);
        await Bring(reference.Regions, r => r.Code, ct);
        await Bring(reference.Departments, d => d.Code, ct);
        await Bring(epcis, e => e.Siren, ct);
        await Bring([.. reference.Epcis.SelectMany(e => e.Populations, (e, p) => new EpciPopulation(e.Siren, p.Key, p.Value))], p => (p.Siren, p.Year), ct);
        await Bring(communes, c => c.Code, ct);
        await Bring([.. epcis.SelectMany(TermsOf), .. communes.SelectMany(TermsOf)], t => t, ct);
        // Children before parents.
        foreach (var removal in Enumerable.Reverse(removals)) await removal();
        if (transaction is not null) await transaction.CommitAsync(ct);
        return changes;
    }

    private async Task Bring<T, TKey>(IReadOnlyList<T> wanted, Func<T, TKey> key, CancellationToken ct) where T : class where TKey : notnull
    {
        var stored = await db.Set<T>().AsNoTracking().ToDictionaryAsync(key, ct);
        var added = new List<T>();
        var changed = new List<T>();
        foreach (var row in wanted)
            if (!stored.Remove(key(row), out var before)) added.Add(row);
            else if (!row.Equals(before)) changed.Add(row);
        await Save(added, db.AddRange, ct);
        await Save(changed, db.UpdateRange, ct);
        var gone = stored.Values.ToList();
        removals.Add(() => Save(gone, db.RemoveRange, ct));
        changes.Add(new(db.Model.FindEntityType(typeof(T))!.GetTableName()!, wanted.Count, added.Count, changed.Count, gone.Count));
    }

    private async Task Save<T>(List<T> rows, Action<IEnumerable<object>> mark, CancellationToken ct) where T : class
    {
        foreach (var some in rows.Chunk(RowsPerSave))
        {
            mark(some);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private static Epci Of(NationalReference.EpciLine line, Dictionary<string, string> departments)
    {
        var department = line.Members.Select(code => departments.GetValueOrDefault(code)).OfType<string>()
            .CountBy(code => code, StringComparer.Ordinal).OrderByDescending(d => d.Value).ThenBy(d => d.Key, StringComparer.Ordinal).FirstOrDefault().Key;
        return new(line.Siren, line.Kind, line.Name, PlaceNames.FoldEpci(line.Name),
            department, line.Members.Count, line.LastYear, line.Populations[line.LastYear]);
    }

    private static Commune Of(NationalReference.CommuneLine line, string? epci) =>
        new(line.Code, line.DepartmentCode, line.Name, PlaceNames.Fold(line.Name), line.Siren, epci, line.MunicipalPopulation);

    // The kind in full too: some type “communauté de communes Arc Sud Bretagne” where the official name says “CC”.
    private static IEnumerable<PlaceTerm> TermsOf(Epci epci) =>
        PlaceNames.Words($"{epci.Name} {EnumNames.Of(epci.Kind)}").Select(word => new PlaceTerm(PlaceKind.Epci, word, epci.Siren));

    private static IEnumerable<PlaceTerm> TermsOf(Commune commune) =>
        PlaceNames.Words(commune.Name).Select(word => new PlaceTerm(PlaceKind.Commune, word, commune.Code));
}
