using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Operations;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <param name="Content">A file of the disk that goes away once read.</param>
public sealed record Archive(string Name, Stream Content);

/// <summary>What the space holds about somebody, as an archive: one JSON file, and a CSV for each kind of thing (RGPD, articles 15 and 20).</summary>
internal sealed class DataArchive(PlatformDb db, CurrentTenant tenant, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="name">What the file's name begins with.</param>
    /// <param name="accounts">Theirs.</param>
    /// <param name="subjects">The person and the accesses, as the journal knows them.</param>
    public async Task<Archive> Write(string name, Traces.Whose whose, IReadOnlyList<Guid> accounts, IReadOnlyList<Guid> subjects, CancellationToken ct)
    {
        var disk = ListFile.Open();
        try
        {
            var all = new SortedDictionary<string, object>(StringComparer.Ordinal);
            using (var zip = new ZipArchive(disk, ZipArchiveMode.Create, leaveOpen: true))
            {
                await foreach (var table in Tables(whose, accounts, subjects, ct))
                {
                    if (table.Rows.Count == 0) continue;
                    all[table.Name] = table.Rows.Select(r => table.Columns.Zip(r).DistinctBy(c => c.First).ToDictionary(c => c.First, c => c.Second));
                    await using var entry = await zip.CreateEntry($"{Folding.Fold(table.Name).Replace(' ', '-')}.csv").OpenAsync(ct);
                    await using var csv = await CsvWriter.Begin(entry, [.. table.Columns.Select(c => new Heading(c))], ct);
                    foreach (var row in table.Rows) await csv.Row(row, ct);
                    await csv.End(ct);
                }
                await using var json = await zip.CreateEntry("mes-donnees.json").OpenAsync(ct);
                await JsonSerializer.SerializeAsync(json, all, Readable, ct);
            }
            disk.Position = 0;
            return new($"{name}-{tenant.Space.Identifier}-{tenant.Space.Today(clock):yyyy-MM-dd}.zip", disk);
        }
        catch
        {
            await disk.DisposeAsync();
            throw;
        }
    }

    private async IAsyncEnumerable<Traces.Table> Tables(Traces.Whose whose, IReadOnlyList<Guid> accounts, IReadOnlyList<Guid> subjects, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var space = tenant.Space;
        var holders = await db.Users.AsNoTracking().Where(a => accounts.Contains(a.Id)).ToListAsync(ct);
        yield return new("Compte", ["Nom", "Adresse électronique", "Ouvert le", "Double authentification"],
            [.. holders.Select(a => new object?[] { a.Name, a.Email, space.Local(a.CreatedAt), a.TotpKey is not null })]);
        var sessions = await db.Set<AccountSession>().AsNoTracking().Where(s => accounts.Contains(s.AccountId)).OrderBy(s => s.OpenedAt).ToListAsync(ct);
        yield return new("Sessions", ["Appareil", "Ouverte le", "Vue le"], [.. sessions.Select(s => new object?[] { s.Device, space.Local(s.OpenedAt), space.Local(s.SeenAt) })]);
        var keys = await db.Set<Passkey>().AsNoTracking().Where(p => accounts.Contains(p.AccountId)).OrderBy(p => p.AddedAt).ToListAsync(ct);
        yield return new("Clés d’accès", ["Nom", "Ajoutée le", "Utilisée le"], [.. keys.Select(k => new object?[] { k.Name, space.Local(k.AddedAt), k.UsedAt is { } used ? space.Local(used) : null })]);
        await foreach (var table in Traces.Of(db, whose, space.Local, ct)) yield return table;
        yield return new("Messages reçus", ["Écrit le", "Objet", "État"], [.. (await Mail.WrittenTo(db, whose.Addresses, ct)).Select(m => new object?[] { space.Local(m.At), m.Subject, m.State })]);
        if (whose.Person is { } person)
            yield return new("Lignes d’import", ["Reçue le", "Fichier", "Cellules"], [.. (await ImportedLines.About(db, person, ct)).Select(l => new object?[] { space.Local(l.At), l.File, l.Cells })]);
        var remembered = await db.Set<AuditValue>().AsNoTracking().Where(v => subjects.Contains(v.SubjectId)).ToListAsync(ct);
        yield return new("Ce que le journal retient", ["Nom, fonction ou coordonnées, d’hier et d’aujourd’hui"], [.. remembered.Select(v => v.Text).Distinct().Order(StringComparer.Ordinal).Select(t => new object?[] { t })]);
        // Whoever acted by a link is named by such a value.
        var references = remembered.ConvertAll(v => v.Reference);
        var acts = await db.Audit.AsNoTracking().Where(a => (a.AccountId != null && accounts.Contains(a.AccountId.Value)) || references.Contains(a.Actor)).OrderBy(a => a.At).Select(a => new { a.At, a.Action, a.Kind, a.Label }).ToListAsync(ct);
        // The journal names other people by reference: their names are theirs.
        yield return new("Journal de mes actes", ["Le", "Acte", "Sur", "Intitulé"], [.. acts.Select(a => new object?[]
        {
            space.Local(a.At), a.Action switch { AuditAction.Created => "Création", AuditAction.Changed => "Modification", _ => "Retrait" },
            AuditNames.Kind(a.Kind), AuditValue.Referred(a.Label) is null ? a.Label : "une personne",
        })]);
    }

    private sealed record Heading(string Header) : IColumn
    {
        public string Key => Header;
        public string Label => Header;
        public ColumnKind Kind => default;
        public string? Sort => null;
        public object? Of(object row) => null;
    }
}
