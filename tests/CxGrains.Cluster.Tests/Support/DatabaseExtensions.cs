using Npgsql;

namespace CxGrains.Cluster.Tests.Support;

/// <summary>Short ways to ask a database.</summary>
internal static class DatabaseExtensions
{
    public static async Task ExecuteAsync(this NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The one number a query answers.</summary>
    public static async Task<long> NumberAsync(this NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }
}
