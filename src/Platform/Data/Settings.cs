using System.Data.Common;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Platform.Data;

/// <summary>A setting of the installation is missing or unusable; the sentence says which and how it reads.</summary>
public sealed class SettingError(string sentence) : Exception(sentence);

internal static class ConnectionStrings
{
    /// <param name="name">"Platform" (the application's role) or "Owner" (migrations).</param>
    public static string Read(IConfiguration configuration, string name)
    {
        var text = configuration.GetConnectionString(name);
        if (string.IsNullOrWhiteSpace(text)) throw new SettingError($"ConnectionStrings:{name} is not set.");
        try
        {
            DbConnectionStringBuilder parsed = DataSetup.ProviderOf(configuration) == DatabaseProvider.Postgres
                ? new NpgsqlConnectionStringBuilder(text) : new SqlConnectionStringBuilder(text);
            return parsed is NpgsqlConnectionStringBuilder { Host: null or "" } or SqlConnectionStringBuilder { DataSource: "" }
                ? throw new SettingError($"ConnectionStrings:{name} names no server.") : text;
        }
        catch (ArgumentException error)
        {
            throw new SettingError($"ConnectionStrings:{name} cannot be read: {error.Message}");
        }
    }
}
