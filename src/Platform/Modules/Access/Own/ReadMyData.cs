using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Operations;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>What the space holds about the signed-in member, as an archive: one JSON file, and a CSV for each kind of thing (RGPD,
/// articles 15 and 20).</summary>
public static class ReadMyData
{
    [AnyMember]
    public sealed record Query : IRequest<Archive>;

    /// <param name="Content">A file of the disk that goes away once read.</param>
    public sealed record Archive(string Name, Stream Content);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal sealed class Handler(PlatformDb db, Memberships memberships, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Archive>
    {
        public async Task<Archive> Handle(Query query, CancellationToken ct)
        {
            var me = (await memberships.Current(ct))!;
            var disk = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            });
            try
            {
                var all = new SortedDictionary<string, object>(StringComparer.Ordinal);
                using (var zip = new ZipArchive(disk, ZipArchiveMode.Create, leaveOpen: true))
                {
                    await foreach (var table in Tables(me, ct))
                    {
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
                return new($"mes-donnees-{tenant.Space.Identifier}-{tenant.Space.Today(clock):yyyy-MM-dd}.zip", disk);
            }
            catch
            {
                await disk.DisposeAsync();
                throw;
            }
        }

        private async IAsyncEnumerable<Traces.Table> Tables(Member me, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        {
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == me.AccountId, ct);
            yield return new("Compte", ["Nom", "Adresse électronique", "Ouvert le", "Double authentification"],
                [[account.Name, account.Email, account.CreatedAt.UtcDateTime, account.TotpKey is not null]]);
            var sessions = await db.Set<AccountSession>().Where(s => s.AccountId == me.AccountId).OrderBy(s => s.OpenedAt).ToListAsync(ct);
            yield return new("Sessions", ["Appareil", "Ouverte le", "Vue le"], [.. sessions.Select(s => new object?[] { s.Device, s.OpenedAt.UtcDateTime, s.SeenAt.UtcDateTime })]);
            await foreach (var table in Traces.Of(db, me.AccountId, me.PersonId, ct)) yield return table;
            var acts = await db.Audit.AsNoTracking().Where(a => a.AccountId == me.AccountId).OrderBy(a => a.At).Select(a => new { a.At, a.Action, a.Kind, a.Label }).ToListAsync(ct);
            // The journal names other people by reference: their names are theirs.
            yield return new("Journal de mes actes", ["Le", "Acte", "Sur", "Intitulé"], [.. acts.Select(a => new object?[]
            {
                a.At.UtcDateTime, a.Action switch { AuditAction.Created => "Création", AuditAction.Changed => "Modification", _ => "Retrait" },
                AuditNames.Kind(a.Kind), AuditValue.Referred(a.Label) is null ? a.Label : "une personne",
            })]);
        }
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
