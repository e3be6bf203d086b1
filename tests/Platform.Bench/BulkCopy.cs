using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Platform.Data;

namespace Platform.Bench;

/// <summary>Writes entities by PostgreSQL's binary COPY, column by column as the model maps them. Runs as the superuser with triggers off:
/// nothing is checked, which is why what is written comes from the domain's own classes.</summary>
internal sealed class BulkCopy(NpgsqlConnection connection, IModel model)
{
    private readonly ConcurrentDictionary<Type, Table> tables = new();

    public async Task Write<T>(Guid? space, IReadOnlyCollection<T> rows) where T : class
    {
        if (rows.Count == 0) return;
        var table = tables.GetOrAdd(typeof(T), t => new Table(model.FindEntityType(t)!));
        await using var writer = await connection.BeginBinaryImportAsync(table.Sql);
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            foreach (var column in table.Columns)
            {
                var value = column.IsTenant && space is not null ? space : column.Value(row);
                if (value is null) await writer.WriteNullAsync();
                else await writer.WriteAsync(value, column.Type);
            }
        }
        await writer.CompleteAsync();
    }

    private sealed class Table
    {
        public Table(IEntityType entity)
        {
            var at = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            Columns = [.. entity.GetProperties().Select(p =>
            {
                var (getter, converter) = (p.GetGetter(), p.GetTypeMapping().Converter);
                return new Column(p.GetColumnName(at)!, p.GetColumnType().Split('(')[0], p.Name == nameof(ITenantOwned.TenantId),
                    row => getter.GetClrValueUsingContainingEntity(row) is { } value ? converter is null ? value : converter.ConvertToProvider(value) : null);
            })];
            Sql = $"COPY {entity.GetTableName()} ({string.Join(", ", Columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN BINARY";
        }

        public string Sql { get; }
        public IReadOnlyList<Column> Columns { get; }
    }

    private sealed record Column(string Name, string Type, bool IsTenant, Func<object, object?> Value);
}
