using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Kernel;

namespace Platform.Data;

/// <summary>What the database says, in the words of the application; both engines.</summary>
internal static class DatabaseErrors
{
    public static Failure? Translate(Exception error) => error switch
    {
        DbUpdateConcurrencyException => new Conflict(),
        _ when Code(error) is { } code => code switch
        {
            "23505" or "2601" or "2627" => new RuleViolation("duplicate"),
            "23503" or "547" => new RuleViolation("referenced"),
            // A wall of the database that a form did not see coming: somebody else was quicker, or a rule was forgotten.
            "23514" => new RuleViolation("limit"),
            // Too long, or bytes that text cannot hold: the validators come first, this is the net.
            "22001" or "22021" or "2628" or "8152" => new RuleViolation("value"),
            "40001" or "40P01" or "1205" => new Conflict(),
            _ => null,
        },
        _ => null,
    };

    /// <summary>The database cannot be reached, is starting or stopping, or has no connection left: wait and try again.</summary>
    public static bool IsUnavailable(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            if (error is SocketException or TimeoutException
                or PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" or "08006" or "08001" or "08003" or "08004" }
                or NpgsqlException { IsTransient: true } or SqlException { Number: -2 or 2 or 53 or 4060 or 10053 or 10054 or 10060 or 40613 })
                return true;
        return false;
    }

    private static string? Code(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            switch (error)
            {
                case PostgresException postgres: return postgres.SqlState;
                case SqlException sql: return sql.Number.ToString();
            }
        return null;
    }
}
