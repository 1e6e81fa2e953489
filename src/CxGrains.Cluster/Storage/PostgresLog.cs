using Microsoft.Extensions.Logging;
using Npgsql;

namespace CxGrains.Cluster.Storage;

/// <summary>
/// The log in PostgreSQL. Requests of a node queue; one transaction takes all that is waiting, so that a sync to the disk
/// is shared. Several nodes append at once: the rows of <c>cx_partition</c> order them.
/// </summary>
public sealed partial class PostgresLog : IPartitionLog, IAsyncDisposable
{
    /// <summary>What <see cref="IdentityAsync"/> answers: there is one such log in a database.</summary>
    public const string Identity = "postgresql";

    private readonly NpgsqlDataSource _database;
    private readonly PostgresLogOptions _options;
    private readonly ILogger _logger;
    private readonly LogQueue _queue;
    private readonly HandOver[] _handOvers;
    private readonly Task _writing;

    /// <summary>Starts the writer.</summary>
    /// <param name="database">A database with the tables of <see cref="ClusterSchema"/>; it stays the caller's.</param>
    /// <param name="partitionsCount">The partitions it has.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="logger">Where failed transactions are told.</param>
    public PostgresLog(NpgsqlDataSource database, int partitionsCount, PostgresLogOptions options, ILogger<PostgresLog> logger)
    {
        _database = database;
        _options = options;
        _logger = logger;
        _queue = new LogQueue(options);
        PartitionsCount = partitionsCount;
        _handOvers = [.. Enumerable.Range(0, partitionsCount).Select(_ => new HandOver(options.HandOverInteractionsMax, options.HandOverBytesMax))];
        _writing = Task.Run(WriteAsync);
    }

    /// <inheritdoc/>
    public int PartitionsCount { get; }

    /// <inheritdoc/>
    public bool BeginsLate => false;

    /// <inheritdoc/>
    public string? Failure { get; private set; }

    /// <inheritdoc/>
    public Task<string> IdentityAsync(CancellationToken cancellationToken = default) => Task.FromResult(Identity);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> AppendAsync(IReadOnlyList<LogAppend> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var row in rows)
        {
            CheckPartition(row.Partition);
        }

        if (rows.Count == 0)
        {
            return [];
        }

        var request = new LogRequest(rows);
        try
        {
            _queue.Add(request);
        }
        catch
        {
            request.Release();
            throw;
        }

        return await request.Done.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<LogEntry> TakeHandedOver(int partition, long afterRow, int interactionsMax)
    {
        CheckPartition(partition);
        return _handOvers[partition].Take(afterRow, interactionsMax);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LogEntry>> ReadAsync(int partition, long afterRow, int interactionsMax, CancellationToken cancellationToken = default)
    {
        CheckPartition(partition);

        // The database stops at the bounds, so that no row is sent that would not be used. The sums only grow: what fits is a prefix.
        await using var command = _database.CreateCommand("""
            SELECT "row", body
            FROM (
                SELECT "row", body, row_number() OVER upto AS rows, sum(interactions) OVER upto AS interactions, sum(octet_length(body)) OVER upto AS bytes
                FROM (SELECT * FROM cx_log WHERE partition = $1 AND "row" > $2 ORDER BY "row" LIMIT $3) AS tail
                WINDOW upto AS (ORDER BY "row")
            ) AS summed
            WHERE rows = 1 OR (interactions <= $4 AND bytes <= $5)
            ORDER BY "row"
            """);
        command.Parameters.Add(new() { Value = partition });
        command.Parameters.Add(new() { Value = afterRow });
        command.Parameters.Add(new() { Value = _options.ReadRowsMax });
        command.Parameters.Add(new() { Value = interactionsMax });
        command.Parameters.Add(new() { Value = _options.ReadBytesMax });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var entries = new List<LogEntry>();
        while (await reader.ReadAsync(cancellationToken))
        {
            entries.Add(new LogEntry(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));
        }

        return entries;
    }

    /// <inheritdoc/>
    public async Task<long> LastRowAsync(int partition, CancellationToken cancellationToken = default)
    {
        CheckPartition(partition);
        await using var command = _database.CreateCommand("SELECT last_row FROM cx_partition WHERE partition = $1");
        command.Parameters.Add(new() { Value = partition });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <inheritdoc/>
    public async Task CutAsync(int partition, long uptoRow, CancellationToken cancellationToken = default)
    {
        CheckPartition(partition);
        long rowsCut;
        do
        {
            rowsCut = await CutStepAsync(partition, uptoRow, cancellationToken);
        }
        while (rowsCut == _options.CutRowsMax);
    }

    /// <summary>Writes what waits, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.End();
        await _writing;
    }

    private async Task<long> CutStepAsync(int partition, long uptoRow, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand("""
            WITH cut AS (
                DELETE FROM cx_log
                WHERE partition = $1 AND "row" IN (SELECT "row" FROM cx_log WHERE partition = $1 AND "row" <= $2 ORDER BY "row" LIMIT $3)
                RETURNING interactions
            )
            UPDATE cx_partition
            SET committed = committed + (SELECT sum(interactions) FROM cut)
            WHERE partition = $1 AND EXISTS (SELECT FROM cut)
            RETURNING (SELECT count(*) FROM cut)
            """);
        command.Parameters.Add(new() { Value = partition });
        command.Parameters.Add(new() { Value = uptoRow });
        command.Parameters.Add(new() { Value = _options.CutRowsMax });
        return (long?)await command.ExecuteScalarAsync(cancellationToken) ?? 0;
    }

    private async Task WriteAsync()
    {
        var group = new List<LogRequest>();
        while (await _queue.TakeAsync(group))
        {
            await CommitAsync(group);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<LogRequest> requests)
    {
        var group = new LogGroup(requests, _options.BacklogInteractionsMax);
        Exception? failure = null;
        try
        {
            await using var connection = await _database.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await group.WriteAsync(connection);
            await transaction.CommitAsync();
        }
#pragma warning disable CA1031 // Whatever fails, the callers must hear that nothing was accepted, and the writer goes on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            failure = error;
            WriteFailed(error, requests.Count);
        }

        Failure = failure?.Message;
        foreach (var request in requests)
        {
            if (failure is null && !group.Refused.ContainsKey(request))
            {
                HandOver(request);
            }

            request.Release();
            if ((group.Refused.GetValueOrDefault(request) ?? failure) is { } error)
            {
                request.Fail(error);
            }
            else
            {
                request.Complete();
            }
        }
    }

    private void HandOver(LogRequest request)
    {
        for (var i = 0; i < request.Rows.Count; i++)
        {
            _handOvers[request.Rows[i].Partition].Offer(request.Numbers[i], request.Bodies[i].Span, request.Rows[i].AsRead);
        }
    }

    private void CheckPartition(int partition)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(partition);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(partition, PartitionsCount);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The log could not be written; {Requests} requests were refused")]
    private partial void WriteFailed(Exception error, int requests);
}
