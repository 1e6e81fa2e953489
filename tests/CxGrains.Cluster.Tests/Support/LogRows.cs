using CxGrains.Cluster.Storage;
using CxGrains.Domain.Log;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CxGrains.Cluster.Tests.Support;

/// <summary>Logs, and rows that say who wrote them.</summary>
internal static class LogRows
{
    public static PostgresLog Open(NpgsqlDataSource database, int partitionsCount = 4, PostgresLogOptions? options = null) =>
        new(database, partitionsCount, options ?? new PostgresLogOptions(), NullLogger<PostgresLog>.Instance);

    /// <summary>A row with a text of its own.</summary>
    public static LogAppend Append(int partition, string text, int interactions = 1, int bytes = 0) =>
        new(partition, new InteractionsRow(1, text, false, [], new byte[bytes]), interactions);

    /// <summary>The text of a row.</summary>
    public static string Text(LogEntry entry) => ((InteractionsRow)LogRow.Decode(entry.Body)).Workspace;

    /// <summary>Reads a partition to its end.</summary>
    public static async Task<IReadOnlyList<LogEntry>> ReadAllAsync(this IPartitionLog log, int partition)
    {
        var all = new List<LogEntry>();
        while (await log.ReadAsync(partition, all.Count == 0 ? 0 : all[^1].Row, int.MaxValue) is { Count: > 0 } entries)
        {
            all.AddRange(entries);
        }

        return all;
    }
}
