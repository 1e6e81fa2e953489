using Npgsql;

namespace CxGrains.Cluster.Tests.Support;

/// <summary>Short ways to ask a database.</summary>
internal static class DatabaseExtensions
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(1);

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

    /// <summary>Comes back once a query counts something; fails after a minute.</summary>
    public static async Task UntilAnyAsync(this NpgsqlDataSource database, string countSql)
    {
        using var deadline = new CancellationTokenSource(WaitMax);
        while (await database.NumberAsync(countSql) == 0)
        {
            await Task.Delay(20, deadline.Token);
        }
    }

    /// <summary>Comes back once somebody waits for another's lock.</summary>
    public static Task UntilSomeoneWaitsAsync(this NpgsqlDataSource database) =>
        database.UntilAnyAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
}
