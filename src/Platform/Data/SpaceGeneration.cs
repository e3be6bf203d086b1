using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Data;

/// <summary>How many times something of the space has been committed, on whichever node. It moves on in the transaction that makes the change and is
/// read with the membership at each request, so that an answer kept under its number is never older than the last change.</summary>
[NotAudited]
public sealed class SpaceGeneration : ITenantOwned
{
    private SpaceGeneration() { }

    public Guid TenantId { get; private set; }
    public long Number { get; private set; }

    /// <summary>The last statement before the commit: whoever else changes something of the space waits no longer than that.</summary>
    internal static async Task MoveOn(PlatformDb db, DbTransaction? transaction, Guid space, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction;
        command.CommandText = db is PostgresDb
            ? "INSERT INTO space_generation (tenant_id, number) VALUES (@space, 1) ON CONFLICT (tenant_id) DO UPDATE SET number = space_generation.number + 1"
            : "MERGE space_generation WITH (HOLDLOCK) AS g USING (SELECT @space AS id) AS s ON g.tenant_id = s.id WHEN MATCHED THEN UPDATE SET number = g.number + 1 WHEN NOT MATCHED THEN INSERT (tenant_id, number) VALUES (s.id, 1);";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("space", space);
        command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync(ct);
    }

    internal sealed class Table : IEntityTypeConfiguration<SpaceGeneration>
    {
        public void Configure(EntityTypeBuilder<SpaceGeneration> b)
        {
            b.HasKey(g => g.TenantId);
            b.Property(g => g.Number).IsRequired();
        }
    }
}
