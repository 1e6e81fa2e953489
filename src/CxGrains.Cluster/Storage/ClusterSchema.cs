using System.Globalization;
using System.Reflection;
using Npgsql;

namespace CxGrains.Cluster.Storage;

/// <summary>
/// The tables of the cluster in PostgreSQL, as numbered scripts. A database remembers which it has; a program applies what
/// is missing, and refuses a database that is newer than itself. Any number of nodes may start at once.
/// </summary>
public static class ClusterSchema
{
    // Any number will do, as long as nobody else takes the same one in this database: "CxGrains" in ASCII.
    private const long LockKey = 0x4378_4772_6169_6E73;

    private static readonly IReadOnlyList<(int Version, string Name)> Scripts = FindScripts();

    /// <summary>The version this program brings a database to.</summary>
    public static int Version => Scripts[^1].Version;

    /// <summary>Brings a database to <see cref="Version"/>, and makes its partitions where it has none yet.</summary>
    /// <param name="database">The database; the user must be allowed to create tables in it.</param>
    /// <param name="partitionsCount">Partitions of the log, from 1. They are chosen once: a customer's partition follows from their count.</param>
    /// <param name="logIdentity">The log's <see cref="IPartitionLog.IdentityAsync"/>. It is chosen once, too: positions of one log mean nothing in another.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is changed then.</param>
    /// <exception cref="ClusterStorageException">The database is newer than this program, has another number of partitions, or belongs to another log.</exception>
    public static async Task ApplyAsync(
        NpgsqlDataSource database, int partitionsCount, string logIdentity = PostgresLog.Identity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentOutOfRangeException.ThrowIfLessThan(partitionsCount, 1);

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // Held until the transaction ends: a second node waits here, and then finds nothing left to do.
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({LockKey})", cancellationToken);
        await ApplyScriptsAsync(connection, cancellationToken);
        await ApplyPartitionsAsync(connection, partitionsCount, cancellationToken);
        await ApplyLogAsync(connection, logIdentity, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task ApplyScriptsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            connection,
            "CREATE TABLE IF NOT EXISTS cx_schema (version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())",
            cancellationToken);
        var stored = await ReadNumberAsync(connection, "SELECT coalesce(max(version), 0)::bigint FROM cx_schema", cancellationToken);
        if (stored > Version)
        {
            throw new ClusterStorageException($"The database's schema has version {stored}, and this program knows versions up to {Version}; run a newer program");
        }

        foreach (var (version, name) in Scripts.Where(script => script.Version > stored))
        {
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
            await ExecuteAsync(connection, await reader.ReadToEndAsync(cancellationToken), cancellationToken);
            await ExecuteAsync(connection, $"INSERT INTO cx_schema (version) VALUES ({version})", cancellationToken);
        }
    }

    private static async Task ApplyPartitionsAsync(NpgsqlConnection connection, int partitionsCount, CancellationToken cancellationToken)
    {
        var stored = await ReadNumberAsync(connection, "SELECT count(*) FROM cx_partition", cancellationToken);
        if (stored == 0)
        {
            await ExecuteAsync(connection, $"INSERT INTO cx_partition (partition) SELECT generate_series(0, {partitionsCount - 1})", cancellationToken);
        }
        else if (stored != partitionsCount)
        {
            throw new ClusterStorageException($"The database has {stored} partitions, and {partitionsCount} are configured; their number cannot change once data is in them");
        }
    }

    private static async Task ApplyLogAsync(NpgsqlConnection connection, string logIdentity, CancellationToken cancellationToken)
    {
        await using var insert = new NpgsqlCommand("INSERT INTO cx_setting (name, value) VALUES ('log', $1) ON CONFLICT DO NOTHING", connection);
        insert.Parameters.Add(new() { Value = logIdentity });
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await using var select = new NpgsqlCommand("SELECT value FROM cx_setting WHERE name = 'log'", connection);
        var stored = (string)(await select.ExecuteScalarAsync(cancellationToken))!;
        if (stored != logIdentity)
        {
            throw new ClusterStorageException(
                $"The database belongs to the log '{stored}', and '{logIdentity}' is configured; interactions would be lost, since the rows of one say nothing of the other's: use that log, or an empty database");
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from this assembly and from numbers.
        command.CommandText = sql;
#pragma warning restore CA2100

        // A script may take long, and so may the wait for the node that runs it.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<long> ReadNumberAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    // "003_log.sql" brings a database to version 3.
    private static List<(int Version, string Name)> FindScripts() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (int.Parse(name[..3], CultureInfo.InvariantCulture), name))
            .Order(),
    ];
}
