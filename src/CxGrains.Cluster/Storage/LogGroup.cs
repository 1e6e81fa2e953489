using CxGrains.Abstractions.Ingest;
using Npgsql;
using NpgsqlTypes;

namespace CxGrains.Cluster.Storage;

/// <summary>The requests of one transaction: gives their rows numbers, refuses those whose partitions are too far behind, and writes the rest.</summary>
internal sealed class LogGroup(IReadOnlyList<LogRequest> requests, long backlogInteractionsMax)
{
    private const int RetryAfterSeconds = 5;

    private readonly SortedDictionary<int, Tail> _tails = [];
    private readonly List<LogRequest> _taken = [];

    /// <summary>The requests that were refused, each with why.</summary>
    public Dictionary<LogRequest, BusyException> Refused { get; } = [];

    /// <summary>Writes the rows. Nothing holds until the transaction of the connection is committed.</summary>
    public async Task WriteAsync(NpgsqlConnection connection)
    {
        await LockAsync(connection);
        foreach (var request in requests)
        {
            if (Refusal(request) is { } refusal)
            {
                Refused.Add(request, refusal);
            }
            else
            {
                Number(request);
            }
        }

        if (_taken.Count > 0)
        {
            await InsertAsync(connection);
        }
    }

    // In ascending order in every node, so that two never wait for each other.
    private async Task LockAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "SELECT partition, last_row, appended, committed, is_moving FROM cx_partition WHERE partition = ANY($1) ORDER BY partition FOR UPDATE", connection);
        command.Parameters.Add(new() { Value = (int[])[.. requests.SelectMany(request => request.Rows).Select(row => row.Partition).Distinct()] });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            _tails.Add(reader.GetInt32(0), new Tail { LastRow = reader.GetInt64(1), Backlog = reader.GetInt64(2) - reader.GetInt64(3), IsMoving = reader.GetBoolean(4) });
        }
    }

    // While a directory is moved in, nothing has a number that is its own. Else rows without interactions are the workers' own and
    // always pass: holding those up could keep the backlog from shrinking.
    private BusyException? Refusal(LogRequest request)
    {
        if (request.Rows.Any(row => _tails[row.Partition].IsMoving))
        {
            return new BusyException("A data directory is being moved into this cluster", RetryAfterSeconds);
        }

        foreach (var rows in request.Rows.GroupBy(row => row.Partition))
        {
            var interactions = rows.Sum(row => (long)row.Interactions);
            if (interactions > 0 && _tails[rows.Key].Backlog + interactions > backlogInteractionsMax)
            {
                return new BusyException($"Partition {rows.Key} would be more than {backlogInteractionsMax} interactions behind, which is its limit", RetryAfterSeconds);
            }
        }

        return null;
    }

    private void Number(LogRequest request)
    {
        for (var i = 0; i < request.Rows.Count; i++)
        {
            var row = request.Rows[i];
            var tail = _tails[row.Partition];
            request.Numbers[i] = ++tail.LastRow;
            tail.Backlog += row.Interactions;
            tail.Appended += row.Interactions;
        }

        _taken.Add(request);
    }

    private async Task InsertAsync(NpgsqlConnection connection)
    {
        var rows = _taken.SelectMany(request => request.Rows).ToArray();
        var insert = new NpgsqlBatchCommand("INSERT INTO cx_log (partition, \"row\", interactions, body) SELECT * FROM unnest($1, $2, $3, $4)");
        insert.Parameters.Add(new() { Value = (int[])[.. rows.Select(row => row.Partition)] });
        insert.Parameters.Add(new() { Value = (long[])[.. _taken.SelectMany(request => request.Numbers)] });
        insert.Parameters.Add(new() { Value = (int[])[.. rows.Select(row => row.Interactions)] });
        insert.Parameters.Add(new() { Value = _taken.SelectMany(request => request.Bodies).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });

        var update = new NpgsqlBatchCommand("""
            UPDATE cx_partition AS p SET last_row = t.last_row, appended = p.appended + t.appended
            FROM unnest($1, $2, $3) AS t (partition, last_row, appended) WHERE p.partition = t.partition
            """);
        update.Parameters.Add(new() { Value = (int[])[.. _tails.Keys] });
        update.Parameters.Add(new() { Value = (long[])[.. _tails.Values.Select(tail => tail.LastRow)] });
        update.Parameters.Add(new() { Value = (long[])[.. _tails.Values.Select(tail => tail.Appended)] });

        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { insert, update } };
        await batch.ExecuteNonQueryAsync();
    }

    private sealed class Tail
    {
        public long LastRow { get; set; }

        public long Backlog { get; set; }

        public long Appended { get; set; }

        public bool IsMoving { get; init; }
    }
}
